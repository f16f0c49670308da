import { addDays, addMonths, weekdayOf, yearOf } from './civil.ts';
import { weekdayFrom } from './names.ts';
import { type DateInput, type ReadDate, refuseFar, YEARS } from './typed-answer.ts';

const IN = /^in (\w+) (day|week|month|year)s?$/;
const AGO = /^(\w+) (day|week|month|year)s? ago$/;
const WEEKDAY = /^(?:(next|last) )?([a-z]+)$/;

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const DAYS_IN = { day: 1, week: 7, month: 31, year: 366 } as const;

type Unit = keyof typeof DAYS_IN;

/** A date told from today (`today`, `next monday`, `in 3 days`, `a week ago`); undefined where the words are others. */
export function readRelativeDate(words: string, input: DateInput): ReadDate | undefined {
  const days = daysNamed(words, input);
  if (days !== undefined) return shift(input, days, 'day');
  const ahead = words.startsWith('in ') ? IN.exec(words) : null;
  const [, count = '', unit] = ahead ?? (words.endsWith(' ago') ? AGO.exec(words) : null) ?? [];
  const amount = amountOf(count);
  if (unit === undefined || amount === undefined) return undefined;
  return shift(input, ahead === null ? -amount : amount, unit as Unit);
}

/** The days from today to a day called by a name of its own or by its weekday. */
function daysNamed(words: string, { today, direction }: DateInput): number | undefined {
  if (words === 'today') return 0;
  if (words === 'tomorrow') return 1;
  if (words === 'yesterday') return -1;
  const [, which, name = ''] = WEEKDAY.exec(words) ?? [];
  const weekday = weekdayFrom(name);
  if (weekday === undefined) return undefined;
  const sign = which === 'last' || (which === undefined && direction === 'past') ? -1 : 1;
  const days = (sign * (weekday - weekdayOf(today)) + 7) % 7;
  // "next monday" on a Monday is a week away; "monday" is today.
  return sign * (which !== undefined && days === 0 ? 7 : days);
}

function amountOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const place = NUMBERS.indexOf(word);
  return place === -1 ? undefined : place + 1;
}

function shift({ today, quoted }: DateInput, amount: number, unit: Unit): ReadDate {
  // Far too much is told apart before counting: a calendar of the years 1900 to 2199 has no such day.
  const year = yearOf(today) + (amount * DAYS_IN[unit]) / 365;
  if (!(year >= YEARS.first - 10 && year <= YEARS.last + 10)) return refuseFar(quoted);
  if (unit === 'day' || unit === 'week') return { ok: true, date: addDays(today, amount * DAYS_IN[unit]) };
  return { ok: true, date: addMonths(today, unit === 'year' ? amount * 12 : amount) };
}
