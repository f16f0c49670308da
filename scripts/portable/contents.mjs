// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carriedAt } from '../bundled.mjs';
import { sbom } from './sbom.mjs';
import { checksums } from './zip.mjs';

/** @typedef {import('./zip.mjs').Entry} Entry */

const FILES = fileURLToPath(new URL('files', import.meta.url));

/**
 * All that goes into the zip of one target, below its folder: what is started and read at the top; the program in `app`;
 * Node in `node`.
 * @param {string} root of the project, built
 * @param {string} target such as `win-x64`
 * @param {import('./targets.mjs').Target} of
 * @param {(source: import('./targets.mjs').Source) => Promise<Map<string, Uint8Array>>} fetch
 * @returns {Promise<Entry[]>}
 */
export async function contentsOf(root, target, of, fetch) {
  const { version } = json(root, 'package.json');
  const carried = carriedAt(json(root, 'dist/bundled.json'), json(root, 'package-lock.json'));
  const entries = [
    ...starters(of.windows, version),
    ...program(root, version),
    ...binary(root, of.binary),
    ...(await node(of, fetch)),
    { path: 'licences/induct.txt', bytes: readFileSync(join(root, 'LICENSE')) },
    { path: 'licences/packages.md', bytes: readFileSync(join(root, 'dist/licences.md')) },
    entry('sbom.cdx.json', sbom({ version, target, node: of.node, carried })),
  ];
  return [...entries, entry('SHA256SUMS', checksums(entries))];
}

/**
 * What a person opens, and what they read first. Windows gets the line ends it wants: cmd.exe may lose a label in a file
 * with bare line feeds.
 * @param {boolean} windows
 * @param {string} version
 * @returns {Entry[]}
 */
function starters(windows, version) {
  const read = (/** @type {string} */ name) =>
    readFileSync(join(FILES, name), 'utf8').replaceAll('\r\n', '\n').replaceAll('@VERSION@', version);
  const crlf = (/** @type {string} */ text) => text.replaceAll('\n', '\r\n');
  if (windows) return [entry('induct.cmd', crlf(read('induct.cmd'))), entry('README.txt', crlf(read('windows.txt')))];
  return [
    { ...entry('induct', read('induct.sh')), executable: true },
    { ...entry('Induct.command', read('Induct.command')), executable: true },
    entry('README.txt', read('unix.txt')),
  ];
}

/**
 * @param {string} root
 * @param {string} version
 * @returns {Entry[]}
 */
function program(root, version) {
  const about = { name: 'induct', version, license: 'MIT', private: true, type: 'module' };
  const parts = ['bin', 'data', 'dist'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) =>
        join(one.parentPath ?? one.path, one.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !path.startsWith('dist/portable/'))
      .map((path) => ({ path: `app/${path}`, bytes: readFileSync(join(root, path)) })),
  );
  return [
    ...parts,
    { path: 'app/bin/window.js', bytes: readFileSync(join(FILES, 'window.cjs')) },
    entry('app/package.json', `${JSON.stringify(about, null, 2)}\n`),
  ];
}

/**
 * The one binary of SQLite that this target needs, where the bundle looks for it.
 * @param {string} root
 * @param {string} name such as `win32-x64`
 * @returns {Entry[]}
 */
function binary(root, name) {
  const path = `node_modules/better-sqlite3/prebuilds/${name}.node`;
  return [{ path: `app/${path}`, bytes: readFileSync(join(root, path)) }];
}

/**
 * @param {import('./targets.mjs').Target} target
 * @param {(source: import('./targets.mjs').Source) => Promise<Map<string, Uint8Array>>} fetch
 * @returns {Promise<Entry[]>}
 */
async function node({ node, licence, windows }, fetch) {
  const name = windows ? 'node.exe' : 'node';
  const files = await fetch(node);
  const terms = licence === node ? files : await fetch(licence);
  return [
    { path: `node/${name}`, bytes: fileOf(files, `bin/${name}`), executable: true },
    { path: 'licences/node.txt', bytes: fileOf(terms, 'LICENSE') },
  ];
}

/**
 * @param {Map<string, Uint8Array>} files
 * @param {string} path
 */
function fileOf(files, path) {
  const found = files.get(path);
  if (found === undefined) throw new Error(`The package of Node holds no ${path}.`);
  return found;
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {Entry}
 */
function entry(path, text) {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

/**
 * @param {string} root
 * @param {string} path
 */
function json(root, path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
