import { type Draft, draft, type JournalEvent } from '../core/events.ts';
import { Stale } from '../core/stale.ts';
import { randomId } from './crypto.ts';
import { damaged } from './errors.ts';
import { appendEvents, EMPTY_DIGEST, lastChange, refold, type Stamp } from './journal.ts';
import { openHome, write } from './open.ts';
import { Reading } from './reading.ts';

export type { InductionRow, Snapshot } from './reading.ts';
export type { Stamp };

/** What was taken back, or null when there was nothing. */
export type Undone = { readonly change: string; readonly events: readonly JournalEvent[] } | null;

/** Everything recorded, in one SQLite file. Knows nothing of the list; gives and takes what core defines. */
export class Store extends Reading {
  /** Opens the record in a folder; null when there is none and none is to be made. */
  static async open(home: string, options: { readonly create: boolean }): Promise<Store | null> {
    const database = await openHome(home, options);
    return database === null ? null : new Store(database);
  }

  /** @throws Problem (4) where what is kept is not what was recorded. Reads all of it. */
  async expectAsRecorded(): Promise<void> {
    const { isAsRecorded } = await import('./verify.ts');
    try {
      for (const { id } of this.inductions()) if (!isAsRecorded(this.database, id)) throw damaged(this.database.name);
    } catch {
      throw damaged(this.database.name);
    }
  }

  close(): void {
    this.database.close();
  }

  /**
   * Makes a new induction, not started yet, and the current one.
   * @param expected what was current when this was decided; left out where a further one is wanted whatever is current
   * @throws Stale when another is current by now
   */
  create(stamp: Stamp, expected?: string | null): string {
    const id = randomId();
    write(this.database, () => {
      if (expected !== undefined && this.current() !== expected) throw new Stale();
      this.database
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
    write(this.database, () => this.#keepSetting('current', induction));
  }

  keepSetting(key: string, value: string): void {
    write(this.database, () => this.#keepSetting(key, value));
  }

  /**
   * Records drafts as one change, all or none.
   * @param version the version the decision rests on
   * @throws Stale when something else was recorded meanwhile; Problem (4, 5) when it could not be written
   */
  append(induction: string, drafts: readonly Draft[], stamp: Stamp, version: number): string {
    return write(this.database, () => {
      this.#expect(induction, version);
      if (drafts.some((one) => one.type === 'started')) {
        this.database.prepare('UPDATE inductions SET started = 1 WHERE id = ?').run(induction);
      }
      return appendEvents(this.database, induction, drafts, stamp);
    });
  }

  /** Takes back the last change that is not taken back yet. `today` is the civil date it is done on. */
  undo(induction: string, stamp: Stamp, today: string): Undone {
    return write(this.database, () => {
      const events = lastChange(this.database, induction);
      const [first] = events ?? [];
      if (events === null || first === undefined) return null;
      const back = draft('undone', first.change, first.title, today, { what: first.type });
      appendEvents(this.database, induction, [back], stamp);
      refold(this.database, induction, events);
      return { change: first.change, events };
    });
  }

  #expect(induction: string, version: number): void {
    const row = this.database.prepare('SELECT events FROM inductions WHERE id = ?').get(induction);
    if ((row as { events: number } | undefined)?.events !== version) throw new Stale();
  }

  #keepSetting(key: string, value: string): void {
    this.database.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(key, value);
  }
}
