import { fromUtc, readDayNumber, twoDigits } from './utc-date.ts';

/** The milliseconds from one instant to another, both as the host gives them: UTC, `2026-06-04T09:30:00.000Z`. */
export function millisecondsBetween(from: string, to: string): number {
  return milliseconds(to) - milliseconds(from);
}

/** An instant as the host gives it, as `toISOString` would. @throws RangeError outside the years 1900 to 2199 */
export function instantOf(at: Date): string {
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(twoDigits).join(':');
  return `${fromUtc(at)}T${time}.${String(at.getUTCMilliseconds()).padStart(3, '0')}Z`;
}

function milliseconds(instant: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, -1).split(':').map(Number);
  const day = readDayNumber(instant.slice(0, 10)) ?? 0;
  return Math.round((((day * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
