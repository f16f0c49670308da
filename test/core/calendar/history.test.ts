import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rules, startTelling, type Told, type Touched } from '../../../src/core/calendar/history.ts';
import { draft, type JournalEvent } from '../../../src/core/events.ts';

/** What is done about which action, in the order in which each was first done; an entry is an action's day. */
type Days = Map<string, readonly string[]>;

/** Keys hang on what is so at that moment, and `apply` changes what it is given, as for bookings. */
const RULES: Rules<Days> = {
  empty: () => new Map(),
  copy: (state) => new Map(state),
  keysOf: ({ subject, on }, state) => [...(state.get(subject) ?? [`fresh ${subject}`]), on].slice(0, 2),
  apply: (state, event, keys) => state.set(event.subject, [...keys, event.on]),
  changes: (event, state) => event.on > '2026-06-02' || state.size > 2,
};

/** The same worked out plainly: every event is held, and all of them are applied anew whenever one is taken back. */
function tellPlainly(all: readonly Told[]) {
  let active: { readonly event: JournalEvent; readonly keys: readonly string[] }[] = [];
  const touched = new Map<string, Touched>();
  const counted = new Set<string>();
  const touch = (key: string, at: string, by: number) => {
    const { count, changedAt } = touched.get(key) ?? { count: 0, changedAt: at };
    touched.set(key, { count: count + by, changedAt: at > changedAt ? at : changedAt });
  };
  const now = () => active.reduce((state, one) => RULES.apply(state, one.event, one.keys), RULES.empty());
  for (const { event } of all) {
    if (event.type === 'undone') {
      const back = active.filter((one) => one.event.change === event.subject);
      for (const key of new Set(back.flatMap(({ keys }) => keys))) touch(key, event.at, 1);
      active = active.filter((one) => one.event.change !== event.subject);
      continue;
    }
    const state = now();
    const keys = RULES.keysOf(event, state);
    for (const key of keys) {
      const isChange = touched.has(key) || RULES.changes(event, state, key);
      touch(key, event.at, isChange && !counted.has(`${event.change} ${key}`) ? 1 : 0);
      counted.add(`${event.change} ${key}`);
    }
    active.push({ event, keys });
  }
  return { now: [...now()], touched: [...touched] };
}

const done = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 }))
  .map(([subject, day]) => draft('done', subject, subject, `2026-06-0${day}`, { was: 'todo' }));
/** A change, or how many changes before the last one is taken back: of two computers it need not be the last. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(done, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 }) },
);

function toldOf(steps: readonly (number | readonly ReturnType<typeof draft>[])[]): Told[] {
  const events: JournalEvent[] = [];
  const standing: string[] = [];
  const gone = new Set<string>();
  for (const [index, what] of steps.entries()) {
    const change = `change ${index}`;
    const [back] = typeof what === 'number' ? standing.splice(Math.max(0, standing.length - 1 - what), 1) : [];
    if (back !== undefined) gone.add(back);
    if (typeof what !== 'number') standing.push(change);
    const undone = back === undefined ? [] : [draft('undone', back, '', '2026-06-30', { what: 'done' })];
    for (const one of typeof what === 'number' ? undone : what) {
      const seq = events.length + 1;
      const at = `2026-06-${String(10 + ((seq * 7) % 20))}T09:00:00.000Z`;
      events.push({ ...one, id: `event ${seq}`, seq, change, at });
    }
  }
  return events.map((event) => ({ event, undone: gone.has(event.change) }));
}

test('a record told entry by entry comes to what it comes to with all of it held', () => {
  let back = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const told = toldOf(steps);
      const telling = startTelling(RULES);
      for (const one of told) telling.take(one);
      back += told.filter(({ undone }) => undone).length;
      expect({ now: [...telling.now()], touched: [...telling.touched] }).toEqual(tellPlainly(told));
    }),
    { numRuns: 300 },
  );
  expect(back).toBeGreaterThan(300);
});

test('what is never taken back is not held', () => {
  let copies = 0;
  let applied = 0;
  const rules: Rules<Days> = {
    ...RULES,
    copy: (state) => {
      copies += 1;
      return RULES.copy(state);
    },
    apply: (state, event, keys) => {
      applied += 1;
      return RULES.apply(state, event, keys);
    },
  };
  const change = [draft('done', 'a', 'a', '2026-06-01', { was: 'todo' })];
  const telling = startTelling(rules);
  for (const one of toldOf([...Array(50).fill(change), 0, ...Array(50).fill(change), 1])) telling.take(one);
  expect([copies, applied]).toEqual([4, 101]);
});
