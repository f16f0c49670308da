import fc from 'fast-check';
import { expect, test } from 'vitest';
import { millisecondsBetween } from '../../../src/core/dates/index.ts';

test('between two instants lie as many milliseconds as their clock counts', () => {
  const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (from, to) => {
      expect(millisecondsBetween(from.toISOString(), to.toISOString())).toBe(to.getTime() - from.getTime());
    }),
  );
});
