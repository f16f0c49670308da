import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { folderOfRun } from './folders.ts';

/** Where the packages are found. */
export const NODE_PATH = fileURLToPath(new URL('../../node_modules', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A program of the test's own, made from TypeScript that may import from `./src`, to be run in processes of its own. */
export type Program = {
  /** Runs it to its end. @throws with its standard error when it fails */
  readonly run: (...args: readonly string[]) => Promise<string>;
  /** The same with more in its environment. */
  readonly runIn: (env: Readonly<Record<string, string>>, ...args: readonly string[]) => Promise<string>;
  readonly start: (...args: readonly string[]) => ChildProcess;
};

export function program(source: string): Program {
  const file = programFile(source);
  const options = { env: { ...process.env, NODE_PATH } };
  const runIn = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const more = { env: { ...options.env, ...env } };
    return (await promisify(execFile)(process.execPath, [file, ...args], more)).stdout;
  };
  return {
    runIn,
    run: (...args) => runIn({}, ...args),
    start: (...args) => spawn(process.execPath, [file, ...args], { ...options, stdio: ['pipe', 'pipe', 'inherit'] }),
  };
}

/** The file of such a program. Packages are found with `NODE_PATH`. */
export function programFile(source: string): string {
  const file = join(folderOfRun(), 'program.cjs');
  buildSync({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    external: ['better-sqlite3', 'better-sqlite3-12'],
    outfile: file,
  });
  return file;
}
