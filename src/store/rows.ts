import type { JournalEvent } from '../core/events.ts';

export const EVENT_COLUMNS = 'seq, id, change, type, subject, title, at, on_date, recorded_by AS by_whom, body';

/** An event counts while no later event takes its change back. */
export const NOT_UNDONE = `NOT EXISTS (
  SELECT 1 FROM events AS back
  WHERE back.induction = events.induction AND back.kind = 'change' AND back.subject = events.change
)`;

/** The digest of an induction without events: what hashes are brought into. */
export const emptyDigest = (): Buffer => Buffer.alloc(32);

/** A row of the journal, as selected by EVENT_COLUMNS. */
export type EventRow = {
  readonly seq: number;
  readonly id: string;
  readonly change: string;
  readonly type: string;
  readonly subject: string;
  readonly title: string;
  readonly at: string;
  readonly on_date: string;
  readonly by_whom: 'holder' | 'officer';
  readonly body: string;
};

/** A row as core knows it. Its type and body were checked when it was written. */
export function toEvent(row: EventRow): JournalEvent {
  const { on_date: on, by_whom: by, body, ...rest } = row;
  return { ...rest, on, by, body: JSON.parse(body) } as JournalEvent;
}
