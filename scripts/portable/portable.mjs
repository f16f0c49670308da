// @ts-check
// npm run portable -- --target win-x64 [--target …] [--output FOLDER]
// Makes dist/portable/induct-VERSION-TARGET.zip: the program with a Node of its own, for machines where nothing may be
// installed. Built anew each time; the same source gives the same bytes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentsOf } from './contents.mjs';
import { fetchPackage } from './fetch-package.mjs';
import { TARGETS } from './targets.mjs';
import { sha256, zip } from './zip.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} argv */
async function main(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { target: { type: 'string', multiple: true }, output: { type: 'string' } },
  });
  const wanted = values.target ?? [];
  const unknown = wanted.filter((name) => !Object.hasOwn(TARGETS, name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Error(
      `${unknown.length > 0 ? `There is no target ${unknown.join(', ')}. ` : ''}Name one with --target: ${Object.keys(TARGETS).join(', ')}`,
    );
  }
  execFileSync(process.execPath, [join(ROOT, 'build.mjs')], { stdio: 'inherit' });
  const output = resolve(values.output ?? join(ROOT, 'dist/portable'));
  mkdirSync(output, { recursive: true });
  for (const name of wanted) await make(name, output);
}

/**
 * One zip, and beside it its SHA-256.
 * @param {string} target
 * @param {string} output
 */
async function make(target, output) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const of = TARGETS[target];
  if (of === undefined) return;
  const file = `induct-${version}-${target}.zip`;
  const bytes = zip(await contentsOf(ROOT, target, of, fetchPackage), 'induct');
  writeFileSync(join(output, file), bytes);
  writeFileSync(join(output, `${file}.sha256`), `${sha256(bytes)}  ${file}\n`);
  process.stdout.write(`${join(output, file)}  ${(bytes.length / 1e6).toFixed(0)} MB\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
  process.exitCode = 2;
}
