import { addDays, addMonths, type CivilDate, civilDate, daysBetween, yearOf } from './civil.ts';
import { monthFrom, monthName } from './names.ts';
import { type DateInput, type ReadDate, refuse, refuseFar, YEARS } from './typed-answer.ts';

const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/. ])(\d{1,2})(?:\2(\d+))?$/;
const WRITTEN = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?([a-z]+)(?: ?(\d+))?$/;
const MONTH_ONLY = /^([a-z]+)(?: (\d{3,}))?$/;
const MONTH_FIRST = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/;

/** Leap years can be eight years apart (2096 to 2104), and a date without a year may have to find the next. */
const YEARS_TO_LOOK = 8;

/** The parts of a date as typed: numbers not checked yet, the year as its digits; and its name when refused. */
type Typed = { readonly day: number; readonly month: number; readonly year: string | undefined; readonly said: string };

/** A date told by day, month and perhaps year, in digits or words; undefined where the words are others. */
export function readCalendarDate(words: string, input: DateInput): ReadDate | undefined {
  // First, since most are written so, and each pattern has to be compiled; none fits what another does.
  const written = WRITTEN.exec(words);
  const month = monthFrom(written?.[2] ?? '');
  if (written !== null && month !== undefined) {
    const [day, year] = [Number(written[1]), written[3]];
    return resolve({ day, month, year, said: sayTyped(day, month, year) }, input);
  }
  const iso = YEAR_FIRST.exec(words);
  if (iso !== null) {
    return resolve({ day: Number(iso[4]), month: Number(iso[3]), year: iso[1], said: input.quoted }, input);
  }
  const digits = DAY_FIRST.exec(words);
  if (digits !== null) {
    const typed = { day: Number(digits[1]), month: Number(digits[3]), year: digits[4], said: input.quoted };
    return resolve(typed, input, dayFirst);
  }
  return readMonthFirst(words, input);
}

/** `Sept 2026` is the first of the month; `June 4` is told to put the day first. */
function readMonthFirst(words: string, input: DateInput): ReadDate | undefined {
  const only = MONTH_ONLY.exec(words);
  const ofMonth = monthFrom(only?.[1] ?? '');
  if (ofMonth !== undefined) return resolve({ day: 1, month: ofMonth, year: only?.[2], said: input.quoted }, input);
  const parts = MONTH_FIRST.exec(words);
  const month = monthFrom(parts?.[1] ?? '');
  if (parts === null || month === undefined || faultOf(Number(parts[2]), month) !== undefined) return undefined;
  const better = sayTyped(Number(parts[2]), month, parts[3]);
  const or = parts[3] === undefined ? ', or the year in full' : '';
  return refuse(`${input.quoted} has the month first: type the day first, such as ${better}${or}.`);
}

/** The date of the parts, or what is wrong with them; `advise` has more to say where there is no such month. */
function resolve(typed: Typed, input: DateInput, advise?: (typed: Typed) => string): ReadDate {
  const { day, month, said } = typed;
  const year = yearTyped(typed.year);
  if (year !== undefined && !(year >= YEARS.first && year <= YEARS.last)) {
    const digits = (typed.year ?? '').replace(/^(.{8}).+$/, '$1…');
    return refuse(`${input.quoted} has the year ${digits}: type a year from ${YEARS.first} to ${YEARS.last}.`);
  }
  const fault = faultOf(day, month, year);
  if (fault !== undefined) {
    const advice = isMonth(month) ? undefined : advise?.(typed);
    return refuse(`${said} is not a real date: ${fault}.${advice === undefined ? '' : ` ${advice}`}`);
  }
  const date = year === undefined ? withoutYear(day, month, input) : civilDate(year, month, day);
  return date === undefined ? refuseFar(input.quoted) : { ok: true, date };
}

/** Two digits are of this century; NaN for any number of digits but two or four. */
function yearTyped(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : digits.length === 4 ? Number(digits) : Number.NaN;
}

/** Why there is no such day, as a clause; without a year, 29 February may be. */
function faultOf(day: number, month: number, year?: number): string | undefined {
  if (!isMonth(month)) return `there is no month ${month}`;
  if (day === 0) return 'there is no day 0';
  const first = `${year ?? 2000}-${String(month).padStart(2, '0')}-01`;
  const days = Number(addDays(addMonths(first, 1), -1).slice(8));
  if (day <= days) return undefined;
  if (month !== 2) return `${monthName(month)} has ${days} days`;
  return year === undefined ? 'February has 28 or 29 days' : `February ${year} has ${days} days`;
}

/** The year a date without one is meant in; see `readDate`. */
function withoutYear(day: number, month: number, { today, direction }: DateInput): CivilDate | undefined {
  const nearest = (step: 1 | -1): CivilDate | undefined => {
    for (let away = 0; away <= YEARS_TO_LOOK; away += 1) {
      const date = civilDate(yearOf(today) + step * away, month, day);
      if (date !== undefined && (step < 0 ? date <= today : date >= today)) return date;
    }
    return undefined;
  };
  if (direction === 'past') return nearest(-1);
  if (direction === 'ahead') return nearest(1);
  const [before, after] = [nearest(-1), nearest(1)];
  if (before === undefined || after === undefined) return before ?? after;
  return daysBetween(before, today) < daysBetween(today, after) ? before : after;
}

/** For a numeric date whose month is too high: day and month changed over, where that makes a real date. */
function dayFirst({ day, month, year }: Typed): string {
  const real = faultOf(month, day, yearTyped(year)) === undefined;
  const example = real ? [month, day, year].filter((part) => part !== undefined).join('/') : '4/6/2026';
  return `Type the day first, such as ${example}.`;
}

function sayTyped(day: number, month: number, year: string | undefined): string {
  return `${day} ${monthName(month)}${year === undefined ? '' : ` ${year}`}`;
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}
