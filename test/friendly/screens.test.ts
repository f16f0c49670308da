import stringWidth from 'fast-string-width';
import { beforeAll, expect, test } from 'vitest';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { type RunOptions, type RunResult, runInduct } from '../helpers/run.ts';
import { aMonth, everyExample, isForPrograms, sgrCodes, withoutColour, wordsOf } from './everywhere.ts';

/** Whatever an example writes without saying where goes here. */
beforeAll(() => process.chdir(folderOfRun()));

const ALL = await everyExample();
const SCHEMAS = (await runInduct(['help', 'json'])).stdout;
const EXAMPLES = ALL.filter((example) => !example.includes('--json'));
const TODAY = '2026-06-22';
const WIDTHS = [50, 60, 80, 120];
const REAL_TIME = `${TODAY}T09:30:00.000Z`;

const called = new Map<string, Promise<RunResult>>();

/**
 * One example on a month of records of its own; what comes of it may be a screen, a receipt or an error. The same call
 * comes to the same, so that it is made once.
 */
function call(example: string, more: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const key = JSON.stringify([example, more, options]);
  const known = called.get(key) ?? callAnew(example, more, options);
  called.set(key, known);
  return known;
}

async function callAnew(example: string, more: readonly string[], options: RunOptions): Promise<RunResult> {
  const home = await aMonth();
  const argv = [...wordsOf(example, temporaryFolder()), ...more];
  return runInduct(argv, { home, today: TODAY, now: REAL_TIME, ...options });
}

const said = ({ stdout, stderr }: RunResult): string => stdout + stderr;

/** A folder's name differs from run to run. */
const steady = (text: string): string => text.replace(/\S*induct-test-\S*/g, 'PATH');

/** Lines that are too wide, and could have been broken. A command to copy, alone on its line, stays whole. */
const tooWide = (text: string, columns: number): string[] =>
  text
    .split('\n')
    .filter((line) => stringWidth(line) > columns && /\S\s/.test(line.trim()) && !/^\s*induct /.test(line));

/** Emails to paste, Markdown, and what other programs read, keep their own lines. */
const isToPaste = (example: string, { stdout }: RunResult): boolean =>
  /^induct (letter|completion)\b/.test(example) || stdout.startsWith('# ') || isForPrograms(stdout);

test.each(EXAMPLES)('%s: no line is too wide, and none depends on colour', async (example) => {
  const plainly = await call(example, [], { columns: 80 });
  expect([0, 2, 3, 4]).toContain(plainly.exit);
  expect(said(plainly)).not.toContain('\x1b');
  expect(said(plainly)).not.toContain('defect');
  if (!isToPaste(example, plainly)) {
    const place = EXAMPLES.indexOf(example) % WIDTHS.length;
    for (const columns of [40, WIDTHS[place] ?? 80]) {
      const run = await call(example, [], { columns });
      expect(tooWide(steady(said(run)), columns), `at ${columns} columns`).toEqual([]);
    }
  }

  const coloured = await call(example, ['--color'], { columns: 80 });
  for (const code of sgrCodes(said(coloured))) expect(['0', '1', '22', '31', '39']).toContain(code);
  expect(steady(withoutColour(said(coloured)))).toBe(steady(said(plainly)));
});

test.each(EXAMPLES)('%s --plain: one fact a line, whatever the width', async (example) => {
  const narrow = await call(example, ['--plain'], { columns: 40, env: { FORCE_COLOR: '1' } });
  expect(said(narrow)).not.toContain('\x1b');
  expect(said(narrow)).not.toMatch(/[─-╿▀-▟]/u);
  if (isToPaste(example, narrow)) return;
  expect(steady(said(await call(example, ['--plain'], { columns: 120 })))).toBe(steady(said(narrow)));
  expect(narrow.stdout.split('\n').slice(0, -1)).not.toContain('');
});

test.each(ALL)('%s --json: one document, and nothing else', async (example) => {
  if (/^induct (export|completion)\b|--format|--output/.test(example)) return;
  const run = await call(example, example.includes('--json') ? [] : ['--json'], { env: { FORCE_COLOR: '1' } });
  expect(said(run)).not.toContain('\x1b');
  if (run.exit !== 0) {
    expect(run.stdout).toBe('');
    expect(JSON.parse(run.stderr)).toMatchObject({ schema: 'induct.error/1', error: { code: run.exit } });
    return;
  }
  expect(run.stderr).toBe('');
  const document = JSON.parse(run.stdout);
  expect(document).toMatchObject({ schema: expect.stringMatching(/^induct\.[a-z-]+\/1$/), today: TODAY });
  expect(SCHEMAS).toContain(document.schema);
  expect(datesThatAreNone(document)).toEqual([]);
});

/** What stands where a date is meant, and is none. */
function datesThatAreNone(part: unknown, name = ''): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => datesThatAreNone(one, name));
  if (typeof part === 'object' && part !== null) {
    return Object.entries(part).flatMap(([key, value]) => datesThatAreNone(value, key));
  }
  const isDate = /^(today|due|date|by|suggestedDue|appointed|(last|re)?[a-z]*(On|Until|Since))$/.test(name);
  if (!isDate || part === null || typeof part === 'boolean') return [];
  return /^\d{4}-\d{2}-\d{2}$/.test(String(part)) ? [] : [`${name}: ${part}`];
}

test.each(EXAMPLES)('%s: dates and times as people write them', async (example) => {
  const run = await call(example, [], { columns: 120 });
  const own = steady(isForPrograms(run.stdout) ? run.stderr : said(run))
    .replace(/https?:\S+/g, '')
    .split('\n')
    .filter((line) => !line.includes('induct '));
  const never = [
    /\b\d{1,2}(st|nd|rd|th)\b/,
    /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/,
    /\b([01]?\d|2[0-3]):[0-5]\d\b(?!am|pm)/,
    /\b\d{4}-\d{2}-\d{2}\b/,
    /\bmidnight\b|\b1[0-2]:00(am|pm)\b/,
  ];
  const odd = own.filter((line) => never.some((one) => one.test(line)));
  expect(odd.filter((line) => !isAllowed(line))).toEqual([]);
});

/** Figures are kept by period, answers as data, and a backup has its day in its name. */
function isAllowed(line: string): boolean {
  return /period|INDUCT_|\.db\b/.test(line);
}
