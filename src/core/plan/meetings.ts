import { addDays, addMonths, type CivilDate } from '../dates/index.ts';
import type { Rhythm } from '../events.ts';
import type { PackMeeting } from '../pack.ts';
import { type MeetingProgress, NO_MEETING_PROGRESS, type Progress } from '../progress.ts';
import type { PlanMeeting, PlanMeetingDate } from './types.ts';

/** How many days ahead the dates of a rhythm are worked out; never fewer than the next one. */
const HORIZON_DAYS = 28;
/** Ten years of a daily meeting: where looking for a date ends. */
const MOST_OCCURRENCES = 4000;

/** The key meetings in their order, then the user's own in the order they were added. */
export function buildMeetings(pack: readonly PackMeeting[], progress: Progress, today: CivilDate): PlanMeeting[] {
  const known = pack.map((meeting) => build(meeting.id, meeting, progress.meeting.get(meeting.id), today));
  const own = [...progress.meeting].filter(([id, state]) => state.own !== null && !pack.some((m) => m.id === id));
  return [...known, ...own.map(([id, state]) => build(id, null, state, today))];
}

/** The talks with one person, as a meeting that has that person's id; without dates where none were recorded. */
export function buildTalk(id: string, name: string, progress: Progress, today: CivilDate): PlanMeeting {
  return { ...build(id, null, progress.meeting.get(id), today), name };
}

function build(
  id: string,
  pack: PackMeeting | null,
  recorded: MeetingProgress | undefined,
  today: CivilDate,
): PlanMeeting {
  const progress = recorded ?? NO_MEETING_PROGRESS;
  const dates = datesOf(progress, today);
  const attended = dates.filter((entry) => entry.attended);
  return {
    id,
    name: pack?.name ?? progress.own?.name ?? id,
    localName: progress.localName,
    capacity: progress.capacity ?? pack?.capacity ?? null,
    capacityConfirmed: progress.capacity !== null || pack?.settledByLaw === true,
    frequency: pack?.frequency ?? sayRhythm(progress.own?.every ?? null),
    next: dates.find((entry) => entry.date >= today && !entry.attended && !entry.apologies) ?? null,
    dates,
    lastAttended: attended.at(-1)?.date ?? null,
    action: pack?.action ?? null,
    pack,
    progress,
  };
}

/** What was recorded, and what a rhythm gives from today on; a rhythm's past is listed only where it was recorded. */
function datesOf(progress: MeetingProgress, today: CivilDate): PlanMeetingDate[] {
  const recorded = progress.dates.filter((entry) => !entry.cancelled);
  const taken = new Set(progress.dates.map((entry) => entry.date));
  const { own } = progress;
  const coming = own?.from ? occurrences(own.from, own.every, today, taken) : [];
  const blank = { attended: false, apologies: false, note: null, time: own?.time ?? null, place: own?.place ?? null };
  return [
    ...recorded.map(({ cancelled: _, dated: __, source: ___, ...entry }) => ({
      ...entry,
      time: entry.time ?? own?.time ?? null,
      place: entry.place ?? own?.place ?? null,
    })),
    ...coming.map((date) => ({ date, ...blank })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * The dates of a rhythm from today up to the horizon, without those that have an entry of their own.
 * Worked out, never stored. A meeting that comes once has its one date, also when that has passed.
 */
function occurrences(
  from: CivilDate,
  every: Rhythm | null,
  today: CivilDate,
  taken: ReadonlySet<CivilDate>,
): CivilDate[] {
  if (every === null) return taken.has(from) ? [] : [from];
  const until = addDays(today, HORIZON_DAYS);
  const found: CivilDate[] = [];
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const date = occurrence(from, every, n);
    if (date > until && found.length > 0) break;
    if (date >= today && !taken.has(date)) found.push(date);
  }
  return found;
}

function occurrence(from: CivilDate, every: Rhythm, n: number): CivilDate {
  switch (every.unit) {
    case 'day':
      return addDays(from, n * every.count);
    case 'week':
      return addDays(from, n * every.count * 7);
    case 'month':
      return addMonths(from, n * every.count);
  }
}

/** Whether a meeting's rhythm has an occurrence on that day, however far ahead; recorded dates are not looked at. */
export function comesOn(meeting: PlanMeeting, date: CivilDate): boolean {
  const own = meeting.progress.own;
  if (!own?.from || date < own.from) return false;
  if (own.every === null) return date === own.from;
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const found = occurrence(own.from, own.every, n);
    if (found >= date) return found === date;
  }
  return false;
}

/** The last day up to `today` on which a meeting's rhythm came round; null before its first, and without a rhythm. */
export function lastOccurrence(meeting: PlanMeeting, today: CivilDate): CivilDate | null {
  const own = meeting.progress.own;
  if (!own?.from || own.every === null) return null;
  let last: CivilDate | null = null;
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const found = occurrence(own.from, own.every, n);
    if (found > today) break;
    last = found;
  }
  return last;
}

/** The days on which a meeting's rhythm came round, from `from` to `to`, both included; none without a rhythm. */
export function occurrencesBetween(meeting: PlanMeeting, from: CivilDate, to: CivilDate): CivilDate[] {
  const own = meeting.progress.own;
  if (!own?.from || own.every === null) return [];
  const found: CivilDate[] = [];
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const date = occurrence(own.from, own.every, n);
    if (date > to) break;
    if (date >= from) found.push(date);
  }
  return found;
}

/** A rhythm in words: `every week`, `every 2 weeks`. */
export function sayRhythm(every: Rhythm | null): string | null {
  if (every === null) return null;
  return every.count === 1 ? `every ${every.unit}` : `every ${every.count} ${every.unit}s`;
}
