import { describe, expect, test } from 'vitest';
import { type Call, check, induct, prepare } from '../../contract/calls.ts';

const MAY = ['data', 'record', 'repeat-referrals', '24.2', '--period', '2026-05'];
const MARCH = ['data', 'record', 'repeat-referrals', '23%', '--period', '2026-03'];
const APRIL = ['data', 'record', 'repeat-referrals', '23.9', '--period', '2026-04'];

const RECORDS: Record<string, Call> = {
  'a value': { keeps: true, call: MAY, says: [/^Kept: Repeat referrals, May 2026: 24\.2%\./, /induct undo/] },
  'with the change': { keeps: true, before: [APRIL], call: MAY, says: [/The last change: up 0\.3\./] },
  'by the title': {
    keeps: true,
    call: ['data', 'record', 'Repeat referrals', '24.2', '--period', '2026-05'],
    says: [/^Kept/],
  },
  'by the beginning': {
    keeps: true,
    call: ['data', 'record', 'stab', '70', '--period', '2025'],
    says: [/Same carer for two years, 2025: 70%/],
  },
  'a large number': {
    keeps: true,
    call: ['data', 'record', 'referrals', '1,234', '--period', '2025-26'],
    says: [/2025-26: 1,234\./],
  },
  'a number with a space': {
    keeps: true,
    call: ['data', 'record', 'referrals', '1', '234', '--period', 'Q1 2026'],
    says: [/quarter 1 of 2026: 1,234/],
  },
  'another value for the month': {
    keeps: true,
    before: [MAY],
    call: ['data', 'record', 'repeat-referrals', '25', '--period', '2026-05'],
    says: [/25%/],
  },
  'with a note': { keeps: true, before: [MAY], call: [...MAY, '--note', 'New way of counting'], says: [/^Kept/] },
  'nothing new': { before: [MAY], call: MAY, says: [/is kept already/], never: [/undo/] },
};

describe('data record keeps', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  nothing: {
    call: ['data', 'record'],
    exit: 2,
    says: [/which figure; its value; --period/, /For example: induct data record/],
  },
  'no period': { call: MAY.slice(0, 4), exit: 2, says: [/This is missing: --period/] },
  'no value': { call: ['data', 'record', 'referrals', '--period', '2026-05'], exit: 2, says: [/its value/] },
  'a month that is none': { call: [...MAY.slice(0, 5), '2026-13'], exit: 2, says: [/--period: "2026-13"/] },
  'a month to come': { call: [...MAY.slice(0, 5), '2026-07'], exit: 2, says: [/has not begun yet/] },
  'the end of the world': { call: [...MAY.slice(0, 5), '9999'], exit: 2, says: [/too far away/] },
  'no number': {
    call: ['data', 'record', 'referrals', 'many', '--period', '2026-05'],
    exit: 2,
    says: [/"many" is not a number/],
  },
  'no number and no month': {
    call: ['data', 'record', 'referrals', 'x', '--period', 'May'],
    exit: 2,
    says: [/"x"/, /--period: "May"/],
  },
  'more than a hundred of a hundred': {
    call: ['data', 'record', 'stability', '101', '--period', '2025'],
    exit: 2,
    says: [/more than a hundred/],
  },
  'a share of what is none': {
    call: ['data', 'record', 'referrals', '5%', '--period', '2025'],
    exit: 2,
    says: [/is a share/],
  },
  'no such figure': {
    call: ['data', 'record', 'referals', '5', '--period', '2025'],
    exit: 2,
    says: [/Did you mean referrals\?/],
  },
  'several figures': {
    call: ['data', 'record', 'children', '5', '--period', '2025'],
    exit: 2,
    says: [/children-in-care:/, /children-in-need:/],
  },
  'a child in the note': { call: [...MAY, '--note', 'Jayden, aged 7'], exit: 2, says: [/may identify/] },
  'no such word': { call: ['data', 'keep'], exit: 2 },
};

describe('data record refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('--json: every figure of the list, with values, change and source', async () => {
  const home = await prepare([MAY, MARCH, APRIL]);
  const { json } = await induct(home, ['data', '--json']);
  expect(json.schema).toBe('induct.data/1');
  const ids = json.indicators.map((one: { id: string }) => one.id);
  for (const id of [
    'referrals',
    'repeat-referrals',
    'children-in-need',
    'awaiting-assessment',
    'child-protection-plans',
    'repeat-plans',
    'children-in-care',
    'children-in-care-rate',
    'coming-into-care',
    'coming-into-care-rate',
    'stability',
    'care-leavers-active',
  ]) {
    expect(ids).toContain(id);
  }
  const found = json.indicators.find((one: { id: string }) => one.id === 'repeat-referrals');
  expect(found).toMatchObject({
    title: 'Repeat referrals',
    better: 'lower',
    values: [
      { period: '2026-03', value: 23 },
      { period: '2026-04', value: 23.9 },
      { period: '2026-05', value: 24.2 },
    ],
    change: 0.3,
    source: { page: 'induct' },
  });
  expect(found.unit).toContain('%');
  const shown = (await induct(home, ['data', 'show', 'repeat-referrals', '--json'])).json;
  expect(shown.indicators).toHaveLength(1);
  expect(shown.indicators[0]).toMatchObject({ id: 'repeat-referrals', action: 'performance.referrals' });
  expect(shown.indicators[0].ask.length).toBeGreaterThan(1);
});

test('the trend is a small line and a word, and a word alone where nothing may be drawn', async () => {
  const home = await prepare([MAY, MARCH, APRIL]);
  expect((await induct(home, ['data'])).stdout).toMatch(/Repeat referrals +24\.2% +May 2026 +up 0\.3 +▁▆█ rising/);
  for (const [argv, run] of [
    [['data', '--plain'], {}],
    [['data'], { accessible: true }],
    [['data'], { env: { TERM: 'dumb' } }],
    [['data'], { env: { OS: 'Windows_NT' } }],
    [['data', 'show', 'repeat-referrals'], { env: { OS: 'Windows_NT', TERM: '' } }],
    [['data', 'show', 'repeat-referrals', '--plain'], { tty: true }],
  ] as const) {
    const { stdout } = await induct(home, argv, run);
    expect(stdout).toContain('rising');
    expect(stdout).not.toMatch(/[▁-█]/);
  }
  const terminal = { env: { OS: 'Windows_NT', WT_SESSION: '1b2c' } };
  expect((await induct(home, ['data'], terminal)).stdout).toContain('▁▆█ rising');
});

test('show: what it means, its values, what to ask', async () => {
  const home = await prepare([MAY, MARCH, APRIL]);
  const { stdout } = await induct(home, ['data', 'show', 'repeat-referrals']);
  expect(stdout).toContain('  May 2026    24.2%\n  April 2026  23.9%\n');
  expect(stdout).toContain('Up 0.3 since April 2026. Over all of them: ▁▆█ rising.');
  expect(stdout).toContain('WHAT TO ASK');
  expect(stdout).toContain('induct show 12.4');
  expect((await induct(home, ['data', 'show'])).exit).toBe(2);
  expect((await induct(home, ['data', 'show', 'stability'])).stdout).toContain('induct data record stability');
});

test('in a terminal what is missing is asked for', async () => {
  const home = await prepare();
  const run = await induct(home, ['data', 'record'], {
    tty: true,
    answers: ['stability', 'many', '70', '2026-13', '2025'],
  });
  expect(run.asked).toHaveLength(5);
  expect(run.stderr).toContain('Kept: Same carer for two years, 2025: 70%.');
  const shown = await induct(home, ['data', 'show'], { tty: true, answers: ['stability'] });
  expect(shown.stdout).toContain('70%');
});
