import type { CivilDate } from '../dates/index.ts';
import { dateOn, isCancelled } from '../meetings/when.ts';
import { lastOccurrence, occurrencesBetween } from '../plan/meetings.ts';
import type { PlanAction, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import type { About } from './about.ts';

/** A day on which somebody was or is to be met. `meeting` has it in its diary; null where only actions were booked for it. */
export type TalkDate = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly meeting: PlanMeeting | null;
};

/**
 * The days up to one about which nothing was said yet, oldest first: in the diary, of a rhythm, booked.
 * @param from of a rhythm all days since then; without, only its last
 */
export function openDates(about: About, to: CivilDate, from?: CivilDate): TalkDate[] {
  const listed = about.held.flatMap((meeting) => {
    const days = from === undefined ? [lastOccurrence(meeting, to)] : occurrencesBetween(meeting, from, to);
    const round = days.flatMap((date) => {
      const found = date === null || isCancelled(meeting, date) ? null : dateOn(meeting, date);
      return found === null ? [] : [found];
    });
    return [...meeting.dates, ...round]
      .filter((entry) => entry.date <= to && (from === undefined || entry.date >= from) && !isAnswered(entry))
      .map(({ date, time, place }) => ({ date, time, place, meeting }));
  });
  const booked = bookedActions(about)
    // Some points belong to several people; whom a day is booked with says the action that is about meeting them.
    .filter((action) => about.action === null || action.id === about.action.id)
    .filter(({ arrangedFor: date }) => date !== null && date <= to && (from === undefined || date >= from))
    .map((action) => ({
      date: action.arrangedFor as CivilDate,
      time: action.arrangedTime,
      place: null,
      meeting: null,
    }))
    .filter(({ date }) => !about.held.some((meeting) => wasAnswered(meeting, date)));
  const byDay = new Map([...booked, ...listed].map((one) => [one.date, one]));
  return [...byDay.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What is known of somebody on a day, answered or not; null where nothing is. */
export function talkOn(about: About, date: CivilDate): TalkDate | null {
  for (const meeting of about.held) {
    const found = dateOn(meeting, date);
    if (found !== null) return { date, time: found.time, place: found.place, meeting };
  }
  const booked = bookedActions(about).find((action) => action.arrangedFor === date);
  return booked === undefined ? null : { date, time: booked.arrangedTime, place: null, meeting: null };
}

/** The last day up to one that was answered with having met. */
export function lastHeld(about: About, to: CivilDate): CivilDate | null {
  const days = about.held.flatMap(({ dates }) => dates.filter((entry) => entry.attended && entry.date <= to));
  return (
    days
      .map((entry) => entry.date)
      .sort()
      .at(-1) ?? null
  );
}

/** Where it is recorded that somebody was met on a day: the meeting that has the day, else the regular one. */
export function recordedIn(about: About, date: CivilDate): PlanMeeting {
  const having = about.held.find((meeting) => dateOn(meeting, date) !== null);
  return having ?? (about.held[0] as PlanMeeting);
}

/** What is booked for a talk with somebody, with the day it is booked for. */
export function bookedActions({ person }: About): PlanAction[] {
  if (person === null) return [];
  const all = [...(person.action === null ? [] : [person.action]), ...person.covers, ...person.later];
  return [...new Set(all)].filter((action) => action.status === 'arranged' && action.arrangedFor !== null);
}

function isAnswered(entry: PlanMeetingDate): boolean {
  return entry.attended || entry.apologies;
}

function wasAnswered(meeting: PlanMeeting, date: CivilDate): boolean {
  return meeting.dates.some((entry) => entry.date === date && isAnswered(entry));
}
