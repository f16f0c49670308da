import { describe, expect, test } from 'vitest';
import { runInduct, startHome } from '../../helpers/run.ts';

const today = '2026-06-01';

describe('induct profile', () => {
  test('the document has every answer', async () => {
    const home = await startHome();
    const { json } = await runInduct(['profile', '--json'], { home, today });
    expect(Object.keys(json)).toEqual(['schema', 'today', 'induction', 'answers']);
    expect(json.schema).toBe('induct.profile/1');
    expect(json.answers).toEqual({
      typing: 'holder',
      council: 'Leeds City Council',
      appointed: '2026-05-20',
      dcs_post: 'in-post',
      name: 'not-sure',
      title: 'not-sure',
      split: 'not-sure',
      statutory_lead: 'not-sure',
      dcs_also: 'not-sure',
      given_by: 'leader',
      delivery: 'not-sure',
      intervention: 'not-sure',
      last_inspection: 'not-sure',
      dates_from: 'appointed',
    });
    expect((await runInduct(['profile', 'dcs-post', '--json'], { home, today })).json).toEqual(json);
    expect((await runInduct(['profile'])).exit).toBe(3);
  });

  test.each([80, 50])('shows every question with its answer at %i columns', async (columns) => {
    const home = await startHome();
    const { stdout } = await runInduct(['profile'], { home, today, columns });
    for (const id of ['typing', 'council', 'dcs-post', 'last-inspection']) expect(stdout).toContain(`  ${id} `);
    expect(stdout).toContain('not sure yet');
    expect(stdout).toContain('in post for a while');
    expect(stdout).toContain('Change one: induct profile dcs-post vacant');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test('speaks of the holder to an officer', async () => {
    const home = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const { stdout } = await runInduct(['profile'], { home, today });
    expect(stdout).toContain('Since when does Cllr Khan have this role?');
    expect(stdout).toContain('Who gave Cllr Khan the role?');
    expect(stdout).not.toMatch(/\byou\b/);
    const one = await runInduct(['profile', 'dcs_post'], { home, today });
    expect(one.stdout).not.toMatch(/\byou\b/);
  });

  test('shows one, with what can be answered, and asks nothing', async () => {
    const home = await startHome();
    const { stdout, asked } = await runInduct(['profile', 'dcs_post'], { home, today, tty: true });
    expect(asked).toEqual([]);
    expect(stdout).toMatch(/in-post {3}in post for a while +now/);
    expect(stdout).toContain('not-sure');
    expect(stdout).toContain('Change it: induct profile dcs-post new');
    const date = await runInduct(['profile', 'last-inspection'], { home, today });
    expect(date.stdout).toContain('Answer with a date, like 4 June 2026, or not-sure.');
  });

  test('changes one; the same again adds nothing', async () => {
    const home = await startHome();
    const run = await runInduct(['profile', 'dcs-also', 'YES'], { home, today });
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr).toContain('Changed: dcs-also from "not sure yet" to "yes".');
    expect(run.stderr).toContain('In the plan now: 3.');
    const again = await runInduct(['profile', 'dcs_also', 'yes'], { home, today });
    expect(again.stderr).toBe('That is the answer already: dcs-also is "yes".\n');
    expect((await runInduct(['profile', '--json'], { home, today })).json.answers.dcs_also).toBe('yes');
  });

  test('the document of what changed holds the actions', async () => {
    const home = await startHome();
    const { json } = await runInduct(['profile', 'dcs-also', 'yes', '--json'], { home, today });
    expect(json).toMatchObject({ schema: 'induct.changed/1', changed: [{ step: 'dcs', status: 'todo' }], created: [] });
  });

  test('takes several words, and dates in many forms', async () => {
    const home = await startHome();
    await runInduct(['profile', 'name', 'Aisha', 'Khan'], { home, today });
    await runInduct(['profile', 'last-inspection', '4', 'March', '2024'], { home, today });
    const { answers } = (await runInduct(['profile', '--json'], { home, today })).json;
    expect(answers).toMatchObject({ name: 'Aisha Khan', last_inspection: '2024-03-04' });
  });

  test('takes a council that is not on the list with its region', async () => {
    const home = await startHome();
    const refused = await runInduct(['profile', 'council', 'East', 'Surrey'], { home, today });
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('--region') });
    const argv = ['profile', 'council', 'East Surrey', '--region', 'the south-east'];
    expect((await runInduct(argv, { home, today })).exit).toBe(0);
    const { json } = await runInduct(['adviser', '--json'], { home, today });
    expect(json).toMatchObject({
      induction: { council: { name: 'East Surrey', gss: null, region: 'South East' } },
      adviser: { name: 'Alison Michalska' },
    });
  });

  test.each([
    [['dcs-post', 'vacent'], /not one of the answers: in-post, new, interim, vacant or not-sure/],
    [['dcs-pots', 'new'], /The nearest: dcs-post/],
    [['appointed', 'not-sure'], /has to be given/],
    [['council', 'not', 'sure'], /has to be known/],
    [['last-inspection', '2 June 2026'], /has not come yet/],
    [['council', 'Kingston'], /Kingston upon Thames or Hull/],
    [['name', 'Khan', '--region', 'London'], /--region goes with a council/],
    [['--region', 'London'], /--region goes with a council/],
    [['title', 'x'.repeat(201)], /200 or less/],
  ])('refuses %j and records nothing', async (words, message) => {
    const home = await startHome();
    const before = (await runInduct(['profile', '--json'], { home, today })).json;
    const run = await runInduct(['profile', ...words], { home, today });
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect((await runInduct(['profile', '--json'], { home, today })).json).toEqual(before);
  });
});
