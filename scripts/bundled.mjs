// @ts-check
// Which packages the bundle carries, and the licences they ask to be carried with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, version: string, license: string, place: string, integrity: string }} Carried */

/**
 * The places of the packages that files come from, as package-lock.json writes them, sorted.
 * @param {Iterable<string>} files paths of bundled files
 * @returns {string[]} such as `node_modules/chalk`
 */
export function placesOf(files) {
  const place = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;
  const found = [...files].map((file) => place.exec(file.replaceAll('\\', '/'))?.[1]);
  return [...new Set(found.filter((one) => one !== undefined))].sort();
}

/**
 * What package-lock.json says of packages.
 * @param {readonly string[]} places
 * @param {{ packages: Record<string, { name?: string, version?: string, license?: string, integrity?: string }> }} lock
 * @returns {Carried[]} in the order of the places
 * @throws Error for a package that the lock file does not know, or whose licence it does not name
 */
export function carriedAt(places, lock) {
  return places.map((place) => {
    const { name, version, license, integrity } = lock.packages[place] ?? {};
    if (!version || !license || !integrity) throw new Error(`package-lock.json does not say all of ${place}`);
    return { name: name ?? place.replace(/^.*node_modules\//, ''), version, license, place, integrity };
  });
}

/**
 * The licence of each package, whole, as one text.
 * @param {string} root the folder that holds node_modules
 * @param {readonly Carried[]} carried
 */
export function licencesOf(root, carried) {
  const parts = carried.map((one) => {
    const folder = join(root, one.place);
    const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
    if (file === undefined) throw new Error(`${one.name} ${one.version} carries no licence`);
    const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
    return `## ${one.name} ${one.version} (${one.license})\n\n${text}\n`;
  });
  return ['# Licences of what induct carries\n', ...parts].join('\n');
}
