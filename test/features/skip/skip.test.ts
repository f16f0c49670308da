import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf } from '../../contract/calls.ts';

const SKIPPED = { status: 'skipped', skippedBy: 'you', skippedBecause: 'She has moved abroad', overdue: false };
const WHY = ['--why', 'She has moved abroad'];

const RECORDS: Record<string, Call> = {
  'with its reason': {
    call: ['skip', '1.1', ...WHY],
    leaves: { 'outgoing.meet': { ...SKIPPED, daysOverdue: 0 } },
    says: [/^Not applicable: 1\.1 Speak to the last/, /She has moved abroad/, /induct undo/],
  },
  'a step': {
    call: ['skip', 'adviser', ...WHY],
    leaves: { 'adviser.contact': SKIPPED, 'adviser.networking': SKIPPED, 'adviser.peer-mentor': SKIPPED },
  },
  'an occasion': {
    call: ['skip', 'law-evening', ...WHY],
    leaves: { 'guides.statutory-guidance': SKIPPED, 'guides.corporate-parenting-principles': SKIPPED },
  },
  'a key meeting': { call: ['skip', '7.3', ...WHY], leaves: { 'meetings.schools-forum': SKIPPED } },
  'a document that was asked for': {
    before: [['ask', '6.2']],
    call: ['skip', '6.2', ...WHY],
    leaves: { 'documents.learning-reviews': SKIPPED },
  },
  'another reason': {
    before: [['skip', '1.1', '--why', 'unwell']],
    call: ['skip', '1.1', ...WHY],
    leaves: { 'outgoing.meet': SKIPPED },
  },
  'what an answer left out, with a reason of your own': {
    call: ['skip', '3.8', ...WHY],
    leaves: { 'dcs.test-of-assurance': SKIPPED },
  },
  'a reason that only looks as if': {
    call: ['skip', '1.1', '--why', 'Ring 943 476 5919', '--keep'],
    leaves: { 'outgoing.meet': { skippedBecause: 'Ring 943 476 5919' } },
  },
  'nothing new': {
    before: [['skip', '1.1', ...WHY]],
    call: ['skip', '1.1', ...WHY],
    leaves: {},
    says: [/1\.1 is already not applicable/],
    never: [/undo/],
  },
};

describe('skip records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'no reason': { call: ['skip', '1.1'], exit: 2, says: [/needs a reason/, /induct skip 1\.1 --why/] },
  'an empty reason': { call: ['skip', '1.1', '--why', '  '], exit: 2 },
  'a reason without words': { call: ['skip', '1.1', '--why'], exit: 2 },
  'what is done': {
    before: [['done', '1.1']],
    call: ['skip', '1.1', ...WHY],
    exit: 2,
    says: [/1\.1 is done/, /induct reopen 1\.1/],
  },
  'something done beside something open': { before: [['done', '1.1']], call: ['skip', '1.2', '1.1', ...WHY], exit: 2 },
  'an unknown one': { call: ['skip', '1.9', ...WHY], exit: 2, says: [/nearest/] },
  'an unknown one, before the reason is missed': { call: ['skip', '1.9'], exit: 2, says: ['There is no action "1.9"'] },
  'more than five without --yes': { call: ['skip', '6', ...WHY], exit: 2, says: [/20 actions/] },
  'nothing named': { call: ['skip', ...WHY], exit: 2 },
  'a reason that may identify a child': {
    call: ['skip', '1.1', '--why', 'NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify a child/],
  },
};

describe('skip refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('what is not applicable is in no list and no total', async () => {
  const before = await statusOf(await prepare());
  const home = await prepare([['skip', '1.1', ...WHY]]);
  const after = await statusOf(home);
  expect(after.counts).toMatchObject({ skipped: before.counts.skipped + 1, total: before.counts.total - 1, done: 0 });
  expect(after.counts.overdue).toBe(before.counts.overdue - 1);
  expect(JSON.stringify([after.overdue, after.next])).not.toContain('outgoing.meet');
  expect((await induct(home, ['status'])).stdout).not.toMatch(/^ +1\.1 /m);
  expect((await induct(home, ['status', '--all'])).stdout).toMatch(/^ +1\.1 .*not applicable\n.*She has moved abroad/m);
});

test('what waited for it waits no more', async () => {
  const home = await prepare([['skip', '8.1', '--why', 'has one']]);
  const actions = actionsOf(await statusOf(home));
  expect(actions['learning.corporate-parenting']).toMatchObject({ after: ['learning.register'], blockedBy: [] });
});

test('in a terminal the action and the reason are asked for, with a word about names', async () => {
  const home = await prepare();
  const run = await induct(home, ['skip'], { tty: true, accessible: true, stdin: 'outgoing.meet\n\nmoved away\n' });
  expect(run.exit).toBe(0);
  expect(run.stderr).toContain('No names of children or families.');
  expect(actionsOf(await statusOf(home))['outgoing.meet'].skippedBecause).toBe('moved away');
});
