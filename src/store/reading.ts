import { buildCompanion, COMPANION_KINDS, type Companion, type CompanionKind } from '../core/companion.ts';
import type { CouncilAnswer, JournalEvent } from '../core/events.ts';
import { buildPublished, PUBLISHED_KINDS } from '../core/figures/fold-published.ts';
import type { Published } from '../core/figures/published.ts';
import type { Note } from '../core/plan/types.ts';
import { buildProgress, PLAN_KINDS, type Progress, type ProgressRow } from '../core/progress.ts';
import { damaged, tellPlainly } from './errors.ts';
import { EVENT_COLUMNS, type EventRow, NOT_UNDONE, toEvent } from './rows.ts';
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

/** Which events are meant: so many at most (all without), those before one, those about some actions and meetings. */
export type EventsAsked = {
  readonly most?: number;
  readonly before?: number;
  readonly subjects?: readonly string[];
};

/** The setting for who types on this computer; only where a record came from another one. */
export function typingHere(induction: string): string {
  return `typing ${induction}`;
}

/** Everything that is read of the record. */
export class Reading {
  protected readonly database: Database;
  readonly #statements: Statements;
  /** By their text: what is read again and reads the same is the same object, which a plan built again can tell by. */
  readonly #states = new Map<string, unknown>();

  protected constructor(database: Database) {
    this.database = database;
    this.#statements = new Statements(database);
  }

  /**
   * The current induction's id; null before the first.
   * @throws Problem (4) where it names none that is there, or none while there are some
   */
  current(): string | null {
    return this.#read(() => {
      const select = `SELECT value, count(id), coalesce(sum(id = value), 0)
        FROM (SELECT (SELECT value FROM settings WHERE key = 'current') AS value) LEFT JOIN inductions`;
      const [id, count, named] = this.#statements.row(select) as [id: string | null, count: number, named: number];
      if (named !== (id === null ? 0 : 1) || (id === null && count > 0)) throw damaged(this.database.name);
      return id;
    });
  }

  /** A small fact about the whole record, such as whether the notice was shown. */
  setting(key: string): string | null {
    return this.#read(() => {
      const value = this.#statements.value('SELECT value FROM settings WHERE key = ?', key);
      return (value as string | undefined) ?? null;
    });
  }

  /** The real time of the first entry of all; null before it. */
  firstAt(): string | null {
    return this.#read(() => this.#statements.value('SELECT min(created_at) FROM inductions') as string | null);
  }

  /** How many holders are kept here. */
  count(): number {
    return this.#read(() => this.#statements.value('SELECT count(*) FROM inductions') as number);
  }

  /** All holders in the order they were added. */
  inductions(): readonly InductionRow[] {
    return this.#read(() => {
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
    return this.#read(() => {
      const select = `SELECT started, EXISTS (SELECT 1 FROM progress WHERE induction = inductions.id AND kind = 'plan')
        FROM inductions WHERE id = ?`;
      const row = this.#statements.row(select, induction);
      if (row === undefined) return false;
      const [started, plan] = row;
      if (started !== plan) throw damaged(this.database.name);
      return started === 1;
    });
  }

  /** What a plan is built from, and the version it was read at. */
  snapshot(induction: string): Snapshot {
    return this.atOnce(() => {
      const select = 'SELECT events FROM inductions WHERE id = ?';
      const version = (this.#statements.value(select, induction) as number | undefined) ?? 0;
      const progress = this.#asHere(
        induction,
        buildProgress(this.#rows(induction, PLAN_KINDS, (state) => this.#stateOf(state))),
      );
      return { progress, version };
    });
  }

  /** Reads several things as they are at one moment, which is also quicker than one after another. */
  atOnce<T>(work: () => T): T {
    return this.#read(() => inTransaction(this.database, 'BEGIN', work));
  }

  /** Who types is answered for each computer, where a record is shared by two. */
  #asHere(induction: string, progress: Progress): Progress {
    const typing = this.setting(typingHere(induction));
    const answered = progress.answer.get('typing');
    if (typing === null || answered === undefined || answered.answer === typing) return progress;
    return { ...progress, answer: new Map([...progress.answer, ['typing', { ...answered, answer: typing }]]) };
  }

  /** What goes with a plan and no plan is built from: what was seen, asked, promised and counted. */
  companion(induction: string): Companion {
    return this.#read(() => buildCompanion(this.#rows(induction, COMPANION_KINDS)));
  }

  /** The published figures that were imported; they are large, and no plan is built from them. */
  published(induction: string): Published {
    return this.#read(() => buildPublished(this.#rows(induction, PUBLISHED_KINDS)));
  }

  /** How many subjects of a kind were ever recorded, also those that were taken back: numbers are not used again. */
  everRecorded(induction: string, kind: CompanionKind): number {
    const select = 'SELECT count(DISTINCT subject) FROM events WHERE induction = ? AND kind = ?';
    return this.#read(() => this.#statements.value(select, induction, kind) as number);
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

  /** Every note that was not taken back, oldest first, by the id of its action. */
  notes(induction: string): ReadonlyMap<string, readonly Note[]> {
    const events = this.#events(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE induction = ? AND type = 'noted' AND ${NOT_UNDONE} ORDER BY seq`,
      induction,
    );
    const found = new Map<string, Note[]>();
    for (const event of events) {
      if (event.type !== 'noted') continue;
      const note = {
        on: event.on,
        recordedOn: event.at.slice(0, 10),
        text: event.body.text,
        private: event.body.private,
      };
      const before = found.get(event.subject);
      if (before === undefined) found.set(event.subject, [note]);
      else before.push(note);
    }
    return found;
  }

  /** The journal, newest first. */
  events(
    induction: string,
    options: EventsAsked = {},
  ): readonly { readonly event: JournalEvent; readonly undone: boolean }[] {
    const { most = -1, before = Number.MAX_SAFE_INTEGER, subjects = [] } = options;
    const marks = subjects.map(() => '?').join(', ');
    const only = subjects.length === 0 ? '' : `AND kind IN ('action', 'meeting') AND subject IN (${marks})`;
    const values = [induction, before, ...subjects, most];
    const select = `SELECT ${EVENT_COLUMNS}, ${NOT_UNDONE} AS kept FROM events WHERE induction = ? AND seq < ? ${only} ORDER BY seq DESC LIMIT ?`;
    return this.#read(() =>
      (this.database.prepare(select).all(...values) as (EventRow & { kept: number })[]).map(({ kept, ...row }) => ({
        event: toEvent(row),
        undone: kept === 0,
      })),
    );
  }

  #events(select: string, ...values: readonly unknown[]): readonly JournalEvent[] {
    return this.#read(() => (this.database.prepare(select).all(...values) as EventRow[]).map(toEvent));
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw tellPlainly(error, this.database.name);
    }
  }
}
