import type { JournalEvent } from '../events.ts';

/** An event, and whether its change was taken back later. */
export type Told = { readonly event: JournalEvent; readonly undone: boolean };

/** What is known of one entry through all that was recorded, taken back or not. */
export type Touched = { readonly count: number; readonly changedAt: string };

/** How events give and change entries of one sort. `S` is the state of all of them, by key. */
export type Rules<S> = {
  /** Before the first event; anew each time, since `apply` may change what it is given. */
  readonly empty: () => S;
  /** The keys that an event is about, as things stand before it; none where it is about no entry. */
  readonly keysOf: (event: JournalEvent, state: S) => readonly string[];
  /** A state that stays as it is when `apply` changes the other. */
  readonly copy: (state: S) => S;
  /** The state after an event, whose keys were worked out when it was recorded. */
  readonly apply: (state: S, event: JournalEvent, keys: readonly string[]) => S;
  /** False for the event that makes an entry that was not there: that is no change of it. */
  readonly changes: (event: JournalEvent, state: S, key: string) => boolean;
};

/** A record that is told entry by entry: what is so now, and how often each entry of the diary was changed. */
export type Telling<S> = {
  readonly take: (told: Told) => void;
  readonly now: () => S;
  readonly touched: ReadonlyMap<string, Touched>;
};

type Active = { readonly event: JournalEvent; readonly keys: readonly string[] };

/**
 * Tells a record from its beginning, oldest first. Keys are worked out from what was so at that moment, so that taking
 * something back leaves every key as it was; each change counts for ever, also one that was taken back, and so does taking it
 * back. Hence the number of changes of an entry never falls, whatever is undone (RFC 5545, 3.8.7.4).
 *
 * Events are held only from one that is taken back later until it is: what came before stays as it is.
 */
export function startTelling<S>(rules: Rules<S>): Telling<S> {
  const touched = new Map<string, Touched>();
  /** One command is one change of an entry, however many events it writes. */
  const counted = new Set<string>();
  /** The changes still to be taken back, what was so before the first of them, and what counts since. */
  const pending = new Set<string>();
  let before: S | null = null;
  let active: Active[] = [];
  let now = rules.empty();
  const touch = (key: string, at: string, by: number) => {
    const last = touched.get(key) ?? { count: 0, changedAt: at };
    touched.set(key, { count: last.count + by, changedAt: at > last.changedAt ? at : last.changedAt });
  };
  const takeBack = ({ subject, at }: JournalEvent) => {
    const back = active.filter(({ event }) => event.change === subject);
    if (back.length === 0 || before === null) return;
    for (const key of new Set(back.flatMap(({ keys }) => keys))) touch(key, at, 1);
    active = active.filter(({ event }) => event.change !== subject);
    now = active.reduce((state, one) => rules.apply(state, one.event, one.keys), rules.copy(before));
    pending.delete(subject);
    if (pending.size > 0) return;
    before = null;
    active = [];
  };
  const take = ({ event, undone }: Told): void => {
    if (event.type === 'undone') {
      takeBack(event);
      return;
    }
    const keys = rules.keysOf(event, now);
    for (const key of keys) {
      const once = `${event.change} ${key}`;
      const isChange = !counted.has(once) && (touched.has(key) || rules.changes(event, now, key));
      touch(key, event.at, isChange ? 1 : 0);
      counted.add(once);
    }
    if (undone) {
      before ??= rules.copy(now);
      pending.add(event.change);
    }
    if (before !== null) active.push({ event, keys });
    now = rules.apply(now, event, keys);
  };
  return { take, now: () => now, touched };
}
