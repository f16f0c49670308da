import fc from 'fast-check';
import type { Bodies, Draft, EventType } from '../../src/core/events.ts';

const date = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2026, 4, 1 + days)).toISOString().slice(0, 10));
const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const time = fc.constantFrom('09:00', '16:30');

// Few subjects, so that events meet on the same one.
const action = fc.constantFrom('dcs.vision', 'documents.budget', 'own.1', 'gone.for-good');
const meeting = fc.constantFrom('schools-forum', 'm1');
const question = fc.constantFrom('typing', 'council', 'name', 'dcs_also');

const person = fc.constantFrom('dcs', 'head-of-mash');
const asked = fc.constantFrom('q1', 'q2');
const promise = fc.constantFrom('p1', 'p2');
const habit = fc.constantFrom('service-visit', 'data-look');
const paper = fc.record(
  { location: orNull(words), title: orNull(words), dated: orNull(date), restricted: fc.boolean() },
  { requiredKeys: ['location'] },
);

const council = fc.record({
  name: words,
  short: words,
  gss: orNull(fc.constant('E08000035')),
  region: fc.constant('London'),
});

const BODIES: { readonly [T in EventType]: readonly [fc.Arbitrary<string>, fc.Arbitrary<Bodies[T]>] } = {
  answered: [question, fc.record({ answer: fc.oneof(words, council), initial: fc.boolean() })],
  started: [fc.constant(''), fc.record({ notice: fc.boolean() })],
  done: [action, fc.record({ was: fc.constantFrom('todo', 'arranged') })],
  arranged: [action, fc.record({ for: orNull(date), time: orNull(time), with: orNull(words) })],
  received: [action, paper],
  located: [action, paper],
  skipped: [action, fc.record({ why: words })],
  reopened: [action, fc.record({ was: fc.constantFrom('done', 'skipped') })],
  noted: [action, fc.record({ text: words, private: fc.boolean() })],
  'due-set': [action, fc.record({ due: orNull(date) })],
  added: [
    action,
    fc.record({ title: words, doer: fc.constantFrom('holder', 'officer'), number: fc.integer({ min: 1, max: 9 }) }),
  ],
  'meeting-added': [
    meeting,
    fc.record({
      name: words,
      every: orNull(
        fc.record({ count: fc.integer({ min: 1, max: 4 }), unit: fc.constantFrom('day', 'week', 'month') }),
      ),
      from: orNull(date),
      time: orNull(time),
      place: orNull(words),
    }),
  ],
  'meeting-dated': [meeting, fc.record({ date, time: orNull(time), place: orNull(words) })],
  'meeting-moved': [meeting, fc.record({ from: date, date, time: orNull(time), place: orNull(words) })],
  'meeting-cancelled': [meeting, fc.record({ date })],
  'meeting-attended': [
    meeting,
    fc.record({ date, attended: fc.boolean(), apologies: fc.boolean(), note: orNull(words) }),
  ],
  'meeting-renamed': [meeting, fc.record({ name: words })],
  'meeting-capacity': [meeting, fc.record({ capacity: fc.constantFrom('member', 'chair', 'observer') })],
  'adviser-set': [fc.constant('adviser'), fc.record({ name: words })],
  'quiet-added': [fc.constantFrom('quiet-1', 'quiet-2'), fc.record({ from: date, to: date, why: words })],
  'quiet-removed': [fc.constantFrom('quiet-1', 'quiet-2'), fc.record({ from: date })],
  'person-added': [person, fc.record({ title: words })],
  'person-set': [person, fc.record({ name: words, email: words, pa: words }, { requiredKeys: [] })],
  visited: [fc.constantFrom('v1', 'v2'), fc.record({ to: words, with: orNull(words), note: orNull(words) })],
  'question-asked': [
    asked,
    fc.record({ text: words, to: fc.constantFrom('dcs', 'the mayor'), visit: orNull(fc.constant('v1')) }),
  ],
  'question-answered': [asked, fc.record({ answer: words })],
  promised: [promise, fc.record({ text: words, to: words, by: orNull(date) })],
  'promise-kept': [promise, fc.record({ note: orNull(words) })],
  'figure-recorded': [
    fc.constantFrom('referrals', 'gone'),
    fc.record({
      period: fc.constantFrom('2026-05', '2026-Q1', '2025-26'),
      // JSON knows no -0.
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      note: orNull(words),
    }),
  ],
  'figures-published': [
    fc.constantFrom('referrals', 'gone'),
    fc.record({
      file: words,
      values: fc.dictionary(
        fc.constantFrom('2024', '2025'),
        fc.dictionary(fc.constantFrom('England', 'E08000035'), fc.constantFrom(24.2, 22.6, 'suppressed' as const)),
      ),
      base: fc.dictionary(fc.constantFrom('2024', '2025'), fc.nat()),
      before: orNull(fc.constant({ gss: 'E10000006', name: 'Cumbria' })),
    }),
  ],
  'neighbours-listed': [
    fc.constant('neighbours'),
    fc.record({ file: words, neighbours: fc.array(fc.constantFrom('E08000035', 'E08000034')) }),
  ],
  'report-set': [
    fc.constantFrom('monthly-report', 'audit'),
    fc.record({ name: words, from: orNull(words), every: orNull(fc.constant({ count: 1, unit: 'month' as const })) }),
  ],
  'report-came': [
    fc.constantFrom('monthly-report', 'audit'),
    fc.record({ asAt: date, question: orNull(fc.constant('q1')) }),
  ],
  'habit-set': [
    habit,
    fc.record({ on: fc.boolean(), every: orNull(fc.constant({ count: 2, unit: 'week' as const })) }),
  ],
  'habit-kept': [habit, fc.record({ note: orNull(words) })],
  redacted: [fc.constant('no-such-event'), fc.record({ event: words, what: fc.constant('noted') })],
  undone: [fc.constant('no-such-change'), fc.record({ what: fc.constant('done') })],
};

export const EVENT_TYPES = Object.keys(BODIES) as EventType[];

/** A draft of one type. */
export function draftOf(type: EventType): fc.Arbitrary<Draft> {
  const [subject, body] = BODIES[type];
  return fc.record({ type: fc.constant(type), subject, title: words, on: date, body }) as fc.Arbitrary<Draft>;
}

/** Drafts of all types, in any order. */
export const anyDrafts = (options: fc.ArrayConstraints = {}): fc.Arbitrary<Draft[]> =>
  fc.array(fc.oneof(...EVENT_TYPES.map(draftOf)), options);

/** Drafts that can be taken back: none that belongs to `start`. */
export const laterDrafts = (options: fc.ArrayConstraints = {}): fc.Arbitrary<Draft[]> =>
  fc.array(
    fc
      .oneof(...EVENT_TYPES.filter((type) => type !== 'started' && type !== 'undone').map(draftOf))
      .map((one) => (one.type === 'answered' ? { ...one, body: { ...one.body, initial: false } } : one)),
    options,
  );
