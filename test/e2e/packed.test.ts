import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOfRun } from '../helpers/folders.ts';
import { PROGRAM, temporaryFolder } from '../helpers/run.ts';
import { ensureBuilt } from './built.ts';
import { runChild } from './child.ts';

const PATIENCE_MS = 300_000;

/** npm, with the settings of whoever runs the tests but not those of the npm that may have started them. */
async function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)),
  );
  const options = { cwd, env, shell: process.platform === 'win32', maxBuffer: 1 << 26 };
  return (await promisify(execFile)('npm', args, options)).stdout;
}

/** From npm's cache alone where that has all it takes; else over the network. */
async function install(folder: string, tarball: string): Promise<void> {
  const args = ['install', tarball, '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await npm(folder, ...args, '--offline');
  } catch {
    await npm(folder, ...args, '--prefer-offline');
  }
}

/**
 * --ignore-scripts leaves better-sqlite3-12, which Node 20 needs, without its binary, and compiling it again would take
 * a minute: the one that the checkout has is linked into its place. From Node 22.14 on nothing is missing.
 */
function linkBinary(folder: string): void {
  const built = join('node_modules', 'better-sqlite3-12', 'build');
  const [from, to] = [join(PROGRAM, built), join(folder, built)];
  if (!existsSync(from) || existsSync(to) || !existsSync(dirname(to))) return;
  symlinkSync(from, to, 'junction');
}

let files: readonly string[] = [];
let bin = '';

beforeAll(async () => {
  await ensureBuilt();
  const packed = folderOfRun();
  // The program is built already, and building it anew would take it away from tests that run beside this one.
  const json = await npm(PROGRAM, 'pack', '--json', '--ignore-scripts', '--pack-destination', packed);
  const told = JSON.parse(json) as { filename: string; files: { path: string }[] }[];
  files = (told[0]?.files ?? []).map(({ path }) => path);
  const folder = join(packed, 'elsewhere');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await install(folder, join(packed, readdirSync(packed).find((name) => name.endsWith('.tgz')) ?? ''));
  linkBinary(folder);
  bin = join(folder, 'node_modules', '.bin', 'induct');
}, PATIENCE_MS);

describe('the packed program', () => {
  test('holds what it needs and nothing else', () => {
    const expected = readFileSync(join(PROGRAM, 'test/fixtures/packed.txt'), 'utf8').trim().split('\n');
    const index = readFileSync(join(PROGRAM, 'src/features/index.ts'), 'utf8');
    const commands = [...index.matchAll(/import\('\.\/([\w-]+)\/([\w-]+)\.ts'\)/g)];
    const parts = commands.map(([, room, file]) => `dist/${room}-${file}.cjs`);
    const everyday = ['short-command', 'status-command', 'next-command', 'meetings-list'];
    const all = [...expected, ...parts.filter((path) => !everyday.some((name) => path === `dist/${name}.cjs`))];
    expect([...files].sort()).toEqual([...new Set(all)].sort());
  });

  test('runs from elsewhere', async () => {
    const home = join(temporaryFolder(), 'home');
    const cwd = temporaryFolder();
    const on = async (...argv: readonly string[]) => {
      const result = await runChild(argv, { bin, home, cwd });
      expect(result.exit, `induct ${argv.join(' ')}: ${result.stderr}`).toBe(0);
      return result;
    };
    const first = await on('start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes');
    expect(first.stdout).toContain('Saved. Leeds City Council');
    expect((await on('done', '3.2')).stderr).toContain('Done, Wed 20 May: 3.2');
    expect((await on('status')).stdout).toMatch(/^Leeds, Wednesday 20 May 2026: .* 1 done$/m);
    expect((await on('undo')).stderr).toContain('3.2');
    expect((await on('status')).stdout).not.toContain('1 done');
    expect((await on('tips')).stdout.split('\n').length).toBeGreaterThan(7);
    expect((await on('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await on('--help')).stdout).toContain('induct start');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('every part of the bundle that another loads is there', () => {
    const parts = files.filter((path) => /^dist\/.*\.cjs$/.test(path));
    const loads = parts.flatMap((path) => [
      ...readFileSync(join(PROGRAM, path), 'utf8').matchAll(/require\(["'`]\.\/([\w-]+\.cjs)["'`]\)/g),
    ]);
    const loaded = new Set(['dist/main.cjs', ...loads.map(([, name]) => `dist/${name}`)]);
    expect(loaded.size).toBeGreaterThan(40);
    expect([...parts].sort()).toEqual([...loaded].sort());
  });
});
