import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { longHome } from '../helpers/long-home.ts';
import { openBehind } from '../helpers/record.ts';
import { type RunOptions, runInduct, temporaryFolder } from '../helpers/run.ts';

/** A clock that is so much later each time somebody looks. */
function clock(step: number): () => string {
  let at = Date.parse('2026-05-20T09:00:00.000Z');
  return () => {
    at += step;
    return new Date(at).toISOString();
  };
}

/** What a terminal shows at the end of what was written, where a line is only ever written anew. */
function leftOnScreen(written: string): string {
  const lines = [''];
  let column = 0;
  for (const [piece] of written.matchAll(/\u001b\[K|\n|\r|./gu)) {
    const line = lines.at(-1) ?? '';
    if (piece === '\n') lines.push('');
    if (piece === '\n' || piece === '\r') column = 0;
    else if (piece === '\u001b[K') lines[lines.length - 1] = line.slice(0, column);
    else {
      lines[lines.length - 1] = line.slice(0, column) + piece + line.slice(column + 1);
      column += 1;
    }
  }
  return lines.join('\n');
}

const BOOKED = draft('arranged', 'dcs.vision', 'A title', '2026-05-20', {
  for: '2026-06-10',
  time: '10:00',
  with: null,
});
const ESCAPE = /\u001b|\r/;
const LINE = /\r([^\r\u001b]+)\u001b\[K/g;
const linesIn = (written: string) => [...written.matchAll(LINE)].map(([, line]) => line);
const exporting = () => ['export', '--output', join(temporaryFolder(), 'record.json')];

describe('progress', () => {
  test('is one line with numbers that is written anew and taken away', async () => {
    const home = await longHome(1995);
    const { exit, stdout, stderr } = await runInduct(['doctor'], { home, tty: true, now: clock(300) });
    expect(exit).toBe(0);
    const lines = linesIn(stderr);
    expect(lines[0]).toBe('Checking the record: 200 of 2,000');
    expect(lines.at(-1)).toBe('Checking the record: 2,000 of 2,000');
    expect(lines).toHaveLength(37);
    expect(leftOnScreen(stderr)).toBe('');
    expect(stdout).toContain('It holds 2,000 entries of 1 holder.');
    expect(stdout).not.toMatch(/Checking the record/);
  });

  test('of an export into a file, whatever its form', async () => {
    const home = await longHome(400);
    for (const flags of [[], ['--format', 'csv', '--list', 'history']]) {
      const run = await runInduct([...exporting(), ...flags], { home, tty: true, now: clock(400), columns: 120 });
      expect(linesIn(run.stderr)[0]).toMatch(/^Writing the record: \d+ of 405$/);
      expect(leftOnScreen(run.stderr)).toMatch(/^Written to\n/);
    }
  });

  test.each([
    ['share', 'Writing the record', ['share', 'shared.json']],
    ['calendar', 'Reading the record', ['calendar', '--output', 'dates.ics']],
    ['backup', 'Checking the copy', ['backup']],
    ['backup to a file', 'Checking the copy', ['backup', 'copy.db']],
  ])('of %s: %s', async (_, doing, argv) => {
    const home = await longHome(400, { drafts: [BOOKED] });
    const [last = ''] = argv.slice(-1);
    const there = last.includes('.') ? [...argv.slice(0, -1), join(temporaryFolder(), last)] : argv;
    const run = await runInduct(there, { home, tty: true, now: clock(400), columns: 120 });
    expect(run.exit, run.stderr).toBe(0);
    expect(linesIn(run.stderr)[0]).toMatch(new RegExp(`^${doing}: \\d+ of 406$`));
    expect(leftOnScreen(run.stderr)).not.toContain(doing);
    const quiet = await runInduct([...there, ...(last.includes('.') ? ['--force'] : [])], { home, now: clock(400) });
    expect([quiet.exit, quiet.stderr.includes(doing)]).toEqual([0, false]);
  });

  test('says nothing within the first second', async () => {
    const home = await longHome(400);
    const { stderr } = await runInduct(['doctor'], { home, tty: true });
    expect(stderr).toBe('');
    expect((await runInduct(['doctor'], { home, tty: true, now: clock(90) })).stderr).toBe('');
  });

  test('is written at most ten times a second', async () => {
    const home = await longHome(1995);
    const { stderr } = await runInduct(['doctor'], { home, tty: true, now: clock(40) });
    // 40 looks at the clock: 24 before the first second is over, then every third shows.
    expect(linesIn(stderr)).toHaveLength(6);
  });

  test('a clock that is put back ends nothing', async () => {
    const home = await longHome(400);
    const { exit, stderr } = await runInduct(['doctor', '--fix'], { home, tty: true, now: clock(-5000) });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  });

  const quiet: readonly (readonly [string, readonly string[], RunOptions])[] = [
    ['without a terminal', [], {}],
    ['with --json', ['--json'], { tty: true }],
    ['with --plain', ['--plain'], { tty: true }],
  ];
  test.each(quiet)('is not there %s', async (_, flags, options) => {
    const home = await longHome(400);
    const { stderr } = await runInduct(['doctor', ...flags], { home, now: clock(3000), ...options });
    expect(stderr).toBe('');
  });

  const accessible: readonly (readonly [string, RunOptions])[] = [
    ['accessible', { accessible: true }],
    ['TERM=dumb', { env: { TERM: 'dumb' } }],
  ];
  test.each(accessible)('%s: one line, once, without any escape', async (_, options) => {
    const home = await longHome(1995);
    const { stderr } = await runInduct(['doctor'], { home, tty: true, now: clock(300), ...options });
    expect(stderr).toBe('Checking the record: 200 of 2,000\n');
    expect(stderr).not.toMatch(ESCAPE);
  });

  test('fits a narrow terminal, where a line that wraps could not be taken away', async () => {
    const home = await longHome(1995);
    const { stderr } = await runInduct(['doctor'], { home, tty: true, now: clock(300), columns: 33 });
    expect(linesIn(stderr)[0]).toBe('200 of 2,000');
    expect(leftOnScreen(stderr)).toBe('');
  });

  test('is whole where the terminal does not know its width', async () => {
    const home = await longHome(1995);
    const { stderr } = await runInduct(['doctor'], { home, tty: true, now: clock(300), columns: 0 });
    expect(linesIn(stderr)[0]).toBe('Checking the record: 200 of 2,000');
  });

  test('is taken away before a mistake is told', async () => {
    const home = await longHome(1995);
    const database = await openBehind(home);
    database.exec('PRAGMA ignore_check_constraints = ON');
    database.exec("UPDATE events SET body = '{' WHERE seq = 1900");
    const run = await runInduct(exporting(), { home, tty: true, now: clock(300), columns: 120 });
    expect(run.exit).toBe(4);
    expect(linesIn(run.stderr).length).toBeGreaterThan(20);
    expect(leftOnScreen(run.stderr)).toMatch(/^The record is damaged/);
  });
});
