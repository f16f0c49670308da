import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { atFault, isProblem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { isDamaged } from './errors.ts';
import { DATABASE_NAME, recognise, SETTINGS, sync, write } from './open.ts';
import { type Redaction, removeWords } from './redact.ts';
import { type Database, openDatabase } from './sqlite.ts';

/** How many backups were changed, and which copies were left as they are. */
export type RedactedCopies = { readonly changed: number; readonly untouched: readonly string[] };

/** Removes the words from every backup that holds them. What is no backup that can be opened is named, and left. */
export async function redactBackups(home: string, redaction: Redaction): Promise<RedactedCopies> {
  const folder = join(home, 'backups');
  const names = namesIn(folder);
  // What a stopped copy left behind is no backup, and may hold everything.
  for (const place of [folder, home]) {
    for (const name of namesIn(place).filter((one) => /^\..*\.tmp$/.test(one)))
      rmSync(join(place, name), { force: true });
  }
  const backups = names.filter((name) => name.endsWith('.db')).map((name) => join(folder, name));
  const damaged = names.filter((name) => /\.damaged-/.test(name)).map((name) => join(folder, name));
  const untouched = [...otherCopies(home), ...damaged];
  let changed = 0;
  for (const path of backups) {
    const backup = await openCopy(path).catch(() => null);
    try {
      if (backup === null) untouched.push(path);
      else if (redactBackup(backup, redaction)) changed += 1;
    } catch (error) {
      expectDamaged(error);
      untouched.push(path);
    }
  }
  return { changed, untouched };
}

/** A backup that is damaged is named and left. @throws where it is the disk that failed: then it can be done again */
export function expectDamaged(error: unknown): void {
  if (isProblem(error) && !isDamaged(error)) throw error;
}

/** Opens a copy of the record as it is: one of an older version stays that. */
export async function openCopy(path: string): Promise<Database> {
  recognise(path);
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    database.exec(SETTINGS);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Written anew also where it held none: a run that was stopped may have left parts of them. */
function redactBackup(database: Database, redaction: Redaction): boolean {
  try {
    const removed = write(database, () => removeWords(database, redaction));
    rewrite(database);
    return removed.length > 0;
  } finally {
    database.close();
  }
}

/**
 * Writes the whole file anew: secure_delete clears what is deleted, but not the copies that moving rows between pages
 * left in the unused part of a page before.
 */
export function rewrite(database: Database): void {
  database.pragma('temp_store = MEMORY');
  database.pragma('query_only = OFF');
  try {
    database.exec('VACUUM');
  } catch {
    throw atFault(
      `${onOneLine(database.name)} could not be written anew, so that what was removed may still lie in it.`,
      'Free some space on this disk, then run: induct doctor --fix',
    );
  } finally {
    database.pragma('query_only = ON');
  }
}

/** Databases beside the record that are none of its backups, such as what a cloud folder made of two versions. */
function otherCopies(home: string): string[] {
  const [stem = ''] = DATABASE_NAME.split('.');
  return namesIn(home)
    .filter((name) => name !== DATABASE_NAME && name.startsWith(stem) && /\.db\b/.test(name) && !/-journal$/.test(name))
    .map((name) => join(home, name));
}

/** Removes every page made for printing: they can be made again. */
export function removePages(home: string): number {
  const folder = join(home, 'print');
  const pages = namesIn(folder);
  for (const page of pages) rmSync(join(folder, basename(page)), { force: true });
  if (pages.length > 0) sync(folder);
  return pages.length;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
