import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, readDate, weekdayOf } from '../../../src/core/dates/index.ts';
import { exampleDay } from '../../../src/core/meetings/example-day.ts';

test('an example is a day from Monday to Friday, two weeks ahead or a little more', () => {
  expect(exampleDay('2026-06-01')).toBe('18 June');
  expect(exampleDay('2026-11-26')).toBe('11 December');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
      const today = addDays('2024-02-29', days);
      const read = readDate(exampleDay(today), { today, direction: 'ahead' });
      const day = read.ok ? read.date : today;
      expect(weekdayOf(day)).toBeLessThanOrEqual(5);
      expect(daysBetween(today, day)).toBeGreaterThanOrEqual(15);
      expect(daysBetween(today, day)).toBeLessThanOrEqual(17);
    }),
  );
});
