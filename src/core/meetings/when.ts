import {
  type CivilDate,
  looksLikeTime,
  readDate,
  sayDate,
  sayDayDateNear,
  sayTime,
  splitDateAndTime,
} from '../dates/index.ts';
import { comesOn } from '../plan/meetings.ts';
import type { PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

/** A day to come and a time, HH:MM; null for what was not said. */
export type When = { readonly date: CivilDate | null; readonly time: string | null };

/**
 * A day to come with a time, or without one, as typed: `18 June 4:30pm`, in one text or in words.
 * @param label what stands before an error: the flag it came from, or nothing
 * @param past gives the hint for a day that has passed
 * @throws Problem (2) for what is no day or time, and for a day that has passed
 */
export function readWhen(
  typed: string,
  today: CivilDate,
  label = '',
  past: (date: CivilDate) => string | null = () => null,
): When {
  const { date: words, time } = splitTyped(typed);
  if (words === '') return { date: null, time };
  const before = label === '' ? '' : `${label}: `;
  const read = readDate(words, { today, direction: 'ahead' });
  if (!read.ok) throw usage(`${before}${read.why}`);
  if (read.date < today)
    throw usage(`${before}${sayDate(read.date)} has passed. It must be today or later.`, past(read.date));
  return { date: read.date, time };
}

/** The date and the time of what was typed; the time is the last word or two. @throws Problem (2) for no real time */
export function splitTyped(typed: string): { readonly date: string; readonly time: string | null } {
  const split = splitDateAndTime(typed);
  const last = split.date.split(' ').at(-1) ?? '';
  if (split.time === null && last.length < split.date.length && looksLikeTime(last)) {
    throw usage(`"${shown(last)}" is not a time. Type it like 4pm, 9:30am or 16:00.`);
  }
  return split;
}

/** What is known of a meeting on a day: as recorded, or as its rhythm has it; null when nothing is. */
export function dateOn(meeting: PlanMeeting, date: CivilDate): PlanMeetingDate | null {
  const listed = meeting.dates.find((entry) => entry.date === date);
  if (listed !== undefined) return listed;
  if (isCancelled(meeting, date) || !comesOn(meeting, date)) return null;
  const { time = null, place = null } = meeting.progress.own ?? {};
  return { date, time, place, attended: false, apologies: false, note: null };
}

/** Whether a date of a meeting was cancelled, or moved to another. */
export function isCancelled(meeting: PlanMeeting, date: CivilDate): boolean {
  return meeting.progress.dates.some((entry) => entry.date === date && entry.cancelled);
}

/**
 * The date of a meeting that a text names, ahead or past, whichever the meeting has.
 * @returns the day, which the meeting may not have
 * @throws Problem (2) for what is no date
 */
export function namedDate(meeting: PlanMeeting, typed: string, today: CivilDate): CivilDate {
  const words = splitTyped(typed).date;
  const reads = (['ahead', 'past', 'any'] as const).map((direction) => readDate(words, { today, direction }));
  const dates = reads.flatMap((read) => (read.ok ? [read.date] : []));
  const [first] = dates;
  if (first === undefined) throw usage(reads[0]?.ok === false ? reads[0].why : `"${shown(typed)}" is not a date.`);
  const known = dates.find((date) => dateOn(meeting, date) !== null);
  return known ?? dates.find((date) => isCancelled(meeting, date)) ?? first;
}

/** A day with its time and place: `Thu 18 June, 4:30pm, Civic Hall`. */
export function sayWhenAndWhere(
  { date, time, place }: Pick<PlanMeetingDate, 'date' | 'time' | 'place'>,
  today: CivilDate,
): string {
  return [
    sayDayDateNear(date, today),
    ...(time === null ? [] : [sayTime(time)]),
    ...(place === null ? [] : [place]),
  ].join(', ');
}
