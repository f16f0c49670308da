// @ts-check
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** @typedef {{ path: string, bytes: Uint8Array, executable?: boolean }} Entry */

const UNIX = 3;
const FILE = 0o100644;
const PROGRAM = 0o100755;

/**
 * Packs files so that the same files give the same bytes on every machine: in order of their paths, all of one date, and
 * compressed by JavaScript, since zlib's output differs between processors and versions.
 * @param {readonly Entry[]} entries
 * @param {string} folder that all of them lie in
 */
export function zip(entries, folder) {
  // The first day a zip can name. fflate reads it in local time, so it is made in local time.
  const mtime = new Date(1980, 0, 1);
  const files = inOrder(entries).map(({ path, bytes, executable }) => {
    const attrs = ((executable ? PROGRAM : FILE) << 16) >>> 0;
    return [`${folder}/${path}`, /** @type {const} */ ([bytes, { mtime, os: UNIX, attrs }])];
  });
  return zipSync(Object.fromEntries(files), { level: 6 });
}

/**
 * The checksums of files, as `sha256sum --check` reads them.
 * @param {readonly Entry[]} entries
 */
export function checksums(entries) {
  return inOrder(entries)
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join('');
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param {readonly Entry[]} entries */
function inOrder(entries) {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}
