import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { atFault, isProblem, usage } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { backupFolder, freeName, keepBackup, makeFolder } from './backup.ts';
import { checkDatabase, verify } from './check.ts';
import { randomId } from './crypto.ts';
import { isDamaged, tellPlainly } from './errors.ts';
import { endUndo } from './journal.ts';
import { DATABASE_NAME, discard, EMPTY, makeHome, openAt, openHome, recognise, sync, write } from './open.ts';
import type { Database } from './sqlite.ts';

/** What came of it: how much is there now, and where the record lies that was there before. */
export type Restored = { readonly holders: number; readonly events: number; readonly kept: string | null };

/**
 * Puts a backup in the place of the record. The backup is copied and verified first; the record as it was is kept among
 * the backups, a damaged one as it is. What is replaced is replaced in one transaction, so that another induct that is
 * running neither loses what it records nor reads half of it.
 * @param file of the backup
 * @param stamp for the names of what is kept: `2026-06-03-093000`
 * @throws Problem (2) for no such file, (4) for one that is no whole backup; then nothing is changed
 */
export async function restoreFrom(home: string, file: string, stamp: string): Promise<Restored> {
  const source = realFile(file);
  const beside = join(home, `.${DATABASE_NAME}.${randomId()}.tmp`);
  try {
    makeHome(home);
    copyPrivately(source, beside);
    const wanted = await openAt(beside);
    let found: Pick<Restored, 'holders' | 'events'>;
    try {
      const wrong = verify(wanted);
      if (wrong.length > 0)
        throw atFault(`${onOneLine(file)} is damaged: ${wrong[0]}. Nothing was changed.`, 'Try another backup.');
      write(wanted, () => endUndo(wanted));
      found = counts(wanted);
    } finally {
      wanted.close();
    }
    return { ...found, kept: await putInPlace(home, beside, stamp) };
  } catch (error) {
    throw tellPlainly(error, join(home, DATABASE_NAME));
  } finally {
    discard(beside);
    discard(`${beside}-journal`);
  }
}

function realFile(file: string): string {
  if (!existsSync(file))
    throw usage(`There is no file ${onOneLine(file)}.`, 'The backups there are: induct restore --list');
  const source = realpathSync(file);
  recognise(source);
  if (existsSync(`${source}-journal`)) {
    throw atFault(`${onOneLine(file)} was copied while it was written, so it may not be whole. Nothing was changed.`);
  }
  return source;
}

function copyPrivately(source: string, path: string): void {
  const bytes = readFileSync(source);
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, done);
  } finally {
    closeSync(file);
  }
}

/** @returns where the record lies that was there before; null where there was none */
async function putInPlace(home: string, beside: string, stamp: string): Promise<string | null> {
  const current = await openIfWhole(home);
  if (current === null) {
    sync(beside);
    const kept = placeInstead(home, beside, stamp);
    expectPlaced(home, () => sync(home));
    return kept;
  }
  try {
    const kept = await keepBackup(current, 'before-restore', `before-restore-${stamp}`);
    await replaceAll(current, beside);
    return kept;
  } finally {
    current.close();
  }
}

/** What is looked at, or brought to the disk, once the backup is in its place: that must not be told as nothing saved. */
function expectPlaced(home: string, look: () => void): void {
  try {
    look();
  } catch (error) {
    if (isProblem(error)) throw error;
    const path = onOneLine(join(home, DATABASE_NAME));
    throw atFault(`The backup was put in the place of ${path}, and then the disk failed.`, 'See: induct doctor');
  }
}

/** The record that is there, if there is one and it is whole. @throws Problem for one that is none of ours, or is held */
async function openIfWhole(home: string): Promise<Database | null> {
  let database: Database | null = null;
  try {
    database = await openHome(home, { create: false });
    if (database !== null && verify(database).length > 0) {
      database.close();
      return null;
    }
    return database;
  } catch (error) {
    database?.close();
    if (isDamaged(error)) return null;
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT')) return null;
    throw error;
  }
}

/**
 * Puts the new file in the place of a damaged one, or where there was none. The damaged one is kept as it is, with the journal
 * that may belong to it; stopped at any point, there is one record or the other.
 */
function placeInstead(home: string, beside: string, stamp: string): string | null {
  const path = join(home, DATABASE_NAME);
  if (!existsSync(path)) {
    linkSync(beside, path);
    return null;
  }
  const folder = backupFolder(home);
  makeFolder(folder);
  const kept = join(folder, freeName(folder, `${DATABASE_NAME}.damaged-${stamp}`));
  const journal = `${path}-journal`;
  if (existsSync(journal)) keepAsItIs(journal, `${kept}-journal`);
  keepAsItIs(path, kept);
  sync(folder);
  // First, and for good: SQLite would play a journal that lies beside it into the new file.
  rmSync(journal, { force: true });
  sync(home);
  renameSync(beside, path);
  return kept;
}

/** Copies a file under a name that only ever stands for a whole one. */
function keepAsItIs(path: string, kept: string): void {
  const copy = join(dirname(kept), `.${randomId()}.tmp`);
  try {
    copyPrivately(path, copy);
    sync(copy);
    renameSync(copy, kept);
  } finally {
    discard(copy);
  }
}

/** What an entry needs comes before it: the holders. */
const COPY = [
  ['SELECT * FROM settings', 'INSERT INTO settings VALUES (?, ?)'],
  ['SELECT * FROM inductions', 'INSERT INTO inductions VALUES (?, ?, ?, ?, ?, ?)'],
  ['SELECT * FROM events', 'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'],
  ['SELECT * FROM progress', 'INSERT INTO progress VALUES (?, ?, ?, ?)'],
  ['SELECT * FROM earlier', 'INSERT INTO earlier VALUES (?, ?, ?, ?, ?)'],
] as const;

/**
 * Everything of one file in the place of everything in another. The other is read by a connection of its own: attached, it
 * would be written together with this one, which leaves a file behind when it is stopped.
 */
async function replaceAll(database: Database, from: string): Promise<void> {
  const wanted = await openAt(from);
  try {
    write(database, () => {
      for (const statement of EMPTY) database.prepare(statement).run();
      for (const [select, insert] of COPY) {
        const into = database.prepare(insert);
        for (const row of wanted.prepare(select).raw().iterate()) into.run(...(row as unknown[]));
      }
    });
  } finally {
    wanted.close();
  }
  expectPlaced(dirname(database.name), () => {
    const wrong = checkDatabase(database);
    if (wrong.length > 0)
      throw atFault(`${onOneLine(database.name)} is not whole after the restore: ${wrong[0]}.`, 'See: induct doctor');
  });
}

function counts(database: Database): { holders: number; events: number } {
  const count = (select: string) => database.prepare(select).pluck().get() as number;
  return { holders: count('SELECT count(*) FROM inductions'), events: count('SELECT count(*) FROM events') };
}
