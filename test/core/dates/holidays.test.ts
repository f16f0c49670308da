import { describe, expect, test } from 'vitest';
import {
  buildCalendar,
  holidayOn,
  holidaysBetween,
  isCivilDate,
  isWorkingDay,
  ruleHolidays,
  weekdayOf,
} from '../../../src/core/dates/index.ts';
import { CALENDAR, TABLE } from './table.ts';

const rulesOnly = buildCalendar({ holidays: [], years: [] });

describe('the table shipped', () => {
  test('is whole: real days, eight a year, in order, on weekdays', () => {
    expect(isCivilDate(TABLE.as_at)).toBe(true);
    expect(TABLE.years).toEqual([2024, 2025, 2026, 2027, 2028]);
    expect(TABLE.holidays).toHaveLength(40);
    expect(TABLE.holidays.map(({ date }) => date)).toEqual(TABLE.holidays.map(({ date }) => date).sort());
    for (const { date } of TABLE.holidays) expect(weekdayOf(date)).toBeLessThanOrEqual(5);
  });

  test.each([2024, 2025, 2026, 2027, 2028])('the rule gives the same for %i, names and notes too', (year) => {
    const table = TABLE.holidays.filter(({ date }) => date.startsWith(`${year}-`));
    expect(table).toHaveLength(8);
    expect(ruleHolidays(year)).toEqual(table);
  });
});

describe('the rule', () => {
  // 2019 and 2021 as GOV.UK listed them; 2029 and 2030 worked out by hand; 2022 and 2023 without their one-off days.
  test.each([
    [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2030, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  ])('%i', (year, days) => {
    expect(ruleHolidays(year).map(({ date }) => date.slice(5))).toEqual(days.split(' '));
  });

  test.each([
    [1943, '04-25'],
    [1954, '04-18'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2100, '03-28'],
  ])('Easter Sunday %i is %s', (year, sunday) => {
    const monday = ruleHolidays(year).find(({ name }) => name === 'Easter Monday');
    const before = new Date(Date.parse(monday?.date ?? '') - 86_400_000).toISOString().slice(5, 10);
    expect(before).toBe(sunday);
  });

  test('a Christmas Day on a Sunday moves to Tuesday, behind Boxing Day', () => {
    expect(ruleHolidays(2033).slice(-2)).toEqual([
      { date: '2033-12-26', name: 'Boxing Day' },
      { date: '2033-12-27', name: 'Christmas Day (substitute day)' },
    ]);
  });

  test('gives eight different weekdays in every year of a century', () => {
    for (let year = 1990; year <= 2100; year += 1) {
      const dates = ruleHolidays(year).map(({ date }) => date);
      expect(new Set(dates).size).toBe(8);
      expect(dates.every((date) => weekdayOf(date) <= 5 && date.startsWith(String(year)))).toBe(true);
    }
  });
});

describe('a calendar', () => {
  test('takes the table for its years and the rule for every other', () => {
    const calendar = buildCalendar({ holidays: [{ date: '2026-07-01', name: 'Only day' }], years: [2026] });
    expect(holidaysBetween('2026-01-01', '2026-12-31', calendar).map(({ date }) => date)).toEqual(['2026-07-01']);
    expect(calendar.holidaysIn(2027)).toEqual(ruleHolidays(2027));
    expect(buildCalendar({ holidays: [], years: [2026] }).holidaysIn(2026)).toEqual([]);
  });

  test('works a year out once, and not before it is asked for', () => {
    const calendar = buildCalendar(TABLE);
    expect(calendar.holidaysIn(2050)).toBe(calendar.holidaysIn(2050));
    expect(buildCalendar(TABLE).holidaysIn(2050)).not.toBe(calendar.holidaysIn(2050));
  });

  test('adds extra days in any year, in order, each date once', () => {
    const extra = [
      { date: '2027-12-29', name: 'Offices closed' },
      { date: '2035-06-01', name: 'Jubilee' },
      { date: '2026-12-25', name: 'Offices closed' },
    ];
    const calendar = buildCalendar({ ...TABLE, extra });
    expect(holidayOn('2027-12-29', calendar)?.name).toBe('Offices closed');
    expect(isWorkingDay('2027-12-29', calendar)).toBe(false);
    expect(isWorkingDay('2027-12-29', CALENDAR)).toBe(true);
    expect(holidayOn('2026-12-25', calendar)?.name).toBe('Christmas Day');
    expect(calendar.holidaysIn(2026)).toHaveLength(8);
    const dates = calendar.holidaysIn(2035).map(({ date }) => date);
    expect(dates).toHaveLength(9);
    expect(dates).toEqual([...dates].sort());
  });

  test('finds the holiday on a day', () => {
    expect(holidayOn('2026-05-25', CALENDAR)).toEqual({
      date: '2026-05-25',
      name: 'Spring bank holiday',
      note: 'in half-term week',
    });
    expect(holidayOn('2026-12-28', CALENDAR)?.name).toBe('Boxing Day (substitute day)');
    expect(holidayOn('2026-12-26', CALENDAR)).toBeUndefined();
    expect(holidayOn('2026-01-02', CALENDAR)).toBeUndefined();
    expect(holidayOn('2026-06-15', CALENDAR)).toBeUndefined();
    expect(holidayOn('2031-04-11', CALENDAR)?.name).toBe('Good Friday');
  });

  test('lists what lies between two days, both included, across years', () => {
    const dates = (from: string, to: string) => holidaysBetween(from, to, rulesOnly).map(({ date }) => date);
    expect(dates('2026-12-25', '2027-01-01')).toEqual(['2026-12-25', '2026-12-28', '2027-01-01']);
    expect(dates('2026-12-26', '2026-12-27')).toEqual([]);
    expect(dates('2027-01-01', '2026-12-25')).toEqual([]);
    expect(dates('2026-12-25', '2026-01-01')).toEqual([]);
  });
});
