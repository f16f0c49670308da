import type { CouncilAnswer, Draft, JournalEvent } from '../core/events.ts';
import { draft } from '../core/events.ts';
import type { Note } from '../core/plan/types.ts';
import { buildProgress, type Progress } from '../core/progress.ts';
import { Stale } from '../core/stale.ts';
import { randomId } from './crypto.ts';
import { tellPlainly } from './errors.ts';
import { appendEvents, EMPTY_DIGEST, lastChange, NOT_UNDONE, refold, type Stamp } from './journal.ts';
import { openHome, write } from './open.ts';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

export type { Stamp };

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

/** What was taken back, or null when there was nothing. */
export type Undone = { readonly change: string; readonly events: readonly JournalEvent[] } | null;

/** Everything recorded, in one SQLite file. Knows nothing of the list; gives and takes what core defines. */
export class Store {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Opens the record in a folder; null when there is none and none is to be made. */
  static async open(home: string, options: { readonly create: boolean }): Promise<Store | null> {
    const database = await openHome(home, options);
    return database === null ? null : new Store(database);
  }

  close(): void {
    this.#database.close();
  }

  /** The current induction's id; null before the first. */
  current(): string | null {
    return this.#setting('current');
  }

  /** A small fact about the whole record, such as whether the notice was shown. */
  setting(key: string): string | null {
    return this.#setting(key);
  }

  /** How many holders are kept here. */
  count(): number {
    return this.#read(() => {
      const row = this.#database.prepare('SELECT count(*) AS count FROM inductions').get() as { count: number };
      return row.count;
    });
  }

  /** All holders in the order they were added. */
  inductions(): readonly InductionRow[] {
    return this.#read(() => {
      const answers = this.#database.prepare(
        `SELECT subject, state FROM progress WHERE induction = ? AND kind = 'answer' AND subject IN ('name', 'council', 'appointed')`,
      );
      const rows = this.#database.prepare('SELECT id, position, started FROM inductions ORDER BY position').all();
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

  /** Whether an induction's `start` was finished; false for one that is not there. */
  isStarted(induction: string): boolean {
    return this.#read(() => {
      const row = this.#database.prepare('SELECT started FROM inductions WHERE id = ?').get(induction);
      return (row as { started: number } | undefined)?.started === 1;
    });
  }

  /** What is so now, and the version it was read at. */
  snapshot(induction: string): Snapshot {
    return this.#read(() =>
      this.#database.transaction(() => {
        const head = this.#database.prepare('SELECT events FROM inductions WHERE id = ?').get(induction);
        const rows = this.#database
          .prepare('SELECT kind, subject, state FROM progress WHERE induction = ?')
          .all(induction) as { kind: string; subject: string; state: string }[];
        const progress = buildProgress(
          rows.map((row) => ({ kind: row.kind, subject: row.subject, state: JSON.parse(row.state) as unknown })),
        );
        return { progress, version: (head as { events: number } | undefined)?.events ?? 0 };
      })(),
    );
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
      found.set(event.subject, [...(found.get(event.subject) ?? []), note]);
    }
    return found;
  }

  /**
   * The journal, newest first.
   * @param options how many at most (all without), and only what was recorded about some actions and meetings
   */
  events(
    induction: string,
    options: { readonly most?: number; readonly subjects?: readonly string[] } = {},
  ): readonly { readonly event: JournalEvent; readonly undone: boolean }[] {
    const { most = -1, subjects = [] } = options;
    const marks = subjects.map(() => '?').join(', ');
    const only = subjects.length === 0 ? '' : `AND kind IN ('action', 'meeting') AND subject IN (${marks})`;
    const values = [induction, ...subjects, most];
    const select = `SELECT ${EVENT_COLUMNS}, ${NOT_UNDONE} AS kept FROM events WHERE induction = ? ${only} ORDER BY seq DESC LIMIT ?`;
    return this.#read(() =>
      (this.#database.prepare(select).all(...values) as (EventRow & { kept: number })[]).map(({ kept, ...row }) => ({
        event: toEvent(row),
        undone: kept === 0,
      })),
    );
  }

  /**
   * Makes a new induction, not started yet, and the current one.
   * @param expected what was current when this was decided; left out where a further one is wanted whatever is current
   * @throws Stale when another is current by now
   */
  create(stamp: Stamp, expected?: string | null): string {
    const id = randomId();
    write(this.#database, () => {
      if (expected !== undefined && this.current() !== expected) throw new Stale();
      this.#database
        .prepare(
          `INSERT INTO inductions (id, position, created_at, digest)
           VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM inductions), ?, ?)`,
        )
        .run(id, stamp.at, EMPTY_DIGEST);
      this.#keepSetting('current', id);
    });
    return id;
  }

  switchTo(induction: string): void {
    write(this.#database, () => this.#keepSetting('current', induction));
  }

  keepSetting(key: string, value: string): void {
    write(this.#database, () => this.#keepSetting(key, value));
  }

  /**
   * Records drafts as one change, all or none.
   * @param version the version the decision rests on
   * @throws Stale when something else was recorded meanwhile; Problem (4, 5) when it could not be written
   */
  append(induction: string, drafts: readonly Draft[], stamp: Stamp, version: number): string {
    return write(this.#database, () => {
      this.#expect(induction, version);
      if (drafts.some((one) => one.type === 'started')) {
        this.#database.prepare('UPDATE inductions SET started = 1 WHERE id = ?').run(induction);
      }
      return appendEvents(this.#database, induction, drafts, stamp);
    });
  }

  /** Takes back the last change that is not taken back yet. `today` is the civil date it is done on. */
  undo(induction: string, stamp: Stamp, today: string): Undone {
    return write(this.#database, () => {
      const events = lastChange(this.#database, induction);
      const [first] = events ?? [];
      if (events === null || first === undefined) return null;
      const back = draft('undone', first.change, first.title, today, { what: first.type });
      appendEvents(this.#database, induction, [back], stamp);
      refold(this.#database, induction, events);
      return { change: first.change, events };
    });
  }

  #expect(induction: string, version: number): void {
    const row = this.#database.prepare('SELECT events FROM inductions WHERE id = ?').get(induction);
    if ((row as { events: number } | undefined)?.events !== version) throw new Stale();
  }

  #setting(key: string): string | null {
    return this.#read(() => {
      const row = this.#database.prepare('SELECT value FROM settings WHERE key = ?').get(key);
      return (row as { value: string } | undefined)?.value ?? null;
    });
  }

  #keepSetting(key: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(key, value);
  }

  #events(select: string, ...values: readonly unknown[]): readonly JournalEvent[] {
    return this.#read(() => (this.#database.prepare(select).all(...values) as EventRow[]).map(toEvent));
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw tellPlainly(error, this.#database.name);
    }
  }
}
