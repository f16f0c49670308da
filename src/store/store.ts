import { existsSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Told } from '../core/calendar/history.ts';
import type { CivilDate } from '../core/dates/index.ts';
import { type Draft, draft, type EventType, type JournalEvent } from '../core/events.ts';
import type { Joined } from '../core/merge/join.ts';
import { Stale } from '../core/stale.ts';
import type { LongRecord, TransferEvent, TransferRecord } from '../core/transfer/document.ts';
import type { Watch } from '../core/watch.ts';
import { randomId } from './crypto.ts';
import { damaged } from './errors.ts';
import { appendEvents, type EndOfUndo, foldBack, lastChange, type Stamp } from './journal.ts';
import { openHome, write } from './open.ts';
import type { JournalOptions } from './pages.ts';
import { Reading, type Snapshot, typingHere } from './reading.ts';
import type { Redaction } from './redact.ts';
import { emptyDigest } from './rows.ts';

export type { EventsAsked } from './journal-reading.ts';
export type { InductionRow, Snapshot } from './reading.ts';
export type { Stamp };

/** What recording came to: the change, and the record at its end, read before anyone else could record. */
export type Appended = { readonly change: string; readonly after: Snapshot };

/** What was taken back, or null when there was nothing. */
export type Undone = { readonly change: string; readonly events: readonly JournalEvent[] } | null;

/** What removing words came to: how many events, in how many backups and printed pages, and the copies left as they are. */
export type Redacted = {
  readonly events: readonly JournalEvent[];
  readonly backups: number;
  readonly pages: number;
  readonly untouched: readonly string[];
};

/** Everything recorded, in one SQLite file. Knows nothing of the list; gives and takes what core defines. */
export class Store extends Reading {
  /** Opens the record in a folder; null when there is none and none is to be made. */
  static async open(home: string, options: { readonly create: boolean }): Promise<Store | null> {
    const database = await openHome(home, options);
    return database === null ? null : new Store(database);
  }

  /** @throws Problem (4) where what is kept is not what was recorded. Reads all of it. */
  async expectAsRecorded(): Promise<void> {
    const { checkEntries } = await import('./check.ts');
    try {
      const { entries, progress } = checkEntries(this.database);
      if (entries.length + progress.length > 0) throw damaged(this.database.name);
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
        .run(id, stamp.at, emptyDigest());
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
   * @returns the id of the change, and what is so after it
   * @throws Stale when something else was recorded meanwhile; Problem (4, 5) when it could not be written
   */
  append(induction: string, drafts: readonly Draft[], stamp: Stamp, version: number): Appended {
    return write(this.database, () => {
      this.#expect(induction, version);
      if (drafts.some((one) => one.type === 'started')) {
        this.database.prepare('UPDATE inductions SET started = 1 WHERE id = ?').run(induction);
      }
      this.#keepTyping(induction, drafts);
      const change = appendEvents(this.database, induction, drafts, stamp);
      return { change, after: this.snapshot(induction) };
    });
  }

  /** Takes back the last change that is not taken back yet. `today` is the civil date it is done on. */
  undo(induction: string, stamp: Stamp, today: string): Undone {
    return write(this.database, () => {
      const events = lastChange(this.database, induction);
      if (typeof events === 'string') return null;
      const [first] = events as readonly [JournalEvent, ...JournalEvent[]];
      const back = draft('undone', first.change, first.title, today, { what: first.type });
      appendEvents(this.database, induction, [back], stamp);
      foldBack(this.database, induction, events);
      return { change: first.change, events };
    });
  }

  /** Why nothing more can be taken back; null where something can. */
  endOfUndo(induction: string): EndOfUndo | null {
    const last = lastChange(this.database, induction);
    return typeof last === 'string' ? last : null;
  }

  /**
   * Removes the words of some events for good, from the record, its backups and the pages made for printing. The record
   * comes last: stopped in between, it can be done again. Those made meanwhile are looked through once more at the end.
   */
  async redact(redaction: Redaction, stamp: Stamp): Promise<Redacted> {
    const { recordRemoval, removeWords } = await import('./redact.ts');
    const { redactBackups, removePages, rewrite } = await import('./redact-copies.ts');
    const home = dirname(this.database.name);
    const pages = removePages(home);
    const first = await redactBackups(home, redaction);
    const events = write(this.database, () => {
      const removed = removeWords(this.database, redaction);
      recordRemoval(this.database, redaction, removed, stamp);
      return removed;
    });
    rewrite(this.database);
    const later = await redactBackups(home, redaction);
    return {
      events,
      backups: first.changed + later.changed,
      pages,
      untouched: later.untouched,
    };
  }

  /** Copies the record into its backups, once a day. @returns whether it was made now */
  async keepDaily(day: CivilDate): Promise<boolean> {
    const name = `daily-${day}`;
    const home = dirname(this.database.name);
    if (existsSync(`${home}${sep}backups${sep}${name}.db`)) return false;
    const { keepBackup } = await import('./backup.ts');
    await keepBackup(this.database, 'daily', name);
    return true;
  }

  /** Copies the record into its backups, by hand. @returns the path. @param stamp such as `2026-06-03-093000` */
  async backup(stamp: string, watch: Watch): Promise<string> {
    const { keepBackup } = await import('./backup.ts');
    return keepBackup(this.database, 'by-hand', `by-hand-${stamp}`, watch);
  }

  /** Everything recorded of one holder; its entries are read while they are gone through. */
  async record(induction: string): Promise<LongRecord> {
    return (await import('./transfer.ts')).openRecord(this.database, induction);
  }

  /** The journal of a holder, read while it is gone through: of some types of entries, or all. */
  async journal(induction: string, options: JournalOptions = {}): Promise<Iterable<Told>> {
    return (await import('./pages.ts')).journalOf(this.database, induction, options);
  }

  /** Adds a holder with everything recorded elsewhere; the current one where there is none yet. */
  async addRecord(record: TransferRecord): Promise<void> {
    const { addRecord } = await import('./transfer.ts');
    write(this.database, () => addRecord(this.database, record));
  }

  /** Gives a verified copy of the whole record away, as the bytes of a database file, piece by piece. */
  async giveCopy<T>(take: (pieces: Iterable<Uint8Array>) => Promise<T>, watch: Watch): Promise<T> {
    return (await import('./backup.ts')).giveCopy(this.database, take, watch);
  }

  /** What a record comes to without some entries of a type, and how many those are. */
  async digestWithout(record: LongRecord, type: EventType, leaves: (event: JournalEvent) => boolean) {
    return (await import('./transfer.ts')).digestWithout(this.database, record, type, leaves);
  }

  /** What some events of a holder come to, to be checked where they arrive. */
  async digestOf(induction: string, events: readonly TransferEvent[]): Promise<string> {
    return (await import('./merge.ts')).digestOf(induction, events);
  }

  /**
   * Joins another record of a holder to the one kept here, all or nothing.
   * @param typing who types on this computer, whatever the other record says
   * @param makeCurrent whether commands are about that holder from now on
   */
  async merge(record: TransferRecord, typing: 'holder' | 'officer', makeCurrent = false): Promise<Joined> {
    const { mergeRecord } = await import('./merge.ts');
    return write(this.database, () => {
      this.#keepSetting(typingHere(record.id), typing);
      const joined = mergeRecord(this.database, record);
      if (makeCurrent) this.#keepSetting('current', record.id);
      return joined;
    });
  }

  #expect(induction: string, version: number): void {
    if (this.headOf(induction)?.events !== version) throw new Stale();
  }

  /** Where a record is shared, who types is a fact of this computer: a new answer is one for here. */
  #keepTyping(induction: string, drafts: readonly Draft[]): void {
    const key = typingHere(induction);
    for (const { type, subject, body } of drafts) {
      if (type !== 'answered' || subject !== 'typing' || typeof body.answer !== 'string') continue;
      if (this.setting(key) !== null) this.#keepSetting(key, body.answer);
    }
  }

  #keepSetting(key: string, value: string): void {
    this.database.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(key, value);
  }
}
