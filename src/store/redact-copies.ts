import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DATABASE_NAME, recognise, SETTINGS, write } from './open.ts';
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
    try {
      if (await redactBackup(path, redaction)) changed += 1;
    } catch {
      untouched.push(path);
    }
  }
  return { changed, untouched };
}

async function redactBackup(path: string, redaction: Redaction): Promise<boolean> {
  recognise(path);
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    database.exec(SETTINGS);
    const removed = write(database, () => removeWords(database, redaction));
    if (removed.length > 0) rewrite(database);
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
  return pages.length;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
