import { isDeepStrictEqual } from 'node:util';
import { type JournalEvent, kindOf } from '../core/events.ts';
import { fold, isFolded } from '../core/fold.ts';
import { hashOf } from './crypto.ts';
import { keepState, xorInto } from './journal.ts';
import { EMPTY_DIGEST, EVENT_COLUMNS, type EventRow, NOT_UNDONE, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

const MOST_NAMED = 3;

/** What SQLite itself finds wrong with a file; empty where nothing is. */
export function checkDatabase(database: Database): string[] {
  const found = (database.pragma('quick_check(10)') as { quick_check: string }[]).map((row) => row.quick_check);
  const orphans = database.pragma('foreign_key_check') as unknown[];
  return [
    ...found.filter((line) => line !== 'ok'),
    ...(orphans.length === 0 ? [] : [`${orphans.length} entries belong to no holder`]),
  ];
}

type Head = { readonly id: string; readonly position: number; readonly events: number; readonly digest: Buffer };
type HashedRow = EventRow & { readonly kind: string; readonly recorded_by: string; readonly hash: Buffer };

/** Every holder's journal against its count and digest, worked out from the rows alone: a changed, missing or added one. */
export function checkDigests(database: Database): string[] {
  return heads(database).flatMap((head) => {
    const digest = Buffer.from(EMPTY_DIGEST);
    const changed: string[] = [];
    let count = 0;
    const rows = database
      .prepare(`SELECT ${EVENT_COLUMNS}, kind, recorded_by, hash FROM events WHERE induction = ? ORDER BY seq`)
      .iterate(head.id) as IterableIterator<HashedRow>;
    for (const row of rows) {
      const { id, change, type, kind, subject, title, at, on_date: on, recorded_by: by, body } = row;
      const hash = hashOf([id, change, head.id, type, kind, subject, title, at, on, by, body]);
      if (!hash.equals(row.hash)) changed.push(id);
      xorInto(digest, row.hash);
      count += 1;
    }
    const whose = `holder ${head.position}`;
    return [
      ...(changed.length === 0 ? [] : [`${whose}: ${sayMany(changed.length)} changed: ${sayIds(changed)}`]),
      ...(count === head.events ? [] : [`${whose}: ${count} entries, where ${head.events} were recorded`]),
      ...(count !== head.events || digest.equals(head.digest) ? [] : [`${whose}: the entries are not those recorded`]),
    ];
  });
}

/** Where what is so now does not follow from the journal, by kind and subject. */
export function checkProgress(database: Database): string[] {
  return heads(database).flatMap(({ id, position }) => {
    const rows = database.prepare('SELECT kind, subject, state FROM progress WHERE induction = ?').all(id) as {
      readonly kind: string;
      readonly subject: string;
      readonly state: string;
    }[];
    const kept = new Map(rows.map((row) => [`${row.kind} ${row.subject}`, row.state]));
    const wanted = foldJournal(database, id);
    const differing = [...new Set([...kept.keys(), ...wanted.keys()])].filter(
      (key) => !sameState(kept.get(key), wanted.get(key)),
    );
    return differing.length === 0
      ? []
      : [`holder ${position}: ${differing.length} states do not follow from the entries: ${sayIds(differing)}`];
  });
}

/** What is kept is JSON, in which nothing is undefined and the order of the keys says nothing. */
function sameState(kept: string | undefined, wanted: Folded | undefined): boolean {
  if (kept === undefined || wanted === undefined) return kept === wanted;
  return isDeepStrictEqual(JSON.parse(kept), JSON.parse(JSON.stringify(wanted.state)));
}

/** Works out anew, from the journal, what is so now: of one holder, or of all. To be called inside a transaction. */
export function rebuildProgress(database: Database, induction: string | null = null): void {
  for (const { id } of heads(database).filter((head) => induction === null || head.id === induction)) {
    database.prepare('DELETE FROM progress WHERE induction = ?').run(id);
    for (const { kind, subject, state } of foldJournal(database, id).values()) {
      keepState(database, id, kind, subject, state);
    }
  }
}

/** Everything wrong with a file that was written whole: used for backups, which are no backups before that. */
export function verify(database: Database): string[] {
  const wrong = checkDatabase(database);
  return wrong.length > 0 ? wrong : checkDigests(database);
}

type Folded = { readonly kind: string; readonly subject: string; readonly state: unknown };

function foldJournal(database: Database, induction: string): Map<string, Folded> {
  const rows = database
    .prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE induction = ? AND ${NOT_UNDONE} ORDER BY seq`)
    .all(induction) as EventRow[];
  const states = new Map<string, Folded>();
  for (const event of rows.map((row): JournalEvent => toEvent(row))) {
    const kind = kindOf(event.type);
    if (kind === undefined || !isFolded(kind)) continue;
    const key = `${kind} ${event.subject}`;
    const state = fold(states.get(key)?.state ?? null, event);
    if (state === null || state === undefined) states.delete(key);
    else states.set(key, { kind, subject: event.subject, state });
  }
  return states;
}

function heads(database: Database): Head[] {
  return database.prepare('SELECT id, position, events, digest FROM inductions ORDER BY position').all() as Head[];
}

function sayMany(count: number): string {
  return count === 1 ? '1 entry was' : `${count} entries were`;
}

function sayIds(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return `${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
