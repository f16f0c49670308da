import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, warm } from '../e2e/built.ts';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { PROGRAM } from '../helpers/run.ts';

/** Without the caches' own writes, which are nothing to the record and would hide it among them. */
export const QUIET = { INDUCT_CODE_CACHE: '0' } as const;

/**
 * Another home like this one, with the caches in it. One that is not there yet gets only its caches.
 * @param within the folder to put it in: one on a disk takes longer to write in than one in memory
 */
export function likeHome(home: string, within = temporaryFolder()): string {
  const copy = join(within, 'home');
  mkdirSync(copy, { mode: 0o700 });
  if (existsSync(home)) {
    for (const name of readdirSync(home).filter((one) => one !== 'cache'))
      cpSync(join(home, name), join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  warm(copy);
  return copy;
}

/**
 * The program with a protection taken out: a proof that still holds for it proves nothing.
 * @param changes texts of the bundle, in whichever of its files, each of which must be there, and what stands in their place
 * @returns its bin
 */
export function without(...changes: readonly (readonly [string | RegExp, string])[]): string {
  const folder = folderOfRun();
  for (const name of ['bin', 'data', 'dist', 'package.json']) {
    cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const dist = join(folder, 'dist');
  const files = readdirSync(dist)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => join(dist, name));
  for (const [from, to] of changes) {
    const holding = files.filter((path) => readFileSync(path, 'utf8').split(from).length > 1);
    if (holding.length === 0) throw new Error(`the bundle does not hold ${from}`);
    for (const path of holding) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
  return join(folder, 'bin', 'induct.js');
}

/** Runs some work for each of many, a few at a time. */
export async function forEach<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
}

export { BIN };
