/** The only door to better-sqlite3. */
import type BetterSqlite from 'better-sqlite3';
import { atFault } from '../core/problem.ts';

export type Database = BetterSqlite.Database;
export type Statement = BetterSqlite.Statement;
type Driver = new (path: string, options: BetterSqlite.Options) => Database;

/** Version 13 speaks Node-API 10 and crashes a Node that does not; version 12.9 serves those. */
const MODERN_NAPI = 10;

/**
 * Opens a database file with whichever driver this Node can load.
 * @param options as better-sqlite3 takes them; five seconds of patience when another process holds the file
 * @throws Problem (4) when the native module is missing or was built for another Node
 */
export async function openDatabase(path: string, options: BetterSqlite.Options = {}): Promise<Database> {
  try {
    const Driver = await loadDriver();
    return new Driver(path, { timeout: 5000, ...options });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED';
    if (!missing && !/bindings file/.test((error as Error).message)) throw error;
    throw atFault(
      `The part of induct that keeps the record (SQLite) is missing, or was built for another Node than ${process.version}.`,
      'In the folder of induct, run: npm install, or npm rebuild better-sqlite3-12',
    );
  }
}

/**
 * Runs a piece of work in one transaction: all of it is kept, or none. Within another it is a part of that one. In plain
 * statements, since the library's
 * `transaction` prepares ten of them, as many as a whole view does.
 */
export function inTransaction<T>(database: Database, begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T {
  if (database.inTransaction) return work();
  database.exec(begin);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** SQLite has rolled back itself where the disk failed, and what went wrong before is what is told. */
function rollBack(database: Database): void {
  try {
    if (database.inTransaction) database.exec('ROLLBACK');
  } catch {
    // Closing does it.
  }
}

async function loadDriver(): Promise<Driver> {
  const modern = Number(process.versions.napi) >= MODERN_NAPI;
  const loaded = modern ? await import('better-sqlite3') : await import('better-sqlite3-12');
  return loaded.default as unknown as Driver;
}
