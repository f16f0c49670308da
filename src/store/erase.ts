import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atFault } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { backupsIn } from './backup.ts';
import { randomId } from './crypto.ts';
import { forgetEarlier } from './earlier.ts';
import { isDamaged } from './errors.ts';
import { DATABASE_NAME, EMPTY, openHome, sync, write } from './open.ts';
import { expectDamaged, openCopy, removePages, rewrite } from './redact-copies.ts';
import type { Database } from './sqlite.ts';
import { conflicts } from './surroundings.ts';

/** What was left, since it is none of induct's own. */
export type Erased = { readonly left: readonly string[] };

/**
 * Erases everything: the record, its backups, what is cached, printed, set or was left behind. Every file is overwritten
 * before it is removed. Files in the folder that induct did not make are left, and named. The record goes last: stopped
 * anywhere, it is whole, or nothing is left to be read; and the command can be given again.
 * @param cache the folder of what is kept to be quick
 * @throws Problem (4) for a record of another program and for what cannot be removed, (5) while another induct writes
 */
export async function eraseAll(home: string, cache: string): Promise<Erased> {
  const database = await openIfWhole(home);
  try {
    // Waits for another induct to finish.
    if (database !== null) writeUnlessDamaged(database, []);
    removeAll(filesOf(home, cache).filter((path) => !isRecord(home, path) && !isSetting(path)));
    if (database !== null) writeUnlessDamaged(database, EMPTY);
  } finally {
    database?.close();
  }
  // With the copies that another induct made meanwhile.
  removeAll(filesOf(home, cache));
  for (const folder of foldersOf(home, cache)) removeEmpty(folder);
  return { left: namesIn(home).map((name) => join(home, name)) };
}

/** The folders in which everything is induct's own. */
function foldersOf(home: string, cache: string): string[] {
  return [join(home, 'backups'), join(home, 'print'), cache];
}

/** Every file of induct's own, the record last. */
function filesOf(home: string, cache: string): string[] {
  const beside = namesIn(home)
    .filter(isOwn)
    .map((name) => join(home, name));
  return [
    ...foldersOf(home, cache).flatMap(everythingIn),
    ...beside.filter((path) => !isRecord(home, path)),
    ...beside.filter((path) => isRecord(home, path)),
  ];
}

/** The record, the two settings kept beside it, and whatever has their name while it is made, written or kept damaged. */
function isOwn(name: string): boolean {
  return /^\.?(induct\.db|settings\.json|local-list\.json)/.test(name) || /^\.[0-9a-f-]{36}\.tmp/.test(name);
}

/** Read by every command that comes before the end, and nothing about anybody: removed, and not overwritten first. */
function isSetting(path: string): boolean {
  return /^(settings|local-list)\.json$/.test(basename(path));
}

function isRecord(home: string, path: string): boolean {
  return path === join(home, DATABASE_NAME) || path === join(home, `${DATABASE_NAME}-journal`);
}

/** What is damaged inside is only overwritten as a file. */
function writeUnlessDamaged(database: Database, statements: readonly string[]): void {
  try {
    write(database, () => {
      for (const statement of statements) database.prepare(statement).run();
    });
  } catch (error) {
    if (!isDamaged(error)) throw error;
  }
}

/** Null where there is no record, or a damaged one, which is only overwritten. */
async function openIfWhole(home: string): Promise<Database | null> {
  try {
    return await openHome(home, { create: false });
  } catch (error) {
    if (isDamaged(error)) return null;
    throw error;
  }
}

/**
 * Erases one holder from the record and every backup, the record last: stopped before, it can be done again.
 * @returns the backups that hold them still, since they could not be opened
 */
export async function eraseHolder(home: string, induction: string): Promise<readonly string[]> {
  const unopened: string[] = [];
  const folder = join(home, 'backups');
  // What a stopped copy left behind is no backup, and may hold everything.
  removeAll(
    namesIn(folder)
      .filter((one) => one.endsWith('.tmp'))
      .map((one) => join(folder, one)),
  );
  removePages(home);
  for (const { path } of backupsIn(home)) {
    const backup = await openCopy(path).catch(() => null);
    try {
      if (backup === null) unopened.push(path);
      else if ((await eraseFrom(backup, induction)) === 0) removeAll([path]);
    } catch (error) {
      expectDamaged(error);
      unopened.push(path);
    }
  }
  const database = await openHome(home, { create: false });
  if (database !== null) await eraseFrom(database, induction);
  return [...unopened, ...conflicts(home)];
}

/** @returns how many holders are left in the file */
async function eraseFrom(database: Database, induction: string): Promise<number> {
  try {
    write(database, () => {
      forgetEarlier(database, induction);
      database.prepare('DELETE FROM progress WHERE induction = ?').run(induction);
      database.prepare('DELETE FROM events WHERE induction = ?').run(induction);
      database.prepare('DELETE FROM inductions WHERE id = ?').run(induction);
      database.prepare("DELETE FROM settings WHERE key LIKE '%' || ?").run(induction);
      database.prepare("DELETE FROM settings WHERE key = 'current' AND value = ?").run(induction);
      database
        .prepare(
          `INSERT OR IGNORE INTO settings (key, value)
           SELECT 'current', id FROM inductions ORDER BY position LIMIT 1`,
        )
        .run();
    });
    rewrite(database);
    return database.prepare('SELECT count(*) FROM inductions').pluck().get() as number;
  } finally {
    database.close();
  }
}

/**
 * Overwrites files, brings that to the disk, and removes them, as many as can be. They lose their names first, for good:
 * stopped in between, nothing stands in the place of a backup that is none. Of a link only the link goes.
 * @throws Problem (4) that names those that are still there
 */
function removeAll(paths: readonly string[]): void {
  const folders = [...new Set(paths.map(dirname))];
  const hidden = paths.map(hide);
  const unsynced = folders.filter((folder) => !tried(() => sync(folder)));
  for (const path of hidden) tried(() => overwrite(path));
  const stuck = hidden.filter((path) => !tried(() => rmSync(path, { force: true })));
  const still = [...stuck, ...unsynced, ...folders.filter((folder) => !tried(() => sync(folder)))];
  if (still.length > 0) throw notAll([...new Set(still)]);
}

/** What is read by every command before the end keeps its name. @returns where the file lies now */
function hide(path: string): string {
  const hidden = join(dirname(path), `.${randomId()}.tmp`);
  return !isSetting(path) && tried(() => renameSync(path, hidden)) ? hidden : path;
}

/** @returns whether it could be done */
function tried(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function notAll(stuck: readonly string[]): Error {
  return atFault(
    ['Not everything is erased. These could not be removed:', ...stuck.map((path) => `  ${onOneLine(path)}`)].join(
      '\n',
    ),
    'Close what has them open, then do it once more.',
  );
}

function overwrite(path: string): void {
  const found = lstatSync(path);
  if (!found.isFile() || isSetting(path)) return;
  const { size } = found;
  const file = openSync(path, 'r+');
  try {
    const zeros = Buffer.alloc(Math.min(size, 1024 * 1024));
    for (let done = 0; done < size; ) done += writeSync(file, zeros, 0, Math.min(zeros.length, size - done), done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function everythingIn(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A folder into which another induct has just written stays, and is named with what was left. */
function removeEmpty(folder: string): void {
  if (!isFolder(folder)) return;
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const deepest = inside.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => b.length - a.length);
  for (const one of [...deepest, folder]) tried(() => rmdirSync(one));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function namesIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder) : [];
}
