import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { environment } from './measure.mjs';

/** The program's own folder. */
export const PROGRAM = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Makes a home with a record of `count` events, through the program's own store.
 * @param {number} count
 * @param {string} home its folder; it must hold no record yet
 * @param {number} [holders] how many holders there are
 * @returns {Promise<string | null>} what went wrong, in words
 */
export async function makeHome(count, home, holders = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'induct-bench-'));
  try {
    const maker = join(folder, 'make-home.cjs');
    await build({
      entryPoints: [join(PROGRAM, 'bench', 'make-home.ts')],
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      supported: { 'dynamic-import': false },
      external: ['better-sqlite3', 'better-sqlite3-12'],
      outfile: maker,
      logLevel: 'warning',
    });
    const env = { ...process.env, NODE_PATH: join(PROGRAM, 'node_modules') };
    const args = [maker, String(count), home, join(PROGRAM, 'data'), String(holders)];
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    return status === 0 ? null : stderr.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program to its end. @throws Error when it did not end well */
export function induct(program, home, ...words) {
  const { status, stderr } = spawnSync(program, [join(PROGRAM, 'bin', 'induct.js'), ...words], {
    env: environment({ INDUCT_HOME: home, INDUCT_TODAY: '2026-06-01' }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`induct ${words.join(' ')}: ${stderr}`);
}

/** A home with so many events, whose caches are warm as they are from the second day on. @returns {Promise<string>} */
export async function homeOf(program, count, home, holders = 1) {
  const wrong = await makeHome(count, home, holders);
  if (wrong !== null) throw new Error(wrong);
  induct(program, home, 'status');
  return home;
}

/** A home as it is after `start`, whose caches are warm. @returns {string} */
export function startedHome(program, home) {
  induct(program, home, 'start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes');
  for (const word of ['status', 'meetings']) induct(program, home, word);
  return home;
}
