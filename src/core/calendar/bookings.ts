import type { CivilDate } from '../dates/index.ts';
import { voiceOf } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import { titleOfPerson } from '../people.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import { fill } from '../voice.ts';
import type { CalendarEntry } from './entry.ts';
import { type Rules, startTelling, type Told, type Touched } from './history.ts';
import type { Part } from './part.ts';

/** Actions booked for one time: a talk, a course. `settled` are those that are done. */
type Booking = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly open: readonly string[];
  readonly settled: readonly string[];
};

/** Actions of one step that are booked for one time are one entry, named by the change that first booked them. */
function rulesFor(together: ReadonlyMap<string, ReadonlySet<string>>): Rules<Bookings> {
  return {
    empty: () => new Bookings(),
    copy: (state) => state.copy(),
    keysOf: (event, state) => keysOf(event, state, together.get(event.change) ?? new Set()),
    apply: (state, event, [key]) => (key === undefined ? state : state.apply(event, key)),
    changes: (event, state, key) => state.all.has(key) || !isBooked(event),
  };
}

/** All bookings by key, with what is open of each found by its action and by its time: a record may hold thousands. */
class Bookings {
  readonly all = new Map<string, Booking>();
  readonly #holding = new Map<string, string>();
  readonly #open = new Map<string, Set<string>>();

  copy(): Bookings {
    const copy = new Bookings();
    for (const [key, booking] of this.all) copy.all.set(key, booking);
    for (const [action, key] of this.#holding) copy.#holding.set(action, key);
    for (const [at, keys] of this.#open) copy.#open.set(at, new Set(keys));
    return copy;
  }

  /** The booking that an action is open in; there is no more than one. */
  holding(action: string): string | null {
    return this.#holding.get(action) ?? null;
  }

  /** The first of those with something open for a step at that time; null without. */
  firstAt(step: string, date: string, time: string | null): string | null {
    const keys = this.#open.get(slot(step, date, time));
    if (keys === undefined || keys.size === 0) return null;
    if (keys.size === 1) return [...keys][0] ?? null;
    return [...this.all.keys()].find((key) => keys.has(key)) ?? null;
  }

  apply(event: JournalEvent, key: string): Bookings {
    const { subject } = event;
    const holding = this.holding(subject);
    const before = holding === null ? undefined : this.all.get(holding);
    if (holding !== null && before !== undefined && !(holding === key && isBooked(event))) {
      const settled = event.type === 'done' ? [...before.settled, subject] : before.settled;
      this.#put(holding, { ...before, open: before.open.filter((id) => id !== subject), settled });
      this.#holding.delete(subject);
    }
    if (isBooked(event)) {
      const { open, settled }: Pick<Booking, 'open' | 'settled'> = this.all.get(key) ?? { open: [], settled: [] };
      const { for: date, time } = event.body;
      this.#put(key, { date: date as CivilDate, time, open: [...new Set([...open, subject])], settled });
      this.#holding.set(subject, key);
    }
    return this;
  }

  #put(key: string, booking: Booking): void {
    const before = this.all.get(key);
    if (before !== undefined) this.#open.get(slot(stepOf(key), before.date, before.time))?.delete(key);
    this.all.set(key, booking);
    if (booking.open.length === 0) return;
    const at = slot(stepOf(key), booking.date, booking.time);
    this.#open.set(at, (this.#open.get(at) ?? new Set()).add(key));
  }
}

function slot(step: string, date: string, time: string | null): string {
  return `${step} ${date} ${time ?? ''}`;
}

type Booked = Extract<JournalEvent, { type: 'arranged' }>;

function isBooked(event: JournalEvent): event is Booked {
  return event.type === 'arranged' && event.body.for !== null;
}

const LEAVES = new Set(['arranged', 'done', 'skipped', 'reopened']);

/** @param together every action that the event's change books */
function keysOf(event: JournalEvent, state: Bookings, together: ReadonlySet<string>): string[] {
  if (!LEAVES.has(event.type)) return [];
  const holding = state.holding(event.subject);
  const left = holding === null ? [] : [holding];
  if (!isBooked(event)) return left;
  const there = state.firstAt(step(event), event.body.for ?? '', event.body.time);
  if (there !== null) return [...new Set([there, ...left])];
  if (holding !== null && state.all.get(holding)?.open.every((id) => together.has(id))) return left;
  return [`booking ${step(event)} ${event.change} ${event.body.for}`, ...left];
}

function step(event: JournalEvent): string {
  return event.subject.split('.')[0] ?? '';
}

function stepOf(key: string): string {
  return key.split(' ')[1] ?? '';
}

/**
 * What is booked for today or later and has no meeting of its own.
 * @param booked every time that something was booked
 */
export function startBookings(plan: Plan, booked: Iterable<Told>): Part {
  const ofMeetings = new Set(plan.meetings.map((meeting) => meeting.action));
  const isAbout = (event: JournalEvent) => LEAVES.has(event.type) && !ofMeetings.has(event.subject);
  const together = new Map<string, Set<string>>();
  for (const { event } of booked) {
    if (!isAbout(event) || !isBooked(event)) continue;
    together.set(event.change, (together.get(event.change) ?? new Set()).add(event.subject));
  }
  const telling = startTelling(rulesFor(together));
  return {
    take: (told) => {
      if (told.event.type === 'undone' || isAbout(told.event)) telling.take(told);
    },
    entries: () => [...telling.now().all].flatMap(([key, booking]) => entryOf(plan, key, booking, telling.touched)),
  };
}

function entryOf(
  plan: Plan,
  key: string,
  booking: Booking,
  touched: ReadonlyMap<string, Touched>,
): readonly CalendarEntry[] {
  if (booking.date < plan.today) return [];
  const ids = booking.open.length > 0 ? booking.open : booking.settled;
  const actions = plan.actions.filter((action) => ids.includes(action.id));
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
