import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The program's own folder. */
export const PROGRAM = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Makes a home with a record of `count` events, through the program's own store.
 * @param {number} count
 * @param {string} home its folder; it must hold no record yet
 * @returns {Promise<string | null>} what went wrong, in words
 */
export async function makeHome(count, home) {
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
    const args = [maker, String(count), home, join(PROGRAM, 'data')];
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    return status === 0 ? null : stderr.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
