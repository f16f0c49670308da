import { buildCompanion, COMPANION_KINDS, type Companion, type CompanionKind } from '../core/companion.ts';
import type { CouncilAnswer } from '../core/events.ts';
import { buildPublished, PUBLISHED_KINDS } from '../core/figures/fold-published.ts';
import type { Published } from '../core/figures/published.ts';
import { buildProgress, PLAN_KINDS, type Progress, type ProgressRow } from '../core/progress.ts';
import { damaged } from './errors.ts';
import { JournalReading } from './journal-reading.ts';
import { type Database, inTransaction } from './sqlite.ts';
import { Statements } from './statements.ts';

/** One holder's whole, as far as a list of holders needs it. `started` is false while `start` is not finished. */
export type InductionRow = {
  readonly id: string;
  readonly position: number;
  readonly started: boolean;
  readonly name: string | null;
  readonly council: CouncilAnswer | null;
  readonly appointed: string | null;
};

/** The progress of one induction at one moment; `version` counts its events, so that a later write notices a change. */
export type Snapshot = { readonly progress: Progress; readonly version: number };

/** An induction's row, whether its progress holds a plan (as `started` says it must), and who types on this computer. */
type Head = {
  readonly started: number;
  readonly plan: number;
  readonly events: number;
  readonly typing: string | null;
};

/** The setting for who types on this computer; only where a record came from another one. */
export function typingHere(induction: string): string {
  return `typing ${induction}`;
}

/** Everything that is read of the record: what is so now, and what the journal tells. */
export class Reading extends JournalReading {
  readonly #statements: Statements;
  /** By their text: what is read again and reads the same is the same object, which a plan built again can tell by. */
  readonly #states = new Map<string, unknown>();

  protected constructor(database: Database) {
    super(database);
    this.#statements = new Statements(database);
  }

  /**
   * The current induction's id; null before the first.
   * @throws Problem (4) where it names none that is there, or none while there are some
   */
  current(): string | null {
    return this.reading(() => {
      const [id, count, named] = this.#whoIsThere();
      if (named !== (id === null ? 0 : 1) || (id === null && count > 0)) throw damaged(this.database.name);
      return id;
    });
  }

  /** The id that is current, how many holders there are, and how many of them have that id. */
  #whoIsThere() {
    const select = `SELECT value, count(id), coalesce(sum(id = value), 0)
      FROM (SELECT (SELECT value FROM settings WHERE key = 'current') AS value) LEFT JOIN inductions`;
    return this.#statements.row(select) as [id: string | null, count: number, named: number];
  }

  /** A small fact about the whole record, such as whether the notice was shown. */
  setting(key: string): string | null {
    return this.reading(() => {
      const value = this.#statements.value('SELECT value FROM settings WHERE key = ?', key);
      return (value as string | undefined) ?? null;
    });
  }

  /** The real time of the first entry of all; null before it. */
  firstAt(): string | null {
    return this.reading(() => this.#statements.value('SELECT min(created_at) FROM inductions') as string | null);
  }

  /** How many holders are kept here. */
  count(): number {
    return this.reading(() => this.#whoIsThere()[1]);
  }

  /** All holders in the order they were added. */
  inductions(): readonly InductionRow[] {
    return this.reading(() => {
      const answers = this.database.prepare(
        `SELECT subject, state FROM progress WHERE induction = ? AND kind = 'answer' AND subject IN ('name', 'council', 'appointed')`,
      );
      const rows = this.database.prepare('SELECT id, position, started FROM inductions ORDER BY position').all();
      return (rows as { id: string; position: number; started: number }[]).map((row) => {
        const given = new Map(
          (answers.all(row.id) as { subject: string; state: string }[]).map(({ subject, state }) => [
            subject,
            (JSON.parse(state) as { answer: unknown }).answer,
          ]),
        );
        const name = given.get('name');
        return {
          id: row.id,
          position: row.position,
          started: row.started === 1,
          name: typeof name === 'string' && name !== 'not-sure' ? name : null,
          council: (given.get('council') as CouncilAnswer | undefined) ?? null,
          appointed: (given.get('appointed') as string | undefined) ?? null,
        };
      });
    });
  }

  /**
   * Whether an induction's `start` was finished; false for one that is not there.
   * @throws Problem (4) where its row and its progress do not agree on that
   */
  isStarted(induction: string): boolean {
    return this.reading(() => {
      const head = this.headOf(induction);
      if (head === null) return false;
      if (head.started !== head.plan) throw damaged(this.database.name);
      return head.started === 1;
    });
  }

  /** What a plan is built from, and the version it was read at. */
  snapshot(induction: string): Snapshot {
    return this.atOnce(() => {
      const head = this.headOf(induction);
      const progress = buildProgress(this.#rows(induction, PLAN_KINDS, (state) => this.#stateOf(state)));
      return { progress: asHere(progress, head?.typing ?? null), version: head?.events ?? 0 };
    });
  }

  /** Reads several things as they are at one moment, which is also quicker than one after another. */
  atOnce<T>(work: () => T): T {
    return this.reading(() => inTransaction(this.database, 'BEGIN', work));
  }

  /** What one statement says of an induction; null for one that is not there. */
  protected headOf(induction: string): Head | null {
    const select = `SELECT started, EXISTS (SELECT 1 FROM progress WHERE induction = inductions.id AND kind = 'plan'), events,
      (SELECT value FROM settings WHERE key = ?) FROM inductions WHERE id = ?`;
    const row = this.#statements.row(select, typingHere(induction), induction);
    if (row === undefined) return null;
    const [started, plan, events, typing] = row as [number, number, number, string | null];
    return { started, plan, events, typing };
  }

  /** What goes with a plan and no plan is built from: what was seen, asked, promised and counted. */
  companion(induction: string): Companion {
    return this.reading(() => buildCompanion(this.#rows(induction, COMPANION_KINDS)));
  }

  /** The published figures that were imported; they are large, and no plan is built from them. */
  published(induction: string): Published {
    return this.reading(() => buildPublished(this.#rows(induction, PUBLISHED_KINDS)));
  }

  /** How many subjects of a kind were ever recorded, also those that were taken back: numbers are not used again. */
  everRecorded(induction: string, kind: CompanionKind): number {
    const select = 'SELECT count(DISTINCT subject) FROM events WHERE induction = ? AND kind = ?';
    return this.reading(() => this.#statements.value(select, induction, kind) as number);
  }

  #stateOf(text: string): unknown {
    const state = this.#states.get(text) ?? JSON.parse(text);
    this.#states.set(text, state);
    return state;
  }

  #rows(
    induction: string,
    kinds: readonly string[],
    stateOf: (text: string) => unknown = (text) => JSON.parse(text),
  ): ProgressRow[] {
    const only = `kind IN (${kinds.map(() => '?').join(', ')})`;
    const select = `SELECT kind, subject, state FROM progress WHERE induction = ? AND ${only}`;
    const rows = this.#statements.rows(select, induction, ...kinds) as readonly [string, string, string][];
    return rows.map(([kind, subject, state]) => ({ kind, subject, state: stateOf(state) }));
  }
}

/** Who types is answered for each computer, where a record is shared by two. */
function asHere(progress: Progress, typing: string | null): Progress {
  const answered = progress.answer.get('typing');
  if (typing === null || answered === undefined || answered.answer === typing) return progress;
  return { ...progress, answer: new Map([...progress.answer, ['typing', { ...answered, answer: typing }]]) };
}
