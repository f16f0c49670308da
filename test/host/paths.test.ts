import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isProblem } from '../../src/core/problem.ts';
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
