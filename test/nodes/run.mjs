// The packed program, installed with npm in an empty folder, under this Node and under the newest of each other line that
// it must run on: the end-to-end tests, for each of them.   npm run test:nodes
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringNodes, nodesIn } from '../../scripts/nodes.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const BINARY = join('node_modules', 'better-sqlite3-12', 'build');

const folder = mkdtempSync(join(tmpdir(), 'induct-nodes-'));
try {
  npm(ROOT, process.execPath, 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const failed = bringNodes(nodesIn(ROOT)).filter(({ version, program }) => {
    process.stdout.write(`\n== Node ${version}\n`);
    return !passes(program, install(join(folder, version), program, join(folder, tarball)));
  });
  if (failed.length > 0) {
    process.stdout.write(`Failed under Node ${failed.map(({ version }) => version).join(', ')}.\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** npm, run by the Node that it installs for. */
function npm(cwd, program, ...args) {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_nodedir)/.test(name));
  const env = { ...Object.fromEntries(kept), PATH: `${dirname(program)}${delimiter}${process.env.PATH}` };
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync('npm', args, { cwd, env, stdio, shell: process.platform === 'win32' });
}

/** @returns the bin of the program, installed into an empty folder */
function install(into, program, tarball) {
  mkdirSync(into);
  writeFileSync(join(into, 'package.json'), '{ "private": true }\n');
  npm(into, program, 'install', tarball, '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline');
  // Node 20 needs SQLite compiled, which took a minute already when the checkout was installed; the others need nothing.
  const [from, to] = [join(ROOT, BINARY), join(into, BINARY)];
  if (program === process.execPath && existsSync(from) && !existsSync(to)) symlinkSync(from, to, 'junction');
  return join(into, 'node_modules', 'induct', 'bin', 'induct.js');
}

function passes(program, bin) {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', join(ROOT, 'test', 'nodes', 'vitest.config.ts'), '--reporter=dot'];
  const env = { ...process.env, INDUCT_TEST_NODE: program, INDUCT_TEST_BIN: bin };
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status === 0;
}
