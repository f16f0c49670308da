import { kindOf } from '../core/events.ts';
import { fold, isFolded } from '../core/fold.ts';
import { hashOf } from './crypto.ts';
import { toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

type Row = Parameters<typeof toEvent>[0] & {
  readonly kind: string;
  readonly induction: string;
  readonly recorded_by: string;
  readonly hash: Buffer;
};

/**
 * Whether an induction's journal is what was written (every event has its hash, and all together the digest and the count),
 * and its progress what folding that journal gives. Reads all of it: for a check, never for a screen.
 */
export function isAsRecorded(database: Database, induction: string): boolean {
  const head = database.prepare('SELECT events, digest FROM inductions WHERE id = ?').get(induction);
  const { events, digest } = head as { events: number; digest: Buffer };
  const rows = database.prepare('SELECT * FROM events WHERE induction = ? ORDER BY seq').all(induction) as Row[];
  const together = Buffer.alloc(digest.length);
  for (const row of rows) {
    if (!hashOfRow(row).equals(row.hash)) return false;
    for (const [index, byte] of row.hash.entries()) together[index] = (together[index] ?? 0) ^ byte;
  }
  if (rows.length !== events || !together.equals(digest)) return false;
  return progressOf(database, induction) === foldedFrom(rows);
}

function hashOfRow(row: Row): Buffer {
  const { id, change, induction, type, kind, subject, title, at, on_date: on, recorded_by: by, body } = row;
  return hashOf([id, change, induction, type, kind, subject, title, at, on, by, body]);
}

/** The progress table as text that is the same for the same content. */
function progressOf(database: Database, induction: string): string {
  const rows = database.prepare('SELECT kind, subject, state FROM progress WHERE induction = ?').all(induction);
  const states = (rows as { kind: string; subject: string; state: string }[]).map(
    ({ kind, subject, state }) => [`${kind} ${subject}`, JSON.parse(state) as unknown] as const,
  );
  return inOrder(states);
}

function foldedFrom(rows: readonly Row[]): string {
  const back = new Set(rows.filter((row) => row.kind === 'change').map((row) => row.subject));
  const states = new Map<string, unknown>();
  for (const row of rows.filter((one) => !back.has(one.change))) {
    const event = toEvent(row);
    const kind = kindOf(event.type);
    const key = `${kind} ${event.subject}`;
    if (isFolded(kind)) states.set(key, fold(states.get(key) ?? null, event));
  }
  return inOrder([...states].filter(([, state]) => state !== null && state !== undefined));
}

function inOrder(states: readonly (readonly [string, unknown])[]): string {
  const sorted = [...states].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted, (_, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
