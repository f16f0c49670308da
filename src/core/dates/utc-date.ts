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

/**
 * The number of a day, counted from 1 January 1970; undefined where the text names no real day of the years 1900 to 2199.
 * Makes no Date where it need not: every screen says a hundred of them.
 */
export function readDayNumber(text: string): number | undefined {
  if (!SHAPE.test(text)) return undefined;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = Date.UTC(Number(text.slice(0, 4)), month - 1, day);
  if (day > 28 && new UtcDate(time).getUTCDate() !== day) return undefined;
  return Math.trunc(time / DAY);
}

/** As `readDayNumber`; throws a RangeError where the text is no civil date, since then the caller has a defect. */
export function dayNumber(text: string): number {
  const day = readDayNumber(text);
  if (day === undefined) throw new RangeError(`not a civil date: ${JSON.stringify(text)}`);
  return day;
}

/** Midnight UTC of a civil date; throws as `dayNumber` does. */
export function toUtc(text: string): UtcDate {
  return new UtcDate(dayNumber(text) * DAY);
}

/** The `YYYY-MM-DD` of a Date; throws a RangeError outside the years 1900 to 2199. */
export function fromUtc(date: Date): string {
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 2199)) throw new RangeError(`outside the years 1900 to 2199: ${year}`);
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

/** Two digits. Date's own text takes a hundredth of a start when it is first asked for. */
export function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** The day of the week of a day's number, by ISO 8601; day 0 was Thursday 1 January 1970. */
export function weekdayOfNumber(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The `YYYY-MM-DD` of a day's number. */
export function fromDayNumber(day: number): string {
  return fromUtc(new UtcDate(day * DAY));
}

/** The year a day's number lies in. */
export function yearOfDayNumber(day: number): number {
  return new UtcDate(day * DAY).getUTCFullYear();
}
