import { addDays, type CivilDate } from '../dates/index.ts';
import type { JournalEvent } from '../events.ts';
import { titleOfPerson } from '../people.ts';
import { comesOn } from '../plan/meetings.ts';
import type { PlanPerson } from '../plan/people.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import type { CalendarEntry } from './entry.ts';
import { type Rules, type Told, tell } from './history.ts';

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
export function meetingEntries(plan: Plan, events: readonly Told[]): CalendarEntry[] {
  const bySubject = new Map<string, Told[]>();
  for (const told of events) {
    const subjects = told.event.type === 'undone' ? [...bySubject.keys()] : [told.event.subject];
    for (const subject of subjects) {
      const before = bySubject.get(subject);
      if (before === undefined) bySubject.set(subject, [told]);
      else before.push(told);
    }
  }
  const talks = plan.people.map((person) => ({ meeting: person.talks, person }));
  const meetings = plan.meetings.map((meeting) => ({
    meeting,
    person: plan.people.find((one) => one.regular.some(({ id }) => id === meeting.id)) ?? null,
  }));
  return [...meetings, ...talks].flatMap(({ meeting, person }) =>
    entriesOf(plan, meeting, person, bySubject.get(meeting.id) ?? []),
  );
}

function entriesOf(plan: Plan, meeting: PlanMeeting, person: PlanPerson | null, events: Told[]): CalendarEntry[] {
  const { now, touched } = tell(events, rulesFor(meeting));
  const renamed = renamings(events);
  const made = events[0]?.event.at ?? '';
  const title =
    person !== null && meeting === person.talks ? titleOfPerson(person, plan) : (meeting.localName ?? meeting.name);
  const entry = (key: string, one: Date): CalendarEntry => ({
    key,
    title,
    date: one.date,
    time: one.time ?? meeting.progress.own?.time ?? null,
    place: one.place ?? meeting.progress.own?.place ?? null,
    private: person !== null,
    cancelled: one.cancelled,
    deadline: false,
    sequence: (touched.get(key)?.count ?? 0) + renamed.length,
    changedAt: [touched.get(key)?.changedAt ?? made, ...renamed].sort().at(-1) ?? made,
    settled: one.answered,
  });
  const taken = new Set([...now.values()].map((one) => one.date));
  const keyOf = (date: CivilDate) => `meeting ${meeting.id} ${date}`;
  const coming = rhythmDates(meeting, plan.today).filter((date) => !taken.has(date) && !now.has(keyOf(date)));
  const blank = { time: null, place: null, cancelled: false, answered: false };
  return [
    ...[...now].map(([key, one]) => entry(key, one)),
    ...coming.map((date) => entry(keyOf(date), { date, ...blank })),
  ].filter(({ date }) => date >= plan.today);
}

/** When it got another name, or its name back: each of them changes all its dates. */
function renamings(events: readonly Told[]): string[] {
  const named = events.filter(({ event }) => event.type === 'meeting-renamed');
  const changes = new Set(named.map(({ event }) => event.change));
  const back = events.filter(({ event }) => event.type === 'undone' && changes.has(event.subject));
  return [...named, ...back].map(({ event }) => event.at);
}

/** The days from today on which a rhythm comes round, within the horizon. */
function rhythmDates(meeting: PlanMeeting, today: CivilDate): CivilDate[] {
  const own = meeting.progress.own;
  if (!own?.from) return [];
  if (own.every === null) return own.from >= today ? [own.from] : [];
  const days = Array.from({ length: RHYTHM_DAYS + 1 }, (_, n) => addDays(today, n));
  return days.filter((day) => comesOn(meeting, day));
}
