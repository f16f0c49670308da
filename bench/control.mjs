import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './homes.mjs';

const BEGINS = "'use strict';\n";

/**
 * A copy of the program that loads something it needs for no view, as an import in the wrong place would: what the bench
 * measures of it must be more than of the program itself, or the bench measures nothing.
 * @param {string} folder an empty one
 * @returns {string} its bin
 */
export function withEagerImport(folder) {
  for (const name of ['bin', 'data', 'dist', 'package.json']) {
    cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const bin = join(folder, 'bin', 'induct.js');
  const text = readFileSync(bin, 'utf8');
  if (!text.includes(BEGINS)) throw new Error(`bin/induct.js does not hold ${BEGINS.trim()}`);
  writeFileSync(bin, text.replace(BEGINS, `${BEGINS}require('node:crypto');\n`));
  return bin;
}
