import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earliest,
  isCivilDate,
  latest,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../src/core/dates/index.ts';
import { everyDay } from './table.ts';

const days = everyDay('1950-01-01', '2100-12-31');
const day = fc.constantFrom(...days);

describe('isCivilDate', () => {
  test.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  test.each([
    '',
    '2026-2-3',
    '2026-02-30',
    '2027-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '0026-06-04',
    '2026-06-04T00:00',
    ' 2026-06-04',
    '2026-06-04\n',
    '4 June 2026',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
});

describe('counting', () => {
  test.each([
    ['2026-05-20', 1, '2026-05-21'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2026-05-20', 0, '2026-05-20'],
    ['2026-05-20', -20, '2026-04-30'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(from, n)).toBe(to);
    expect(daysBetween(from, to)).toBe(n);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-05-20', 12, '2027-05-20'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-15', 5, '2027-01-15'],
  ])('%s and %i months is %s', (from, n, to) => {
    expect(addMonths(from, n)).toBe(to);
  });

  test('days added are the days between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  test('every day follows the one before it, weekdays in turn', () => {
    // 1 January 1950 was a Sunday.
    const wrong = days.filter(
      (date, place) => addDays('1950-01-01', place) !== date || weekdayOf(date) !== ((place + 6) % 7) + 1,
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['2026-06-04', 4, 6, 2026],
  ['2026-05-25', 1, 5, 2026],
  ['2027-01-03', 7, 1, 2027],
])('%s is weekday %i, month %i, year %i', (date, weekday, month, year) => {
  expect([weekdayOf(date), monthOf(date), yearOf(date)]).toEqual([weekday, month, year]);
});

test('earliest and latest of many, one and none', () => {
  const dates = ['2026-06-04', '2025-12-31', '2026-06-03'] as const;
  expect(earliest(...dates)).toBe('2025-12-31');
  expect(latest(...dates)).toBe('2026-06-04');
  expect(earliest('2026-01-01')).toBe('2026-01-01');
  expect(latest(...[])).toBeUndefined();
  expect(earliest(...[])).toBeUndefined();
});

test('what is no civil date is a defect, not a wrong answer', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => weekdayOf('4 June')).toThrow(RangeError);
  expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError);
});
