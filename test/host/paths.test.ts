import { join, resolve, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProblem } from '../../src/core/problem.ts';
import { mustStream } from '../../src/host/node.ts';
import { foldersOf } from '../../src/host/paths.ts';

const platform = () => ({ home: '/platform/data', cache: '/platform/cache' });

test.each([
  ['nothing', {}],
  ['an empty text', { INDUCT_HOME: '' }],
])('with %s, the platform’s folders', (_, env) => {
  expect(foldersOf(env, platform)).toEqual(platform());
});

test('INDUCT_HOME holds everything, and the platform is not asked', () => {
  const folders = foldersOf({ INDUCT_HOME: '/a/b/../c/' }, () => {
    throw new Error('asked');
  });
  expect(folders).toEqual({ home: resolve('/a/c'), cache: join(resolve('/a/c'), 'cache') });
});

test.each([
  ['induct', /not a full path/],
  ['./induct', /not a full path/],
  ['~/induct', /not a full path/],
  ['/', /whole disk/],
  ['/a/..', /whole disk/],
])('INDUCT_HOME=%s is refused with 2', (home, words) => {
  try {
    foldersOf({ INDUCT_HOME: home }, platform);
    throw new Error('taken');
  } catch (error) {
    expect(isProblem(error) && error.exitCode).toBe(2);
    expect((error as Error).message).toMatch(words);
  }
});

describe('on Windows', () => {
  const onWindows = (home: string) => foldersOf({ INDUCT_HOME: home }, platform, win32);

  test.each([
    ['C:\\Users\\ak\\induct', 'C:\\Users\\ak\\induct'],
    ['C:/Users/ak/induct/', 'C:\\Users\\ak\\induct'],
    ['\\\\server\\share\\ak', '\\\\server\\share\\ak'],
    ['H:\\Ann & Bob (50%)\\x', 'H:\\Ann & Bob (50%)\\x'],
  ])('%s is taken', (given, home) => {
    expect(onWindows(given)).toEqual({ home, cache: `${home}\\cache` });
  });

  test.each(['induct', 'C:induct', '.\\induct', '%LOCALAPPDATA%\\induct'])('%s is no full path', (given) => {
    expect(() => onWindows(given)).toThrow(/not a full path/);
  });

  test.each(['C:\\', 'C:/', '\\\\server\\share', '\\\\server\\share\\'])('%s is a whole disk', (given) => {
    expect(() => onWindows(given)).toThrow(/whole disk/);
  });
});

test.each([
  ['win32', true, true],
  ['win32', false, false],
  ['linux', true, false],
  ['darwin', true, false],
])('on %s, with a terminal %s, words go through the stream: %s', (system, isTerminal, must) => {
  expect(mustStream(system, () => isTerminal)).toBe(must);
});
