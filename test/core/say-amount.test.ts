import { expect, test } from 'vitest';
import { grouped, sayAmount } from '../../src/core/say-amount.ts';

test.each([
  [0, '0', '0 entries'],
  [1, '1', '1 entry'],
  [999, '999', '999 entries'],
  [1000, '1,000', '1,000 entries'],
  [100_000, '100,000', '100,000 entries'],
  [1_234_567, '1,234,567', '1,234,567 entries'],
])('%s is read as %s, and counted as %s', (count, number, said) => {
  expect([grouped(count), sayAmount(count, 'entry', 'entries')]).toEqual([number, said]);
});
