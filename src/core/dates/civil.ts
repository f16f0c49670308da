import { addDays as shiftDays } from 'date-fns/addDays';
import { addMonths as shiftMonths } from 'date-fns/addMonths';
import { getISODay } from 'date-fns/getISODay';
import { dayNumber, fromUtc, isDay, toUtc } from './utc-date.ts';

/** A day of the calendar, `YYYY-MM-DD`, in no time zone. Two of them compare as text compares. */
export type CivilDate = string;

/** True for the `YYYY-MM-DD` of a real day in the years 1900 to 2199, and for nothing else. */
export function isCivilDate(text: string): boolean {
  return isDay(text);
}

/**
 * The day `n` calendar days after `date` (before it where n is negative).
 * Like all here, throws a RangeError where `date` is no civil date or the answer lies outside 1900 to 2199.
 */
export function addDays(date: CivilDate, n: number): CivilDate {
  return fromUtc(shiftDays(toUtc(date), n));
}

/** The same day of the month `n` months later (earlier where negative); 31 January + 1 is the last of February. */
export function addMonths(date: CivilDate, n: number): CivilDate {
  return fromUtc(shiftMonths(toUtc(date), n));
}

/** Calendar days from `from` to `to`: 1 when `to` is the next day, negative when it lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  return getISODay(toUtc(date));
}

/** The month, 1 to 12. */
export function monthOf(date: CivilDate): number {
  return toUtc(date).getUTCMonth() + 1;
}

/** The year, four digits. */
export function yearOf(date: CivilDate): number {
  return toUtc(date).getUTCFullYear();
}

/** The first of some dates in time; undefined for none at all. */
export function earliest(first: CivilDate, ...rest: readonly CivilDate[]): CivilDate;
export function earliest(...dates: readonly CivilDate[]): CivilDate | undefined;
export function earliest(...dates: readonly CivilDate[]): CivilDate | undefined {
  return dates.reduce<CivilDate | undefined>(
    (best, date) => (best === undefined || date < best ? date : best),
    undefined,
  );
}

/** The last of some dates in time; undefined for none at all. */
export function latest(first: CivilDate, ...rest: readonly CivilDate[]): CivilDate;
export function latest(...dates: readonly CivilDate[]): CivilDate | undefined;
export function latest(...dates: readonly CivilDate[]): CivilDate | undefined {
  return dates.reduce<CivilDate | undefined>(
    (best, date) => (best === undefined || date > best ? date : best),
    undefined,
  );
}

/** The `YYYY-MM-DD` of a year, month (1 to 12) and day, or undefined where there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const pad = (part: number) => String(part).padStart(2, '0');
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isCivilDate(text) ? text : undefined;
}
