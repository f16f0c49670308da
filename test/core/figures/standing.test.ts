import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, type PublishedYear, publishedYears } from '../../../src/core/figures/published.ts';
import { sayStanding, standingOf } from '../../../src/core/figures/standing.ts';

const PERCENT = { measure: 'percent' } as const;

function years(...values: readonly (number | null)[]): PublishedYear[] {
  return values.map((council, index) => ({
    period: String(2025 - index),
    council,
    region: 20,
    england: 20,
    neighbours: 20,
    flag: null,
  }));
}

const SAYS: readonly (readonly [
  'higher' | 'lower' | 'neither',
  readonly (number | null)[],
  readonly number[] | null,
  number | undefined,
  string,
])[] = [
  ['lower', [30, 28, 26, 24], [20, 21, 22], 90, 'Higher than most like you and rising: ask why.'],
  ['lower', [30, 32, 34, 36], [20, 21, 22], 90, 'Higher than most like you, but falling: ask what helps.'],
  ['lower', [10, 12, 14, 16], [20, 21, 22], 90, 'Lower than most like you and falling: ask what helps.'],
  ['lower', [16, 14, 12, 10], [20, 21, 22], 90, 'Lower than most like you, but rising: ask why.'],
  ['higher', [30, 28, 26, 24], [20, 21, 22], 90, 'Higher than most like you and rising: ask what helps.'],
  ['higher', [10, 12, 14, 16], [20, 21, 22], 90, 'Lower than most like you and falling: ask why.'],
  ['neither', [30, 28, 26, 24], [20, 21, 22], 90, 'Higher than most like you and rising: ask why.'],
  ['neither', [10, 12, 14, 16], [20, 21, 22], 90, 'Lower than most like you and falling: ask why.'],
  ['neither', [20, 20, 20, 20], [18, 21, 22], 90, 'About the same as others like you and level.'],
  ['lower', [20, 20, 20, 20], null, 90, 'About the same as England and level.'],
  ['lower', [30, 30, 30, 30], null, 90, 'Higher than England and level: ask why.'],
  ['lower', [30, 28], null, undefined, 'Higher than England: ask why.'],
  ['lower', [20, 30, 26, 10], [18, 22], 90, 'About the same as others like you and uneven: ask why.'],
  [
    'lower',
    [30, 28, 26, 24],
    [20, 21, 22],
    9,
    'Higher than most like you and rising, but a small number, so one family can move it.',
  ],
  ['lower', [null, 28, 26, 24], [20, 21, 22], undefined, ''],
];

describe('the word on a figure', () => {
  test.each(SAYS)('%s %j %j %s: %s', (better, values, others, base, said) => {
    const standing = standingOf(PERCENT, years(...values), others, base);
    expect(standing === null ? null : sayStanding({ better }, standing, 'you')).toBe(said);
  });

  test('where neither way is welcome, nothing is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 7 }),
        fc.array(fc.integer({ min: 0, max: 60 })),
        (values, others) => {
          const standing = standingOf(PERCENT, years(...values), others, 99);
          expect(standing === null ? '' : sayStanding({ better: 'neither' }, standing, 'you')).not.toMatch(/help|but/);
        },
      ),
    );
  });
});

test('numbers are followed, and never compared', () => {
  const standing = standingOf({ measure: 'number' }, years(900, 800, 700), [1, 2, 3], undefined);
  expect(standing).toMatchObject({ side: null, against: null, trend: 'rising', small: null, overOne: 100 });
  expect(standingOf({ measure: 'number' }, years(12), [1], undefined)).toMatchObject({ small: 12 });
});

test('a change is between a year and just so many years before, and both must have numbers', () => {
  const standing = standingOf(PERCENT, years(24.2, 23.9, null, 22, 21, 20.1), [], 99);
  expect(standing).toMatchObject({ overOne: 0.3, overFive: 4.1 });
  expect(standingOf(PERCENT, years(24.2, null), [], 99)).toMatchObject({ overOne: null, overFive: null });
});

test('the median is the middle, counted another way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (tenths) => {
      const values = tenths.map((value) => value / 10);
      const middle = median(values) ?? Number.NaN;
      const below = values.filter((value) => value < middle - 1e-9).length;
      const above = values.filter((value) => value > middle + 1e-9).length;
      expect(below).toBeLessThanOrEqual(values.length / 2);
      expect(above).toBeLessThanOrEqual(values.length / 2);
    }),
  );
  expect(median([])).toBeNull();
  expect(median([23.1, 24])).toBe(23.55);
});

test('suppressed and missing values are no numbers, in the median neither', () => {
  const values = {
    '2025': { England: 22, A: 'suppressed', B: 10, C: 30, D: 'unavailable' },
    '2024': { A: 5 },
    '2023': { England: 'unavailable' },
  } as const;
  expect(
    publishedYears({ values, base: {}, before: null }, { gss: 'A', region: 'North West' }, ['B', 'C', 'D', 'E']),
  ).toEqual([
    { period: '2025', council: null, region: null, england: 22, neighbours: 20, flag: 'suppressed' },
    { period: '2023', council: null, region: null, england: null, neighbours: null, flag: null },
  ]);
});
