import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actionsOf, eventsOf, induct, prepare, readingOf, statusOf } from '../../contract/calls.ts';
import { runInduct, temporaryFolder } from '../../helpers/run.ts';

const YES = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'];
const squeeze = (text: string) => text.replace(/\s+/g, ' ');

async function answersOf(home: string, today = '2026-05-20'): Promise<Record<string, unknown>> {
  return (await runInduct(['profile', '--json'], { home, today })).json.answers;
}

describe('start without a terminal', () => {
  test.each([
    ['Leeds', 'Leeds City Council', 'E08000035', 'Yorkshire and The Humber'],
    ['camden', 'London Borough of Camden', 'E09000007', 'London'],
    ['Isles of Scilly', 'Council of the Isles of Scilly', 'E06000053', 'South West'],
    ['LB Camden', 'London Borough of Camden', 'E09000007', 'London'],
    ['scilly', 'Council of the Isles of Scilly', 'E06000053', 'South West'],
  ])('for %s', async (typed, name, gss, region) => {
    const run = await runInduct(['start', '--council', typed, '--appointed', 'today', '--yes']);
    expect(run.exit, run.stderr).toBe(0);
    expect(squeeze(run.stdout)).toContain('in the role from today, Wednesday 20 May 2026');
    expect(run.stdout).toContain('DO FIRST');
    const status = await statusOf(run.home, { today: '2026-05-20' });
    expect(status.induction).toMatchObject({ typing: 'holder', name: null, appointed: '2026-05-20' });
    expect(status.induction.council).toMatchObject({ gss, region });
    expect(status.induction.council.name.replace(/^The /, '')).toBe(name);
    expect(status.counts).toMatchObject({ done: 0, arranged: 0, received: 0, overdue: 0 });
  });

  test('the notice is shown once a folder, on standard error, and never waits', async () => {
    const first = await runInduct(YES);
    expect(squeeze(first.stderr)).toContain('Write nothing that could identify a child or a family.');
    expect(first.stdout).not.toContain('identify');
    const second = await runInduct(['start', '--new', ...YES.slice(1)], { home: first.home });
    expect(second.exit).toBe(0);
    expect(second.stderr).not.toContain('identify');
  });

  test('with --json the document alone', async () => {
    const run = await runInduct([...YES, '--json']);
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(run.json).toEqual({
      schema: 'induct.changed/1',
      today: '2026-05-20',
      changed: [],
      created: [{ type: 'induction', id: expect.any(String) }],
    });
    expect((await statusOf(run.home)).induction.id).toBe(run.json.created[0].id);
  });

  test.each([
    [[], ['--council', '--appointed']],
    [['--yes'], ['--council', '--appointed']],
    [['--no-input'], ['--council', '--appointed']],
    [['--council', 'Leeds', '--yes'], ['--appointed']],
    [['--appointed', '2026-05-20', '--yes'], ['--council']],
    [
      ['--typing', 'officer', '--dcs-post', 'new'],
      ['--council', '--appointed'],
    ],
  ])('%j: names all that is missing, with one command to copy', async (flags, missing) => {
    const run = await runInduct(['start', ...flags]);
    expect(run).toMatchObject({ exit: 2, stdout: '', asked: [] });
    const [named = '', command = ''] = squeeze(run.stderr).split('For example: ');
    for (const flag of ['--council', '--appointed']) expect(named.includes(flag)).toBe(missing.includes(flag));
    expect(readdirSync(run.home).filter((name) => name !== 'cache')).toEqual([]);
    const words = [...command.trim().matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    expect(words[0]).toBe('induct');
    const copied = await runInduct(words.slice(1), { home: run.home });
    expect(copied.exit, copied.stderr).toBe(0);
  });

  test('the command to copy keeps what was given', async () => {
    const run = await runInduct(['start', '--typing', 'officer', '--council', 'Camden', '--dcs-post', 'new', '--yes']);
    const words = squeeze(run.stderr);
    expect(words).toContain('--council Camden');
    expect(words).toMatch(/For example: .*--typing officer/);
    expect(words).toMatch(/For example: .*--dcs-post new/);
  });

  test('--no-input in a terminal is the same', async () => {
    const run = await runInduct(['start', '--no-input'], { tty: true });
    expect(run).toMatchObject({ exit: 2, stdout: '', asked: [] });
  });

  test('--json names what is missing in its document', async () => {
    const run = await runInduct(['start', '--json']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.error?.message).toMatch(/--council.*--appointed/);
    expect(run.error?.hint).toMatch(/induct start .*--yes/);
  });

  test('without --yes, what is given is enough', async () => {
    const run = await runInduct(['start', '--council', 'Leeds', '--appointed', '2026-05-20']);
    expect(run.exit).toBe(0);
  });
});

describe('every question is a flag', () => {
  const FLAGS: readonly (readonly [string, string, string])[] = [
    ['typing', 'officer', 'officer'],
    ['dcs_post', 'interim', 'interim'],
    ['dcs_post', 'In-Post', 'in-post'],
    ['name', 'Aisha Khan', 'Aisha Khan'],
    ['title', 'Executive member', 'Executive member'],
    ['split', 'yes', 'yes'],
    ['statutory_lead', 'someone-else', 'someone-else'],
    ['dcs_also', 'no', 'no'],
    ['given_by', 'mayor', 'mayor'],
    ['delivery', 'trust', 'trust'],
    ['intervention', 'yes', 'yes'],
    ['last_inspection', '4 June 2024', '2024-06-04'],
    ['dates_from', 'appointed', 'appointed'],
    ['split', 'not-sure', 'not-sure'],
    ['last_inspection', 'not sure', 'not-sure'],
    ['name', 'not-sure', 'not-sure'],
  ];

  test.each(
    FLAGS.flatMap(([id, typed, kept]) => [
      [`--${id}`, id, typed, kept] as const,
      [`--${id.replaceAll('_', '-')}`, id, typed, kept] as const,
    ]),
  )('%s (%s) %s', async (flag, id, typed, kept) => {
    const run = await runInduct([...YES, flag, typed]);
    expect(run.exit, run.stderr).toBe(0);
    expect((await answersOf(run.home))[id]).toEqual(kept);
  });

  test('--help names every one', async () => {
    const { stdout } = await runInduct(['start', '--help']);
    for (const [id] of FLAGS) expect(stdout).toContain(`--${id.replaceAll('_', '-')} `);
    for (const flag of ['--council ', '--appointed ', '--region ', '--yes', '--new']) expect(stdout).toContain(flag);
  });

  test('an answer changes the plan', async () => {
    const plain = actionsOf(await statusOf((await runInduct(YES)).home, { today: '2026-05-20' }));
    const run = await runInduct([...YES, '--dcs-also', 'yes', '--delivery', 'trust', '--dcs-post', 'vacant']);
    const actions = actionsOf(await statusOf(run.home, { today: '2026-05-20' }));
    expect(plain['dcs.test-of-assurance']).toMatchObject({ status: 'skipped', skippedBy: 'answer' });
    expect(actions['dcs.test-of-assurance']).toMatchObject({ status: 'todo', skippedBy: null });
    expect(actions['people.trust-chief-executive'].status).toBe('todo');
    expect(actions['members.leader'].due < plain['members.leader'].due).toBe(true);
  });
});

describe('wrong answers', () => {
  const WRONG: readonly (readonly [readonly string[], RegExp, RegExp?])[] = [
    [['--council', 'Atlantis', '--appointed', 'today'], /"Atlantis" is not on the list/, /--region/],
    [['--council', 'Ledes', '--appointed', 'today'], /The nearest: .*Leeds/],
    [['--council', 'Sutton', '--region', 'Mercia', '--appointed', 'today'], /"Mercia" is not a region/],
    [
      ['--council', 'Leeds', '--region', 'London', '--appointed', 'today'],
      /in Yorkshire and The Humber, not in London/,
    ],
    [['--council', 'Bedford', '--appointed', '2026-02-29'], /February 2026 has 28 days/],
    [
      ['--council', 'North', '--appointed', 'today'],
      /could be any of these: .*North Yorkshire|could be any of these: North/,
    ],
    [['--council', '', '--appointed', 'today'], /--council needs a value/],
    [['--council', 'not-sure', '--appointed', 'today'], /--council: The council has to be known/],
    [['--council', 'Leeds', '--appointed', 'not-sure'], /--appointed: A day has to be given/],
    [['--council', 'Leeds', '--appointed', '31/6/2026'], /June has 30 days/],
    [['--council', 'Leeds', '--appointed', '5/13/2026'], /13\/5\/2026/],
    [['--council', 'Leeds', '--appointed', '20 May 0026'], /year/],
    [['--council', 'Leeds', '--appointed', 'soon'], /"soon" is not a date/],
    [['--council', 'Leeds', '--appointed', 'today', '--dcs-post', 'gone'], /--dcs-post: "gone" is not one of/],
    [['--council', 'Leeds', '--appointed', 'today', '--dcs_post', 'vacnt'], /--dcs-post: /, /nearest: vacant/],
    [['--council', 'Leeds', '--appointed', 'today', '--last-inspection', '2027-01-01'], /has not come yet/],
    [['--council', 'Leeds', '--appointed', 'today', '--name', 'x'.repeat(201)], /must be 200 or less/],
    [['--council', 'Leeds', '--appointed', 'today', '--council-name', 'x'], /no flag --council-name/],
  ];

  test.each(WRONG.map(([flags, message, hint = /./]) => [flags, message, hint] as const))(
    '%j',
    async (flags, message, hint) => {
      const run = await runInduct(['start', ...flags, '--yes']);
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      expect(squeeze(run.stderr)).toMatch(message);
      expect(squeeze(run.stderr)).toMatch(hint);
      expect(readdirSync(run.home).filter((name) => name !== 'cache')).toEqual([]);
    },
  );

  test('are told all at once', async () => {
    const run = await runInduct([
      'start',
      '--council',
      'Atlantis',
      '--appointed',
      '31 June',
      '--split',
      'perhaps',
      '--yes',
    ]);
    expect(run.exit).toBe(2);
    for (const flag of ['--council: ', '--appointed: ', '--split: ']) expect(run.stderr).toContain(flag);
  });

  test('in a terminal a wrong flag is told before anything is asked', async () => {
    const run = await runInduct(['start', '--appointed', '31 June'], { tty: true });
    expect(run).toMatchObject({ exit: 2, asked: [], stdout: '' });
  });

  test('an ambiguous council names the candidates', async () => {
    const { stderr } = await runInduct(['start', '--council', 'Kingston', '--appointed', 'today', '--yes']);
    expect(squeeze(stderr)).toMatch(/could be any of these: .*Hull/);
  });
});

describe('the council', () => {
  test('that is not on the list is kept with its region', async () => {
    const run = await runInduct([
      'start',
      '--council',
      'New Unitary',
      '--region',
      'south east',
      '--appointed',
      'today',
      '--yes',
    ]);
    expect(run.exit, run.stderr).toBe(0);
    expect((await statusOf(run.home, { today: '2026-05-20' })).induction.council).toEqual({
      name: 'New Unitary',
      gss: null,
      region: 'South East',
    });
  });
});

describe('the appointment', () => {
  const counted = async (run: { home: string }, today: string) => {
    const actions = actionsOf(await statusOf(run.home, { today }));
    return actions['dcs.urgent-news'].due;
  };

  test('20 working days ago still counts from itself', async () => {
    const run = await runInduct(YES, { today: '2026-06-18' });
    expect(await counted(run, '2026-06-18')).toBe('2026-05-21');
    expect((await answersOf(run.home)).dates_from).not.toBe('today');
  });

  test('21 working days ago: --yes counts from today', async () => {
    const run = await runInduct(YES, { today: '2026-06-19' });
    expect(await counted(run, '2026-06-19')).toBe('2026-06-22');
    expect(squeeze(run.stdout)).toContain('in the role since Wednesday 20 May 2026');
    expect(squeeze(run.stdout)).toContain('Suggested dates count from Fri 19 June');
    expect((await statusOf(run.home, { today: '2026-06-19' })).counts.overdue).toBe(0);
  });

  test('long ago, --dates-from appointed counts from it', async () => {
    const run = await runInduct([...YES, '--dates-from', 'appointed'], { today: '2026-09-18' });
    expect(await counted(run, '2026-09-18')).toBe('2026-05-21');
  });

  test('lately, --dates-from today counts from today', async () => {
    const run = await runInduct([...YES, '--dates-from', 'today'], { today: '2026-05-27' });
    expect(await counted(run, '2026-05-27')).toBe('2026-05-28');
  });

  test('ahead: what to do before', async () => {
    const run = await runInduct(['start', '--council', 'Leeds', '--appointed', '2026-06-10', '--yes']);
    expect(squeeze(run.stdout)).toContain('in the role from Wednesday 10 June 2026, in 3 weeks');
    expect(run.stdout).toContain('WORTH DOING BEFORE THAT DAY');
    expect(await counted(run, '2026-05-20')).toBe('2026-06-11');
    const status = await statusOf(run.home, { today: '2026-05-20' });
    expect(status.counts.overdue).toBe(0);
  });

  test('29 February', async () => {
    const run = await runInduct(['start', '--council', 'Leeds', '--appointed', '29 February', '--yes'], {
      today: '2028-02-29',
    });
    expect(run.exit, run.stderr).toBe(0);
    expect(await counted(run, '2028-02-29')).toBe('2028-03-01');
    expect(run.stdout).toContain('Tuesday 29 February 2028');
  });

  test('on a Saturday: the first working day is the Monday', async () => {
    const run = await runInduct(['start', '--council', 'Leeds', '--appointed', '2026-06-06', '--yes'], {
      today: '2026-06-06',
    });
    expect(await counted(run, '2026-06-06')).toBe('2026-06-08');
  });

  test('without a year the nearest is taken', async () => {
    const run = await runInduct(['start', '--council', 'Leeds', '--appointed', '12 May', '--yes']);
    expect((await answersOf(run.home)).appointed).toBe('2026-05-12');
  });
});

describe('an officer', () => {
  const OFFICER = ['--typing', 'officer', '--name', 'Aisha Khan'];

  test('keeps it for a holder by name', async () => {
    const run = await runInduct([...YES, ...OFFICER]);
    expect(run.stdout).toContain('Cllr Aisha Khan, Leeds City Council');
    expect(run.stdout).toContain("Cllr Khan's LGA e-learning login");
    const status = await statusOf(run.home, { today: '2026-05-20' });
    expect(status.induction).toMatchObject({ typing: 'officer', name: 'Aisha Khan' });
    expect(actionsOf(status)['dcs.urgent-news'].title).not.toMatch(/\byour?\b/i);
    expect((await eventsOf(run.home)).length).toBeGreaterThan(0);
  });

  test('without a name is no error', async () => {
    const run = await runInduct([...YES, '--typing', 'officer']);
    expect(run.exit).toBe(0);
    expect(run.stdout).not.toMatch(/\byou\b(?! can change)/i);
  });
});

describe('a second start', () => {
  test('shows the answers and changes nothing', async () => {
    const home = await prepare();
    const before = await readingOf(home);
    const run = await induct(home, ['start']);
    expect(run).toMatchObject({ exit: 0, stderr: '', asked: [] });
    expect(squeeze(run.stdout)).toContain('There is a plan already');
    expect(run.stdout).toContain('Leeds City Council (Yorkshire and The Humber)');
    expect(run.stdout).toContain('20 May 2026');
    expect(await readingOf(home)).toEqual(before);
  });

  test('in a terminal too', async () => {
    expect(await induct(await prepare(), ['start'], { tty: true })).toMatchObject({ exit: 0, asked: [] });
  });

  test('changes only what is given, and keeps the progress', async () => {
    const home = await prepare([['done', '3.2']]);
    const before = await answersOf(home);
    const run = await induct(home, ['start', '--dcs-post', 'vacant', '--yes']);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(squeeze(run.stderr)).toMatch(/Changed: .*vacant/);
    expect(run.stderr).toContain('induct undo');
    expect(await answersOf(home)).toEqual({ ...before, dcs_post: 'vacant' });
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].status).toBe('done');
  });

  test('with the same answer records nothing', async () => {
    const home = await prepare();
    const before = await readingOf(home);
    const run = await induct(home, ['start', '--council', 'Leeds', '--json']);
    expect(run.json).toMatchObject({ schema: 'induct.changed/1', changed: [], created: [] });
    expect(await readingOf(home)).toEqual(before);
  });

  test('with a wrong answer changes nothing', async () => {
    const home = await prepare();
    const before = await readingOf(home);
    expect((await induct(home, ['start', '--dcs-post', 'vacant', '--split', 'perhaps'])).exit).toBe(2);
    expect(await readingOf(home)).toEqual(before);
  });

  test('a changed appointment moves our dates, and lists those that stay', async () => {
    const home = await prepare([['due', '6.6', '30 June']]);
    const run = await induct(home, ['start', '--appointed', '2026-05-27']);
    expect(squeeze(run.stderr)).toContain('6.6');
    const actions = actionsOf(await statusOf(home));
    expect(actions['dcs.urgent-news'].due).toBe('2026-05-28');
    expect(actions['documents.send-strategy'].due).toBe('2026-06-30');
  });

  test('an officer is answered as one', async () => {
    const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
    const run = await induct(home, ['start', '--given-by', 'mayor']);
    expect(run.stderr).not.toMatch(/\byour?\b/i);
  });
});

describe('--new', () => {
  test('keeps another beside those there are', async () => {
    const home = await prepare([['done', '3.2']]);
    const run = await induct(home, [
      'start',
      '--new',
      '--name',
      'Tom Reed',
      '--council',
      'Camden',
      '--appointed',
      '1 June',
      '--yes',
    ]);
    expect(run.exit, run.stderr).toBe(0);
    const { holders } = (await induct(home, ['holders', '--json'])).json;
    expect(holders).toHaveLength(2);
    expect(holders[1]).toMatchObject({ number: 2, name: 'Tom Reed', current: true, started: true });
    expect((await statusOf(home)).counts.done).toBe(0);
    expect((await induct(home, ['status', '--json', '--holder', '1'])).json.counts.done).toBe(1);
  });

  test('every receipt then says whose it is', async () => {
    const home = await prepare();
    const run = await induct(home, [
      'start',
      '--new',
      '--name',
      'Tom Reed',
      '--council',
      'Camden',
      '--appointed',
      '1 June',
      '--yes',
    ]);
    expect(run.stdout).toContain('For Cllr Tom Reed (Camden).');
    expect((await induct(home, ['done', '3.2'])).stderr).toContain('For Cllr Tom Reed (Camden).');
    expect((await induct(home, ['done', '3.2', '--holder', '1'])).stderr).toContain(
      'For the portfolio holder of Leeds.',
    );
    expect((await induct(home, ['undo', '--holder', '1'])).stderr).toContain('For the portfolio holder of Leeds.');
  });

  test('names what is missing, with --new in the command to copy', async () => {
    const home = await prepare();
    const before = await readingOf(home);
    const run = await induct(home, ['start', '--new', '--name', 'Tom Reed']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(squeeze(run.stderr)).toContain('induct start --new ');
    expect(await readingOf(home)).toEqual(before);
  });
});

test('nothing of a plan is there before start', async () => {
  const home = temporaryFolder();
  await runInduct(['start'], { home });
  expect(readdirSync(home).filter((name) => name !== 'cache')).toEqual([]);
});
