import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { eventsOf, induct, prepare, readingOf } from '../../contract/calls.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/figures/${name}`, import.meta.url));
const REFERRALS = fixture('referrals.csv');
const LATER = fixture('referrals-later.csv');
const IN_CARE = fixture('in-care.csv');
const NEIGHBOURS = fixture('neighbours.csv');
const OWN = fixture('own.csv');

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
async function figure(home: string, id: string): Promise<any> {
  const { json } = await induct(home, ['data', '--json']);
  return json.indicators.find((one: { id: string }) => one.id === id);
}

function written(text: string | Uint8Array, name = 'file.csv'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

const words = (text: string) => text.replace(/\s+/g, ' ');

describe('data import', () => {
  test('takes the council, its region, England and the neighbours', async () => {
    const home = await prepare();
    const { exit, stderr } = await induct(home, ['data', 'import', NEIGHBOURS, REFERRALS]);
    expect({ exit, stderr: words(stderr) }).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(
        /referrals\.csv: Referrals; Repeat referrals, 2019 to 2024\. .*Taken: Leeds, Yorkshire and The Humber and England/,
      ),
    });
    const { published, better } = await figure(home, 'repeat-referrals');
    expect(better).toBe('lower');
    // Of the ten neighbours the file has Barnsley, Bolton and Bury: 23, 24 and 25.
    expect(published[0]).toEqual({
      period: '2024',
      council: 22,
      region: 21.9,
      england: 22.4,
      neighbours: 24,
      flag: null,
    });
    expect(published.map((year: { period: string }) => year.period)).toEqual([
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
      '2019',
    ]);
    expect(published[2]).toMatchObject({ period: '2022', council: null, flag: 'unreliable' });
  });

  test('the neighbours may come later, and until then there is no median', async () => {
    const home = await prepare([['data', 'import', REFERRALS]]);
    expect((await figure(home, 'repeat-referrals')).published[0].neighbours).toBeNull();
    expect((await figure(home, 'repeat-referrals')).says).toMatch(/England/);
    await induct(home, ['data', 'import', NEIGHBOURS]);
    expect((await figure(home, 'repeat-referrals')).published[0].neighbours).toBe(24);
    expect((await figure(home, 'repeat-referrals')).says).toMatch(/like you/);
  });

  test('reads another order of columns, other years and quoted empty fields', async () => {
    const home = await prepare([['data', 'import', IN_CARE]]);
    expect((await figure(home, 'children-in-care-rate')).published).toEqual([
      { period: '2025', council: 84, region: 76, england: 66, neighbours: null, flag: null },
      { period: '2024', council: 84, region: 76, england: 66, neighbours: null, flag: null },
      { period: '2023', council: 84, region: 76, england: 66, neighbours: null, flag: null },
    ]);
    expect((await figure(home, 'coming-into-care')).published[0].council).toBe(1498);
  });

  test('again adds nothing; a newer file adds years, revises and says what', async () => {
    const home = await prepare([['data', 'import', REFERRALS]]);
    const again = await induct(home, ['data', 'import', REFERRALS]);
    expect(words(again.stderr)).toContain('All of it is here already, so nothing was recorded.');
    expect(again.stderr).not.toContain('undo');
    const later = words((await induct(home, ['data', 'import', LATER])).stderr);
    expect(later).toContain('Repeat referrals, 2025');
    expect(later).toContain('Revised: Repeat referrals 2024, Leeds: 22% before, 23.4% now.');
    expect(later).toContain('Revised for other councils: 1 values.');
    const { published } = await figure(home, 'repeat-referrals');
    expect(published.slice(0, 2).map((year: { council: number }) => year.council)).toEqual([22.5, 23.4]);
    const older = words((await induct(home, ['data', 'import', REFERRALS])).stderr);
    expect(older).toMatch(/An older file: 2 values differ from later ones, which stay\./);
    expect((await figure(home, 'repeat-referrals')).published[1].council).toBe(23.4);
  });

  test('is one change, and taken back as one', async () => {
    const home = await prepare();
    const before = await readingOf(home);
    const files = [REFERRALS, IN_CARE, NEIGHBOURS];
    const told = (await induct(home, ['data', 'import', ...files, '--json'])).json;
    expect(told).toMatchObject({ schema: 'induct.changed/1', changed: [], created: [] });
    const events = await eventsOf(home);
    const fresh = events.filter((event) => /published|neighbours/.test(event.what));
    expect(new Set(fresh.map((event) => event.change)).size).toBe(1);
    expect(fresh.map((event) => event.detail)).toContain('2019 to 2024, referrals.csv');
    expect((await induct(home, ['undo'])).stderr).toContain('published figures: Referrals');
    expect((await figure(home, 'referrals')).published).toEqual([]);
    expect((await readingOf(home))[0]).toEqual(before[0]);
  });

  test('undo of a revision brings the value before back', async () => {
    const home = await prepare([['data', 'import', REFERRALS], ['data', 'import', LATER], ['undo']]);
    const { published } = await figure(home, 'repeat-referrals');
    expect(published[0]).toMatchObject({ period: '2024', council: 22 });
  });

  test('own figures stay apart from the published ones, and are shown with them', async () => {
    const record = ['data', 'record', 'repeat-referrals', '26', '--period', '2026-05'];
    const home = await prepare([['data', 'import', REFERRALS], record]);
    const found = await figure(home, 'repeat-referrals');
    expect(found.values).toEqual([{ period: '2026-05', value: 26 }]);
    expect(found.published[0].council).toBe(22);
    const { stdout } = await induct(home, ['data']);
    expect(stdout).toContain('SHARES AND RATES, 2024');
    expect(stdout).toContain("FROM THE COUNCIL'S REPORTS");
  });

  const BARNSLEY = { name: 'Barnsley', short: 'Barnsley', gss: 'E08000038', region: 'Yorkshire and The Humber' };
  const CUMBERLAND = { name: 'Cumberland Council', short: 'Cumberland', gss: 'E06000063', region: 'North West' };
  const ELSEWHERE = { name: 'Bury', short: 'Bury', gss: null, region: 'North West' };

  test('a council under an earlier code', async () => {
    const home = await prepare([['data', 'import', REFERRALS]], { council: BARNSLEY });
    expect((await figure(home, 'repeat-referrals')).published[0].council).toBe(23);
  });

  test('a council that is not on the list, by its name', async () => {
    const home = await prepare([['data', 'import', REFERRALS]], { council: ELSEWHERE });
    expect((await figure(home, 'repeat-referrals')).published[0]).toMatchObject({ council: 25, region: 20.5 });
  });

  test('a new council: says whose figures are there, and takes them where told to', async () => {
    const home = await prepare([], { council: CUMBERLAND });
    const refused = await induct(home, ['data', 'import', REFERRALS]);
    expect(refused.exit).toBe(2);
    expect(words(refused.stderr)).toMatch(
      /no row for Cumberland\. It was formed from Cumbria County Council, which the file has/,
    );
    expect(words(refused.stderr)).toContain('--predecessor "Cumbria County Council"');
    const taken = await induct(home, ['data', 'import', REFERRALS, '--predecessor', 'cumbria']);
    expect(taken.stderr).toContain('The years before are those of Cumbria County Council.');
    const { published } = await figure(home, 'repeat-referrals');
    expect(published.map((year: { council: number | null }) => year.council)).toEqual([null, 25.5, 25, 24.5, 24, 23.5]);
    // A number of a larger council is not one of this one.
    expect((await figure(home, 'referrals')).published[1].council).toBeNull();
    expect((await induct(home, ['data', 'show', 'repeat-referrals'])).stdout).toContain(
      'before the council was formed',
    );
  });

  test('in a terminal a new council is offered them', async () => {
    const home = await prepare([], { council: CUMBERLAND });
    const run = await induct(home, ['data', 'import', REFERRALS], { tty: true, answers: ['E10000006'] });
    expect(run.offered).toEqual([['Cumbria County Council', 'None: import nothing']]);
    expect((await figure(home, 'repeat-referrals')).published[1].council).toBe(25.5);
    const none = await induct(await prepare([], { council: CUMBERLAND }), ['data', 'import', REFERRALS], {
      tty: true,
      answers: ['none'],
    });
    expect(none.exit).toBe(2);
  });

  test('figures of its own from any other file', async () => {
    const home = await prepare();
    const map = ['--as', 'stability', '--map', 'period=Month,value=Rate'];
    const { stderr } = await induct(home, ['data', 'import', OWN, ...map]);
    expect(stderr).toContain('own.csv: 2 values of Same carer for two years.');
    expect((await figure(home, 'stability')).values).toEqual([
      { period: '2026-03', value: 23.1 },
      { period: '2026-04', value: 24 },
    ]);
    expect((await induct(home, ['data', 'import', OWN, ...map])).stderr).toContain('nothing was recorded');
  });

  test('in a terminal the figure and the columns are asked for', async () => {
    const home = await prepare();
    const run = await induct(home, ['data', 'import', OWN], { tty: true, answers: ['stability', 'Month', 'Rate'] });
    expect(run.offered[1]).toEqual(['Month', 'Rate', 'Remark']);
    expect((await figure(home, 'stability')).values).toHaveLength(2);
    const asked = await induct(home, ['data', 'import'], { tty: true, answers: [REFERRALS, ''] });
    expect(asked.stderr).toContain('Referrals; Repeat referrals');
  });
});

describe('data import refuses, and imports nothing', () => {
  const text = readFileSync(REFERRALS, 'utf8');
  const lines = text.split('\n');
  const with_ = (line: number, change: (cells: string[]) => void) =>
    lines
      .map((one, index) => {
        if (index !== line - 1) return one;
        const cells = one.split(',');
        change(cells);
        return cells.join(',');
      })
      .join('\n');

  const CASES: readonly (readonly [string, () => string[], RegExp])[] = [
    ['no file', () => [], /Say which files.*induct data files/],
    ['a file that is not there', () => [join(temporaryFolder(), 'none.csv')], /There is no file .*none\.csv/],
    ['a folder', () => [temporaryFolder()], /is not a file/],
    ['an empty file', () => [written('')], /file\.csv is empty/],
    ['a spreadsheet renamed', () => [written('PK\u0003\u0004\u0000\u0000')], /is a spreadsheet/],
    ['what is no CSV', () => [written('# Title\n\nsay "hello" to\n')], /file\.csv/],
    [
      'a wrong encoding',
      () => [written(Buffer.from(text.slice(1).replaceAll('Leeds', 'Léeds'), 'latin1'))],
      /line 7, character \d+: this is not text in UTF-8/,
    ],
    [
      'a column that is not there',
      () => [written(text.replace('geographic_level', 'level'))],
      /line 1: the column geographic_level is not there/,
    ],
    ['a cut line', () => [written(text.slice(0, text.length - 30))], /line 66 has more or fewer cells/],
    [
      'a formula',
      () => [
        written(
          with_(7, (cells) => {
            cells[13] = '=1+1';
          }),
        ),
      ],
      /line 7, column rereferral_percent: "=1\+1" is a formula/,
    ],
    [
      'a formula beside the values',
      () => [
        written(
          with_(7, (cells) => {
            cells[9] = '@SUM(A1)';
          }),
        ),
      ],
      /line 7, column la_name: "@SUM\(A1\)" is a formula/,
    ],
    [
      'a word for a number',
      () => [
        written(
          with_(7, (cells) => {
            cells[13] = 'lots';
          }),
        ),
      ],
      /line 7, column rereferral_percent: "lots"/,
    ],
    [
      'a file without the council',
      () => [written(lines.filter((line) => !line.includes(',Leeds,')).join('\n'))],
      /has no row for Leeds/,
    ],
    ['a good file beside a bad one', () => [REFERRALS, written('')], /is empty.*Nothing was imported/],
    ['another file, unexplained', () => [OWN], /--as, which figure it holds; --map.*Its columns: Month, Rate, Remark/],
    [
      'another file, with a column that is none',
      () => [OWN, '--as', 'stability', '--map', 'period=Monat,value=Rate'],
      /line 1: there is no column "Monat".*Month, Rate, Remark/,
    ],
    ['a map that is none', () => [OWN, '--as', 'stability', '--map', 'Month'], /--map: "Month"/],
    [
      'another file, with a period that is none',
      () => [written('Month,Rate\n2026-13,1\n'), '--as', 'stability', '--map', 'period=Month,value=Rate'],
      /file\.csv, line 2, column Month: "2026-13" is not a period/,
    ],
    [
      'another file, with a value that is none',
      () => [written('Month,Rate\n2026-03,1\n2026-04,c\n'), '--as', 'stability', '--map', 'period=Month,value=Rate'],
      /line 3, column Rate: "c" is not a number/,
    ],
    ['no such figure', () => [OWN, '--as', 'stabilty', '--map', 'period=Month,value=Rate'], /no figure "stabilty"/],
    [
      'a predecessor of nobody',
      () => [REFERRALS, '--predecessor', 'Cumbria'],
      /is no council that this one was formed from/,
    ],
  ];

  test.each(CASES)('%s', async (_, argv, says) => {
    const home = await prepare();
    const before = await eventsOf(home);
    const given = argv();
    const run = await induct(home, ['data', 'import', ...given]);
    expect(run.exit, run.stderr).toBe(2);
    expect(run.stdout).toBe('');
    expect(words(run.stderr)).toMatch(says);
    expect(await eventsOf(home)).toEqual(before);
    expect((await induct(home, ['data', 'import', ...given, '--json'])).error?.code).toBe(2);
  });

  test('what is wrong with several files is told at once', async () => {
    const run = await induct(await prepare(), [
      'data',
      'import',
      written('', 'one.csv'),
      written('PK\u0003', 'two.csv'),
    ]);
    expect(words(run.stderr)).toMatch(/one\.csv is empty.*two\.csv is a spreadsheet/);
  });
});
