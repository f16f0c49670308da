import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProblem } from '../../src/core/problem.ts';
import { readWhole } from '../../src/host/files/read-file.ts';
import { ownFolder, writeWhole } from '../../src/host/files/write-file.ts';
import { temporaryFolder } from '../helpers/folders.ts';

const POSIX = process.platform !== 'win32';

/** The exit code and the words of what a piece of work throws. */
function problemOf(work: () => unknown): readonly [number, string] {
  try {
    work();
  } catch (error) {
    if (isProblem(error)) return [error.exitCode, error.message];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('writing a file', () => {
  test('in pieces that are made meanwhile; where that fails, what was there stays', () => {
    const folder = temporaryFolder();
    const pieces = function* (fails: boolean) {
      for (let index = 0; index < 3000; index += 1) yield `${index} wörds, and some more of them\n`;
      if (fails) throw new Error('no more');
    };
    const path = writeWhole(join(folder, 'a.md'), pieces(false), { force: false });
    const text = [...pieces(false)].join('');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(() => writeWhole(path, pieces(true), { force: true })).toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(problemOf(() => writeWhole(path, pieces(true), { force: false }))[0]).toBe(2);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('for its owner alone, whole, and nothing beside it', () => {
    const folder = temporaryFolder();
    const path = writeWhole(join(folder, 'a.md'), 'wörds\n', { force: false });
    expect(readFileSync(path, 'utf8')).toBe('wörds\n');
    if (POSIX) expect(lstatSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('never over one that is there, unless it is told to', () => {
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, 'before');
    expect(problemOf(() => writeWhole(path, 'after', { force: false }))).toEqual([
      2,
      `${path} is there already, so nothing was written.`,
    ]);
    expect(readFileSync(path, 'utf8')).toBe('before');
    writeWhole(path, 'after', { force: true });
    expect(readFileSync(path, 'utf8')).toBe('after');
  });

  test.skipIf(!POSIX)('a symbolic link is replaced and never followed', () => {
    const folder = temporaryFolder();
    const sensitive = join(folder, 'sensitive');
    const path = join(folder, 'a.md');
    writeFileSync(sensitive, 'keys');
    symlinkSync(sensitive, path);
    expect(problemOf(() => writeWhole(path, 'after', { force: false }))[0]).toBe(2);
    expect(readlinkSync(path)).toBe(sensitive);
    writeWhole(path, 'after', { force: true });
    expect([readFileSync(sensitive, 'utf8'), lstatSync(path).isFile()]).toEqual(['keys', true]);
  });

  test('into a folder that is not there, or in the place of one', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.md'));
    expect(problemOf(() => writeWhole(join(folder, 'a.md'), 'x', { force: true }))).toEqual([
      2,
      `${join(folder, 'a.md')} is a folder.`,
    ]);
    expect(problemOf(() => writeWhole(join(folder, 'no', 'b.md'), 'x', { force: false }))).toEqual([
      2,
      `The folder of ${join(folder, 'no', 'b.md')} is not there, so nothing was written.`,
    ]);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test.skipIf(!POSIX)('to a place where there can be none', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'a file');
    for (const path of [join(file, 'a.md'), join(temporaryFolder(), 'x'.repeat(300))]) {
      expect(problemOf(() => writeWhole(path, 'x', { force: false }))).toEqual([
        2,
        `There can be no file ${path}, so nothing was written.`,
      ]);
      expect(problemOf(() => readWhole(path))).toEqual([2, `There is no file ${path}.`]);
    }
    expect(problemOf(() => ownFolder(join(file, 'print')))[0]).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('a file');
  });

  test.skipIf(!POSIX)('a line feed in a name makes no line of its own', () => {
    const path = join(temporaryFolder(), 'a\nb');
    writeFileSync(path, 'before');
    expect(problemOf(() => writeWhole(path, 'after', { force: false }))[1]).toContain('a\\u000ab is there already');
  });
});

describe('reading a file', () => {
  test('what is not there, is a folder, a pipe, or too large', () => {
    const folder = temporaryFolder();
    expect(problemOf(() => readWhole(join(folder, 'no')))).toEqual([2, `There is no file ${join(folder, 'no')}.`]);
    expect(problemOf(() => readWhole(folder))).toEqual([2, `${folder} is not a file.`]);
    const large = join(folder, 'large');
    writeFileSync(large, '');
    truncateSync(large, 33 * 1024 * 1024);
    expect(problemOf(() => readWhole(large))[1]).toMatch(/larger than 32 MB/);
    if (!POSIX) return;
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(problemOf(() => readWhole(join(folder, 'pipe')))[1]).toMatch(/is not a file/);
  });
});
