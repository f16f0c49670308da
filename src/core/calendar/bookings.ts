import type { CivilDate } from '../dates/index.ts';
import { voiceOf } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import { titleOfPerson } from '../people.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import { fill } from '../voice.ts';
import type { CalendarEntry } from './entry.ts';
import { type Rules, type Told, tell } from './history.ts';

/** Actions booked for one time: a talk, a course. `settled` are those that are done. */
type Booking = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly open: readonly string[];
  readonly settled: readonly string[];
};
type Bookings = ReadonlyMap<string, Booking>;

/** Actions of one step that are booked for one time are one entry, named by the change that first booked them. */
function rulesFor(together: ReadonlyMap<string, ReadonlySet<string>>): Rules<Bookings> {
  return {
    empty: new Map(),
    keysOf: (event, state) => keysOf(event, state, together.get(event.change) ?? new Set()),
    apply,
    changes: (event, state, key) => state.has(key) || !isBooked(event),
  };
}

type Booked = Extract<JournalEvent, { type: 'arranged' }>;

function isBooked(event: JournalEvent): event is Booked {
  return event.type === 'arranged' && event.body.for !== null;
}

const LEAVES = new Set(['arranged', 'done', 'skipped', 'reopened']);

/** @param together every action that the event's change books */
function keysOf(event: JournalEvent, state: Bookings, together: ReadonlySet<string>): string[] {
  if (!LEAVES.has(event.type)) return [];
  const holding = [...state].find(([, one]) => one.open.includes(event.subject));
  const left = holding === undefined ? [] : [holding[0]];
  if (!isBooked(event)) return left;
  const there = [...state].find(
    ([key, one]) =>
      stepOf(key) === step(event) && one.date === event.body.for && one.time === event.body.time && one.open.length > 0,
  );
  if (there !== undefined) return [...new Set([there[0], ...left])];
  if (holding?.[1].open.every((id) => together.has(id))) return left;
  return [`booking ${step(event)} ${event.change} ${event.body.for}`, ...left];
}

function step(event: JournalEvent): string {
  return event.subject.split('.')[0] ?? '';
}

function stepOf(key: string): string {
  return key.split(' ')[1] ?? '';
}

function apply(state: Bookings, event: JournalEvent, keys: readonly string[]): Bookings {
  const [key] = keys;
  if (key === undefined) return state;
  const next = new Map(state);
  for (const [one, booking] of state) {
    if (!booking.open.includes(event.subject)) continue;
    if (one === key && isBooked(event)) continue;
    const settled = event.type === 'done' ? [...booking.settled, event.subject] : booking.settled;
    next.set(one, { ...booking, open: booking.open.filter((id) => id !== event.subject), settled });
  }
  if (isBooked(event)) {
    const before: Pick<Booking, 'open' | 'settled'> = next.get(key) ?? { open: [], settled: [] };
    const open = before.open.includes(event.subject) ? before.open : [...before.open, event.subject];
    const { for: date, time } = event.body;
    next.set(key, { date: date as CivilDate, time, open, settled: before.settled });
  }
  return next;
}

/** What is booked for today or later and has no meeting of its own. */
export function bookingEntries(plan: Plan, events: readonly Told[]): CalendarEntry[] {
  const ofMeetings = new Set(plan.meetings.map((meeting) => meeting.action));
  const about = events.filter(
    ({ event }) => event.type === 'undone' || (LEAVES.has(event.type) && !ofMeetings.has(event.subject)),
  );
  const together = new Map<string, Set<string>>();
  for (const { event } of about) {
    if (isBooked(event)) together.set(event.change, (together.get(event.change) ?? new Set()).add(event.subject));
  }
  const { now, touched } = tell(about, rulesFor(together));
  return [...now].flatMap(([key, booking]) => {
    const ids = booking.open.length > 0 ? booking.open : booking.settled;
    const actions = plan.actions.filter((action) => ids.includes(action.id));
    if (booking.date < plan.today) return [];
    const { count = 0, changedAt = '' } = touched.get(key) ?? {};
    return [
      {
        key,
        ...titleFor(plan, actions),
        date: booking.date,
        time: booking.time,
        place: null,
        cancelled: ids.length === 0,
        deadline: false,
        sequence: count,
        changedAt,
        settled: booking.open.length === 0 && booking.settled.length > 0,
      },
    ];
  });
}

/** Whom the talk is with, or what it is; without actions left, that it was booked is all there is to say. */
function titleFor(plan: Plan, actions: readonly PlanAction[]): { readonly title: string; readonly private: boolean } {
  const voice = voiceOf(plan);
  const [only] = actions;
  const isAbout = (ids: readonly string[]) => actions.length > 0 && actions.every(({ id }) => ids.includes(id));
  const whom = plan.people.find(({ action, covers }) =>
    isAbout([...covers.map(({ id }) => id), ...(action === null ? [] : [action.id])]),
  );
  if (whom !== undefined) return { title: titleOfPerson(whom, plan), private: true };
  if (only === undefined) return { title: 'Not needed any more', private: false };
  if (actions.length === 1) return { title: fill(only.name, voice), private: only.kind === 'person' };
  const title = plan.steps.find(({ id }) => id === only.step)?.title ?? only.title;
  return { title: fill(title, voice), private: false };
}
