import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { decideQuiet, decideRemoval, findQuiet } from '../../../src/features/quiet/decide.ts';
import { readPeriod, splitPeriod } from '../../../src/features/quiet/period.ts';
import { firstAnswers, planOf } from '../profile/plan-of.ts';

const TODAY = '2026-06-01';

describe('readPeriod', () => {
  test.each([
    ['27 July', '1 September', '2026-07-27', '2026-09-01'],
    ['2026-07-27', '2026-09-01', '2026-07-27', '2026-09-01'],
    ['21 December', '4 January', '2026-12-21', '2027-01-04'],
    ['today', 'in 3 days', '2026-06-01', '2026-06-04'],
    // Begun already: with its year, and without.
    ['2026-05-25', '8 June', '2026-05-25', '2026-06-08'],
    ['25 May', '8 June', '2026-05-25', '2026-06-08'],
    ['Mon 25 May', 'Mon 8 June', '2026-05-25', '2026-06-08'],
    // The first day back may be today.
    ['25 May', 'today', '2026-05-25', '2026-06-01'],
    ['1 January 2026', '1 July 2026', '2026-01-01', '2026-07-01'],
  ])('%s to %s', (from, to, first, back) => {
    expect(readPeriod(from, to, TODAY)).toEqual({ from: first, to: back });
  });

  test.each([
    ['1 September', '27 July', /does not come after/],
    ['27 July', '27 July', /does not come after/],
    ['1 May 2026', '15 May 2026', /has passed/],
    ['31 June', 'whenever', /31 June[\s\S]*whenever/],
    ['1 September 2026', '27 July 2026', /does not come after/],
  ])('refuses %s to %s', (from, to, message) => {
    expect(() => readPeriod(from, to, TODAY)).toThrow(message);
  });
});

describe('splitPeriod', () => {
  test.each([
    [[], null, null],
    [['27 July'], '27 July', null],
    [['27', 'July'], '27 July', null],
    [['27 July', '1 September'], '27 July', '1 September'],
    [['27', 'July', '1', 'September'], '27 July', '1 September'],
    [['27', 'July', 'to', '1', 'September'], '27 July', '1 September'],
    [['2026-07-27', 'until', '1 Sept'], '2026-07-27', '1 Sept'],
    [['2026-07-27', '1', 'September'], '2026-07-27', '1 September'],
    [['27', 'July', '2026'], '27 July 2026', null],
    [['whenever'], 'whenever', null],
    [['27 July', 'to'], '27 July', null],
  ])('%j', (words, from, to) => {
    expect(splitPeriod(words, TODAY)).toEqual({ from, to });
  });

  test.each([[['one', 'two', 'three']], [['27', 'July', '1', 'September', '2']]])('refuses %j', (words) => {
    expect(() => splitPeriod(words, TODAY)).toThrow(/is not two dates/);
  });
});

describe('decide', () => {
  const recess = { from: '2026-07-27', to: '2026-09-01', why: 'Recess' };
  const added = draft('quiet-added', 'quiet-2026-07-27', 'Recess', TODAY, recess);

  test('adds, replaces, and adds nothing twice', async () => {
    expect(decideQuiet(await planOf(), recess)).toEqual([added]);
    const plan = await planOf([...firstAnswers(), added]);
    expect(decideQuiet(plan, recess)).toEqual([]);
    expect(decideQuiet(plan, { ...recess, to: '2026-09-07' })).toMatchObject([
      { subject: 'quiet-2026-07-27', body: { to: '2026-09-07' } },
    ]);
    expect(decideQuiet(plan, { ...recess, why: 'Summer recess' })).toHaveLength(1);
  });

  test('removes what is there', async () => {
    const plan = await planOf([...firstAnswers(), added]);
    expect(decideRemoval(plan, recess)).toMatchObject([{ type: 'quiet-removed', body: { from: '2026-07-27' } }]);
    expect(decideRemoval(await planOf(), recess)).toEqual([]);
  });

  test.each(['27 July', '2026-07-27', 'quiet-2026-07-27', '27/7/26', 'Mon 27 July'])(
    'finds it by %j',
    async (typed) => {
      const plan = await planOf([...firstAnswers(), added], '2026-08-10');
      expect(findQuiet(plan, typed)).toEqual(recess);
    },
  );

  test('names those there are where none begins then', async () => {
    const plan = await planOf([...firstAnswers(), added]);
    expect(() => findQuiet(plan, '28 July')).toThrow('No quiet period begins on "28 July".');
    expect(() => findQuiet(plan, 'soon')).toThrow(/is not a date/);
  });
});
