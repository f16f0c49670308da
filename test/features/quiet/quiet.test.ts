import { describe, expect, test } from 'vitest';
import { runInduct, startHome } from '../../helpers/run.ts';

const today = '2026-06-01';
const ADD = ['quiet', 'add', '27 July', '1 September', '--why', 'Summer recess'];

describe('induct quiet', () => {
  test('says how to add one where there is none', async () => {
    const home = await startHome();
    const { stdout, exit } = await runInduct(['quiet'], { home, today });
    expect(exit).toBe(0);
    expect(stdout).toContain('no quiet periods');
    expect(stdout).toContain('induct quiet add "27 July" "1 September" --why "Summer recess"');
    const { json } = await runInduct(['quiet', '--json'], { home, today });
    expect(Object.keys(json)).toEqual(['schema', 'today', 'induction', 'quiet']);
    expect(json).toMatchObject({ schema: 'induct.quiet/1', quiet: [] });
    expect((await runInduct(['quiet'])).exit).toBe(3);
  });

  test('adds one: the dates inside move to the first day back, and nothing else', async () => {
    const home = await startHome();
    const before = (await runInduct(['status', '--json'], { home, today })).json;
    const added = await runInduct(ADD, { home, today });
    expect(added).toMatchObject({ exit: 0, stdout: '' });
    expect(added.stderr).toContain('Quiet until Tue 1 September.\n');
    const moved = Number(/(\d+) suggested dates move to Tue 1 September\./.exec(added.stderr)?.[1]);
    expect(moved).toBeGreaterThan(0);
    const list = (await runInduct(['quiet', '--json'], { home, today })).json.quiet;
    expect(list).toEqual([{ id: 'quiet-2026-07-27', from: '2026-07-27', to: '2026-09-01', why: 'Summer recess' }]);
    if (before === undefined) return;
    const after = (await runInduct(['status', '--json'], { home, today })).json;
    const dues = (document: typeof before): (string | null)[] =>
      document.steps.flatMap((step: { actions: { due: string | null }[] }) => step.actions.map(({ due }) => due));
    const old = dues(before);
    const changed = dues(after).flatMap((due, index) => (due === old[index] ? [] : [[old[index], due]]));
    expect(changed).toHaveLength(moved);
    for (const [was, is] of changed) {
      expect(was !== null && was !== undefined && was >= '2026-07-27' && was < '2026-09-01').toBe(true);
      expect(is).toBe('2026-09-01');
    }
  });

  test('the same again adds nothing; another first day back replaces it', async () => {
    const home = await startHome();
    await runInduct(ADD, { home, today });
    const again = await runInduct(ADD, { home, today });
    expect(again.stderr).toBe('That period is recorded already. Quiet until Tue 1 September.\n');
    const other = await runInduct(['quiet', 'add', '27 July', '7 September', '--why', 'Summer recess'], {
      home,
      today,
    });
    expect(other.stderr).toContain('Until now the first day back was Tue 1 September.');
    const list = (await runInduct(['quiet', '--json'], { home, today })).json.quiet;
    expect(list).toMatchObject([{ to: '2026-09-07' }]);
  });

  test('the document of what changed names the period', async () => {
    const home = await startHome();
    const { json } = await runInduct([...ADD, '--json'], { home, today });
    expect(json).toMatchObject({
      schema: 'induct.changed/1',
      created: [{ type: 'quiet', id: 'quiet-2026-07-27' }],
    });
    expect(json.changed.length).toBeGreaterThan(0);
  });

  test('removes one', async () => {
    const home = await startHome();
    await runInduct(ADD, { home, today });
    const removed = await runInduct(['quiet', 'remove', '27', 'July'], { home, today });
    expect(removed.stderr).toMatch(/^Removed: the quiet period from Mon 27 July\. \d+ suggested dates move to /);
    expect((await runInduct(['quiet', '--json'], { home, today })).json.quiet).toEqual([]);
    const gone = await runInduct(['quiet', 'remove', '27 July'], { home, today });
    expect(gone).toMatchObject({ exit: 2, stderr: expect.stringContaining('There are none.') });
  });

  test('names all that is missing, and asks for it in a terminal', async () => {
    const home = await startHome();
    const bare = await runInduct(['quiet', 'add'], { home, today });
    expect(bare.exit).toBe(2);
    expect(bare.stderr).toContain('These are missing: the first day; the first day back; --why, the reason.');
    const why = await runInduct(['quiet', 'add', '27 July', '1 September'], { home, today });
    expect(why).toMatchObject({ exit: 2, stderr: expect.stringContaining('This is missing: --why, the reason.') });
    const answers = ['27 July', '1 September', 'Recess'];
    const asked = await runInduct(['quiet', 'add'], { home, today, tty: true, answers });
    expect(asked).toMatchObject({ exit: 0, stderr: expect.stringContaining('Quiet until Tue 1 September.') });
    expect(asked.asked).toHaveLength(3);
    const remove = await runInduct(['quiet', 'remove'], { home, today, tty: true, answers: ['quiet-2026-07-27'] });
    expect(remove).toMatchObject({ exit: 0, offered: [['Mon 27 July  Recess']] });
    expect((await runInduct(['quiet', 'remove'], { home, today })).exit).toBe(2);
  });

  test('refuses a reason that may identify a child', async () => {
    const home = await startHome();
    const why = 'Tom Smith, date of birth 3/4/2019';
    const refused = await runInduct(['quiet', 'add', '27 July', '1 September', '--why', why], { home, today });
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('Nothing was recorded') });
    const kept = await runInduct(['quiet', 'add', '27 July', '1 September', '--why', why, '--keep'], { home, today });
    expect(kept.exit).toBe(0);
  });

  test.each([80, 50])('lists them at %i columns', async (columns) => {
    const home = await startHome();
    await runInduct(ADD, { home, today });
    await runInduct(['quiet', 'add', '25 May', '8 June', '--why', 'Half-term'], { home, today });
    const { stdout } = await runInduct(['quiet'], { home, today, columns });
    expect(stdout.indexOf('Mon 25 May')).toBeLessThan(stdout.indexOf('Mon 27 July'));
    expect(stdout).toMatch(/Half-term .*now/);
    expect(stdout).toContain('back Tue 1 September');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});
