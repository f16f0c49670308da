import { kindOf } from '../core/events.ts';
import { usage } from '../core/problem.ts';
import type { TransferEvent, TransferRecord } from '../core/transfer/document.ts';
import { rebuildProgress } from './check.ts';
import { hashOf } from './crypto.ts';
import { endUndo, xorInto } from './journal.ts';
import { EMPTY_DIGEST, EVENT_COLUMNS, type EventRow, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

/** Everything of one holder, as it lies in the journal. */
export function readRecord(database: Database, induction: string): TransferRecord {
  const head = database.prepare('SELECT created_at, started, digest FROM inductions WHERE id = ?').get(induction) as {
    readonly created_at: string;
    readonly started: number;
    readonly digest: Buffer;
  };
  const rows = database
    .prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE induction = ? ORDER BY seq`)
    .all(induction) as EventRow[];
  return {
    id: induction,
    createdAt: head.created_at,
    started: head.started === 1,
    digest: head.digest.toString('hex'),
    events: rows.map((row): TransferEvent => {
      const { seq: _, ...event } = toEvent(row);
      return { ...event, by: row.by_whom };
    }),
  };
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
  const digest = Buffer.from(EMPTY_DIGEST);
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
