// @ts-check
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readTar } from './tar.mjs';

/**
 * The files of a package, fetched by `npm pack`: from npm's cache where it is there, with the proxy and the registry
 * that npm is set up for.
 * @param {import('./targets.mjs').Source} source
 * @returns {Promise<Map<string, Uint8Array>>} by path
 * @throws Error where npm can't fetch it, or it is not the very file whose SHA-512 is written down
 */
export async function fetchPackage({ name, version, integrity }) {
  const folder = mkdtempSync(join(tmpdir(), 'induct-portable-'));
  try {
    const args = ['pack', `${name}@${version}`, '--ignore-scripts', '--prefer-offline', '--pack-destination', folder];
    // npm is a .cmd on Windows, which only a shell can start; none of the words here needs quoting but the folder.
    const shell = process.platform === 'win32';
    const words = shell ? args.map((word) => `"${word}"`) : args;
    await promisify(execFile)('npm', words, { cwd: folder, shell, maxBuffer: 1 << 26 });
    const bytes = readFileSync(join(folder, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`));
    checkIntegrity(bytes, integrity, `${name}@${version}`);
    return readTar(gunzipSync(bytes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} integrity as npm writes it: `sha512-…`
 * @param {string} what for the error
 * @throws Error where they do not agree
 */
export function checkIntegrity(bytes, integrity, what) {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) throw new Error(`${what} is not the file it should be: ${found} instead of ${integrity}`);
}
