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
  /** The state after an event, whose keys were worked out when it was recorded. */
  readonly apply: (state: S, event: JournalEvent, keys: readonly string[]) => S;
  /** False for the event that makes an entry that was not there: that is no change of it. */
  readonly changes: (event: JournalEvent, state: S, key: string) => boolean;
};

/** Where telling a record leads: what is so now, and how often each entry was changed. */
export type History<S> = { readonly now: S; readonly touched: ReadonlyMap<string, Touched> };

/**
 * Tells a record from its beginning. Keys are worked out from what was so at that moment, so that taking something back
 * leaves every key as it was; each change counts for ever, also one that was taken back, and so does taking it back.
 * Hence the number of changes of an entry never falls, whatever is undone (RFC 5545, 3.8.7.4).
 * @param events oldest first
 */
export function tell<S>(events: readonly Told[], rules: Rules<S>): History<S> {
  const active: { readonly event: JournalEvent; readonly keys: readonly string[] }[] = [];
  const touched = new Map<string, Touched>();
  /** One command is one change of an entry, however many events it writes. */
  const counted = new Set<string>();
  let now = rules.empty();
  const touch = (key: string, at: string, by: number) => {
    const before = touched.get(key) ?? { count: 0, changedAt: at };
    touched.set(key, { count: before.count + by, changedAt: at > before.changedAt ? at : before.changedAt });
  };
  for (const { event } of events) {
    if (event.type === 'undone') {
      const back = active.filter((one) => one.event.change === event.subject);
      if (back.length === 0) continue;
      for (const key of new Set(back.flatMap((one) => one.keys))) touch(key, event.at, 1);
      active.splice(0, active.length, ...active.filter((one) => one.event.change !== event.subject));
      now = active.reduce((state, one) => rules.apply(state, one.event, one.keys), rules.empty());
      continue;
    }
    const keys = rules.keysOf(event, now);
    for (const key of keys) {
      const once = `${event.change} ${key}`;
      const isChange = !counted.has(once) && (touched.has(key) || rules.changes(event, now, key));
      touch(key, event.at, isChange ? 1 : 0);
      counted.add(once);
    }
    active.push({ event, keys });
    now = rules.apply(now, event, keys);
  }
  return { now, touched };
}
