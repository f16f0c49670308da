import { closeSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atFault } from '../core/problem.ts';
import { MIGRATIONS } from './migrations.ts';
import { DATABASE_NAME, discard, sync, write } from './open.ts';
import type { Database } from './sqlite.ts';

/**
 * Brings an older database to today's tables, after a copy of it was put into `backups/`; not of one that is a copy itself. All
 * steps and the version are one transaction, so that it is either the old one or the new one. If another process was quicker,
 * nothing is left to do.
 * @param version what the file has now
 * @param steps the n-th leads to version n
 */
export function migrate(database: Database, path: string, version: number, steps = MIGRATIONS): void {
  if (basename(path) === DATABASE_NAME) copyBefore(database, path, version);
  write(database, () => {
    const current = database.pragma('user_version', { simple: true }) as number;
    if (current >= steps.length) return;
    for (const step of steps.slice(current)) database.exec(step);
    database.pragma(`user_version = ${steps.length}`);
  });
}

function copyBefore(database: Database, path: string, version: number): void {
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = database.prepare("SELECT strftime('%Y-%m-%dT%H-%M-%SZ', 'now')").pluck().get() as string;
  const name = join(folder, `before-version-${version + 1}-${stamp}-${process.pid}.db`);
  const beside = `${name}.tmp`;
  closeSync(openSync(beside, 'wx', 0o600));
  try {
    database.pragma('query_only = OFF');
    database.prepare('VACUUM INTO ?').run(beside);
    expectWhole(database, beside);
    sync(beside);
    renameSync(beside, name);
    sync(folder);
  } catch (error) {
    discard(beside);
    throw atFault(
      `A copy of the record could not be made before bringing it up to date: ${(error as Error).message}.`,
      'The record was left as it is.',
    );
  } finally {
    database.pragma('query_only = ON');
  }
}

/** As far as SQLite can tell; what its entries come to is known only for today's tables. */
function expectWhole(database: Database, copy: string): void {
  database.prepare('ATTACH ? AS copy').run(copy);
  try {
    const found = database.pragma('copy.quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
  } finally {
    database.exec('DETACH copy');
  }
}
