import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCES, type Audience } from '../../../src/core/report/audience.ts';
import { AFTER, aHundredDays } from '../../helpers/a-hundred-days.ts';
import { folderOfRun, temporaryFolder } from '../../helpers/folders.ts';
import { type RunOptions, runInduct, startHome } from '../../helpers/run.ts';

let home = '';
const told = new Map<Audience, string>();

const induct = (argv: readonly string[], run: RunOptions = {}) => runInduct(argv, { home, today: AFTER, ...run });

beforeAll(async () => {
  folderOfRun();
  home = await aHundredDays();
  for (const audience of AUDIENCES) {
    const run = await induct(['report', '--for', audience]);
    expect(run.exit, run.stderr).toBe(0);
    told.set(audience, run.stdout);
  }
});

/** What each audience reads, and what it never does. */
const CONTENTS: Record<Audience, { reads: readonly string[]; never: readonly string[] }> = {
  me: {
    reads: [
      'SECRET',
      'private',
      'DENTIST',
      'REMARK',
      'ROOMS',
      'Jo March',
      'Lena Hart',
      '## Still open',
      '## Not applicable',
      'not here',
      'FIGURE note',
      'ilacs',
    ],
    never: [],
  },
  director: {
    reads: [
      'A call first, then a text',
      'REMARK',
      'ROOMS',
      'Jo March',
      'Lena Hart',
      'Ben Okoro',
      'Two posts are empty',
      'From September',
      'FIGURE note',
    ],
    never: ['SECRET', 'DENTIST', '## Still open', 'not here', 'Where:'],
  },
  ofsted: {
    reads: [
      'Why do families wait so long?',
      'Two posts are empty',
      'Seacroft family hub',
      'An answer on school transport',
      'Bus passes',
      '2026-05: 24.2',
      'Names of officers are left out.',
      'Notes are left out.',
    ],
    never: [
      'SECRET',
      'DENTIST',
      'REMARK',
      'ROOMS',
      'March',
      'Poole',
      'Carter',
      'Hart',
      'Okoro',
      'jo.march',
      '0113',
      'FIGURE',
      'From September',
      'A call first',
      'Where:',
    ],
  },
  scrutiny: {
    reads: ['Why do families wait so long?', 'Two posts are empty', 'Bus passes', 'You said, we did'],
    never: [
      'SECRET',
      'DENTIST',
      'REMARK',
      'ROOMS',
      'March',
      'Poole',
      'Carter',
      'Hart',
      'Okoro',
      'jo.march',
      '0113',
      'FIGURE',
      'From September',
      'A call first',
      'Where:',
    ],
  },
  'next-holder': {
    reads: [
      'What does a placement cost?',
      'An answer on school transport',
      'ilacs',
      '## Dates ahead',
      '1 October 2026',
    ],
    never: ['SECRET', 'DENTIST', 'REMARK', 'ROOMS', 'Two posts', 'A call first', 'FIGURE', 'Bus passes'],
  },
};

describe.each(AUDIENCES)('for %s', (audience) => {
  const words = () => told.get(audience) ?? '';

  test('holds what it should, and nothing else', () => {
    for (const one of CONTENTS[audience].reads) expect(words()).toContain(one);
    for (const one of CONTENTS[audience].never) expect(words()).not.toContain(one);
  });

  test('has both days where an entry was recorded more than 14 days later, and one where it was not', () => {
    expect(words()).toContain('18 June 2026 (recorded 14 September 2026): Schools forum');
    expect(words()).toContain('10 June 2026: Children');
  });

  test('ends with what it is not, and is never an accusation', () => {
    expect(words().trimEnd().endsWith('Not a record of decisions.')).toBe(true);
    if (audience === 'me') return;
    expect(words()).not.toMatch(/\boverdue\b|\blate\b|not applicable|\bskipped\b|%\s+(done|complete)/i);
    expect(words()).not.toMatch(/\b(you|your)\b(?! said| first ten days)/i);
  });

  test('as a page it says the same', async () => {
    const html = (await induct(['report', '--for', audience, '--format', 'html'])).stdout;
    for (const one of CONTENTS[audience].never) expect(html).not.toContain(one);
    expect(html).toContain('Not a record of decisions.');
    expect(html).not.toMatch(/<script|\shref="(?!#)|\ssrc=|url\(|@import|\son\w+=/i);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(Buffer.byteLength(html)).toBeLessThan(200_000);
    const pictures = [...html.matchAll(/<svg role="img" aria-labelledby="(\S+) (\S+)"[^>]*>([\s\S]*?)<\/svg>/g)];
    expect(pictures.length).toBe(html.split('<svg').length - 1);
    expect(pictures.length).toBeGreaterThan(2);
    for (const [, title, says, inside = ''] of pictures) {
      expect(inside).toContain(`<title id="${title}">`);
      expect(inside).toContain(`<desc id="${says}">`);
    }
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  test('--json has the same entries', async () => {
    const { json } = await induct(['report', '--for', audience, '--json']);
    expect(json).toMatchObject({ schema: 'induct.report/1', for: audience, file: null });
    for (const one of CONTENTS[audience].never) expect(JSON.stringify(json)).not.toContain(one);
    expect(json.parts.length).toBeGreaterThan(4);
  });
});

test('twice the same is the same bytes', async () => {
  const again = await induct(['report', '--for', 'director'], { now: `${AFTER}T23:00:00.000Z` });
  expect(again.stdout).toBe(told.get('director'));
});

test('what was taken back is in no report', async () => {
  const own = await aHundredDays();
  await runInduct(['done', '3.1', '--note', 'Every Thursday'], { home: own, today: AFTER });
  await runInduct(['undo'], { home: own, today: AFTER });
  const { stdout } = await runInduct(['report', '--for', 'director'], { home: own, today: AFTER });
  expect(stdout).not.toContain('Every Thursday');
});

test('an officer reads of Cllr Khan', async () => {
  const own = await aHundredDays('officer');
  const { stdout } = await runInduct(['report', '--for', 'me'], { home: own, today: AFTER });
  expect(stdout).toContain('# Induction report: Cllr Aisha Khan');
});

test('a plan just begun has an empty report that says so', async () => {
  const own = await startHome();
  const { stdout } = await runInduct(['report', '--for', 'scrutiny'], { home: own });
  expect(stdout).toContain('Nothing is recorded yet.');
  expect(stdout).toContain('Not a record of decisions.');
});

describe('where it goes', () => {
  test('into a file, never over one without --force', async () => {
    const file = join(temporaryFolder(), 'a.html');
    const run = await induct(['report', '--for', 'ofsted', '--output', file]);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toContain('<!DOCTYPE html>');
    expect((await induct(['report', '--for', 'ofsted', '--output', file])).exit).toBe(2);
    expect((await induct(['report', '--for', 'me', '--output', file, '--force', '--format', 'md'])).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^# Induction report/);
  });

  test('--open makes a page of its own, and opens it where there is a screen', async () => {
    const run = await induct(['report', '--for', 'me', '--open'], { tty: true });
    expect(run.exit, run.stderr).toBe(0);
    expect(run.opened).toHaveLength(1);
    expect(readFileSync(run.opened[0] ?? '', 'utf8')).toContain('<!DOCTYPE html>');
    const without = await induct(['report', '--for', 'me', '--open']);
    expect(without).toMatchObject({ exit: 0, opened: [] });
  });

  test('what is wrong with the call', async () => {
    expect((await induct(['report'])).stderr.replace(/\s+/g, ' ')).toContain(
      '--for: me, director, ofsted, scrutiny, next-holder.',
    );
    expect(await induct(['report', '--for', 'mp'])).toMatchObject({ exit: 2, stdout: '' });
    expect((await induct(['report', '--for', 'me', '--format', 'pdf'])).exit).toBe(2);
    expect((await induct(['report', '--for', 'me', '--format', 'md', '--open'])).exit).toBe(2);
  });

  test('in a terminal the reader is asked for, and what to know is said beside it', async () => {
    const run = await induct(['report'], { tty: true, answers: ['ofsted'] });
    expect(run.stdout).toContain('for an inspection');
    expect(run.stderr.replace(/\s+/g, ' ')).toContain('never straight to an inspector.');
  });
});
