import { addDays, type CivilDate, weekdayOf, yearOf } from './civil.ts';
import { dayNumber, yearOfDayNumber } from './utc-date.ts';

/** One bank holiday: the day off (the substitute, where there is one), its name, and something to know about it. */
export type BankHoliday = { readonly date: CivilDate; readonly name: string; readonly note?: string };

/** The days off of a council, made by `buildCalendar`. */
export type WorkCalendar = {
  /** The holidays of a year, in order of date, each date once. */
  readonly holidaysIn: (year: number) => readonly BankHoliday[];
  /** Whether a day is one of them; `day` counts days since 1 January 1970. */
  readonly isHoliday: (day: number) => boolean;
};

/** What a calendar is made of; see `buildCalendar`. */
export type CalendarInput = {
  readonly holidays: readonly BankHoliday[];
  readonly years: readonly number[];
  readonly extra?: readonly BankHoliday[] | undefined;
};

/**
 * A calendar from a table: `holidays` count in the years `years` names, `ruleHolidays` in every other year, and
 * `extra` (a one-off day, a council's own closure) in any year. A year is worked out when first asked for, and kept
 * in this calendar only. Where two name the same day, the table or the rule keeps the name.
 */
export function buildCalendar({ holidays, years, extra = [] }: CalendarInput): WorkCalendar {
  const known = new Map<number, readonly BankHoliday[]>();
  const gather = (year: number) => {
    const begin = `${year}-`;
    const inYear = (holiday: BankHoliday) => holiday.date.startsWith(begin);
    const usual = years.includes(year) ? holidays.filter(inYear) : ruleHolidays(year);
    const byDate = new Map<CivilDate, BankHoliday>();
    for (const holiday of [...usual, ...extra.filter(inYear)]) {
      if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday);
    }
    return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  };
  const holidaysIn = (year: number) => {
    const list = known.get(year) ?? gather(year);
    known.set(year, list);
    return list;
  };
  // Asked day after day, so the year of the last day is at hand.
  let year = { first: 0, last: -1, days: new Set<number>() };
  const isHoliday = (day: number) => {
    if (day < year.first || day > year.last) year = yearAround(day, holidaysIn);
    return year.days.has(day);
  };
  return { holidaysIn, isHoliday };
}

/** The year that a day's number lies in: the numbers of its first and last day, and of its holidays. */
function yearAround(day: number, holidaysIn: WorkCalendar['holidaysIn']) {
  const year = yearOfDayNumber(day);
  const days = new Set(holidaysIn(year).map(({ date }) => dayNumber(date)));
  return { first: dayNumber(`${year}-01-01`), last: dayNumber(`${year}-12-31`), days };
}

/** The bank holiday on that day, if it is one. */
export function holidayOn(date: CivilDate, calendar: WorkCalendar): BankHoliday | undefined {
  return calendar.holidaysIn(yearOf(date)).find((holiday) => holiday.date === date);
}

/** The bank holidays from `from` to `to`, both included, in order; none where `to` lies before. */
export function holidaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): readonly BankHoliday[] {
  const found: BankHoliday[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    found.push(...calendar.holidaysIn(year).filter(({ date }) => from <= date && date <= to));
  }
  return found;
}

/**
 * The eight bank holidays of England and Wales in a year (1900 to 2199) by the rules of today, in order of date:
 * Banking and Financial Dealings Act 1971, Sch. 1; New Year's Day and early May by the yearly proclamation; Good
 * Friday and Christmas Day by common law. One-off days and moved ones (2020, 2022, 2023) follow no rule.
 */
export function ruleHolidays(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  const newYear = `${year}-01-01`;
  const christmas = `${year}-12-25`;
  const boxing = `${year}-12-26`;
  const days: readonly BankHoliday[] = [
    dayOff("New Year's Day", newYear, { 6: 2, 7: 1 }),
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: mondayFrom(`${year}-05-01`), name: 'Early May bank holiday' },
    { date: mondayFrom(`${year}-05-25`), name: 'Spring bank holiday', note: 'in half-term week' },
    { date: mondayFrom(`${year}-08-25`), name: 'Summer bank holiday' },
    // On a Sunday, Christmas Day's substitute is Tuesday 27: Monday 26 is Boxing Day already.
    dayOff('Christmas Day', christmas, { 6: 2, 7: 2 }),
    dayOff('Boxing Day', boxing, { 6: 2, 7: 2 }),
  ];
  return [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A holiday on its date, or that many days later where it falls on a Saturday (6) or Sunday (7). */
function dayOff(name: string, date: CivilDate, later: Readonly<Record<number, number>>): BankHoliday {
  const shift = later[weekdayOf(date)];
  return shift === undefined ? { date, name } : { date: addDays(date, shift), name: `${name} (substitute day)` };
}

/** The first Monday on or after a date; from the 25th of a month with 31 days it is the month's last. */
function mondayFrom(date: CivilDate): CivilDate {
  return addDays(date, (8 - weekdayOf(date)) % 7);
}

/** Easter Sunday in the Gregorian calendar: the "anonymous" computus (Nature, 20 April 1876; Meeus 1991, ch. 8). */
function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  // Days after 22 March, the earliest Easter there is.
  return addDays(`${year}-03-22`, epact + weekday - 7 * shift);
}
