import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { isProblem } from '../../src/core/problem.ts';
import { writeWhole } from '../../src/host/files/write-file.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { runChild } from '../e2e/child.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { count } from './counts.ts';
import { likeHome, QUIET } from './program.ts';
import { contentsOf, damageIn } from './verdict.ts';

/** A disk of so many kilobytes; null where none can be made (it takes Linux, and root). */
function smallDisk(kilobytes: number): string | null {
  const folder = temporaryFolder();
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'induct-test', folder];
  if (process.platform !== 'linux' || spawnSync('mount', options, { stdio: 'ignore' }).status !== 0) return null;
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}

beforeAll(ensureBuilt);

test('a disk that is full: told plainly, and everything acknowledged is there', async ({ skip }) => {
  const home = smallDisk(300);
  if (home === null) return skip('no small disk can be mounted here');
  // The caches lie elsewhere: they are larger than this disk, and go without room anyway.
  symlinkSync(join(likeHome(temporaryFolder()), 'cache'), join(home, 'cache'));
  const on = (...argv: readonly string[]) => runChild(argv, { home, env: QUIET });
  expect((await on('start', '--council', 'Leeds', '--appointed', 'today', '--yes')).exit).toBe(0);
  const kept: string[] = [];
  let refusals = 0;
  for (let n = 0; refusals < 3; n += 1) {
    const text = `Note ${n}: ${'words '.repeat(1200)}`.trim();
    const { exit, stderr } = await on('note', '3.2', text);
    if (exit === 0) kept.push(text);
    else {
      refusals += 1;
      expect(exit).toBe(4);
      expect(stderr).toMatch(/^There is no space left on this disk\. Your change was not saved\.\n/);
    }
    expect(n).toBeLessThan(100);
  }
  const contents = await contentsOf(home);
  const lost = kept.filter((text) => !contents.some((event) => event.includes(text)));
  expect(lost).toEqual([]);
  expect(await damageIn(home)).toEqual([]);
  for (const argv of [[], ['next'], ['status'], ['show', '3.2'], ['history']]) expect((await on(...argv)).exit).toBe(0);
  // A copy a day may have found room; nothing else is left beside the record.
  expect(readdirSync(home).filter((name) => name !== 'cache' && name !== 'backups')).toEqual(['induct.db']);
  count('fault points', refusals);
  count('lost', lost.length);
});

test('the first start on a full disk leaves nothing behind', async ({ skip }) => {
  const disk = smallDisk(40);
  if (disk === null) return skip('no small disk can be mounted here');
  const home = join(disk, 'home');
  const { exit, stderr } = await runChild(['start', '--council', 'Leeds', '--appointed', 'today', '--yes'], {
    home,
    env: QUIET,
  });
  expect(exit).toBe(4);
  expect(stderr).toMatch(/There is no space left on this disk/);
  expect(existsSync(join(home, 'induct.db'))).toBe(false);
  expect(existsSync(home) ? readdirSync(home).filter((name) => name !== 'cache') : []).toEqual([]);
});

test('a file that does not fit leaves the one before as it was', ({ skip }) => {
  const disk = smallDisk(100);
  if (disk === null) return skip('no small disk can be mounted here');
  const path = join(disk, 'report.md');
  writeFileSync(path, 'the one before');
  let told: unknown;
  try {
    writeWhole(path, 'x'.repeat(200_000), { force: true });
  } catch (error) {
    told = error;
  }
  expect(isProblem(told) && [told.exitCode, told.message]).toEqual([
    4,
    `There is no space left for ${path}. Nothing was written.`,
  ]);
  expect(readFileSync(path, 'utf8')).toBe('the one before');
  expect(readdirSync(disk)).toEqual(['report.md']);
});
