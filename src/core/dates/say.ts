import { addMonths, type CivilDate, daysBetween, monthOf, weekdayOf, yearOf } from './civil.ts';
import { monthName, weekdayName } from './names.ts';

/** `2026-06-04` as `4 June 2026`. Months are always in full, without ordinals or leading zeros. */
export function sayDate(date: CivilDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}

/** `Thu 4 June`; with `{ year: true }` `Thu 4 June 2026`. */
export function sayDayDate(date: CivilDate, options: { readonly year?: boolean } = {}): string {
  const said = options.year === true ? sayDate(date) : dayAndMonth(date);
  return `${weekdayName(weekdayOf(date)).slice(0, 3)} ${said}`;
}

/** `Thursday 4 June 2026`. */
export function sayLongDate(date: CivilDate): string {
  return `${weekdayName(weekdayOf(date))} ${sayDate(date)}`;
}

/** `2026-06` as `June`; with the year `June 2026`. */
export function sayMonth(month: string, year = false): string {
  const name = monthName(Number(month.slice(5, 7)));
  return year ? `${name} ${month.slice(0, 4)}` : name;
}

/** `Thursday 4 June`. */
export function sayLongDayDate(date: CivilDate): string {
  return `${weekdayName(weekdayOf(date))} ${dayAndMonth(date)}`;
}

/**
 * `Thu 4 June`, with the year where it could be mistaken: more than 180 days from `today`, or more than 90 days
 * and in another year.
 */
export function sayDayDateNear(date: CivilDate, today: CivilDate): string {
  if (said.today !== today) said = { today, near: new Map() };
  const known = said.near.get(date);
  if (known !== undefined) return known;
  const away = Math.abs(daysBetween(today, date));
  const words = sayDayDate(date, { year: away > 180 || (away > 90 && yearOf(date) !== yearOf(today)) });
  said.near.set(date, words);
  return words;
}

/** A screen says a hundred dates, and a dozen different ones. */
let said = { today: '', near: new Map<CivilDate, string>() };

/**
 * A time `HH:MM` as people say it: `4pm`, `9:30am`, `midday`, `12:30pm`; 00:00 is `12am`.
 * Throws a RangeError where the text is no such time.
 */
export function sayTime(time: string): string {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (parts === null) throw new RangeError(`not a time: ${JSON.stringify(time)}`);
  if (time === '12:00') return 'midday';
  const hour = Number(parts[1]);
  const minutes = parts[2] === '00' ? '' : `:${parts[2]}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * How far a date is from today: `today`, `tomorrow`, `yesterday`, days up to 13 (`in 3 days`, `3 days ago`), whole
 * weeks up to 59 days (`in 2 weeks`), then whole months of the calendar. Always rounded down.
 */
export function sayRelative(date: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const far = span(days > 0 ? today : date, days > 0 ? date : today);
  return days > 0 ? `in ${far}` : `${far} ago`;
}

/** Two days or more between two dates, as `3 days`, `2 weeks` or `5 months`. */
function span(from: CivilDate, to: CivilDate): string {
  const days = daysBetween(from, to);
  if (days < 14) return `${days} days`;
  if (days < 60) return `${Math.floor(days / 7)} weeks`;
  const months = 12 * (yearOf(to) - yearOf(from)) + monthOf(to) - monthOf(from);
  const whole = addMonths(from, months) <= to ? months : months - 1;
  // July and August together have 62 days, so 60 can be short of two months; "8 weeks" came before, so never "1 month".
  return `${Math.max(whole, 2)} months`;
}

function dayAndMonth(date: CivilDate): string {
  return `${Number(date.slice(8))} ${monthName(monthOf(date))}`;
}
