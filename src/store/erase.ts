import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { atFault } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { backupsIn } from './backup.ts';
import { isDamaged } from './errors.ts';
import { DATABASE_NAME, openAt, openHome, sync, write } from './open.ts';
import { removePages, rewrite } from './redact-copies.ts';
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
    removeAll(filesOf(home, cache).filter((path) => !isRecord(home, path)));
    if (database !== null) writeUnlessDamaged(database, EMPTY);
  } finally {
    database?.close();
  }
  // With the copies that another induct made meanwhile.
  removeAll(filesOf(home, cache));
  for (const folder of foldersOf(home, cache)) removeEmpty(folder);
  if (existsSync(home)) syncRemoval(home);
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

function isRecord(home: string, path: string): boolean {
  return path === join(home, DATABASE_NAME) || path === join(home, `${DATABASE_NAME}-journal`);
}

const EMPTY = ['DELETE FROM progress', 'DELETE FROM events', 'DELETE FROM inductions', 'DELETE FROM settings'] as const;

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
    try {
      const holders = await eraseFrom(await openAt(path), induction);
      if (holders === 0) shred(path);
    } catch {
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

/** Removes files, as many as can be. @throws Problem (4) that names those that are still there */
function removeAll(paths: readonly string[]): void {
  const stuck = paths.filter((path) => !shred(path));
  if (stuck.length > 0) throw notAll(stuck);
}

function notAll(stuck: readonly string[]): Error {
  return atFault(
    ['Not everything is erased. These could not be removed:', ...stuck.map((path) => `  ${onOneLine(path)}`)].join(
      '\n',
    ),
    'Close what has them open, then do it once more.',
  );
}

/**
 * Overwrites a file, brings that to the disk, and removes it. Of a link only the link goes.
 * @returns false where it is still there
 */
function shred(path: string): boolean {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isFile() === true) overwrite(path, found);
  } catch {
    // A file that cannot be written is still removed.
  }
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

function overwrite(path: string, { size }: Stats): void {
  const file = openSync(path, 'r+');
  try {
    const zeros = Buffer.alloc(Math.min(size, 1024 * 1024));
    for (let done = 0; done < size; ) done += writeSync(file, zeros, 0, Math.min(zeros.length, size - done), done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncRemoval(home: string): void {
  try {
    sync(home);
  } catch {
    throw atFault(
      `Everything in ${onOneLine(home)} was erased, and then the disk failed.`,
      'Look whether it is empty.',
    );
  }
}

function everythingIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A folder into which another induct has just written stays, and is named with what was left. */
function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const deepest = inside.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => b.length - a.length);
  for (const one of [...deepest, folder]) {
    try {
      rmdirSync(one);
    } catch {
      return;
    }
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
