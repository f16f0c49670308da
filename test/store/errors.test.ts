import { expect, test } from 'vitest';
import { isProblem, usage } from '../../src/core/problem.ts';
import { tellPlainly } from '../../src/store/errors.ts';

test.each([
  ['SQLITE_BUSY', 5, /Another induct/],
  ['SQLITE_BUSY_RECOVERY', 5, /Another induct/],
  ['SQLITE_BUSY_SNAPSHOT', 5, /Another induct/],
  ['SQLITE_LOCKED', 5, /Another induct/],
  ['SQLITE_CORRUPT', 4, /damaged: \/home\/induct.db/],
  ['SQLITE_CORRUPT_INDEX', 4, /damaged/],
  ['SQLITE_NOTADB', 4, /damaged/],
  ['SQLITE_FULL', 4, /no space left/],
  ['ENOSPC', 4, /no space left/],
  ['EDQUOT', 4, /no space left/],
  ['SQLITE_READONLY', 4, /\/home\/induct.db may not be written/],
  ['SQLITE_READONLY_DIRECTORY', 4, /may not be written/],
  ['EACCES', 4, /may not be opened by you/],
  ['EPERM', 4, /may not be opened by you/],
  ['EROFS', 4, /may not be written/],
  ['SQLITE_CANTOPEN', 4, /cannot be opened/],
  ['SQLITE_CANTOPEN_ISDIR', 4, /cannot be opened/],
  ['SQLITE_IOERR_WRITE', 4, /disk failed/],
  ['SQLITE_IOERR_DIR_FSYNC', 4, /may be there or not/],
  ['EIO', 4, /disk failed/],
  ['EEXIST', 4, /no folder/],
  ['ENOENT', 4, /no folder/],
  ['ENOTDIR', 4, /no folder/],
])('%s ends with %i', (code, exitCode, words) => {
  const told = tellPlainly(Object.assign(new Error('raw'), { code }), '/home/induct.db');
  expect(isProblem(told) && [told.exitCode, told.message]).toEqual([exitCode, expect.stringMatching(words)]);
});

test('words that are no JSON are damage', () => {
  const told = tellPlainly(new SyntaxError('Unexpected token'), '/home/induct.db');
  expect(isProblem(told) && [told.exitCode, told.message]).toEqual([4, expect.stringMatching(/damaged/)]);
});

test.each(['no such table: events', 'no such column: value'])('%s is damage', (message) => {
  const told = tellPlainly(Object.assign(new Error(message), { code: 'SQLITE_ERROR' }), '/home/induct.db');
  expect(isProblem(told) && [told.exitCode, told.message]).toEqual([4, expect.stringMatching(/damaged/)]);
});

test.each([
  ['a problem', usage('Say which.')],
  ['an error without a code', new Error('raw')],
  ['a mistake in our SQL', Object.assign(new Error('raw'), { code: 'SQLITE_ERROR' })],
  ['a constraint that should hold', Object.assign(new Error('raw'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })],
])('%s comes back as it is', (_, error) => {
  expect(tellPlainly(error, '/home/induct.db')).toBe(error);
});
