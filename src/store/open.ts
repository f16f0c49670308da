import { closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readSync, rmSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { atFault } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { randomId } from './crypto.ts';
import { damaged, tellPlainly } from './errors.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import { type Database, inTransaction, openDatabase } from './sqlite.ts';

export const DATABASE_NAME = 'induct.db';

/**
 * Opens the database of a home folder; null when there is none and none is to be made. What is there is recognised
 * from its first bytes before anything is written: empty, foreign, damaged and newer files are left as they are.
 * @throws Problem (4) for a file that is none of ours, (5) when another process holds it
 */
export async function openHome(home: string, options: { readonly create: boolean }): Promise<Database | null> {
  const path = `${home}${sep}${DATABASE_NAME}`;
  try {
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there === undefined) {
      if (!options.create) return null;
      await build(path);
    }
    return await openAt(path, there);
  } catch (error) {
    throw tellPlainly(error, path);
  }
}

/**
 * Opens a file that is there, with all settings, and brings it to today's tables.
 * @param there what was just found there, where somebody looked
 */
export async function openAt(path: string, there?: Stats): Promise<Database> {
  recognise(path, there);
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    await prepare(database, path);
    return database;
  } catch (error) {
    database.close();
    throw tellPlainly(error, path);
  }
}

/**
 * The settings of every connection.
 * trusted_schema off, cell_size_check on: a doctored file can't run functions, and damage is met early.
 * foreign_keys on: no event without its induction. secure_delete on: removed words do not stay in the file.
 * journal DELETE with synchronous EXTRA: what was acknowledged survives a power cut, and one file lies at rest.
 * query_only: reading commands can't write; `write` lifts it for the length of a transaction.
 */
export const SETTINGS = `
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA synchronous = EXTRA;
  PRAGMA query_only = ON;
`;

async function prepare(database: Database, path: string): Promise<void> {
  database.exec(SETTINGS);
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > SCHEMA_VERSION) throw newer(path);
  if (version < SCHEMA_VERSION) {
    const { migrate } = await import('./migrate.ts');
    migrate(database, path, version);
  }
}

/** Clears a record of everything. */
export const EMPTY = [
  'DELETE FROM earlier',
  'DELETE FROM progress',
  'DELETE FROM events',
  'DELETE FROM inductions',
  'DELETE FROM settings',
] as const;

/** Runs a piece of work in one IMMEDIATE transaction: all of it is kept, or none. */
export function write<T>(database: Database, work: () => T): T {
  try {
    database.exec('PRAGMA query_only = OFF');
    return inTransaction(database, 'BEGIN IMMEDIATE', work);
  } catch (error) {
    throw tellPlainly(error, database.name);
  } finally {
    if (database.open) database.exec('PRAGMA query_only = ON');
  }
}

/** Builds the whole database beside its place, syncs it and links it there: no kill leaves half a one. */
async function build(path: string): Promise<void> {
  const folder = dirname(path);
  makeHome(folder);
  const beside = join(folder, `.${DATABASE_NAME}.${randomId()}.new`);
  closeSync(openSync(beside, 'wx', 0o600));
  try {
    const database = await openDatabase(beside);
    try {
      database.pragma('journal_mode = DELETE');
      database.pragma('synchronous = EXTRA');
      inTransaction(database, 'BEGIN IMMEDIATE', () => {
        for (const step of MIGRATIONS) database.exec(step);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${SCHEMA_VERSION}`);
      });
    } finally {
      database.close();
    }
    sync(beside);
    place(beside, path);
    sync(folder);
  } finally {
    discard(beside);
  }
}

/** Makes the folder of the record, so that it outlives a power cut. */
export function makeHome(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncAbove(folder);
}

/** Removes what was made on the way. Where that cannot be, what went before is what counts; `doctor` finds it. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays.
  }
}

/** Another process may have been quicker: then its database is the one, and ours goes. */
function place(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * A new folder outlives a power cut only once the folder it lies in is synced, and that may be a new one too. Those that
 * may not be read were there before, and are left out.
 */
function syncAbove(folder: string): void {
  for (let below = folder, above = dirname(folder); above !== below; below = above, above = dirname(above)) {
    try {
      sync(above);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['EACCES', 'EPERM', 'EINVAL', 'EROFS'].includes(code)) throw error;
    }
  }
}

/** Brings a file or folder to the disk; Windows has no such call for folders and needs none. */
export function sync(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const HEADER_LENGTH = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Looks at the first 100 bytes (SQLite file format, section 1.3) before SQLite itself does. What is read of them is what
 * every start uses anyway: each method of Buffer that Node first calls costs as much as two statements of SQLite.
 */
export function recognise(path: string, there: Stats = lstatSync(path)): void {
  if (!there.isFile()) {
    throw atFault(
      `${onOneLine(path)} is not an ordinary file, so it was not opened.`,
      'Move it away, or set INDUCT_HOME.',
    );
  }
  const header = readHeader(path);
  if (header.length < HEADER_LENGTH || !header.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)))
    throw damaged(path);
  const numbers = new DataView(header.buffer, header.byteOffset);
  if (numbers.getUint32(68) !== APPLICATION_ID) {
    throw atFault(
      `${onOneLine(path)} is a database of another program. It was left as it is.`,
      'Move it away, or set INDUCT_HOME to another folder.',
    );
  }
  if (numbers.getUint32(60) > SCHEMA_VERSION) throw newer(path);
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(HEADER_LENGTH);
    return buffer.subarray(0, readSync(file, buffer, 0, HEADER_LENGTH, 0));
  } finally {
    closeSync(file);
  }
}

function newer(path: string): Error {
  return atFault(
    `${onOneLine(path)} was written by a newer version of induct. It was left as it is.`,
    'Use that version, or install the newest one.',
  );
}
