import { type Draft, kindOf } from '../core/events.ts';
import { isFolded } from '../core/fold.ts';
import type { Database } from './sqlite.ts';

/** So many entries of a subject go by before what is so of it is kept again. */
export const EVERY = 8;

/** What was so of a subject after one of its entries, without what was taken back: a state to fold from. */
export type Earlier = {
  readonly kind: string;
  readonly subject: string;
  readonly seq: number;
  readonly state: unknown;
};

const KEEP_WHERE_MANY = `
  INSERT INTO earlier (induction, kind, subject, seq, state)
  SELECT @induction, @kind, @subject, max(seq), coalesce(
    (SELECT state FROM progress WHERE induction = @induction AND kind = @kind AND subject = @subject), 'null')
  FROM (
    SELECT seq FROM events
    WHERE induction = @induction AND kind = @kind AND subject = @subject AND seq > coalesce(
      (SELECT max(seq) FROM earlier WHERE induction = @induction AND kind = @kind AND subject = @subject), 0)
    ORDER BY seq DESC LIMIT @every
  )
  HAVING count(*) = @every`;

/** Whether there are enough entries of a subject for one state to be kept: asked first, since it is prepared in a moment. */
const HAS_MANY = `SELECT 1 FROM events WHERE induction = ? AND kind = ? AND subject = ? LIMIT 1 OFFSET ?`;

/** Two are enough: one that the next undo folds from, and one for when that is taken back too. */
const KEEP_TWO = `
  DELETE FROM earlier
  WHERE induction = @induction AND kind = @kind AND subject = @subject AND seq < (
    SELECT min(seq) FROM (
      SELECT seq FROM earlier WHERE induction = @induction AND kind = @kind AND subject = @subject
      ORDER BY seq DESC LIMIT 2))`;

/**
 * Keeps what is so of the subjects of a change, where much was recorded of one since it was last kept. To be called before
 * the change is recorded, so that taking it back finds the state of before.
 */
export function keepEarlier(database: Database, induction: string, drafts: readonly Draft[]): void {
  const folded = drafts.filter(({ type }) => isFolded(kindOf(type)));
  const subjects = new Map(folded.map(({ type, subject }) => [`${kindOf(type)} ${subject}`, { type, subject }]));
  if (subjects.size === 0) return;
  const hasMany = database.prepare(HAS_MANY);
  let keep: ReturnType<Database['prepare']> | undefined;
  for (const { type, subject } of subjects.values()) {
    const of = { induction, kind: kindOf(type), subject };
    if (hasMany.get(induction, of.kind, subject, EVERY - 1) === undefined) continue;
    keep ??= database.prepare(KEEP_WHERE_MANY);
    if (keep.run({ ...of, every: EVERY }).changes > 0) database.prepare(KEEP_TWO).run(of);
  }
}

/** Keeps one state of a subject. */
export function keepEarlierState(database: Database, induction: string, earlier: Earlier): void {
  const { kind, subject, seq, state } = earlier;
  database
    .prepare('INSERT INTO earlier (induction, kind, subject, seq, state) VALUES (?, ?, ?, ?, ?)')
    .run(induction, kind, subject, seq, JSON.stringify(state ?? null));
  database.prepare(KEEP_TWO).run({ induction, kind, subject });
}

/**
 * The newest state of a subject from before one of its entries that is taken back or changed; null where none is kept. Those
 * that hold the entry are so no longer, and go.
 */
export function stateBefore(
  database: Database,
  induction: string,
  { kind, subject, seq }: Omit<Earlier, 'state'>,
): Pick<Earlier, 'seq' | 'state'> | null {
  database
    .prepare('DELETE FROM earlier WHERE induction = ? AND kind = ? AND subject = ? AND seq >= ?')
    .run(induction, kind, subject, seq);
  const row = database
    .prepare(
      `SELECT seq, state FROM earlier WHERE induction = ? AND kind = ? AND subject = ?
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(induction, kind, subject) as { readonly seq: number; readonly state: string } | undefined;
  return row === undefined ? null : { seq: row.seq, state: JSON.parse(row.state) };
}

/** Every state kept of a holder. */
export function earlierStates(database: Database, induction: string): Earlier[] {
  const rows = database.prepare('SELECT kind, subject, seq, state FROM earlier WHERE induction = ?').all(induction);
  return (rows as (Earlier & { readonly state: string })[]).map((row) => ({ ...row, state: JSON.parse(row.state) }));
}

/**
 * Keeps none of a holder any more: after words were removed, or where the entries are others now. A backup may be of a
 * version that kept none.
 */
export function forgetEarlier(database: Database, induction: string): void {
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'earlier'").get();
  if (there !== undefined) database.prepare('DELETE FROM earlier WHERE induction = ?').run(induction);
}
