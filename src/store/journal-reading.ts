import type { JournalEvent } from '../core/events.ts';
import type { Note } from '../core/plan/types.ts';
import { tellPlainly } from './errors.ts';
import { EVENT_COLUMNS, type EventRow, NOT_UNDONE, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

/** Which events are meant: so many at most (all without), those before one, those about some actions and meetings. */
export type EventsAsked = {
  readonly most?: number;
  readonly before?: number;
  readonly subjects?: readonly string[];
};

/** What is read of the journal. */
export class JournalReading {
  protected readonly database: Database;

  protected constructor(database: Database) {
    this.database = database;
  }

  /** Every note that was not taken back, oldest first, by the id of its action. */
  notes(induction: string): ReadonlyMap<string, readonly Note[]> {
    const select = `SELECT ${EVENT_COLUMNS} FROM events WHERE induction = ? AND type = 'noted' AND ${NOT_UNDONE} ORDER BY seq`;
    const events = this.reading(() => (this.database.prepare(select).all(induction) as EventRow[]).map(toEvent));
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
    return this.reading(() =>
      (this.database.prepare(select).all(...values) as (EventRow & { kept: number })[]).map(({ kept, ...row }) => ({
        event: toEvent(row),
        undone: kept === 0,
      })),
    );
  }

  /** Reads, and tells in words what goes wrong. @throws Problem (4, 5) */
  protected reading<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw tellPlainly(error, this.database.name);
    }
  }
}
