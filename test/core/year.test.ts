import { expect, test } from 'vitest';
import { buildYear } from '../../src/core/year.ts';

const source = { page: 'induct', section: 'x', url: null } as const;
const entry = (id: string, months: number[]) => ({ id, months, title: id, text: id, ask: id, source });
const list = [entry('winter', [12, 1]), entry('june', [6]), entry('spring', [3, 4, 5])];

test('twelve months from today’s, over the end of the year, with all that falls in each', () => {
  const months = buildYear(list, '2026-06-30');
  expect(months.map(({ month, number, entries }) => [month, number, entries.map(({ id }) => id)])).toEqual([
    ['2026-06', 6, ['june']],
    ['2026-07', 7, []],
    ['2026-08', 8, []],
    ['2026-09', 9, []],
    ['2026-10', 10, []],
    ['2026-11', 11, []],
    ['2026-12', 12, ['winter']],
    ['2027-01', 1, ['winter']],
    ['2027-02', 2, []],
    ['2027-03', 3, ['spring']],
    ['2027-04', 4, ['spring']],
    ['2027-05', 5, ['spring']],
  ]);
});

test('from the last day of a long month no month is left out', () => {
  expect(buildYear(list, '2028-01-31').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
