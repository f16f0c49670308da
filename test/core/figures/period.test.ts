import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePeriods, lengthOf, readPeriod, sayPeriod } from '../../../src/core/figures/period.ts';

const TODAY = '2026-06-03';

describe('a period is read', () => {
  test.each([
    ['2026-05', '2026-05', 'month', 'May 2026'],
    [' 2026-06 ', '2026-06', 'month', 'June 2026'],
    ['May 2026', '2026-05', 'month', 'May 2026'],
    ['sept 2025', '2025-09', 'month', 'September 2025'],
    ['2026-Q1', '2026-Q1', 'quarter', 'quarter 1 of 2026'],
    ['2025-q4', '2025-Q4', 'quarter', 'quarter 4 of 2025'],
    ['Q4 2025', '2025-Q4', 'quarter', 'quarter 4 of 2025'],
    ['2025-26', '2025-26', 'april-year', '2025-26'],
    ['2025/26', '2025-26', 'april-year', '2025-26'],
    ['2025-2026', '2025-26', 'april-year', '2025-26'],
    ['2026-27', '2026-27', 'april-year', '2026-27'],
    ['1999-00', '1999-00', 'april-year', '1999-00'],
    ['2011-12', '2011-12', 'month', 'December 2011'],
    ['2011/12', '2011-12', 'month', 'December 2011'],
    ['2025', '2025', 'year', '2025'],
  ])('%s', (typed, period, length, said) => {
    expect(readPeriod(typed, TODAY)).toBe(period);
    expect(lengthOf(period)).toBe(length);
    expect(sayPeriod(period)).toBe(said);
  });

  test.each([
    '2026-13',
    '2026-00',
    '2026-5',
    '2025-27',
    '2026-Q5',
    '2026-Q0',
    'May',
    '26',
    '9999',
    '0001',
    '1989',
    '2026-07',
    '2026-Q3',
    '2027',
    '2027-28',
    '2099-01',
    '',
    ' ',
    'last month',
    '2026-05-01',
    '20260',
    "2026'; DROP TABLE",
  ])('and refused: %s', (typed) => {
    expect(() => readPeriod(typed, TODAY)).toThrow(/^--period: /);
  });

  test('whatever is typed gives a period that reads the same again, or a refusal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{4}[-/ ]?[Qq0-9]{0,4}$/)), (typed) => {
        let period: string;
        try {
          period = readPeriod(typed, TODAY);
        } catch (error) {
          expect((error as { isProblem?: boolean }).isProblem).toBe(true);
          return;
        }
        expect(readPeriod(period, TODAY)).toBe(period);
      }),
    );
  });
});

test('periods stand in the order in which they begin', () => {
  const mixed = ['2026-05', '2025-26', '2026', '2025', '2026-Q1', '2026-04', '2025-Q4'];
  expect([...mixed].sort(comparePeriods)).toEqual([
    '2025',
    '2025-26',
    '2025-Q4',
    '2026',
    '2026-Q1',
    '2026-04',
    '2026-05',
  ]);
});
