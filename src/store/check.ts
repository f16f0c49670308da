import { isDeepStrictEqual } from 'node:util';
import { kindOf } from '../core/events.ts';
import { fold, isFolded } from '../core/fold.ts';
import { grouped, sayAmount } from '../core/say-amount.ts';
import { UNWATCHED, type Watch } from '../core/watch.ts';
import { hashOf } from './crypto.ts';
import { earlierStates, forgetEarlier } from './earlier.ts';
import { keepState, xorInto } from './journal.ts';
import { changesTakenBack } from './pages.ts';
import { EVENT_COLUMNS, type EventRow, emptyDigest, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

const MOST_NAMED = 3;

/** What SQLite itself finds wrong with a file; empty where nothing is. */
export function checkDatabase(database: Database): string[] {
  const found = (database.pragma('quick_check(10)') as { quick_check: string }[]).map((row) => row.quick_check);
  const orphans = database.pragma('foreign_key_check') as unknown[];
  return [
    ...found.filter((line) => line !== 'ok'),
    ...(orphans.length === 0 ? [] : [`${sayAmount(orphans.length, 'entry belongs', 'entries belong')} to no holder`]),
  ];
}

/** Which holder's entries, null for all; and who is told how far the reading is. */
export type CheckOptions = { readonly induction?: string | null; readonly watch?: Watch };

/**
 * What is wrong with the entries, by holder. `entries`: a changed, missing or added one, worked out from the rows, the count
 * and the digest. `progress`: where what is so now does not follow from them.
 */
export type Findings = { readonly entries: readonly string[]; readonly progress: readonly string[] };

/** Reads every entry once, and holds only what is folded of them. */
export function checkEntries(database: Database, { induction = null, watch = UNWATCHED }: CheckOptions = {}): Findings {
  const some = heads(database, induction);
  const count = startCounting(some, watch);
  const found = some.map((head) => {
    const digest = startDigest(head);
    const folding = startFolding(database, head.id);
    const earlier = startEarlier(database, head.id, folding.states);
    for (const row of entriesOf(database, head.id)) {
      digest.take(row);
      folding.take(row);
      earlier.take(row);
      count();
    }
    return { entries: digest.wrong(), progress: compareProgress(database, head, folding.states, earlier.wrong()) };
  });
  return { entries: found.flatMap(({ entries }) => entries), progress: found.flatMap(({ progress }) => progress) };
}

/** The same of the entries alone. */
function checkDigests(database: Database, watch: Watch): string[] {
  const some = heads(database);
  const count = startCounting(some, watch);
  return some.flatMap((head) => {
    const digest = startDigest(head);
    for (const row of entriesOf(database, head.id)) {
      digest.take(row);
      count();
    }
    return digest.wrong();
  });
}

/** Somebody is told of each entry that is read. */
function startCounting(some: readonly Head[], watch: Watch): () => void {
  const all = some.reduce((sum, { events }) => sum + events, 0);
  let done = 0;
  return () => {
    done += 1;
    watch(done, all);
  };
}

/** Works out anew, from the journal, what is so now: of one holder, or of all. To be called inside a transaction. */
export function rebuildProgress(database: Database, induction: string | null = null): void {
  for (const { id } of heads(database, induction)) {
    const folding = startFolding(database, id);
    for (const row of entriesOf(database, id)) folding.take(row);
    forgetEarlier(database, id);
    database.prepare('DELETE FROM progress WHERE induction = ?').run(id);
    for (const { kind, subject, state } of folding.states.values()) keepState(database, id, kind, subject, state);
  }
}

/** Everything wrong with a file that was written whole: used for backups, which are no backups before that. */
export function verify(database: Database, watch: Watch = UNWATCHED): string[] {
  const wrong = checkDatabase(database);
  return wrong.length > 0 ? wrong : checkDigests(database, watch);
}

type Head = { readonly id: string; readonly position: number; readonly events: number; readonly digest: Buffer };
type HashedRow = EventRow & { readonly kind: string; readonly hash: Buffer };

function heads(database: Database, induction: string | null = null): Head[] {
  return database
    .prepare('SELECT id, position, events, digest FROM inductions WHERE id = coalesce(?, id) ORDER BY position')
    .all(induction) as Head[];
}

/** A holder's entries in their order, one at a time. */
function entriesOf(database: Database, induction: string): IterableIterator<HashedRow> {
  return database
    .prepare(`SELECT ${EVENT_COLUMNS}, kind, hash FROM events WHERE induction = ? ORDER BY seq`)
    .iterate(induction) as IterableIterator<HashedRow>;
}

/** Takes a holder's entries and says what is wrong with them. */
function startDigest(head: Head) {
  const digest = emptyDigest();
  const changed: string[] = [];
  let count = 0;
  const take = (row: HashedRow): void => {
    const { id, change, type, kind, subject, title, at, on_date: on, by_whom: by, body } = row;
    const hash = hashOf([id, change, head.id, type, kind, subject, title, at, on, by, body]);
    if (!hash.equals(row.hash)) changed.push(id);
    xorInto(digest, row.hash);
    count += 1;
  };
  const wrong = (): string[] => {
    const whose = `holder ${head.position}`;
    return [
      ...(changed.length === 0
        ? []
        : [`${whose}: ${sayAmount(changed.length, 'entry was', 'entries were')} changed: ${sayIds(changed)}`]),
      ...(count === head.events
        ? []
        : [`${whose}: ${sayAmount(count, 'entry', 'entries')}, where ${grouped(head.events)} were recorded`]),
      ...(count !== head.events || digest.equals(head.digest) ? [] : [`${whose}: the entries are not those recorded`]),
    ];
  };
  return { take, wrong };
}

type Folded = { readonly kind: string; readonly subject: string; readonly state: unknown };

/** Takes a holder's entries and folds those that count. */
function startFolding(database: Database, induction: string) {
  const back = changesTakenBack(database, induction);
  const states = new Map<string, Folded>();
  const take = (row: EventRow): void => {
    if (back.has(row.change)) return;
    const event = toEvent(row);
    const kind = kindOf(event.type);
    if (kind === undefined || !isFolded(kind)) return;
    const key = keyOf({ kind, subject: event.subject });
    const state = fold(states.get(key)?.state ?? null, event);
    if (state === null || state === undefined) states.delete(key);
    else states.set(key, { kind, subject: event.subject, state });
  };
  return { take, states: states as ReadonlyMap<string, Folded> };
}

/**
 * Takes a holder's entries, each once it is folded, and says of which subjects the earlier states are not what was so after
 * their entry.
 */
function startEarlier(database: Database, induction: string, states: ReadonlyMap<string, Folded>) {
  const wanted = new Map(earlierStates(database, induction).map((one) => [keyAt(one), one]));
  const differing: string[] = [];
  const take = (row: HashedRow): void => {
    const one = wanted.get(keyAt(row));
    if (one === undefined) return;
    wanted.delete(keyAt(row));
    if (!isDeepStrictEqual(one.state, asKept(states.get(keyOf(row))?.state ?? null))) differing.push(keyOf(row));
  };
  return { take, wrong: () => [...differing, ...[...wanted.values()].map(keyOf)] };
}

type Subject = { readonly kind: string; readonly subject: string };

function keyOf({ kind, subject }: Subject): string {
  return `${kind} ${subject}`;
}

function keyAt(entry: Subject & { readonly seq: number }): string {
  return `${entry.seq} ${keyOf(entry)}`;
}

/** What is kept is JSON, in which nothing is undefined and the order of the keys says nothing. */
function asKept(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state));
}

function compareProgress(
  database: Database,
  head: Head,
  wanted: ReadonlyMap<string, Folded>,
  earlier: readonly string[],
): string[] {
  const rows = database.prepare('SELECT kind, subject, state FROM progress WHERE induction = ?').all(head.id) as {
    readonly kind: string;
    readonly subject: string;
    readonly state: string;
  }[];
  const kept = new Map(rows.map((row) => [keyOf(row), row.state]));
  const now = [...kept.keys(), ...wanted.keys()].filter((key) => !sameState(kept.get(key), wanted.get(key)));
  const differing = [...new Set([...now, ...earlier])];
  return differing.length === 0
    ? []
    : [
        `holder ${head.position}: ${sayAmount(differing.length, 'state does', 'states do')} not follow from the entries: ${sayIds(differing)}`,
      ];
}

function sameState(kept: string | undefined, wanted: Folded | undefined): boolean {
  if (kept === undefined || wanted === undefined) return kept === wanted;
  return isDeepStrictEqual(JSON.parse(kept), asKept(wanted.state));
}

function sayIds(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return `${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}
