import type { EventType } from '../events.ts';
import type { TransferEvent } from '../transfer/document.ts';

/** The events that make something with a number of its own, and its letter: q1, p1, v1. */
const MAKES: Partial<Record<EventType, string>> = { 'question-asked': 'q', promised: 'p', visited: 'v' };
/** The events that speak of one. */
const SPEAKS: Partial<Record<EventType, string>> = { ...MAKES, 'question-answered': 'q', 'promise-kept': 'p' };

/** A number that was given twice, and what the later one is called now. */
export type Renumbered = { readonly was: string; readonly now: string; readonly title: string };

/** For each number in one record, the id of the event that made what has it. */
function makersIn(events: readonly TransferEvent[]): Map<string, string> {
  const makers = new Map<string, string>();
  for (const { type, subject, id } of events)
    if (MAKES[type] !== undefined && !makers.has(subject)) makers.set(subject, id);
  return makers;
}

/** The event that made what an event speaks of; null for what has no number. */
type MakerOf = (event: TransferEvent) => string | null;

/**
 * Gives what was numbered alike in two records numbers of its own. The earlier one keeps its number, and what speaks of the
 * later one goes with it. A number only ever grows: hence both sides, whichever merges first, come to the same.
 * @param merged the events of both in order, each once
 */
export function renumber(
  merged: readonly TransferEvent[],
  one: readonly TransferEvent[],
  other: readonly TransferEvent[],
): { readonly events: TransferEvent[]; readonly renumbered: Renumbered[] } {
  const numbers = new Map<string, string>();
  for (const list of [one, other]) {
    for (const [subject, maker] of makersIn(list)) {
      const known = numbers.get(maker);
      if (known === undefined || numberOf(known) < numberOf(subject)) numbers.set(maker, subject);
    }
  }
  const makers = merged.filter(({ type, id }) => MAKES[type] !== undefined && numbers.has(id));
  const taken = new Set<string>();
  const renumbered: Renumbered[] = [];
  const highest = new Map<string, number>();
  for (const subject of numbers.values()) {
    const letter = subject.charAt(0);
    highest.set(letter, Math.max(highest.get(letter) ?? 0, numberOf(subject)));
  }
  for (const { id, title } of makers) {
    const was = numbers.get(id) ?? '';
    if (!taken.has(was)) {
      taken.add(was);
      continue;
    }
    const letter = was.charAt(0);
    const number = (highest.get(letter) ?? 0) + 1;
    highest.set(letter, number);
    taken.add(`${letter}${number}`);
    numbers.set(id, `${letter}${number}`);
    renumbered.push({ was, now: `${letter}${number}`, title });
  }
  const makerOf = makersOf(one, other);
  return { events: merged.map((event) => withNumber(event, makerOf, numbers)), renumbered };
}

/** Whom an event speaks of, by the record it comes from: in each of them a number means one thing only. */
function makersOf(one: readonly TransferEvent[], other: readonly TransferEvent[]): (event: TransferEvent) => MakerOf {
  const sides = [one, other].map((list) => ({
    ids: new Map(list.map((event) => [event.id, event])),
    makers: makersIn(list),
  }));
  return (event) => {
    const side = sides.find(({ ids }) => ids.has(event.id));
    const known = side?.ids.get(event.id);
    return (asked) => {
      const subject = asked === event ? known?.subject : asked.subject;
      return side?.makers.get(subject ?? '') ?? null;
    };
  };
}

function withNumber(
  event: TransferEvent,
  makerOf: (event: TransferEvent) => MakerOf,
  numbers: ReadonlyMap<string, string>,
): TransferEvent {
  if (SPEAKS[event.type] === undefined) return event;
  const find = makerOf(event);
  const maker = find(event);
  const subject = (maker === null ? undefined : numbers.get(maker)) ?? event.subject;
  if (event.type !== 'question-asked' || event.body.visit === null) {
    return subject === event.subject ? event : { ...event, subject };
  }
  const visitMaker = find({ ...event, subject: event.body.visit } as TransferEvent);
  const visit = (visitMaker === null ? undefined : numbers.get(visitMaker)) ?? event.body.visit;
  if (subject === event.subject && visit === event.body.visit) return event;
  return { ...event, subject, body: { ...event.body, visit } };
}

function numberOf(subject: string): number {
  return Number(/^[a-z](\d+)$/.exec(subject)?.[1] ?? 0);
}
