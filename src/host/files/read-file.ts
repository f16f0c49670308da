import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { atFault, usage } from '../../core/problem.ts';
import { onOneLine } from '../../core/shown.ts';

/** Larger than any list of people or calendar, and small enough to hold. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * A whole file that the user named, as bytes.
 * @throws Problem (2) where it is not there, is no file or is too large, (4) where it can't be read
 */
export function readWhole(path: string): Uint8Array {
  const full = resolve(path);
  const named = onOneLine(full);
  try {
    const found = statSync(full);
    if (!found.isFile()) throw usage(`${named} is not a file.`);
    if (found.size > MOST_BYTES) throw usage(`${named} is larger than 32 MB, which is more than can be read here.`);
    return readFileSync(full);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG')
      throw usage(`There is no file ${named}.`);
    if (code === 'EACCES' || code === 'EPERM') throw atFault(`${named} may not be read.`);
    if (code === 'EIO') throw atFault(`The disk failed while ${named} was read.`);
    throw error;
  }
}
