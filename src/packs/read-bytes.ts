import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** What bin/induct.js gives every file of the built program. */
declare const inductParts: { readonly lend: (size: number) => Buffer } | undefined;

/** Memory to read into: in the built program what the program itself was read into, which is there at once. */
const lend = typeof inductParts === 'undefined' ? Buffer.allocUnsafeSlow : inductParts.lend;

/** For a file of the cache: a pipe that lies in its place is not waited for. (Windows has no such pipes.) */
export const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * What a file holds. Not with `readFileSync`: what that goes through for bytes takes a hundredth of a start when Node 20
 * first calls it, and these are called before (bin/induct.js).
 * @throws what Node throws where the file cannot be read
 */
export function readBytes(path: string, flags = constants.O_RDONLY): Buffer {
  const descriptor = openSync(path, flags);
  try {
    const { size } = fstatSync(descriptor);
    // A pipe, a folder, a file of some network drives: how much it holds is seen when it is read.
    if (size === 0) return readFileSync(descriptor);
    const bytes = lend(size);
    let length = 0;
    for (let read = 1; read > 0 && length < size; length += read) {
      read = readSync(descriptor, bytes, length, size - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Some bytes as a text, a character for each. Not with `toString`, for the same reason. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  return (bytes as Buffer & { latin1Slice(from: number, to: number): string }).latin1Slice(from, to);
}
