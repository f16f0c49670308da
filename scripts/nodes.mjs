import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those that induct must run on, beside the one at hand. */
const LINES = [22, 24, 26];

/** @typedef {{ version: string, program: string }} NodeAtHand */

/**
 * The Node that runs this, and the newest of each other line, brought by npm into a folder and kept there.
 * @param {string} folder
 * @returns {NodeAtHand[]}
 * @throws Error where npm could not bring them
 */
export function bringNodes(folder) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const own = { version: process.version, program: process.execPath };
  const others = LINES.filter((line) => !process.version.startsWith(`v${line}.`));
  const programOf = (line) =>
    join(folder, 'node_modules', `node${line}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const missing = others.filter((line) => !existsSync(programOf(line)));
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const packages = missing.map((line) => `node${line}@npm:node-${platform}-${process.arch}@${line}`);
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: platform === 'win' });
  }
  return [own, ...others.map((line) => ({ version: versionOf(programOf(line)), program: programOf(line) }))];
}

function versionOf(program) {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

/** Where the Nodes are kept from one run to the next. @param {string} root the program's folder */
export const nodesIn = (root) => join(root, 'node_modules', '.cache', 'nodes');
