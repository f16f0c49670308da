import { createReadStream, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { atFault, usage } from '../../core/problem.ts';
import { onOneLine } from '../../core/shown.ts';

/** Larger than any list of people or calendar, and small enough to hold. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Larger than any file of published figures by far. */
const MOST_STREAMED = 100 * 1024 * 1024;

/**
 * A whole file that the user named, as bytes.
 * @throws Problem (2) where it is not there, is no file or is too large, (4) where it can't be read
 */
export function readWhole(path: string): Uint8Array {
  const full = resolve(path);
  try {
    refuseOther(full, MOST_BYTES);
    return readFileSync(full);
  } catch (error) {
    throw couldNot(full, error);
  }
}

const PIECE = 256 * 1024;

/** The same piece by piece. */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const full = resolve(path);
  try {
    refuseOther(full, MOST_STREAMED);
    for await (const chunk of createReadStream(full, { highWaterMark: PIECE })) yield chunk as Uint8Array;
  } catch (error) {
    throw couldNot(full, error);
  }
}

function refuseOther(full: string, most: number): void {
  const found = statSync(full);
  if (!found.isFile()) throw usage(`${onOneLine(full)} is not a file.`);
  if (found.size <= most) return;
  throw usage(`${onOneLine(full)} is larger than ${most / 1024 / 1024} MB, which is more than can be read here.`);
}

function couldNot(full: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const named = onOneLine(full);
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code)) return usage(`There is no file ${named}.`);
  if (['EACCES', 'EPERM'].includes(code)) return atFault(`${named} may not be read.`);
  return code === 'EIO' ? atFault(`The disk failed while ${named} was read.`) : error;
}
