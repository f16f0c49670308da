import { type EventType, type JournalEvent, kindOf } from '../core/events.ts';
import { changedWhileRead, usage } from '../core/problem.ts';
import type { LongRecord, TransferEvent, TransferRecord } from '../core/transfer/document.ts';
import { rebuildProgress } from './check.ts';
import { hashOf } from './crypto.ts';
import { endUndo, xorInto } from './journal.ts';
import { entriesInPages, eventOf, lastEntry, versionOf } from './pages.ts';
import { emptyDigest } from './rows.ts';
import { type Database, inTransaction } from './sqlite.ts';

/** Everything of one holder, as it lies in the journal. */
export function readRecord(database: Database, induction: string): TransferRecord {
  const { count: _, last: __, ...record } = openRecord(database, induction);
  return { ...record, events: [...record.events] };
}

type Head = { readonly created_at: string; readonly started: number; readonly events: number; readonly digest: Buffer };

/** The same, with the entries read while they are gone through, as often as that is done: for records of any length. */
export function openRecord(database: Database, induction: string): LongRecord {
  const opened = inTransaction(database, 'BEGIN', () => {
    const select = 'SELECT created_at, started, events, digest FROM inductions WHERE id = ?';
    const head = database.prepare(select).get(induction) as Head;
    return { head, last: lastEntry(database, induction), version: versionOf(database) };
  });
  const { created_at: createdAt, started, events: count, digest } = opened.head;
  return {
    id: induction,
    createdAt,
    started: started === 1,
    digest: digest.toString('hex'),
    count,
    last: opened.last,
    events: { [Symbol.iterator]: () => entriesAsOpened(database, induction, opened) },
  };
}

/** @throws Problem (5) where another induct removed words, restored or merged since: then these are not the entries opened */
function* entriesAsOpened(
  database: Database,
  induction: string,
  { head, last, version }: { readonly head: Head; readonly last: number; readonly version: number },
): Generator<TransferEvent> {
  const digest = emptyDigest();
  for (const row of entriesInPages(database, induction, { last })) {
    xorInto(digest, row.hash);
    yield asTransfer(eventOf(database, row));
  }
  if (digest.equals(head.digest) || versionOf(database) === version) return;
  throw changedWhileRead();
}

/** What a record comes to without the entries of a type that `leaves` names, and how many those are. */
export function digestWithout(
  database: Database,
  record: LongRecord,
  type: EventType,
  leaves: (event: JournalEvent) => boolean,
): { readonly digest: string; readonly left: number } {
  const digest = Buffer.from(record.digest, 'hex');
  let left = 0;
  for (const row of entriesInPages(database, record.id, { last: record.last, types: [type] })) {
    if (!leaves(eventOf(database, row))) continue;
    xorInto(digest, row.hash);
    left += 1;
  }
  return { digest: digest.toString('hex'), left };
}

function asTransfer(event: JournalEvent): TransferEvent {
  const { id, change, type, subject, title, at, on, by, body } = event;
  return { id, change, type, subject, title, at, on, by, body } as TransferEvent;
}

/**
 * Adds a holder with everything recorded, as it was: the same ids, times and order. To be called inside a transaction.
 * @throws Problem (2) for a holder who is kept here already, and for entries that do not come to their digest
 */
export function addRecord(database: Database, record: TransferRecord): void {
  const { id: induction, createdAt, started, events } = record;
  const there = database.prepare('SELECT 1 FROM inductions WHERE id = ?').get(induction);
  if (there !== undefined)
    throw usage('This holder is kept here already. Nothing was imported.', 'See: induct holders');
  const digest = emptyDigest();
  database
    .prepare(
      `INSERT INTO inductions (id, position, created_at, started, events, digest)
       VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM inductions), ?, ?, ?, ?)`,
    )
    .run(induction, createdAt, started ? 1 : 0, events.length, digest);
  const insert = database.prepare(
    `INSERT INTO events (id, change, induction, type, kind, subject, title, at, on_date, recorded_by, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const taken = database.prepare('SELECT 1 FROM events WHERE id = ?');
  for (const { id, change, type, subject, title, at, on, by, body } of events) {
    if (taken.get(id) !== undefined) throw usage(`The entry ${id} is kept here already. Nothing was imported.`);
    const kind = kindOf(type);
    const text = JSON.stringify(body);
    const hash = hashOf([id, change, induction, type, kind, subject, title, at, on, by, text]);
    insert.run(id, change, induction, type, kind, subject, title, at, on, by, text, hash);
    xorInto(digest, hash);
  }
  if (digest.toString('hex') !== record.digest) {
    throw usage(
      'The file was changed after it was exported: its entries are not those recorded. Nothing was imported.',
    );
  }
  database.prepare('UPDATE inductions SET digest = ? WHERE id = ?').run(digest, induction);
  rebuildProgress(database, induction);
  endUndo(database, induction);
  database.prepare("INSERT OR IGNORE INTO settings (key, value) VALUES ('current', ?)").run(induction);
}
