import type { Told } from '../core/calendar/history.ts';
import type { JournalEvent } from '../core/events.ts';
import { changedWhileRead } from '../core/problem.ts';
import { tellPlainly } from './errors.ts';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.ts';
import { type Database, inTransaction } from './sqlite.ts';

/** How many entries are read at once. */
const PAGE = 500;

/** An entry's row with its hash. */
export type PageRow = EventRow & { readonly hash: Buffer };

/** Which entries: those up to one of them, newest first or oldest first, of all types or of some. */
export type PageOptions = {
  readonly last: number;
  readonly newestFirst?: boolean;
  readonly types?: readonly string[] | null;
};

const FORWARDS = `
  SELECT ${EVENT_COLUMNS}, hash FROM events
  WHERE induction = @induction AND seq > @from AND seq <= @last
    AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
  ORDER BY seq LIMIT @most`;
const BACKWARDS = `
  SELECT ${EVENT_COLUMNS}, hash FROM events
  WHERE induction = @induction AND seq < @from AND seq <= @last
    AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
  ORDER BY seq DESC LIMIT @most`;

/** The number of a holder's last entry; 0 before the first. */
export function lastEntry(database: Database, induction: string): number {
  const select = database.prepare('SELECT coalesce(max(seq), 0) FROM events WHERE induction = ?');
  return select.pluck().get(induction) as number;
}

/**
 * A holder's entries, some hundred at a time: only those are held, and between two readings the file is free for another
 * induct to write, however long the reader takes.
 */
export function* entriesInPages(
  database: Database,
  induction: string,
  { last, newestFirst = false, types = null }: PageOptions,
): Generator<PageRow> {
  const wanted = types === null ? null : JSON.stringify(types);
  for (let from = newestFirst ? last + 1 : 0; ; ) {
    const values = { induction, from, last, types: wanted, most: PAGE };
    const rows = page(database, newestFirst ? BACKWARDS : FORWARDS, values);
    yield* rows;
    if (rows.length < PAGE) return;
    from = rows.at(-1)?.seq ?? from;
  }
}

/** Which entries of the journal; all up to the last one now, and oldest first, unless said. */
export type JournalOptions = Partial<PageOptions>;

/**
 * The journal of a holder, with what was taken back until now.
 * @throws Problem (5) while it is gone through, where another induct gave the entries new numbers, as a merge does: then some
 *   may be missing
 */
export function journalOf(database: Database, induction: string, options: JournalOptions): Iterable<Told> {
  const { last, count, version } = inTransaction(database, 'BEGIN', () => {
    const { last = lastEntry(database, induction) } = options;
    return { last, count: countUpTo(database, induction, last), version: versionOf(database) };
  });
  return {
    *[Symbol.iterator]() {
      const back = changesTakenBack(database, induction);
      for (const { hash: _, ...row } of entriesInPages(database, induction, { ...options, last })) {
        yield { event: eventOf(database, row), undone: back.has(row.change) };
      }
      if (versionOf(database) !== version && countUpTo(database, induction, last) !== count) throw changedWhileRead();
    },
  };
}

function countUpTo(database: Database, induction: string, last: number): number {
  const select = database.prepare('SELECT count(*) FROM events WHERE induction = ? AND seq <= ?');
  return select.pluck().get(induction, last) as number;
}

/** A number that another connection's writing changes. */
export function versionOf(database: Database): number {
  return database.pragma('data_version', { simple: true }) as number;
}

/**
 * The changes that were taken back. The + keeps SQLite to the index that the entries themselves are read by: a damaged one is
 * trusted no more than those.
 */
export function changesTakenBack(database: Database, induction: string): ReadonlySet<string> {
  const select = database.prepare("SELECT subject FROM events WHERE induction = ? AND +kind = 'change' ORDER BY seq");
  return new Set(select.pluck().all(induction) as string[]);
}

/** @throws Problem (4) for a body that is no JSON any more */
export function eventOf(database: Database, row: EventRow): JournalEvent {
  try {
    return toEvent(row);
  } catch (error) {
    throw tellPlainly(error, database.name);
  }
}

function page(database: Database, select: string, values: Readonly<Record<string, unknown>>): PageRow[] {
  try {
    return database.prepare(select).all(values) as PageRow[];
  } catch (error) {
    throw tellPlainly(error, database.name);
  }
}
