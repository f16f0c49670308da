import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { atFault, isProblem, usage } from '../../core/problem.ts';
import { onOneLine } from '../../core/shown.ts';
import { gathered } from '../../formats/gathered.ts';

/** Whether a file that is there already may be replaced. */
export type WriteOptions = { readonly force: boolean };

/** What a file is to hold: whole, or in pieces that are made while it is written. */
export type Content = string | Iterable<string> | { readonly bytes: Iterable<Uint8Array> };

/** Owner-only, as everything that is written about a council's children's services. */
const MODE = 0o600;

/**
 * Writes a whole file: beside its place, synced, then renamed, so that it is there whole or not at all. A symbolic link is
 * replaced and never followed.
 * @returns the full path
 * @throws Problem (2) for a place that is taken without `force` or is a folder, (4) when it can't be written
 */
export function writeWhole(path: string, content: Content, { force }: WriteOptions): string {
  const full = resolve(path);
  const folder = dirname(full);
  const beside = join(folder, `.${basename(full)}.${process.pid}.tmp`);
  try {
    refuseTaken(full, force);
    writeBeside(beside, bytesOf(content));
    renameSync(beside, full);
  } catch (error) {
    discard(beside);
    throw couldNot(full, error);
  }
  try {
    syncFolder(folder);
  } catch {
    // It is there, and only not yet sure to outlive a power cut.
    throw atFault(`${onOneLine(full)} was written, and then the disk failed.`, 'Look whether you can open it.');
  }
  return full;
}

/** Removes a file, for good. @throws Problem (4) when it can't be */
export function removeWhole(path: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
    rmSync(path);
    syncFolder(dirname(path));
  } catch (error) {
    throw couldNot(path, error);
  }
}

/** Makes a folder of induct's own, for its owner alone, so that it outlives a power cut. */
export function ownFolder(path: string): string {
  try {
    const first = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return path;
    for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
    return path;
  } catch (error) {
    throw couldNot(path, error);
  }
}

function discard(beside: string): void {
  try {
    rmSync(beside, { force: true });
  } catch {
    // Its folder is none, or lies on a disk that failed: what went wrong first is what is told.
  }
}

function refuseTaken(full: string, force: boolean): void {
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) throw usage(`${onOneLine(full)} is a folder.`, 'Name a file in it.');
  if (!force)
    throw usage(
      `${onOneLine(full)} is there already, so nothing was written.`,
      'Another name, or --force to replace it.',
    );
}

function* bytesOf(content: Content): Generator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content, 'utf8');
  else if ('bytes' in content) yield* content.bytes;
  else for (const piece of gathered(content)) yield Buffer.from(piece, 'utf8');
}

function writeBeside(path: string, pieces: Iterable<Uint8Array>): void {
  rmSync(path, { force: true });
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, MODE);
  let at = 0;
  try {
    for (const bytes of pieces) {
      const from = at;
      while (at < from + bytes.length) at += writeSync(file, bytes, at - from, from + bytes.length - at, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** So that the new name outlives a power cut too; Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function couldNot(full: string, error: unknown): Error {
  if (isProblem(error)) return error;
  const path = onOneLine(full);
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return usage(`The folder of ${path} is not there, so nothing was written.`, 'Make it first, or name another.');
    case 'ENOTDIR':
    case 'ELOOP':
    case 'EEXIST':
    case 'ENAMETOOLONG':
      return usage(`There can be no file ${path}, so nothing was written.`, 'Name another.');
    case 'ENOSPC':
    case 'EDQUOT':
      return atFault(`There is no space left for ${path}. Nothing was written.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return atFault(`${path} may not be written here.`, 'Name another place with --output.');
    case 'EIO':
      return atFault(`The disk failed while ${path} was written. Nothing was written.`);
    default:
      return error as Error;
  }
}
