import { kindOf } from '../core/events.ts';
import { type Joined, joinRecords } from '../core/merge/join.ts';
import type { TransferEvent, TransferRecord } from '../core/transfer/document.ts';
import { rebuildProgress } from './check.ts';
import { hashOf } from './crypto.ts';
import { endUndo, xorInto } from './journal.ts';
import { emptyDigest } from './rows.ts';
import type { Database } from './sqlite.ts';
import { readRecord } from './transfer.ts';

/** The digest of some events of a holder, in hexadecimal: the XOR of their hashes, in any order. */
export function digestOf(induction: string, events: readonly TransferEvent[]): string {
  const digest = emptyDigest();
  for (const event of events) xorInto(digest, hashOfEvent(induction, event));
  return digest.toString('hex');
}

function hashOfEvent(induction: string, { id, change, type, subject, title, at, on, by, body }: TransferEvent): Buffer {
  return hashOf([id, change, induction, type, kindOf(type), subject, title, at, on, by, JSON.stringify(body)]);
}

/**
 * Joins another record of the same holder to what is kept here, or takes it in whole where that holder is not kept yet. To
 * be called inside a transaction.
 */
export function mergeRecord(database: Database, record: TransferRecord): Joined {
  const { id: induction, createdAt, started, events } = record;
  const there = database.prepare('SELECT 1 FROM inductions WHERE id = ?').get(induction);
  const kept = there === undefined ? null : readRecord(database, induction);
  const joined = joinRecords(kept?.events ?? [], events);
  const same = kept !== null && JSON.stringify(kept.events) === JSON.stringify(joined.events);
  if (same) return joined;
  if (kept === null) {
    database
      .prepare(
        `INSERT INTO inductions (id, position, created_at, digest)
         VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM inductions), ?, ?)`,
      )
      .run(induction, createdAt, emptyDigest());
    database.prepare("INSERT OR IGNORE INTO settings (key, value) VALUES ('current', ?)").run(induction);
  }
  rewrite(database, induction, joined.events);
  database
    .prepare('UPDATE inductions SET started = max(started, ?), events = ?, digest = ? WHERE id = ?')
    .run(started ? 1 : 0, joined.events.length, Buffer.from(digestOf(induction, joined.events), 'hex'), induction);
  rebuildProgress(database, induction);
  endUndo(database, induction);
  return joined;
}

/** Events are never changed for another reason: their numbers in this file follow the order of the union. */
function rewrite(database: Database, induction: string, events: readonly TransferEvent[]): void {
  database.prepare('DELETE FROM events WHERE induction = ?').run(induction);
  const insert = database.prepare(
    `INSERT INTO events (id, change, induction, type, kind, subject, title, at, on_date, recorded_by, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const event of events) {
    const { id, change, type, subject, title, at, on, by, body } = event;
    const hash = hashOfEvent(induction, event);
    insert.run(id, change, induction, type, kindOf(type), subject, title, at, on, by, JSON.stringify(body), hash);
  }
}
