import { type Draft, type JournalEvent, kindOf } from '../core/events.ts';
import { fold, isFolded } from '../core/fold.ts';
import { hashOf } from './crypto.ts';
import { EVERY, keepEarlier, keepEarlierState, stateBefore } from './earlier.ts';
import { hashOfFew, randomIds } from './quick-crypto.ts';
import { EVENT_COLUMNS, type EventRow, NOT_UNDONE, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

/** Who records, and the real time in UTC. */
export type Stamp = { readonly by: 'holder' | 'officer'; readonly at: string };

/** From so many on, loading node:crypto is sooner done than hashing without it. */
const MANY = 100;

/**
 * Writes drafts into the journal as one change, folds them into the progress table and brings the digest up to date.
 * To be called inside a transaction.
 * @returns the id of the change
 */
export function appendEvents(database: Database, induction: string, drafts: readonly Draft[], stamp: Stamp): string {
  const [change, ...ids] = randomIds(database, 1 + drafts.length) as [string, ...string[]];
  keepEarlier(database, induction, drafts);
  const insert = database.prepare(
    `INSERT INTO events (id, change, induction, type, kind, subject, title, at, on_date, recorded_by, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const digest = database.prepare('SELECT digest FROM inductions WHERE id = ?').pluck().get(induction) as Buffer;
  const hashed = drafts.length > MANY ? hashOf : hashOfFew;
  for (const [index, draft] of drafts.map(asKept).entries()) {
    const id = ids[index] as string;
    const { type, subject, title, on } = draft;
    const kind = kindOf(type);
    const body = JSON.stringify(draft.body);
    const { at, by } = stamp;
    const hash = hashed([id, change, induction, type, kind, subject, title, at, on, by, body]);
    insert.run(id, change, induction, type, kind, subject, title, at, on, by, body, hash);
    xorInto(digest, hash);
    foldInto(database, induction, draft);
  }
  database
    .prepare('UPDATE inductions SET events = events + ?, digest = ? WHERE id = ?')
    .run(drafts.length, digest, induction);
  return change;
}

/** SQLite keeps half a surrogate pair as U+FFFD, and the hash must be that of what is kept. */
function asKept(draft: Draft): Draft {
  return { ...draft, title: draft.title.toWellFormed() };
}

/** Brings a hash into a digest, or takes it out again. */
export function xorInto(digest: Buffer, hash: Uint8Array): void {
  for (let index = 0; index < hash.length; index += 1) digest[index] = (digest[index] ?? 0) ^ (hash[index] ?? 0);
}

function foldInto(database: Database, induction: string, draft: Draft): void {
  const kind = kindOf(draft.type);
  if (!isFolded(kind)) return;
  const state = database
    .prepare('SELECT state FROM progress WHERE induction = ? AND kind = ? AND subject = ?')
    .pluck()
    .get(induction, kind, draft.subject) as string | undefined;
  keepState(database, induction, kind, draft.subject, fold(state === undefined ? null : JSON.parse(state), draft));
}

/** Keeps what is so now of a subject; nothing where there is nothing. */
export function keepState(database: Database, induction: string, kind: string, subject: string, state: unknown): void {
  if (state === null || state === undefined) {
    database
      .prepare('DELETE FROM progress WHERE induction = ? AND kind = ? AND subject = ?')
      .run(induction, kind, subject);
    return;
  }
  database
    .prepare('INSERT OR REPLACE INTO progress (induction, kind, subject, state) VALUES (?, ?, ?, ?)')
    .run(induction, kind, subject, JSON.stringify(state));
}

/** Why nothing more can be taken back: only the plan itself is left, words were removed, or all came from another file. */
export type EndOfUndo = 'start' | 'redacted' | 'brought-in';

/**
 * The last change that is not taken back yet: its events, in the order they were recorded. `start` where only the plan
 * itself is left; `redacted` where words were removed since, `brought-in` where all of it was restored or imported:
 * nothing before that can be taken back.
 */
export function lastChange(database: Database, induction: string): readonly JournalEvent[] | EndOfUndo {
  const until = database
    .prepare('SELECT (SELECT CAST(value AS INTEGER) FROM settings WHERE key = ?)')
    .pluck()
    .get(`${END_OF_UNDO}${induction}`) as number | null;
  const change = database
    .prepare(
      `SELECT change FROM events WHERE induction = ? AND kind <> 'change' AND seq > ? AND ${NOT_UNDONE} ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
    .get(induction, until ?? 0) as string | undefined;
  if (change === undefined) return until === null ? 'start' : 'brought-in';
  const events = eventsOfChange(database, change);
  if (events.some((event) => event.type === 'redacted')) return 'redacted';
  const isStart = events.some((event) => event.type === 'started' || (event.type === 'answered' && event.body.initial));
  return isStart ? 'start' : events;
}

const END_OF_UNDO = 'undo-from:';

/** Ends what can be taken back: of one induction, or of all. To be called inside a transaction. */
export function endUndo(database: Database, induction: string | null = null): void {
  const all = database.prepare('SELECT id FROM inductions').pluck().all() as string[];
  const keep = database.prepare(
    `INSERT OR REPLACE INTO settings (key, value)
     VALUES (?, (SELECT CAST(coalesce(max(seq), 0) AS TEXT) FROM events WHERE induction = ?))`,
  );
  for (const id of induction === null ? all : [induction]) keep.run(`${END_OF_UNDO}${id}`, id);
}

function eventsOfChange(database: Database, change: string): JournalEvent[] {
  const rows = database
    .prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE change = ? ORDER BY seq`)
    .all(change) as EventRow[];
  return rows.map(toEvent);
}

/**
 * Folds the subjects of a change anew that was just taken back: from a state that was kept before it, so that it takes as
 * long however much was recorded. Where that is long ago, one is kept nearer by for the next undo.
 */
export function foldBack(database: Database, induction: string, events: readonly JournalEvent[]): void {
  const firsts = new Map<string, JournalEvent>();
  for (const event of [...events].reverse()) firsts.set(`${kindOf(event.type)} ${event.subject}`, event);
  const select = database.prepare(
    `SELECT ${EVENT_COLUMNS} FROM events
     WHERE induction = ? AND kind = ? AND subject = ? AND seq > ? AND ${NOT_UNDONE} ORDER BY seq`,
  );
  for (const { type, subject, seq } of firsts.values()) {
    const kind = kindOf(type);
    if (!isFolded(kind)) continue;
    const from = stateBefore(database, induction, { kind, subject, seq });
    const rows = select.all(induction, kind, subject, from?.seq ?? 0) as EventRow[];
    let state: unknown = from?.state ?? null;
    for (const [index, row] of rows.entries()) {
      state = fold(state, toEvent(row));
      if (index >= EVERY && index === rows.length - EVERY)
        keepEarlierState(database, induction, { kind, subject, seq: row.seq, state });
    }
    keepState(database, induction, kind, subject, state);
  }
}
