import { describe, expect, test } from 'vitest';
import { regions } from '../../../src/core/councils.ts';
import { draft } from '../../../src/core/events.ts';
import { adviserName, decideAdviser } from '../../../src/features/adviser/decide.ts';
import { adviserDocument, buildAdviser } from '../../../src/features/adviser/view.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { firstAnswers, load, planOf } from '../profile/plan-of.ts';

const { advisers } = await load('advisers');
const named = draft('adviser-set', 'adviser', 'LGA adviser', '2026-06-01', { name: 'Jo Bloggs' });

describe('view', () => {
  test('every region has its adviser', () => {
    const view = buildAdviser(advisers, null, '2026-06-01', true);
    expect(view.all?.map(({ region }) => region)).toEqual(regions);
    expect(view.all?.every(({ adviser }) => adviser !== null)).toBe(true);
  });

  test("the user's own name goes before the list's", async () => {
    const plan = await planOf([...firstAnswers(), named]);
    expect(adviserDocument(buildAdviser(advisers, plan, plan.today, false))).toMatchObject({
      region: 'Yorkshire and The Humber',
      adviser: { name: 'Jo Bloggs', regions: ['Yorkshire and The Humber'] },
      asListed: null,
    });
  });

  test('a region without an adviser has none', async () => {
    const plan = await planOf();
    const view = buildAdviser({ ...advisers, advisers: [] }, plan, plan.today, false);
    expect(adviserDocument(view)).toMatchObject({ adviser: null, asListed: '2026-11-22' });
  });
});

describe('decide', () => {
  test('the same name adds nothing', async () => {
    const plan = await planOf([...firstAnswers(), named]);
    expect(decideAdviser(plan, 'Jo Bloggs')).toEqual([]);
    expect(decideAdviser(plan, 'Someone Else')).toMatchObject([
      { type: 'adviser-set', body: { name: 'Someone Else' } },
    ]);
  });

  test.each(['', '   ', 'x'.repeat(201)])('refuses the name %j', (typed) => {
    expect(() => adviserName(typed)).toThrow(/name/);
  });
});

describe('induct adviser', () => {
  test('before start only --all works', async () => {
    expect(await runInduct(['adviser'])).toMatchObject({ exit: 3, stdout: '' });
    const home = temporaryFolder();
    const run = await runInduct(['adviser', '--all', '--json'], { home, today: '2026-12-01' });
    expect(run.exit).toBe(0);
    expect(Object.keys(run.json)).toEqual(['schema', 'today', 'region', 'adviser', 'asListed', 'advisers']);
    expect(run.json).toMatchObject({ schema: 'induct.adviser/1', region: null, adviser: null, asListed: '2026-11-22' });
    expect(run.json.advisers.flatMap((one: { regions: string[] }) => one.regions).sort()).toEqual([...regions].sort());
    const screen = await runInduct(['adviser', '--all'], { home });
    expect(screen.stdout).toContain('As listed 22 November 2026: check before you write.');
    expect(
      regions.map((region) => screen.stdout.indexOf(region)).every((at, index, all) => at > (all[index - 1] ?? 0)),
    ).toBe(true);
  });

  test('an unfinished start is as good as none', async () => {
    const home = await startHome({ unfinished: true });
    expect((await runInduct(['adviser', '--all', '--json'], { home })).json).toMatchObject({ region: null });
    expect((await runInduct(['adviser'], { home })).exit).toBe(3);
  });

  test("names the region's adviser, the age of the list and the source", async () => {
    const home = await startHome();
    const run = await runInduct(['adviser', '--json'], { home });
    expect(Object.keys(run.json)).toEqual(['schema', 'today', 'induction', 'region', 'adviser', 'asListed']);
    expect(run.json.adviser).toEqual({ name: 'Rachel Dickinson', regions: ['Yorkshire and The Humber'] });
    for (const columns of [80, 50]) {
      const { stdout } = await runInduct(['adviser'], { home, columns });
      expect(stdout).toContain('Rachel Dickinson');
      expect(stdout).toMatch(/As listed 22 November 2026: check before you\swrite\./);
      expect(stdout).toContain('Source: LGA');
      const words = stdout.split('\n').filter((line) => !line.includes('https://'));
      expect(Math.max(...words.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  test('set records a name once', async () => {
    const home = await startHome();
    const first = await runInduct(['adviser', 'set', 'Jo', 'Bloggs'], { home });
    expect(first).toMatchObject({ exit: 0, stdout: '' });
    expect(first.stderr).toContain('Recorded: Jo Bloggs is the LGA adviser for Yorkshire and The Humber.');
    const again = await runInduct(['adviser', 'set', 'Jo Bloggs'], { home });
    expect(again.stderr).toBe('Jo Bloggs is recorded as the LGA adviser already.\n');
    const { stdout } = await runInduct(['adviser'], { home });
    expect(stdout).toContain('as recorded');
    expect(stdout).toContain("The LGA's list, as read on 22 November 2026, has Rachel Dickinson.");
    const json = await runInduct(['adviser', 'set', 'Another', '--json'], { home });
    expect(json.json).toEqual({ schema: 'induct.changed/1', today: '2026-05-20', changed: [], created: [] });
  });

  test('set asks for a missing name, or says that it is missing', async () => {
    const home = await startHome();
    expect(await runInduct(['adviser', 'set'], { home })).toMatchObject({ exit: 2 });
    const run = await runInduct(['adviser', 'set'], { home, tty: true, answers: ['', 'Jo Bloggs'] });
    expect(run.asked).toEqual(['Who is the LGA adviser now?', 'refused "": Type a name.']);
    expect(run.stderr).toContain('Jo Bloggs');
    expect((await runInduct(['adviser', 'set', 'Jo'])).exit).toBe(3);
  });
});
