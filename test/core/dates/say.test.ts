import { describe, expect, test } from 'vitest';
import {
  addDays,
  sayDate,
  sayDayDate,
  sayDayDateNear,
  sayLongDate,
  sayLongDayDate,
  sayRelative,
  sayTime,
} from '../../../src/core/dates/index.ts';

const TODAY = '2026-05-20';

test.each([
  ['2026-06-04', '4 June 2026', 'Thu 4 June', 'Thursday 4 June 2026'],
  ['2026-05-31', '31 May 2026', 'Sun 31 May', 'Sunday 31 May 2026'],
  ['2026-09-01', '1 September 2026', 'Tue 1 September', 'Tuesday 1 September 2026'],
  ['2027-02-28', '28 February 2027', 'Sun 28 February', 'Sunday 28 February 2027'],
])('%s: %s, %s, %s', (date, plain, short, long) => {
  expect(sayDate(date)).toBe(plain);
  expect(sayDayDate(date)).toBe(short);
  expect(sayDayDate(date, { year: false })).toBe(short);
  expect(sayDayDate(date, { year: true })).toBe(`${short} ${date.slice(0, 4)}`);
  expect(sayLongDate(date)).toBe(long);
  expect(sayLongDayDate(date)).toBe(long.replace(/ \d{4}$/, ''));
});

describe('the year is said where it could be mistaken', () => {
  test.each([
    ['2026-06-04', '2026-05-20', 'Thu 4 June'],
    ['2026-11-16', '2026-05-20', 'Mon 16 November'], // 180 days, same year
    ['2026-11-17', '2026-05-20', 'Tue 17 November 2026'], // 181 days
    ['2025-11-21', '2026-05-20', 'Fri 21 November 2025'], // 180 days back, other year
    ['2027-02-28', '2026-11-30', 'Sun 28 February'], // 90 days, other year
    ['2027-03-01', '2026-11-30', 'Mon 1 March 2027'], // 91 days, other year
    ['2026-11-30', '2027-02-28', 'Mon 30 November'],
  ])('%s on %s is %s', (date, today, said) => {
    expect(sayDayDateNear(date, today)).toBe(said);
  });
});

test.each([
  ['16:00', '4pm'],
  ['17:30', '5:30pm'],
  ['09:30', '9:30am'],
  ['09:05', '9:05am'],
  ['12:00', 'midday'],
  ['12:30', '12:30pm'],
  ['00:00', '12am'],
  ['00:15', '12:15am'],
  ['23:59', '11:59pm'],
])('%s is %s', (time, said) => {
  expect(sayTime(time)).toBe(said);
});

test.each(['', '4pm', '9:30', '24:00', '12:60', '12:00\n'])('%j is no time to say', (time) => {
  expect(() => sayTime(time)).toThrow(RangeError);
});

describe('how far from today', () => {
  test.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [2, 'in 2 days'],
    [3, 'in 3 days'],
    [-2, '2 days ago'],
    [-3, '3 days ago'],
    [13, 'in 13 days'],
    [-13, '13 days ago'],
    [14, 'in 2 weeks'],
    [20, 'in 2 weeks'],
    [21, 'in 3 weeks'],
    [-14, '2 weeks ago'],
    [59, 'in 8 weeks'],
    [-59, '8 weeks ago'],
    [60, 'in 2 months'],
    [-60, '2 months ago'],
    [91, 'in 2 months'],
    [92, 'in 3 months'],
    [365, 'in 12 months'],
  ])('%i days is %s', (days, said) => {
    expect(sayRelative(addDays(TODAY, days), TODAY)).toBe(said);
  });

  test.each([
    ['2026-08-30', '2026-07-01', 'in 2 months'], // 60 days, a day short of two months: never "in 1 month"
    ['2026-07-01', '2026-08-30', '2 months ago'],
    ['2026-02-28', '2025-08-31', 'in 6 months'],
    ['2026-11-20', '2026-05-20', 'in 6 months'],
    ['2026-11-19', '2026-05-20', 'in 5 months'],
    ['2025-11-20', '2026-05-20', '6 months ago'],
    ['2025-11-21', '2026-05-20', '5 months ago'],
  ])('%s on %s is %s', (date, today, said) => {
    expect(sayRelative(date, today)).toBe(said);
  });

  test('one of anything is never said, nor more than one without its s', () => {
    for (let days = -800; days <= 800; days += 1) {
      expect(sayRelative(addDays(TODAY, days), TODAY)).toMatch(
        /^(today|tomorrow|yesterday|in ([2-9]|[1-9]\d) (days|weeks|months)|([2-9]|[1-9]\d) (days|weeks|months) ago)$/,
      );
    }
  });
});
