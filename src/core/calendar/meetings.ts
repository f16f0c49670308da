import { addDays, type CivilDate } from '../dates/index.ts';
import type { JournalEvent } from '../events.ts';
import { titleOfPerson } from '../people.ts';
import { comesOn } from '../plan/meetings.ts';
import type { PlanPerson } from '../plan/people.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import type { CalendarEntry } from './entry.ts';
import { type Rules, startTelling, type Told } from './history.ts';
import type { Part } from './part.ts';

/** How far ahead the dates of a rhythm go into a diary. Our own rule: one term, so that it can end or change. */
export const RHYTHM_DAYS = 92;

/** One date of a meeting, through all its changes. */
type Date = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly answered: boolean;
};
type Dates = ReadonlyMap<string, Date>;

type MeetingEvent = Extract<
  JournalEvent,
  { type: 'meeting-dated' | 'meeting-moved' | 'meeting-cancelled' | 'meeting-attended' }
>;

/** The dates of one meeting: a date is named by the day it was first put in for. */
function rulesFor(meeting: PlanMeeting): Rules<Dates> {
  return {
    empty: () => new Map(),
    copy: (state) => state,
    keysOf: (event, state) => (isDate(event) ? keysOf(event, state, meeting.id) : []),
    apply: (state, event, keys) => (isDate(event) ? apply(state, event, keys, meeting) : state),
    changes: (event) => event.type !== 'meeting-dated' || comesOn(meeting, event.body.date),
  };
}

function isDate(event: JournalEvent): event is MeetingEvent {
  return /^meeting-(dated|moved|cancelled|attended)$/.test(event.type);
}

function keysOf(event: MeetingEvent, state: Dates, id: string): string[] {
  const day = event.type === 'meeting-moved' ? event.body.from : event.body.date;
  const key = keyOn(state, day) ?? freshKey(state, id, day);
  if (event.type !== 'meeting-moved' || event.body.date === day) return [key];
  // What was there on the new day gives way to what moves there.
  const other = keyOn(state, event.body.date);
  return other === null || other === key ? [key] : [key, other];
}

/** The entry on a day: one that holds, else the last that was cancelled. */
function keyOn(state: Dates, day: CivilDate): string | null {
  const there = [...state].filter(([, entry]) => entry.date === day);
  return (there.find(([, entry]) => !entry.cancelled) ?? there.at(-1))?.[0] ?? null;
}

function freshKey(state: Dates, id: string, day: CivilDate): string {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? `meeting ${id} ${day}` : `meeting ${id} ${day} ${n}`;
    if (!state.has(key)) return key;
  }
}

function apply(state: Dates, event: MeetingEvent, [key = '', other]: readonly string[], meeting: PlanMeeting): Dates {
  const own = meeting.progress.own;
  const blank = { time: own?.time ?? null, place: own?.place ?? null, cancelled: false, answered: false };
  const day = event.type === 'meeting-moved' ? event.body.from : event.body.date;
  const before = state.get(key) ?? { date: day, ...blank };
  const next = new Map(state);
  const displaced = other === undefined ? undefined : state.get(other);
  if (other !== undefined && displaced !== undefined) next.set(other, { ...displaced, cancelled: true });
  switch (event.type) {
    case 'meeting-dated':
    case 'meeting-moved': {
      const { date, time, place } = event.body;
      next.set(key, { ...before, date, time, place, cancelled: false });
      break;
    }
    case 'meeting-cancelled':
      next.set(key, { ...before, cancelled: true });
      break;
    case 'meeting-attended':
      next.set(key, { ...before, cancelled: false, answered: event.body.attended || event.body.apologies });
  }
  return next;
}

/** Every date ahead of the meetings, and of the talks with people. */
export function startMeetings(plan: Plan): Part {
  const talks = plan.people.map((person) => ({ meeting: person.talks, person }));
  const meetings = plan.meetings.map((meeting) => ({
    meeting,
    person: plan.people.find((one) => one.regular.some(({ id }) => id === meeting.id)) ?? null,
  }));
  const parts = [...meetings, ...talks].map(({ meeting, person }) => ({
    subject: meeting.id,
    ...startMeeting(plan, meeting, person),
  }));
  const ofSubject = new Map<string, Part[]>();
  for (const part of parts) ofSubject.set(part.subject, [...(ofSubject.get(part.subject) ?? []), part]);
  return {
    take: (told) => {
      const about = told.event.type === 'undone' ? parts : (ofSubject.get(told.event.subject) ?? []);
      for (const part of about) part.take(told);
    },
    entries: () => parts.flatMap((part) => part.entries()),
  };
}

/** One meeting, from what was recorded of it and what was taken back. */
function startMeeting(plan: Plan, meeting: PlanMeeting, person: PlanPerson | null): Part {
  const telling = startTelling(rulesFor(meeting));
  const renamed = startRenamings();
  let made: string | null = null;
  const take = (told: Told): void => {
    if (told.event.type !== 'undone') made ??= told.event.at;
    telling.take(told);
    renamed.take(told);
  };
  const entries = (): CalendarEntry[] => {
    const [now, { touched }] = [telling.now(), telling];
    const last = renamed.last();
    const title =
      person !== null && meeting === person.talks ? titleOfPerson(person, plan) : (meeting.localName ?? meeting.name);
    const entry = (key: string, one: Date): CalendarEntry => {
      const { count = 0, changedAt = made ?? '' } = touched.get(key) ?? {};
      return {
        key,
        title,
        date: one.date,
        time: one.time ?? meeting.progress.own?.time ?? null,
        place: one.place ?? meeting.progress.own?.place ?? null,
        private: person !== null,
        cancelled: one.cancelled,
        deadline: false,
        sequence: count + renamed.count(),
        changedAt: last > changedAt ? last : changedAt,
        settled: one.answered,
      };
    };
    const taken = new Set([...now.values()].map((one) => one.date));
    const keyOf = (date: CivilDate) => `meeting ${meeting.id} ${date}`;
    const coming = rhythmDates(meeting, plan.today).filter((date) => !taken.has(date) && !now.has(keyOf(date)));
    const blank = { time: null, place: null, cancelled: false, answered: false };
    return [
      ...[...now].map(([key, one]) => entry(key, one)),
      ...coming.map((date) => entry(keyOf(date), { date, ...blank })),
    ].filter(({ date }) => date >= plan.today);
  };
  return { take, entries };
}

/** How often it got another name, or its name back, and when last: each time changes all its dates. */
function startRenamings() {
  const changes = new Set<string>();
  let count = 0;
  let last = '';
  const take = ({ event }: Told): void => {
    const isBack = event.type === 'undone' && changes.has(event.subject);
    if (event.type !== 'meeting-renamed' && !isBack) return;
    if (!isBack) changes.add(event.change);
    count += 1;
    if (event.at > last) last = event.at;
  };
  return { take, count: () => count, last: () => last };
}

/** The days from today on which a rhythm comes round, within the horizon. */
function rhythmDates(meeting: PlanMeeting, today: CivilDate): CivilDate[] {
  const own = meeting.progress.own;
  if (!own?.from) return [];
  if (own.every === null) return own.from >= today ? [own.from] : [];
  const days = Array.from({ length: RHYTHM_DAYS + 1 }, (_, n) => addDays(today, n));
  return days.filter((day) => comesOn(meeting, day));
}
