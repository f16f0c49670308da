import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Council } from '../../../src/core/councils.ts';
import { areaKeys } from '../../../src/core/figures/areas.ts';
import { type DfeFile, dfeReader, isDfeHeader } from '../../../src/core/figures/dfe-file.ts';
import type { Indicator } from '../../../src/core/figures/indicator.ts';
import { neighboursReader } from '../../../src/core/figures/neighbours-file.ts';
import { shippedLoader } from '../../helpers/shipped.ts';

const { indicators, councils } = await shippedLoader.load('indicators', 'councils');
const LEEDS = 'E08000035';

function read(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  list: readonly Indicator[] = indicators,
): DfeFile {
  const keys = areaKeys(councils, null);
  const reader = dfeReader(
    'F.csv',
    columns.map((name) => name.toLowerCase()),
    { indicators: list, keys, own: LEEDS },
  );
  for (const [index, row] of rows.entries()) reader.row(row, index + 2);
  return reader.finish();
}

const HEAD = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
];
const C1 = [...HEAD, 'category', 'referral_count', 'rereferral_count', 'rereferral_percent'];
const CATEGORY = 'Referrals and Re-referrals';
const england = (year: string, ...cells: string[]) => [
  year,
  'Reporting year',
  'National',
  '',
  '',
  '',
  '',
  CATEGORY,
  ...cells,
];
const leeds = (year: string, ...cells: string[]) => [
  year,
  'Reporting year',
  'Local authority',
  'Yorkshire and The Humber',
  '383',
  LEEDS,
  'Leeds',
  CATEGORY,
  ...cells,
];

function valuesOf(file: DfeFile, id: string) {
  return file.figures.find(({ indicator }) => indicator.id === id)?.values;
}

describe('a DfE file is read by its columns', () => {
  test('the council, its region, England', () => {
    const file = read(C1, [
      england('2025', '600000', '100', '22.6'),
      ['2025', 'Reporting year', 'Regional', 'Yorkshire and The Humber', '', '', '', CATEGORY, '60000', '10', '21.7'],
      leeds('2025', '10304', '2490', '24.2'),
    ]);
    expect(valuesOf(file, 'repeat-referrals')).toEqual({
      '2025': { England: 22.6, 'Yorkshire and The Humber': 21.7, [LEEDS]: 24.2 },
    });
    expect(valuesOf(file, 'referrals')?.['2025']?.[LEEDS]).toBe(10304);
    expect(file.figures.find(({ indicator }) => indicator.id === 'repeat-referrals')?.base).toEqual({ '2025': 2490 });
    expect(file).toMatchObject({ rows: 3, taken: 3, absent: [] });
  });

  test.each([
    ['24.2', 24.2],
    ['0', 0],
    ['1,234', 1234],
    ['c', 'suppressed'],
    ['C', 'suppressed'],
    ['k', 'suppressed'],
    ['u', 'unreliable'],
    ['x', 'unavailable'],
    [':', 'unavailable'],
    ['', 'unavailable'],
    ['z', 'not-applicable'],
    [' 24.2 ', 24.2],
  ])('the value %j', (text, value) => {
    const file = read(C1, [england('2025', '1', '1', '1'), leeds('2025', '1', '1', text)]);
    expect(valuesOf(file, 'repeat-referrals')?.['2025']?.[LEEDS]).toBe(value);
  });

  test.each([
    ['2025', '2025'],
    ['202425', '2025'],
    ['2024/25', '2025'],
    ['2024-25', '2025'],
    ['199900', '2000'],
  ])('the year %s', (text, year) => {
    expect(Object.keys(valuesOf(read(C1, [england(text, '1', '1', '1')]), 'referrals') ?? {})).toEqual([year]);
  });

  test('a council is known by its number, its code or an earlier one', () => {
    const area = (oldCode: string, newCode: string, name: string) => [
      '2025',
      'Reporting year',
      'Local authority',
      '',
      oldCode,
      newCode,
      name,
      CATEGORY,
      '5',
      '1',
      '1',
    ];
    const keysOf = (row: string[]) => Object.keys(valuesOf(read(C1, [row]), 'referrals')?.['2025'] ?? {});
    expect(keysOf(area('370', 'E08000016', 'Barnsley'))).toEqual(['E08000038']);
    expect(keysOf(area('', 'E08000016', 'Barnsley'))).toEqual(['E08000038']);
    expect(keysOf(area('370', '', 'Barnsley'))).toEqual(['E08000038']);
    expect(keysOf(area('933', 'E10000027', 'Somerset'))).toEqual(['E06000066']);
    expect(keysOf(area('', 'E10000027', 'Somerset'))).toEqual(['E06000066']);
    // Two councils of one name: the county that is gone, and the one that is.
    expect(keysOf(area('835', 'E10000009', 'Dorset'))).toEqual(['E10000009']);
    expect(keysOf(area('838', 'E06000059', 'Dorset'))).toEqual(['E06000059']);
    expect(keysOf(area('909', 'E10000006', 'Cumbria'))).toEqual(['E10000006']);
  });

  test('of several filters the declared rows are taken, and other rows left', () => {
    const columns = [...HEAD, 'care_leaver_age', 'breakdown', 'care_leaver_count', 'care_leaver_percent'];
    const row = (age: string, breakdown: string, percent: string) => [
      '2025',
      'Reporting year',
      'Local authority',
      '',
      '383',
      LEEDS,
      'Leeds',
      age,
      breakdown,
      '10',
      percent,
    ];
    const total = 'Total in education, employment or training';
    const file = read(columns, [
      row('17 to 18 years', total, '70'),
      row('19 to 21 years', 'Total', '100'),
      row('19 to 21 years', total, '46'),
      row('19 to 21 years', 'In an apprenticeship', 'c'),
    ]);
    expect(valuesOf(file, 'care-leavers-active')).toEqual({ '2025': { [LEEDS]: 46 } });
    expect(file).toMatchObject({ rows: 4, taken: 1 });
  });

  test('of a filter that nobody knew of the total is taken, in whatever order', () => {
    const columns = [...C1, 'sex'];
    const rows = [
      [...leeds('2025', '5', '1', '11'), 'Female'],
      [...leeds('2025', '9', '1', '24'), 'Total'],
      [...leeds('2025', '4', '1', '13'), 'Male'],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      expect(valuesOf(read(columns, order), 'repeat-referrals')?.['2025']?.[LEEDS]).toBe(24);
    }
  });

  test('Inner and Outer London and other levels are left', () => {
    const file = read(C1, [
      england('2025', '1', '1', '1'),
      ['2025', 'Reporting year', 'Regional', 'Inner London', '', '', '', CATEGORY, '2', '2', '2'],
      ['2025', 'Reporting year', 'School', '', '', '', '', CATEGORY, '3', '3', '3'],
    ]);
    expect(valuesOf(file, 'referrals')).toEqual({ '2025': { England: 1 } });
  });

  test('a region is known by its code where there is no name, and a quarter is no year', () => {
    const columns = C1.map((name) => (name === 'region_name' ? 'region_code' : name));
    const regional = (identifier: string, value: string) => [
      '2025',
      identifier,
      'Regional',
      'E12000003',
      '',
      '',
      '',
      CATEGORY,
      value,
      '1',
      '1',
    ];
    const file = read(columns, [
      regional('Reporting year', '5'),
      regional('Quarter 1', '7'),
      england('2025', '9', '1', '1'),
    ]);
    expect(valuesOf(file, 'referrals')).toEqual({ '2025': { England: 9, 'Yorkshire and The Humber': 5 } });
  });

  test('the order of columns and rows makes no difference', () => {
    const rows = [
      england('2025', '600', '1', '22'),
      leeds('2025', '10', '1', '24'),
      england('2024', '500', '1', '21'),
      leeds('2024', 'c', 'c', 'c'),
    ];
    const plain = read(C1, rows).figures;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...C1.keys()], { minLength: C1.length }),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        (order, shuffled) => {
          const moved = read(
            order.map((index) => C1[index] ?? ''),
            shuffled.map((row) => order.map((index) => row[index] ?? '')),
          );
          expect(moved.figures.map(({ indicator, values }) => [indicator.id, values])).toEqual(
            plain.map(({ indicator, values }) => [indicator.id, values]),
          );
        },
      ),
    );
  });

  test('a column that one figure needs and that is not there leaves that figure out, and says so', () => {
    const file = read(C1.slice(0, -1), [england('2025', '600', '1')]);
    expect(file.figures.map(({ indicator }) => indicator.id)).toEqual(['referrals']);
    expect(file.absent.map(({ id }) => id)).toEqual(['repeat-referrals']);
  });
});

describe('a DfE file with mistakes is refused, with file, line and column', () => {
  const row =
    (...cells: string[]) =>
    () =>
      read(C1, [england('2025', '1', '1', '1'), cells]);
  test.each([
    [
      'a column that all have',
      () =>
        read(
          C1.filter((name) => name !== 'geographic_level'),
          [],
        ),
      /^F\.csv, line 1: the column geographic_level is not there/,
    ],
    [
      'several columns',
      () =>
        read(
          C1.filter((name) => !/time_identifier|la_name/.test(name)),
          [],
        ),
      /line 1: the columns time_identifier, la_name are not there/,
    ],
    [
      'both codes',
      () =>
        read(
          C1.filter((name) => !/la_code/.test(name)),
          [],
        ),
      /new_la_code or old_la_code is not there/,
    ],
    ['a column twice', () => read([...C1, 'time_period'], []), /the column time_period is there twice/],
    ['nothing that is followed', () => read([...HEAD, 'absence_rate'], []), /holds none of the figures/],
    ['no year', row(...leeds('', '1', '1', '1')), /^F\.csv, line 3, column time_period: "" is not a year/],
    ['a year that is none', row(...leeds('20x5', '1', '1', '1')), /column time_period: "20x5" is not a year/],
    ['years that do not follow', row(...leeds('202427', '1', '1', '1')), /are not two years in a row/],
    ['a year too far away', row(...leeds('9999', '1', '1', '1')), /too far away/],
    [
      'a word for a number',
      row(...leeds('2025', '1', '1', 'many')),
      /^F\.csv, line 3, column rereferral_percent: "many" is neither a number/,
    ],
    ['a negative number', row(...leeds('2025', '-5', '1', '1')), /column referral_count: "-5"/],
    [
      'a second value for a year',
      () => read(C1, [leeds('2025', '5', '1', '1'), leeds('2025', '6', '1', '1')]),
      /line 3, column referral_count: Leeds has a second value for 2025/,
    ],
  ])('%s', (_, call, says) => {
    expect(call).toThrow(says);
  });

  test('the same row twice is no mistake', () => {
    expect(valuesOf(read(C1, [leeds('2025', '5', '1', '1'), leeds('2025', '5', '1', '1')]), 'referrals')).toEqual({
      '2025': { [LEEDS]: 5 },
    });
  });

  test('whatever stands in the cells, it gives values or one plain sentence', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('c', 'z', '2025', 'National', 'Local authority', '24.2', LEEDS, CATEGORY),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: C1.length, maxLength: C1.length }), { maxLength: 5 }),
        (rows) => {
          try {
            read(C1, rows);
          } catch (error) {
            expect((error as { isProblem?: boolean }).isProblem).toBe(true);
            expect((error as Error).message).toMatch(/^F\.csv, line \d+, column /);
          }
        },
      ),
    );
  });
});

test('a DfE header is known even when it is damaged, and no other is', () => {
  expect(isDfeHeader(C1)).toBe(true);
  expect(isDfeHeader(['time_period', 'geographic_level', 'la_name'])).toBe(true);
  expect(isDfeHeader(['Month', 'Rate'])).toBe(false);
});

describe('the file of neighbours', () => {
  const text = readFileSync(new URL('../../fixtures/figures/neighbours.csv', import.meta.url), 'utf8').replace(
    '\ufeff',
    '',
  );
  const [head = '', ...lines] = text.trim().split('\n');
  const columns = head.toLowerCase().split(',');
  const council = (gss: string) => councils.find((one) => one.gss === gss) as Council;
  const run = (of: Council, rows: readonly string[] = lines) => {
    const reader = neighboursReader('N.csv', columns, of, councils);
    for (const [index, line] of rows.entries()) reader.row(line.split(','), index + 2);
    return reader.finish();
  };

  test('gives ten councils, nearest first', () => {
    expect(run(council(LEEDS))).toHaveLength(10);
    expect(run(council(LEEDS)).slice(0, 2)).toEqual(['E08000038', 'E08000001']);
  });

  test('without a row for the council, or with a code of none, it is refused', () => {
    expect(() => run(council('E08000001'))).toThrow(/no row for Bolton/);
    expect(() => run(council(LEEDS), [lines[0]?.replace('350', '999') ?? ''])).toThrow(
      /^N\.csv, line 2, column SN_2: "999"/,
    );
    expect(() => neighboursReader('N.csv', columns.slice(0, -2), council(LEEDS), councils)).toThrow(/sn_10/);
  });
});
