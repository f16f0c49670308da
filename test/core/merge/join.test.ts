import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, draft } from '../../../src/core/events.ts';
import { joinRecords } from '../../../src/core/merge/join.ts';
import { mergeOrders } from '../../../src/core/merge/order.ts';
import type { TransferEvent } from '../../../src/core/transfer/document.ts';
import { foldAll } from '../../helpers/record.ts';

const ON = '2026-06-03';

/** A computer with its record, as far as merging needs it: it records, and joins what another one has. */
class Computer {
  events: TransferEvent[];
  readonly #by: 'holder' | 'officer';
  readonly #ids: () => string;
  constructor(events: readonly TransferEvent[], by: 'holder' | 'officer', ids: () => string) {
    this.events = [...events];
    this.#by = by;
    this.#ids = ids;
  }

  record(at: string, ...drafts: readonly Draft[]): void {
    const change = this.#ids();
    for (const one of drafts) this.events.push({ ...one, id: this.#ids(), change, at, by: this.#by } as TransferEvent);
  }

  next(type: Draft['type']): number {
    return new Set(this.events.filter((event) => event.type === type).map(({ subject }) => subject)).size + 1;
  }

  numbers(type: Draft['type']): string[] {
    return [...new Set(this.events.filter((event) => event.type === type).map(({ subject }) => subject))];
  }

  merge(other: readonly TransferEvent[]): void {
    this.events = [...joinRecords(this.events, other).events];
  }

  /** What is so now, by the rules of the record. */
  get state() {
    const back = new Set(this.events.filter(({ type }) => type === 'undone').map(({ subject }) => subject));
    return foldAll(this.events.filter(({ change, type }) => type !== 'undone' && !back.has(change)));
  }
}

type Step =
  | {
      readonly who: 0 | 1;
      readonly does: 'ask' | 'promise' | 'visit' | 'answer' | 'keep' | 'done' | 'reopen' | 'undo';
      readonly minute: number;
    }
  | { readonly who: 0 | 1; readonly does: 'merge' | 'merge old' };

const STEPS: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        who: fc.constantFrom(0 as const, 1 as const),
        does: fc.constantFrom(
          'ask' as const,
          'promise' as const,
          'visit' as const,
          'answer' as const,
          'keep' as const,
          'done' as const,
          'reopen' as const,
          'undo' as const,
        ),
        minute: fc.nat({ max: 5 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        who: fc.constantFrom(0 as const, 1 as const),
        does: fc.constantFrom('merge' as const, 'merge old' as const),
      }),
    },
  ),
  { maxLength: 40 },
);

function run(steps: readonly Step[]) {
  let count = 0;
  const ids = () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
  const start = new Computer([], 'officer', ids);
  start.record('2026-05-20T09:00:00.000Z', draft('started', '', 'Start', '2026-05-20', { notice: true }));
  start.record(
    '2026-05-20T10:00:00.000Z',
    draft('question-asked', 'q1', 'first', ON, { text: 'first', to: 'dcs', visit: null }),
  );
  const both = [new Computer(start.events, 'holder', ids), new Computer(start.events, 'officer', ids)] as const;
  const old = [both[0].events, both[1].events];
  const texts = new Set(['first']);
  for (const step of steps) {
    const here = both[step.who];
    const there = both[1 - step.who] as Computer;
    if (step.does === 'merge') {
      old[step.who] = here.events;
      here.merge(there.events);
      continue;
    }
    if (step.does === 'merge old') {
      here.merge(old[1 - step.who] ?? []);
      continue;
    }
    const at = `2026-06-03T10:0${'minute' in step ? step.minute : 0}:00.000Z`;
    const text = `said ${count}`;
    const [question, promise, visit] = ['question-asked', 'promised', 'visited'].map((type) =>
      here.numbers(type as Draft['type']).at(-1),
    );
    switch (step.does) {
      case 'ask':
        texts.add(text);
        here.record(
          at,
          draft('question-asked', `q${here.next('question-asked')}`, text, ON, {
            text,
            to: 'dcs',
            visit: visit ?? null,
          }),
        );
        break;
      case 'promise':
        texts.add(text);
        here.record(at, draft('promised', `p${here.next('promised')}`, text, ON, { text, to: 'dcs', by: null }));
        break;
      case 'visit':
        here.record(at, draft('visited', `v${here.next('visited')}`, text, ON, { to: text, with: null, note: null }));
        break;
      case 'answer':
        if (question !== undefined) here.record(at, draft('question-answered', question, '', ON, { answer: text }));
        break;
      case 'keep':
        if (promise !== undefined) here.record(at, draft('promise-kept', promise, '', ON, { note: text }));
        break;
      case 'done':
        here.record(at, draft('done', 'dcs.vision', '', ON, { was: 'todo' }));
        break;
      case 'reopen':
        here.record(at, draft('reopened', 'dcs.vision', '', ON, { was: 'done' }));
        break;
      case 'undo': {
        const last = here.events.filter(({ type }) => type !== 'undone').at(-1);
        if (last !== undefined && last.type !== 'started')
          here.record(at, draft('undone', last.change, '', ON, { what: last.type }));
      }
    }
  }
  return { both, texts };
}

describe('two computers', () => {
  test('come to the same, whoever merges first and however often, with nothing lost and nothing doubled', () => {
    fc.assert(
      fc.property(STEPS, (steps) => {
        const { both, texts } = run(steps);
        const [one, other] = both;
        const ids = new Set([...one.events, ...other.events].map(({ id }) => id));
        const [a, b] = [joinRecords(one.events, other.events), joinRecords(other.events, one.events)];
        expect(a.events).toEqual(b.events);
        expect(new Set(a.events.map(({ id }) => id))).toEqual(ids);
        expect(a.events).toHaveLength(ids.size);
        expect(joinRecords(a.events, one.events).events).toEqual(a.events);
        expect(joinRecords(a.events, other.events).events).toEqual(a.events);
        expect(joinRecords(other.events, a.events).events).toEqual(a.events);
        one.merge(other.events);
        other.merge(one.events);
        expect(one.state).toEqual(other.state);
        // Each question, promise and visit has a number of its own, and each answer its question.
        for (const type of ['question-asked', 'promised', 'visited'] as const) {
          const made = a.events.filter((event) => event.type === type);
          expect(new Set(made.map(({ subject }) => subject)).size).toBe(made.length);
          expect(one.next(type)).toBe(made.length + 1);
        }
        const words = a.events.flatMap((event) =>
          event.type === 'question-asked' || event.type === 'promised' ? [event.body.text] : [],
        );
        expect(new Set(words)).toEqual(texts);
        for (const event of a.events) {
          if (event.type === 'question-answered') {
            expect(a.events.some((asked) => asked.type === 'question-asked' && asked.subject === event.subject)).toBe(
              true,
            );
          }
          if (event.type === 'question-asked' && event.body.visit !== null) {
            const { visit } = event.body;
            expect(a.events.some((seen) => seen.type === 'visited' && seen.subject === visit)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('an answer goes with its own question, and the earlier one keeps the number', () => {
    const { both } = run([]);
    const [one, other] = both;
    one.record(
      '2026-06-03T10:00:00.000Z',
      draft('question-asked', 'q2', 'mine', ON, { text: 'mine', to: 'dcs', visit: null }),
    );
    other.record(
      '2026-06-03T09:00:00.000Z',
      draft('question-asked', 'q2', 'theirs', ON, { text: 'theirs', to: 'dcs', visit: null }),
    );
    one.record('2026-06-03T10:05:00.000Z', draft('question-answered', 'q2', 'mine', ON, { answer: 'to mine' }));
    const { events, renumbered, fresh } = joinRecords(one.events, other.events);
    expect(renumbered).toEqual([{ was: 'q2', now: 'q3', title: 'mine' }]);
    expect(fresh.map(({ title }) => title)).toEqual(['theirs']);
    expect(events.filter(({ type }) => type === 'question-answered').map(({ subject }) => subject)).toEqual(['q3']);
    // Another answer, given before the other computer knows of the new number.
    other.merge(events);
    one.record('2026-06-03T10:06:00.000Z', draft('question-answered', 'q2', 'mine', ON, { answer: 'again to mine' }));
    other.merge(one.events);
    expect(other.state['question q3']).toMatchObject({ text: 'mine', answer: 'again to mine' });
    expect(other.state['question q2']).toMatchObject({ text: 'theirs', answer: null });
  });

  test('words that were removed on one stay removed on both', () => {
    const { both } = run([]);
    const [one, other] = both;
    const [started, asked] = one.events as [TransferEvent, TransferEvent];
    const gone = {
      ...asked,
      title: 'removed on 3 June 2026',
      body: { ...asked.body, text: 'removed on 3 June 2026', removedOn: ON },
    } as unknown as TransferEvent;
    one.events = [started, gone];
    expect(joinRecords(one.events, other.events).events).toEqual([started, gone]);
    expect(joinRecords(other.events, one.events).events).toEqual([started, gone]);
  });
});

test('orders are kept where they agree, and one is found where they do not', () => {
  const letter = fc.constantFrom(...'abcdefgh');
  const list = fc
    .uniqueArray(letter, { maxLength: 8 })
    .map((letters) => letters.map((id) => ({ id, change: id, at: `2026-06-03T10:0${id.charCodeAt(0) % 4}:00.000Z` })));
  fc.assert(
    fc.property(list, list, (one, other) => {
      const merged = mergeOrders(one, other).map(({ id }) => id);
      expect(merged).toEqual(mergeOrders(other, one).map(({ id }) => id));
      expect([...merged].sort()).toEqual([...new Set([...one, ...other].map(({ id }) => id))].sort());
      const common = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
        a.map(({ id }) => id).filter((id) => b.some((two) => two.id === id));
      if (common(one, other).join() !== common(other, one).join()) return;
      const within = (part: readonly { id: string }[]) => merged.filter((id) => part.some((two) => two.id === id));
      expect(within(one)).toEqual(one.map(({ id }) => id));
      expect(within(other)).toEqual(other.map(({ id }) => id));
    }),
    { numRuns: 2000 },
  );
});
