import { type CivilDate, weekdayOf, yearOf } from './civil.ts';
import { weekdayFrom, weekdayName } from './names.ts';
import { sayDate } from './say.ts';
import { tidy } from './tidy.ts';
import { type DateDirection, type DateInput, type ReadDate, refuse, refuseFar, YEARS } from './typed-answer.ts';
import { readCalendarDate } from './typed-calendar.ts';
import { readRelativeDate } from './typed-relative.ts';

export type { DateDirection, ReadDate } from './typed-answer.ts';

const LONGEST_QUOTE = 40;

/**
 * Reads a date as people in England type it, the day always first: `4 June`, `Thu 4 June 2026`, `4/6/26`,
 * `2026-06-04`, `today`, `next monday`, `in 3 days`, `Sept`. Without a year: 'past' takes the latest such date not
 * after today, 'ahead' the earliest not before today, 'any' the nearest (of two, the coming one). A date with its
 * year is taken as it stands. Never throws, whatever the text; `today` must be a civil date.
 */
export function readDate(
  text: string,
  { today, direction }: { readonly today: CivilDate; readonly direction: DateDirection },
): ReadDate {
  const typed = tidy(text);
  if (typed === '') return refuse('Type a date, like 4 June 2026, 4/6/2026 or 2026-06-04.');
  const input: DateInput = { quoted: quote(typed), today, direction };
  const words = wordsOf(typed);
  const read = readForm(words, input) ?? readAfterWeekday(words, input);
  if (read === undefined) {
    return refuse(`${input.quoted} is not a date. Type it like 4 June 2026, 4/6/2026 or 2026-06-04.`);
  }
  if (read.ok && (yearOf(read.date) < YEARS.first || yearOf(read.date) > YEARS.last)) {
    return refuseFar(input.quoted);
  }
  return read;
}

function readForm(words: string, input: DateInput): ReadDate | undefined {
  return readRelativeDate(words, input) ?? readCalendarDate(words, input);
}

/** A date led by its day of the week, which must then be the right one. */
function readAfterWeekday(words: string, input: DateInput): ReadDate | undefined {
  const [first = '', ...rest] = words.split(' ');
  const weekday = weekdayFrom(first);
  const read = weekday === undefined ? undefined : readForm(rest.join(' '), input);
  if (weekday === undefined || read === undefined || !read.ok || weekdayOf(read.date) === weekday) return read;
  const real = weekdayName(weekdayOf(read.date));
  return refuse(`${sayDate(read.date)} is a ${real}, not a ${weekdayName(weekday)}.`);
}

/** Lower case; one space between words; the separators of a numeric date without spaces, of a written one as spaces. */
function wordsOf(typed: string): string {
  const lower = typed.toLowerCase();
  // Without separators: each pattern has to be compiled first.
  if (/^[a-z\d ]*$/.test(lower)) return lower;
  return lower
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/,/g, ' ')
    .replace(/(?<=\d) ?([-/.]) ?(?=\d)/g, '$1')
    .replace(/(?<=[a-z]) ?[-/.] ?(?=\d)|(?<=\d) ?[-/.] ?(?=[a-z])|(?<=[a-z])\.(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function quote(typed: string): string {
  const letters = [...typed];
  return `"${letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : typed}"`;
}
