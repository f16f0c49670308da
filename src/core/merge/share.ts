import type { TransferEvent } from '../transfer/document.ts';

/** What goes to the other computer, and how many private notes stay here. */
export type Shareable = { readonly events: readonly TransferEvent[]; readonly left: number };

/** The entries of a record that are shared: private notes only where that is wished. */
export function shareable(events: readonly TransferEvent[], withPrivate: boolean): Shareable {
  const shared = withPrivate ? events : events.filter((event) => event.type !== 'noted' || !event.body.private);
  return { events: shared, left: events.length - shared.length };
}
