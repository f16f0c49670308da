import { type CivilDate, monthOf, yearOf } from '../dates/index.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

/** A month, a quarter, a year from April to March, or a year named by one number (of the DfE: the one ending in March). */
export type PeriodLength = 'month' | 'quarter' | 'april-year' | 'year';

const FIRST_YEAR = 1990;
const FORMS = 'Type it like 2026-05, 2026-Q1, 2025-26 or 2025.';
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Which length a period has; it is one that `readPeriod` gave. */
export function lengthOf(period: string): PeriodLength {
  if (/-Q\d$/.test(period)) return 'quarter';
  if (/^\d{4}$/.test(period)) return 'year';
  return isMonth(period) ? 'month' : 'april-year';
}

/**
 * A period as it is kept, from what was typed: `2026-05`, `2026-Q1`, `2025-26` or `2025`; also `May 2026`, `Q1 2026`
 * and `2025/26`. It must have begun by today.
 * @throws Problem (2) naming the flag
 */
export function readPeriod(typed: string, today: CivilDate, flag = '--period'): string {
  const period = formOf(typed);
  if (period === null) throw usage(`${flag}: "${shown(typed)}" is not a period. ${FORMS}`);
  const year = Number(period.slice(0, 4));
  if (year < FIRST_YEAR || year > yearOf(today) + 1) {
    throw usage(`${flag}: the year ${year} is too far away. It must lie between ${FIRST_YEAR} and this year.`);
  }
  if (firstMonth(period) > today.slice(0, 7)) throw usage(`${flag}: ${period} has not begun yet.`);
  return period;
}

function formOf(typed: string): string | null {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ');
  const quarter = /^(\d{4})[- ]?q([1-4])$/.exec(word) ?? swapped(/^q([1-4])[- ](\d{4})$/.exec(word));
  if (quarter !== null) return `${quarter[1]}-Q${quarter[2]}`;
  const years = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(word);
  if (years !== null) return yearsOf(years[1] ?? '', years[2] ?? '', word);
  if (/^\d{4}$/.test(word)) return word;
  const named = /^([a-z]{3,9})\.? (\d{4})$/.exec(word);
  const month = named === null ? -1 : MONTHS.findIndex((name) => name.startsWith(named[1] ?? ''));
  return named === null || month < 0 ? null : `${named[2]}-${String(month + 1).padStart(2, '0')}`;
}

/** The month `2026-05`, or the year from April `2025-26`; a month where it could be either. */
function yearsOf(first: string, second: string, word: string): string | null {
  if (second.length === 2 && !word.includes('/') && isMonth(`${first}-${second}`)) return `${first}-${second}`;
  const next = Number(first) + 1;
  return second === String(next) || second === String(next).slice(2) ? `${first}-${String(next).slice(2)}` : null;
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[2], found[1]];
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/**
 * The month a period begins with at the earliest, `YYYY-MM`. Some councils count quarters from April, others from January: the
 * earlier is taken, so that no quarter is refused which has begun for either.
 */
function firstMonth(period: string): string {
  const year = period.slice(0, 4);
  switch (lengthOf(period)) {
    case 'month':
      return period;
    case 'quarter':
      return `${year}-${['01', '04', '07', '10'][Number(period.at(-1)) - 1]}`;
    case 'april-year':
      return `${year}-04`;
    case 'year':
      return `${year}-01`;
  }
}

/** Orders periods by when they begin, the longer first of two that begin together. */
export function comparePeriods(a: string, b: string): number {
  const order = (period: string) => `${firstMonth(period)} ${lengthOf(period) === 'month' ? 2 : 1} ${period}`;
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
}

/** A period on a screen: `May 2026`, `quarter 1 of 2026`, `2025-26`, `2025`. */
export function sayPeriod(period: string): string {
  switch (lengthOf(period)) {
    case 'month': {
      const name = MONTHS[monthOf(`${period}-01`) - 1] ?? '';
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${period.slice(0, 4)}`;
    }
    case 'quarter':
      return `quarter ${period.at(-1)} of ${period.slice(0, 4)}`;
    default:
      return period;
  }
}
