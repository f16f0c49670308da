import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, millisecondsBetween } from '../../../src/core/dates/index.ts';

test('an instant reads as ISO 8601 has it, in UTC', () => {
  const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (at) => {
      expect(instantOf(at)).toBe(at.toISOString());
    }),
  );
});

test('between two instants lie as many milliseconds as their clock counts', () => {
  const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (from, to) => {
      expect(millisecondsBetween(from.toISOString(), to.toISOString())).toBe(to.getTime() - from.getTime());
    }),
  );
});
