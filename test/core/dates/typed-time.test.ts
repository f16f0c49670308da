import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeTime, readTime, sayTime, splitDateAndTime } from '../../../src/core/dates/index.ts';

const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((at) => [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':'));

describe('readTime', () => {
  test.each([
    ['4pm', '16:00'],
    ['4 PM', '16:00'],
    ['4:30pm', '16:30'],
    ['4.30 pm', '16:30'],
    ['4 p.m.', '16:00'],
    ['16:00', '16:00'],
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9:30am', '09:30'],
    ['0:05', '00:05'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:30am', '00:30'],
    ['12:30pm', '12:30'],
    ['midday', '12:00'],
    ['Noon', '12:00'],
    ['12 noon', '12:00'],
    [' 4\u00a0pm ', '16:00'],
  ])('%j is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
    expect(looksLikeTime(text)).toBe(true);
  });

  test.each(['25:00', '24:00', '9:60', '13pm', '0am', '4:75pm'])('%j looks like a time and is none', (text) => {
    expect(readTime(text)).toBeNull();
    expect(looksLikeTime(text)).toBe(true);
  });

  test.each(['', '4', '16', '1600', '4:3', '4:3pm', '4:30:30pm', '16:00:00', '4.6', 'pm', 'noonish', '-4pm', 'June'])(
    '%j is not even like one',
    (text) => {
      expect(readTime(text)).toBeNull();
      expect(looksLikeTime(text)).toBe(false);
    },
  );

  test('reads back every minute as it is said, and as it is stored', () => {
    fc.assert(
      fc.property(clock, (time) => {
        expect(readTime(sayTime(time))).toBe(time);
        expect(readTime(time)).toBe(time);
      }),
    );
  });
});

describe('splitDateAndTime', () => {
  test.each([
    ['3 June 4pm', '3 June', '16:00'],
    ['3 June 4 pm', '3 June', '16:00'],
    ['3 June at 4:30 pm', '3 June', '16:30'],
    ['3 June, 4.30PM', '3 June', '16:30'],
    ['3 June, at  midday', '3 June', '12:00'],
    ['3 June 12 noon', '3 June', '12:00'],
    ['3 June @ 9:30', '3 June', '09:30'],
    ['4 6 2026 16:00', '4 6 2026', '16:00'],
    ['Thu 4 June 2026 9am', 'Thu 4 June 2026', '09:00'],
    ['next monday 10am', 'next monday', '10:00'],
    ['in 3 days 10am', 'in 3 days', '10:00'],
    ['2026-06-04 16:00', '2026-06-04', '16:00'],
    ['4pm', '', '16:00'],
    ['at 4pm', '', '16:00'],
  ])('%j is %j and %s', (text, date, time) => {
    expect(splitDateAndTime(text)).toEqual({ date, time });
  });

  test.each([
    '4/6/2026',
    '4 6 2026',
    '4.6.26',
    'in 3 days',
    '3 June',
    'Sept',
    'today',
    '3 June 4',
    '3 June 25:00',
    '4 June 26 pm',
    'afternoon',
    '',
  ])('%j has no time', (text) => {
    expect(splitDateAndTime(text)).toEqual({ date: text, time: null });
  });

  test('never throws, and takes off only real times', () => {
    const nearly = fc.array(fc.constantFrom('3', ' ', 'June', 'at', '4', ':30', 'pm', 'noon', ',', '@', '16:00'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          nearly.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(splitDateAndTime(text).time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        },
      ),
    );
  });

  test('a very long text costs no time', () => {
    for (const part of ['4', ' ', '4 ', '4:30', 'at ', '12 ', ', ', 'noon ']) {
      const start = performance.now();
      splitDateAndTime(`${part.repeat(100_000)}x`);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
