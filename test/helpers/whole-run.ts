import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packLoader } from '../../src/packs/load.ts';
import { FOLDER } from './run-folder.ts';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 ** 30;

/**
 * Before the first test: a folder for all that they write, in memory where Linux has such a place, since no test here
 * pulls a plug (those that do, `npm run test:faults`, write to the disk); and the shipped list, compiled once for all.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const before = new Set(readdirSync(project.config.root));
  const folder = mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'induct-tests-'));
  process.env[FOLDER] = folder;
  const list = join(folder, 'list');
  await packLoader(join(project.config.root, 'data'), list).load('steps');
  project.onTestsRerun(() => rmSync(list, { recursive: true, force: true }));
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    const left = readdirSync(project.config.root).filter((name) => !before.has(name));
    if (left.length === 0) return;
    process.exitCode = 1;
    throw new Error(`the tests left in ${project.config.root}: ${JSON.stringify(left)}`);
  };
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
