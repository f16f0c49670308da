import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf } from '../../contract/calls.ts';

const OWN = {
  number: '14.1',
  step: 'own',
  kind: 'own',
  status: 'todo',
  doer: 'holder',
  due: null,
  suggestedDue: null,
  overdue: false,
  after: [],
  blockedBy: [],
  notes: [],
  retired: false,
};
const made = (id: string) => [{ type: 'action', id }];

const CALLS: Record<string, Call> = {
  something: {
    call: ['add', 'Ring the MP'],
    leaves: { 'own.ring-the-mp': { ...OWN, title: 'Ring the MP' } },
    created: made('own.ring-the-mp'),
    says: [/^Added: 14\.1 Ring the MP\./, /induct undo/],
  },
  'words without quotation marks': {
    call: ['add', 'Ring', 'the', 'MP'],
    leaves: { 'own.ring-the-mp': { title: 'Ring the MP' } },
    created: made('own.ring-the-mp'),
  },
  'with a date': {
    call: ['add', 'Ring the MP', '--by', '12 June'],
    leaves: { 'own.ring-the-mp': { ...OWN, due: '2026-06-12' } },
    created: made('own.ring-the-mp'),
    says: [/by Fri 12 June/],
  },
  'with a day of next year': {
    call: ['add', 'Ring the MP', '--by', '2 June'],
    leaves: { 'own.ring-the-mp': { due: '2027-06-02' } },
    created: made('own.ring-the-mp'),
  },
  'for today': {
    call: ['add', 'Ring the MP', '--by', 'today'],
    leaves: { 'own.ring-the-mp': { due: '2026-06-03', overdue: false } },
    created: made('own.ring-the-mp'),
  },
  'for the officer': {
    call: ['add', 'A badge', '--for', 'officer'],
    leaves: { 'own.a-badge': { doer: 'officer' } },
    created: made('own.a-badge'),
  },
  'for me, who is the holder': {
    call: ['add', 'A badge', '--for', 'me'],
    leaves: { 'own.a-badge': { doer: 'holder' } },
    created: made('own.a-badge'),
  },
  'for me, who is the officer': {
    home: { typing: 'officer' },
    call: ['add', 'A badge', '--for', 'me'],
    leaves: { 'own.a-badge': { doer: 'officer' } },
    created: made('own.a-badge'),
  },
  'by the officer without a word whose it is': {
    home: { typing: 'officer' },
    call: ['add', 'A badge'],
    leaves: { 'own.a-badge': { doer: 'officer' } },
    created: made('own.a-badge'),
  },
  'the same words twice': {
    before: [['add', 'Ring the MP']],
    call: ['add', 'Ring the MP'],
    leaves: { 'own.ring-the-mp-2': { number: '14.2' } },
    created: made('own.ring-the-mp-2'),
  },
  'after one that was taken back, whose number is free again': {
    before: [['add', 'One'], ['undo']],
    call: ['add', 'Two'],
    leaves: { 'own.two': { number: '14.1' } },
    created: made('own.two'),
  },
  'letters of other languages': {
    call: ['add', 'Gŵyl Ŷ'],
    leaves: { 'own.gwyl-y': { title: 'Gŵyl Ŷ' } },
    created: made('own.gwyl-y'),
  },
  'no letter at all': {
    call: ['add', '日本'],
    leaves: { 'own.action': { title: '日本' } },
    created: made('own.action'),
  },
  nothing: { call: ['add'], exit: 2, says: [/Say what is to be done/, /induct add/] },
  blanks: { call: ['add', '  '], exit: 2 },
  'a date that has passed': {
    call: ['add', 'Ring the MP', '--by', '2026-06-02'],
    exit: 2,
    says: [/--by/, /has passed/],
  },
  '31 June': { call: ['add', 'Ring the MP', '--by', '31 June'], exit: 2, says: [/June has 30 days/] },
  'somebody else': { call: ['add', 'Ring the MP', '--for', 'Tom'], exit: 2, says: [/--for: "Tom"/] },
  'a text far too long': { call: ['add', 'x'.repeat(10_001)], exit: 2, says: [/10,000/] },
  'a text that may identify a child': {
    call: ['add', 'Read up on NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify/],
  },
};

describe('add', () => {
  test.each(Object.entries(CALLS))('%s', (_, call) => check(call));
});

test("one's own is counted, shown, due, and late by its own date", async () => {
  const home = await prepare([['add', 'Ring the MP', '--by', '5 June']]);
  const status = await statusOf(home);
  expect(status.steps.at(-1)).toMatchObject({ id: 'own', number: '14', counts: { total: 1, todo: 1 } });
  expect((await induct(home, ['status'])).stdout).toContain('14.1');
  const later = await induct(home, [], { today: '2026-06-09' });
  expect(later.stdout).toContain('LATE, BY DATES YOU SET OR BOOKED (1)');
  expect(actionsOf(await statusOf(home, { today: '2026-06-09' }))['own.ring-the-mp']).toMatchObject({
    overdue: true,
    daysOverdue: 4,
  });
});

test('in a terminal the words are asked for, with a word about names', async () => {
  const home = await prepare();
  const run = await induct(home, ['add'], { tty: true, accessible: true, stdin: '\nRing the MP\n' });
  expect(run.exit).toBe(0);
  expect(run.stderr).toContain('No names of children or families.');
  expect(actionsOf(await statusOf(home))['own.ring-the-mp'].title).toBe('Ring the MP');
});
