import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atFault } from '../core/problem.ts';
import { UNWATCHED, type Watch } from '../core/watch.ts';
import { verify } from './check.ts';
import { randomId } from './crypto.ts';
import { tellPlainly } from './errors.ts';
import { discard, sync } from './open.ts';
import { type Database, openDatabase } from './sqlite.ts';

/** Why a copy was made: one a day, by hand, before a restore. `before-version` are those of a migration. */
export type BackupKind = 'daily' | 'by-hand' | 'before-restore' | 'before-version' | 'other';

/** One backup in induct's own folder. `day` is the civil date in its name, else that of the file. */
export type Backup = {
  readonly path: string;
  readonly name: string;
  readonly kind: BackupKind;
  readonly day: string;
  readonly bytes: number;
};

/** How many of each kind are kept; those before a migration are never removed. */
const KEPT: Partial<Record<BackupKind, number>> = { daily: 7, 'by-hand': 7, 'before-restore': 7 };

/** So many bytes of a copy are held at once. */
const PIECE = 256 * 1024;

export function backupFolder(home: string): string {
  return join(home, 'backups');
}

/** The backups of a home, newest first. */
export function backupsIn(home: string): Backup[] {
  const folder = backupFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => {
      const path = join(folder, name);
      const { size: bytes, mtime } = statSync(path);
      const kind = (['daily', 'by-hand', 'before-restore', 'before-version'] as const).find((one) =>
        name.startsWith(one),
      );
      const day = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? mtime.toISOString().slice(0, 10);
      return { path, name, kind: kind ?? ('other' as const), day, bytes };
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

/** By day, then by the time of day in the name; the daily copy is made before anything else of its day. */
function orderOf({ day, name }: Backup): string {
  const time = /\d{4}-\d{2}-\d{2}[-T]([\d-]+)/.exec(name)?.[1]?.replaceAll('-', '') ?? '';
  return `${day} ${time} ${name}`;
}

/**
 * Copies the whole record into the backups: beside its place, verified, synced, then renamed, so that a name there always
 * stands for a whole one. Older ones of the same kind than the last seven are removed.
 * @param name without its ending; where it is taken, a daily one is left and nothing is made, others get a number
 * @param watch told how many entries of the copy are checked
 * @returns the path
 */
export async function keepBackup(
  database: Database,
  kind: BackupKind,
  name: string,
  watch = UNWATCHED,
): Promise<string> {
  const home = dirname(database.name);
  const folder = backupFolder(home);
  const path = join(folder, `${kind === 'daily' ? name : freeName(folder, name, '.db')}.db`);
  if (existsSync(path)) return path;
  makeFolder(folder);
  const beside = await copyBeside(database, folder, watch);
  try {
    renameSync(beside, path);
    sync(folder);
  } catch (error) {
    throw tellPlainly(error, path);
  } finally {
    discard(beside);
  }
  prune(home, kind);
  return path;
}

/** A name that is not taken: two may be made in one second. */
export function freeName(folder: string, name: string, ending = ''): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(folder, `${free}${ending}`))) return free;
  }
}

/** The folder of the backups; a new one outlives a power cut only once the folder it lies in is synced. */
export function makeFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) sync(dirname(folder));
}

/** Gives a verified copy of the whole record away: as the bytes of a database file, in pieces that are read while they are taken. */
export async function giveCopy<T>(
  database: Database,
  take: (pieces: Iterable<Uint8Array>) => Promise<T>,
  watch: Watch,
): Promise<T> {
  const beside = await copyBeside(database, dirname(database.name), watch);
  try {
    return await take(piecesOf(beside));
  } finally {
    discard(beside);
  }
}

/** Each piece lies where the one before lay: it is to be used before the next is taken. */
function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** A verified, synced copy of the record under a name of its own. */
async function copyBeside(database: Database, folder: string, watch: Watch): Promise<string> {
  const beside = join(folder, `.${randomId()}.tmp`);
  closeSync(openSync(beside, 'wx', 0o600));
  try {
    database.pragma('query_only = OFF');
    try {
      database.prepare('VACUUM INTO ?').run(beside);
    } finally {
      database.pragma('query_only = ON');
    }
    const copy = await openDatabase(beside, { readonly: true, fileMustExist: true });
    let wrong: string[];
    try {
      wrong = verify(copy, watch);
    } finally {
      copy.close();
    }
    if (wrong.length > 0) throw atFault(`The copy is not as the record should be: ${wrong[0]}.`, 'See: induct doctor');
    sync(beside);
    return beside;
  } catch (error) {
    discard(beside);
    throw tellPlainly(error, database.name);
  }
}

function prune(home: string, kind: BackupKind): void {
  const most = KEPT[kind];
  if (most === undefined) return;
  const old = backupsIn(home).filter((backup) => backup.kind === kind);
  for (const { path } of old.slice(most)) discard(path);
}
