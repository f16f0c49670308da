import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, randomId } from '../../src/store/crypto.ts';
import { asUuid, hashOfFew, randomIds } from '../../src/store/quick-crypto.ts';
import { openDatabase } from '../../src/store/sqlite.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('few events are hashed as many are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (values) => {
      expect(Buffer.from(hashOfFew(values))).toEqual(hashOf(values));
    }),
  );
});

test('ids are random UUIDs, wherever they come from', async () => {
  const database = await openDatabase(':memory:');
  const ids = randomIds(database, 1_000);
  database.close();
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [...ids, randomId()]) expect(id).toMatch(UUID);
  // Every bit but the six that say the kind comes out as either.
  const digits = (id: string) => [...id.replaceAll('-', '')].map((digit) => Number.parseInt(digit, 16));
  const ones = ids.reduce((all, id) => all.map((bits, at) => bits | (digits(id)[at] ?? 0)), Array(32).fill(0));
  const zeros = ids.reduce((all, id) => all.map((bits, at) => bits & (digits(id)[at] ?? 0)), Array(32).fill(15));
  expect(ones.map((bits, at) => bits ^ zeros[at])).toEqual(
    Array.from({ length: 32 }, (_, at) => ({ 12: 0, 16: 3 })[at] ?? 15),
  );
});

test('a UUID keeps the digits it is made of', () => {
  expect(asUuid('0123456789abcdef0123456789abcdef')).toBe('01234567-89ab-4def-8123-456789abcdef');
  expect(asUuid('f'.repeat(32))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
});
