import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { backupsIn } from './backup.ts';
import { isDamaged } from './errors.ts';
import { DATABASE_NAME, openAt, openHome, sync, write } from './open.ts';
import { removePages, rewrite } from './redact-copies.ts';
import type { Database } from './sqlite.ts';
import { conflicts } from './surroundings.ts';

/** What came of it: how many files went, and those that are none of induct's own and were left. */
export type Erased = { readonly files: number; readonly left: readonly string[] };

/**
 * Erases everything: the record, its backups, what is cached, printed or was left behind. Every file is overwritten
 * before it is removed. Files in the folder that induct did not make are left, and named.
 * @param cache the folder of what is kept to be quick
 * @throws Problem (4) for a record of another program, (5) while another induct writes
 */
export async function eraseAll(home: string, cache: string): Promise<Erased> {
  const path = join(home, DATABASE_NAME);
  if (existsSync(path)) await emptyIfPossible(home);
  const folders = [join(home, 'backups'), join(home, 'print'), cache];
  const own = [
    ...namesIn(home)
      .filter(isOwn)
      .map((name) => join(home, name)),
    ...folders.flatMap(everythingIn),
  ];
  for (const file of own) shred(file);
  for (const folder of folders) removeEmpty(folder);
  if (existsSync(home)) sync(home);
  const left = namesIn(home).map((name) => join(home, name));
  return { files: own.length, left: left.filter((one) => statSync(one).isFile()) };
}

/** The record itself, and everything that is beside it under its name while it is made, written or kept damaged. */
function isOwn(name: string): boolean {
  return name.startsWith(DATABASE_NAME) || name.startsWith(`.${DATABASE_NAME}`) || /^\.[0-9a-f-]{36}\.tmp/.test(name);
}

const EMPTY = ['DELETE FROM progress', 'DELETE FROM events', 'DELETE FROM inductions', 'DELETE FROM settings'] as const;

/** Waits for another induct to finish, and clears the rows; a damaged record is only overwritten. */
async function emptyIfPossible(home: string): Promise<void> {
  let database: Database | null = null;
  try {
    database = await openHome(home, { create: false });
    if (database === null) return;
    const open = database;
    write(open, () => {
      for (const statement of EMPTY) open.prepare(statement).run();
    });
  } catch (error) {
    if (!isDamaged(error)) throw error;
  } finally {
    database?.close();
  }
}

/**
 * Erases one holder from the record and every backup.
 * @returns the backups that hold them still, since they could not be opened
 */
export async function eraseHolder(home: string, induction: string): Promise<readonly string[]> {
  const unopened: string[] = [];
  const folder = join(home, 'backups');
  // What a stopped copy left behind is no backup, and may hold everything.
  for (const name of namesIn(folder).filter((one) => one.endsWith('.tmp'))) shred(join(folder, name));
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
  removePages(home);
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

/** Overwrites a file, brings that to the disk, and removes it. */
function shred(path: string): void {
  try {
    const { size } = statSync(path);
    const file = openSync(path, 'r+');
    try {
      const zeros = Buffer.alloc(Math.min(size, 1024 * 1024));
      for (let done = 0; done < size; ) done += writeSync(file, zeros, 0, Math.min(zeros.length, size - done), done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // A file that cannot be written is still removed.
  }
  rmSync(path, { force: true });
}

function everythingIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const deepest = inside.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => b.length - a.length);
  for (const one of [...deepest, folder]) rmdirSync(one);
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
