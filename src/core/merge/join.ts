import type { TransferEvent } from '../transfer/document.ts';
import { isRemoved, removedOn } from '../words-removed.ts';
import { type Renumbered, renumber } from './numbers.ts';
import { mergeOrders } from './order.ts';

/** The union of two records of one holder, in order, and what in it is new to the first. */
export type Joined = {
  readonly events: readonly TransferEvent[];
  readonly fresh: readonly TransferEvent[];
  readonly renumbered: readonly Renumbered[];
};

/**
 * Everything that either record has, once. Whichever is joined to the other, and however often, it comes to the same
 * events in the same order. Words that were removed in one stay removed.
 */
export function joinRecords(one: readonly TransferEvent[], other: readonly TransferEvent[]): Joined {
  const theirs = new Map(other.map((event) => [event.id, event]));
  const ours = new Set(one.map(({ id }) => id));
  const mine = one.map((event) => withoutRemoved(event, theirs.get(event.id)));
  const { events, renumbered } = renumber(mergeOrders(mine, other), one, other);
  return { events, fresh: events.filter(({ id }) => !ours.has(id)), renumbered };
}

/** The one of two forms of an event that has no words any more, where one of them has none. */
function withoutRemoved(event: TransferEvent, other: TransferEvent | undefined): TransferEvent {
  return other !== undefined && hasRemoved(other) && !hasRemoved(event) ? other : event;
}

/** Words, a title or an id made of words that are gone. */
function hasRemoved(event: TransferEvent): boolean {
  return removedOn(event) !== null || isRemoved(event.title) || /(^|\.)removed-[0-9a-f]{8}$/.test(event.subject);
}
