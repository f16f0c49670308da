import { addDays, type CivilDate, daysBetween, weekdayOf } from './civil.ts';
import { holidayOn, holidaysBetween, type WorkCalendar } from './holidays.ts';
import { dayNumber, fromDayNumber, weekdayOfNumber } from './utc-date.ts';

/** True on Monday to Friday, except bank holidays. */
export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  return isWeekday(date) && holidayOn(date, calendar) === undefined;
}

/**
 * The n-th working day after `date`, or before it where n is negative; n = 0 gives `date` itself, even a Saturday.
 * Counts in day numbers, not in Dates: every action of a plan asks for one.
 */
export function addWorkingDays(date: CivilDate, n: number, calendar: WorkCalendar): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (weekdayOfNumber(day) <= 5 && !calendar.isHoliday(day)) left -= 1;
  }
  return fromDayNumber(day);
}

/** How many working days lie after `from`, up to and including `to`; 0 where `to` is `from` or lies before it. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  if (to <= from) return 0;
  return weekdaysUpTo(to) - weekdaysUpTo(from) - weekdaysOff(from, to, calendar);
}

/** `date` itself where it is a working day, else the next one. */
export function firstWorkingDayFrom(date: CivilDate, calendar: WorkCalendar): CivilDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** The last working day strictly before `date`. */
export function lastWorkingDayBefore(date: CivilDate, calendar: WorkCalendar): CivilDate {
  return addWorkingDays(date, -1, calendar);
}

/** Bank holidays on Monday to Friday after `from`, up to and including `to`. */
function weekdaysOff(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  return holidaysBetween(addDays(from, 1), to, calendar).filter(({ date }) => isWeekday(date)).length;
}

function isWeekday(date: CivilDate): boolean {
  return weekdayOf(date) <= 5;
}

/** Mondays to Fridays since Monday 1 January 1900, up to and including `date`. */
function weekdaysUpTo(date: CivilDate): number {
  const days = daysBetween('1900-01-01', date);
  return Math.floor(days / 7) * 5 + Math.min(weekdayOf(date), 5);
}
