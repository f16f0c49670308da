import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, sparkline, trendOf } from '../../../src/core/figures/series.ts';
import { difference, readValue, sayChange, sayValue } from '../../../src/core/figures/value.ts';

describe('a value is read', () => {
  test.each([
    ['24.2', 'percent', 24.2, '24.2%'],
    ['24.2%', 'percent', 24.2, '24.2%'],
    ['24.2 %', 'percent', 24.2, '24.2%'],
    ['0', 'percent', 0, '0%'],
    ['100', 'percent', 100, '100%'],
    ['1,234', 'number', 1234, '1,234'],
    ['1 234', 'number', 1234, '1,234'],
    ['1\u00a0234\u00a0567', 'number', 1234567, '1,234,567'],
    ['1,234.5', 'rate', 1234.5, '1,234.5'],
    ['067', 'rate', 67, '67'],
    ['.5', 'rate', 0.5, '0.5'],
  ] as const)('%s', (typed, measure, value, said) => {
    expect(readValue(typed, measure)).toBe(value);
    expect(sayValue(value, measure)).toBe(said);
  });

  test.each([
    ['', 'number'],
    ['c', 'number'],
    ['-5', 'number'],
    ['24,2', 'percent'],
    ['1,23', 'number'],
    ['12,34,567', 'number'],
    ['1e9', 'number'],
    ['0x10', 'number'],
    ['=1+1', 'number'],
    ['24.2%', 'rate'],
    ['101', 'percent'],
    ['1.2.3', 'number'],
    ['Infinity', 'number'],
    ['NaN', 'number'],
    ['9999999999', 'number'],
    ['24 %%', 'percent'],
    ['٣', 'number'],
  ] as const)('and refused: %s', (typed, measure) => {
    expect(() => readValue(typed, measure)).toThrow();
  });

  test('what is said is read again as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (tenths) => {
        const value = tenths / 10;
        expect(readValue(sayValue(value, 'number'), 'number')).toBe(value);
      }),
    );
  });
});

test('differences carry no trace of binary fractions', () => {
  expect(difference(24.2, 23.9)).toBe(0.3);
  expect([sayChange(0.3), sayChange(-1200), sayChange(0)]).toEqual(['up 0.3', 'down 1,200', 'no change']);
});

test('a change is told between periods of one length', () => {
  const points = [
    { period: '2026-03', value: 10 },
    { period: '2025-26', value: 99 },
    { period: '2026-04', value: 12 },
  ];
  expect(changeOf(points)).toBe(2);
  expect(changeOf(points.slice(0, 1))).toBeNull();
  expect(changeOf([])).toBeNull();
});

test('a trend is a line through all values, and needs three', () => {
  expect(trendOf([10, 12])).toBeNull();
  expect(trendOf([10, 12, 14])).toBe('rising');
  expect(trendOf([14, 9, 10, 8])).toBe('falling');
  expect(trendOf([100, 101, 100, 102])).toBe('level');
  expect(trendOf([0, 0, 0])).toBe('level');
});

test('a small line has a bar for each value, and a gap for none', () => {
  expect(sparkline([1, 2, 3])).toBe('▁▅█');
  expect(sparkline([1, null, 8])).toBe('▁·█');
  expect(sparkline([5, 5])).toBe('▄▄');
  expect(sparkline([5])).toBe('');
  expect(sparkline([null, null])).toBe('');
});
