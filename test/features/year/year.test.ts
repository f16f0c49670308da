import { describe, expect, test } from 'vitest';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { damaged } from '../when/damaged.ts';

describe('induct year', () => {
  test('says what is now and next whole, and the rest by a line', async () => {
    const { stdout, stderr, exit } = await runInduct(['year'], { today: '2026-06-01' });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(`What the year usually brings, from June 2026

NOW, IN JUNE
  -  How last year ended.
     Figures and spending to the end of March come to cabinet and scrutiny.
     Ask: What moved, against whom, and what ended over budget?
`);
    expect(stdout).toContain('NEXT, IN JULY\n  -  The end of the school year.\n');
    expect(stdout).toContain('  January    The budget is settled, until March\n');
    expect(stdout).toContain('Check locally.     One month: induct year august\n');
    expect(stdout.match(/The annual reports/g)).toHaveLength(1);
  });

  test.each(Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')))(
    'in month %s it has at most 40 lines, and something of now',
    async (month) => {
      const { stdout } = await runInduct(['year'], { today: `2027-${month}-28` });
      expect(stdout.split('\n').length - 1).toBeLessThanOrEqual(40);
      expect(stdout).not.toContain('Nothing in particular.\n\n');
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  test('in February the budget is now, and told once', async () => {
    const { stdout } = await runInduct(['year'], { today: '2027-02-10' });
    expect(stdout.match(/The budget is settled/g)).toHaveLength(1);
    expect(stdout.indexOf('The budget is settled')).toBeLessThan(stdout.indexOf('NEXT, IN MARCH'));
  });

  test.each(['march', 'March', 'mar', '3', '03'])('%s is a month whole', async (word) => {
    const { stdout, json } = await runInduct(['year', word, '--json'], { today: '2026-06-01' });
    expect(stdout).toContain('school-offers-secondary');
    expect(json.months.map((one: { month: string }) => one.month)).toEqual(['2027-03']);
    const screen = (await runInduct(['year', word], { today: '2026-06-01' })).stdout;
    expect(screen).toContain('March 2027\n  -  The budget is settled.\n');
  });

  test.each(['smarch', '0', '13', ''])('%j is none', async (word) => {
    const run = await runInduct(['year', word], { today: '2026-06-01' });
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('is not a month');
  });

  test('--json: twelve months, with these keys', async () => {
    const { json, stderr } = await runInduct(['year', '--json'], { today: '2026-06-01' });
    expect(stderr).toBe('');
    expect(Object.keys(json)).toEqual(['schema', 'today', 'months']);
    expect(json.schema).toBe('induct.year/1');
    expect(json.months).toHaveLength(12);
    expect(json.months[0].month).toBe('2026-06');
    for (const { month, entries } of json.months) {
      expect(month).toMatch(/^\d{4}-\d\d$/);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) expect(Object.keys(entry)).toEqual(['id', 'title', 'text', 'ask']);
    }
  });

  test('is the same before start, after it, for an officer, and with a damaged record', async () => {
    const today = '2026-06-01';
    const before = await runInduct(['year'], { today, home: temporaryFolder() });
    const after = await runInduct(['year'], { today, home: await startHome({ typing: 'officer' }) });
    expect(after.stdout).toBe(before.stdout);
    expect((await runInduct(['year'], { today, home: await damaged() })).stdout).toBe(before.stdout);
  });
});
