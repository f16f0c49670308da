/** The only door to better-sqlite3. */
import type BetterSqlite from 'better-sqlite3';
import { atFault } from '../core/problem.ts';

export type Database = BetterSqlite.Database;
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

async function loadDriver(): Promise<Driver> {
  const modern = Number(process.versions.napi) >= MODERN_NAPI;
  const loaded = modern ? await import('better-sqlite3') : await import('better-sqlite3-12');
  return loaded.default as unknown as Driver;
}
