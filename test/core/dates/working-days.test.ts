import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  buildCalendar,
  type CivilDate,
  firstWorkingDayFrom,
  isWorkingDay,
  lastWorkingDayBefore,
  type WorkCalendar,
  workingDaysBetween,
} from '../../../src/core/dates/index.ts';
import { CALENDAR, everyDay, TABLE } from './table.ts';

const day = fc.constantFrom(...everyDay('2022-01-01', '2033-12-31'));

// Two weeks off at once, weekends among them: the longest jump a step can need.
const closed = buildCalendar({
  ...TABLE,
  extra: everyDay('2026-08-10', '2026-08-23').map((date) => ({ date, name: 'Closed' })),
});

/** The slow way: one day after the other. */
function walk(from: CivilDate, n: number, calendar: WorkCalendar): CivilDate {
  let at = from;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, n < 0 ? -1 : 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

describe('addWorkingDays', () => {
  test.each([
    ['2026-05-20', 1, '2026-05-21'],
    ['2026-05-20', 3, '2026-05-26'],
    ['2026-05-20', 5, '2026-05-28'],
    ['2026-05-20', 10, '2026-06-04'],
    ['2026-05-20', 15, '2026-06-11'],
    ['2026-05-20', 40, '2026-07-16'],
    ['2026-05-20', 100, '2026-10-09'],
    ['2026-11-23', 10, '2026-12-07'],
    ['2026-11-23', 30, '2027-01-07'],
    ['2026-05-23', 0, '2026-05-23'],
    ['2026-05-25', 0, '2026-05-25'],
    ['2026-05-23', 1, '2026-05-26'],
    ['2026-05-22', 1, '2026-05-26'],
    ['2026-05-26', -1, '2026-05-22'],
    ['2026-05-24', -1, '2026-05-22'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2027-01-04', -5, '2026-12-23'],
  ])('from %s, day %i is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, CALENDAR)).toBe(to);
  });

  test.each([
    ['the table', CALENDAR],
    ['two weeks closed', closed],
  ])('finds what counting day by day finds: %s', (_, calendar) => {
    fc.assert(
      fc.property(day, fc.integer({ min: -120, max: 120 }), (from, n) => {
        expect(addWorkingDays(from, n, calendar)).toBe(walk(from, n, calendar));
      }),
      { numRuns: 300 },
    );
  });

  test('counting 2,000 working days a thousand times takes no time to notice', () => {
    const start = performance.now();
    for (let time = 0; time < 1000; time += 1) addWorkingDays('2026-05-20', 2000, CALENDAR);
    // Some 0.1 ms each when written.
    expect((performance.now() - start) / 1000).toBeLessThan(10);
  });
});

describe('workingDaysBetween', () => {
  test.each([
    ['2026-05-20', '2026-05-20', 0],
    ['2026-05-20', '2026-05-19', 0],
    ['2026-05-20', '2026-05-21', 1],
    ['2026-05-22', '2026-05-25', 0],
    ['2026-05-22', '2026-05-26', 1],
    ['2026-05-20', '2026-10-09', 100],
    ['2026-01-01', '2026-12-31', 253],
    ['2023-12-31', '2024-12-31', 254],
  ])('after %s, up to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(from, to, CALENDAR)).toBe(count);
  });

  test('agrees with addWorkingDays', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2000 }), (from, n) => {
        const to = addWorkingDays(from, n, CALENDAR);
        expect(workingDaysBetween(from, to, CALENDAR)).toBe(n);
        if (n > 0) {
          expect(isWorkingDay(to, CALENDAR)).toBe(true);
          expect(workingDaysBetween(from, addDays(to, -1), CALENDAR)).toBe(n - 1);
        }
      }),
    );
  });

  test('adds up over any day in between', () => {
    fc.assert(
      fc.property(day, day, day, (...three) => {
        const [a = '', b = '', c = ''] = [...three].sort();
        const whole = workingDaysBetween(a, c, closed);
        expect(workingDaysBetween(a, b, closed) + workingDaysBetween(b, c, closed)).toBe(whole);
      }),
    );
  });
});

test.each([
  ['2026-05-21', '2026-05-21', '2026-05-20'],
  ['2026-05-23', '2026-05-26', '2026-05-22'],
  ['2026-05-25', '2026-05-26', '2026-05-22'],
  ['2026-05-26', '2026-05-26', '2026-05-22'],
  ['2026-12-25', '2026-12-29', '2026-12-24'],
  ['2028-01-01', '2028-01-04', '2027-12-31'],
])('around %s: first working day from it %s, last before it %s', (date, first, last) => {
  expect(firstWorkingDayFrom(date, CALENDAR)).toBe(first);
  expect(lastWorkingDayBefore(date, CALENDAR)).toBe(last);
});
