import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { onTestFinished } from 'vitest';
import { type Draft, kindOf } from '../../src/core/events.ts';
import { fold, isFolded } from '../../src/core/fold.ts';
import { hashOf } from '../../src/store/crypto.ts';
import { type Database, openDatabase } from '../../src/store/sqlite.ts';
import { Store } from '../../src/store/store.ts';

export const STAMP = { by: 'holder', at: '2026-05-20T09:00:00.000Z' } as const;

/** The record of a folder, made if there is none; closed when the test is over. */
export async function openStore(home: string): Promise<Store> {
  const store = await Store.open(home, { create: true });
  if (store === null) throw new Error(`no record in ${home}`);
  onTestFinished(() => store.close());
  return store;
}

/** The database behind the store's back, without any of its settings; closed when the test is over. */
export async function openBehind(home: string): Promise<Database> {
  const database = await openDatabase(join(home, 'induct.db'), { fileMustExist: true });
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** Records one change on what is so now. */
export function append(store: Store, induction: string, ...drafts: readonly Draft[]): string {
  return store.append(induction, drafts, STAMP, store.snapshot(induction).version).change;
}

type Row = {
  readonly seq: number;
  readonly id: string;
  readonly change: string;
  readonly induction: string;
  readonly type: Draft['type'];
  readonly kind: string;
  readonly subject: string;
  readonly title: string;
  readonly at: string;
  readonly on_date: string;
  readonly recorded_by: string;
  readonly body: string;
  readonly hash: Buffer;
};

/** What is wrong with the journal of an induction, worked out from its rows alone; empty when all of it is as written. */
export function wrongWith(database: Database, induction: string): string[] {
  const head = database.prepare('SELECT events, digest FROM inductions WHERE id = ?').get(induction) as {
    readonly events: number;
    readonly digest: Buffer;
  };
  const rows = database.prepare('SELECT * FROM events WHERE induction = ? ORDER BY seq').all(induction) as Row[];
  const wrong: string[] = [];
  const digest = Buffer.alloc(32);
  for (const row of rows) {
    const { id, change, type, kind, subject, title, at, on_date: on, recorded_by: by, body } = row;
    const hash = hashOf([id, change, row.induction, type, kind, subject, title, at, on, by, body]);
    if (!hash.equals(row.hash)) wrong.push(`event ${id} was changed`);
    for (const [index, byte] of row.hash.entries()) digest[index] = (digest[index] ?? 0) ^ byte;
  }
  if (rows.length !== head.events) wrong.push(`${rows.length} events, and not ${head.events}`);
  if (!digest.equals(head.digest)) wrong.push('the digest differs');
  return wrong;
}

/** The progress table as it lies there. */
export function progressTable(database: Database, induction: string): Record<string, unknown> {
  const rows = database
    .prepare('SELECT kind, subject, state FROM progress WHERE induction = ? ORDER BY kind, subject')
    .all(induction) as { kind: string; subject: string; state: string }[];
  return Object.fromEntries(rows.map((row) => [`${row.kind} ${row.subject}`, JSON.parse(row.state) as unknown]));
}

/** What the progress table should hold after these events, in their order. */
export function foldAll(events: readonly Draft[]): Record<string, unknown> {
  const states = new Map<string, unknown>();
  for (const event of events) {
    const kind = kindOf(event.type);
    if (!isFolded(kind)) continue;
    const key = `${kind} ${event.subject}`;
    states.set(key, fold(states.get(key) ?? null, event));
  }
  const left = [...states].filter(([, state]) => state !== null);
  return Object.fromEntries(left.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The earlier states that are not what the events until theirs give. */
export function wrongEarlier(database: Database, induction: string): string[] {
  const rows = database.prepare('SELECT kind, subject, seq, state FROM earlier WHERE induction = ?').all(induction);
  return (rows as { kind: string; subject: string; seq: number; state: string }[]).flatMap(
    ({ kind, subject, seq, state }) => {
      const folded = foldAll(countingEvents(database, induction, seq))[`${kind} ${subject}`] ?? null;
      const isSame = isDeepStrictEqual(JSON.parse(state), JSON.parse(JSON.stringify(folded)));
      return isSame ? [] : [`what was so of ${kind} ${subject} after ${seq} differs`];
    },
  );
}

/** The events that count, from the rows of the journal: without those of changes that were taken back. */
export function countingEvents(database: Database, induction: string, until = Number.MAX_SAFE_INTEGER): Draft[] {
  const rows = database.prepare('SELECT * FROM events WHERE induction = ? ORDER BY seq').all(induction) as Row[];
  const back = new Set(rows.filter((row) => row.type === 'undone').map((row) => row.subject));
  return rows
    .filter((row) => row.seq <= until && !back.has(row.change))
    .map((row) => ({ ...row, on: row.on_date, body: JSON.parse(row.body) }) as unknown as Draft);
}
