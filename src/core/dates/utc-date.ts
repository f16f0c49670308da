/** Milliseconds in a day; in UTC every day has this many. */
const DAY = 86_400_000;

const SHAPE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

/**
 * A Date whose calendar reads in UTC, whatever the machine's time zone. date-fns counts with the plain getters and
 * setters, which speak local time: there a day may lack midnight (a change of clocks) or be missing altogether
 * (Samoa, 30 December 2011). Only what date-fns calls in this folder is replaced; hours are always 0 here.
 */
export class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override setFullYear(...to: [year: number, month?: number, day?: number]): number {
    return this.setUTCFullYear(...to);
  }
  override setMonth(...to: [month: number, day?: number]): number {
    return this.setUTCMonth(...to);
  }
  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
  override setHours(...to: [hours: number, minutes?: number, seconds?: number, ms?: number]): number {
    return this.setUTCHours(...to);
  }
}

/** The days of each month; 29 February is there in a leap year only. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for the `YYYY-MM-DD` of a real day of the years 1900 to 2199. Makes no Date: a plan asks for hundreds. */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const most = month === 2 && !isLeap(yearIn(text)) ? 28 : LENGTHS[month - 1];
  return most !== undefined && day >= 1 && day <= most;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The year that a civil date begins with. */
function yearIn(text: string): number {
  return Number(text.slice(0, 4));
}

/** Midnight UTC of a civil date; throws a RangeError where the text is none, since then the caller has a defect. */
function midnight(text: string): number {
  if (!isDay(text)) throw new RangeError(`not a civil date: ${JSON.stringify(text)}`);
  return Date.UTC(yearIn(text), Number(text.slice(5, 7)) - 1, Number(text.slice(8)));
}

/** Midnight UTC of a civil date, as a Date to count with. */
export function toUtc(text: string): UtcDate {
  return new UtcDate(midnight(text));
}

/** The `YYYY-MM-DD` of a Date; throws a RangeError outside the years 1900 to 2199. */
export function fromUtc(date: Date): string {
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 2199)) throw new RangeError(`outside the years 1900 to 2199: ${year}`);
  return date.toISOString().slice(0, 10);
}

/** The number of a day, counted from 1 January 1970. */
export function dayNumber(text: string): number {
  return midnight(text) / DAY;
}

/** The `YYYY-MM-DD` of a day's number. */
export function fromDayNumber(day: number): string {
  return fromUtc(new UtcDate(day * DAY));
}

/** The year a day's number lies in. */
export function yearOfDayNumber(day: number): number {
  return new UtcDate(day * DAY).getUTCFullYear();
}
