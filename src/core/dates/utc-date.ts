/** Milliseconds in a day; in UTC every day has this many. */
export const DAY = 86_400_000;

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

/** Midnight UTC of a `YYYY-MM-DD` text, or undefined where it names no real day of the years 1900 to 2199. */
export function parseUtc(text: string): UtcDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  const month = Number(text.slice(5, 7)) - 1;
  const day = Number(text.slice(8));
  const date = new UtcDate(Date.UTC(Number(text.slice(0, 4)), month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : undefined;
}

/** As `parseUtc`; throws a RangeError where the text is no civil date, since then the caller has a defect. */
export function toUtc(text: string): UtcDate {
  const date = parseUtc(text);
  if (date === undefined) throw new RangeError(`not a civil date: ${JSON.stringify(text)}`);
  return date;
}

/** The `YYYY-MM-DD` of a Date; throws a RangeError outside the years 1900 to 2199. */
export function fromUtc(date: Date): string {
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 2199)) throw new RangeError(`outside the years 1900 to 2199: ${year}`);
  return date.toISOString().slice(0, 10);
}

/** The number of a day, counted from 1 January 1970. */
export function dayNumber(text: string): number {
  return Math.trunc(toUtc(text).getTime() / DAY);
}

/** The `YYYY-MM-DD` of a day's number. */
export function fromDayNumber(day: number): string {
  return fromUtc(new UtcDate(day * DAY));
}

/** The year a day's number lies in. */
export function yearOfDayNumber(day: number): number {
  return new UtcDate(day * DAY).getUTCFullYear();
}
