import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { folderOfRun } from '../helpers/folders.ts';
import { PROGRAM, startHome } from '../helpers/run.ts';
import { FOLDER } from '../helpers/run-folder.ts';

/** The program as it is started: what npm links as `induct`. `npm run test:nodes` names one that was installed elsewhere. */
export const BIN = process.env.INDUCT_TEST_BIN ?? join(PROGRAM, 'bin', 'induct.js');

/** The Node that runs it; `npm run test:nodes` names another than ours. */
export const NODE = process.env.INDUCT_TEST_NODE ?? process.execPath;

const SOURCES = ['src', 'data', 'build.mjs', 'scripts/build', 'package.json', 'package-lock.json'];
/** build.mjs writes this file last. */
const LAST_BUILT = join(PROGRAM, 'dist', 'main.cjs');
const LOCK = join(tmpdir(), `induct-build-${createHash('sha256').update(PROGRAM).digest('hex').slice(0, 12)}`);
/** A lock older than this was left by a run that was killed. */
const STALE_MS = 60_000;

/** Builds dist where it is missing or older than the source; several files of tests may ask at once, and one builds. */
export async function ensureBuilt(): Promise<void> {
  if (process.env.INDUCT_TEST_BIN === undefined)
    await vi.waitUntil(() => isBuilt() || build(), { timeout: 2 * STALE_MS, interval: 100 });
  await warmUp();
}

const WARM = join(process.env[FOLDER] ?? folderOfRun(), 'warm');

/** The caches of one run, for all homes: compiling the list takes the program longer than most tests do. */
async function warmUp(): Promise<void> {
  if (existsSync(WARM)) return;
  const home = await startHome();
  const env = { PATH: process.env.PATH, INDUCT_HOME: home, INDUCT_TODAY: '2026-05-20' };
  execFileSync(NODE, [BIN, 'next'], { env });
  try {
    renameSync(join(home, 'cache'), WARM);
  } catch {
    // Another file of tests was quicker.
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Gives a home the caches that its first run would make, if it is there and has none. */
export function warm(home: string | undefined): void {
  if (home === undefined || !existsSync(WARM) || !isFolder(home) || existsSync(join(home, 'cache'))) return;
  cpSync(WARM, join(home, 'cache'), { recursive: true });
}

/** @returns whether it was our turn */
function build(): boolean {
  if (!takeLock()) return false;
  try {
    if (!isBuilt()) execFileSync(process.execPath, [join(PROGRAM, 'build.mjs')], { cwd: PROGRAM });
    return true;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function isBuilt(): boolean {
  const built = statSync(LAST_BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((source) => newest(join(PROGRAM, source)) <= built);
}

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}
