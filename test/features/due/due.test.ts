import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf } from '../../contract/calls.ts';

const ID = 'documents.send-strategy';
const SET = { due: '2026-06-30', suggestedDue: '2026-07-02', status: 'todo', overdue: false };

const CALLS: Record<string, Call> = {
  'a date': { call: ['due', '6.6', '30 June'], leaves: { [ID]: SET }, says: [/^By Tue 30 June: 6\.6/, /induct undo/] },
  'words of their own': { call: ['due', '6.6', '30', 'June', '2026'], leaves: { [ID]: SET } },
  'the day first': { call: ['due', '6.6', '30/6/26'], leaves: { [ID]: SET } },
  today: { call: ['due', '6.6', 'today'], leaves: { [ID]: { due: '2026-06-03', overdue: false } } },
  'a day of next year': { call: ['due', '6.6', '2 June'], leaves: { [ID]: { due: '2027-06-02' } } },
  'what was overdue, which is not any more': {
    call: ['due', '1.1', '12 June'],
    leaves: { 'outgoing.meet': { due: '2026-06-12', overdue: false, daysOverdue: 0, suggestedDue: '2026-05-28' } },
  },
  'all of a step': {
    call: ['due', 'adviser', '12 June'],
    leaves: {
      'adviser.contact': { due: '2026-06-12' },
      'adviser.networking': { due: '2026-06-12' },
      'adviser.peer-mentor': { due: '2026-06-12' },
    },
  },
  "one's own": {
    before: [['add', 'Ring the MP']],
    call: ['due', '14.1', '30 June'],
    leaves: { 'own.ring-the-mp': { due: '2026-06-30', suggestedDue: null } },
  },
  'another date': { before: [['due', '6.6', '29 June']], call: ['due', '6.6', '30 June'], leaves: { [ID]: SET } },
  'back to ours': {
    before: [['due', '6.6', '30 June']],
    call: ['due', '6.6', '--reset'],
    leaves: { [ID]: { due: '2026-07-02', suggestedDue: '2026-07-02' } },
    says: [/^Back to our date: 6\.6/],
  },
  'nothing new': {
    before: [['due', '6.6', '30 June']],
    call: ['due', '6.6', '30/6'],
    leaves: {},
    says: [/6\.6 has that date already/],
    never: [/undo/],
  },
  'nothing to go back from': { call: ['due', '6.6', '--reset'], leaves: {}, says: [/our suggested date already/] },
  'a date that has passed': { call: ['due', '6.6', '2026-06-02'], exit: 2, says: [/has passed/] },
  '31 June': { call: ['due', '6.6', '31/6'], exit: 2, says: [/June has 30 days/] },
  'the month first': { call: ['due', '6.6', '6/30/2026'], exit: 2, says: [/30\/6\/2026/] },
  'no date': { call: ['due', '6.6'], exit: 2, says: [/date is missing/, /induct due 6\.6 "19 June"/] },
  nothing: { call: ['due'], exit: 2, says: [/which action/] },
  both: { call: ['due', '6.6', '30 June', '--reset'], exit: 2, says: [/cannot both/] },
  'a date of ours for what is your own': {
    before: [['add', 'Ring the MP', '--by', '30 June']],
    call: ['due', '14.1', '--reset'],
    exit: 2,
    says: [/no date of ours/],
  },
  'an unknown one': { call: ['due', '6.66', '30 June'], exit: 2, says: [/nearest/] },
  'more than five without --yes': { call: ['due', '6', '30 June'], exit: 2, says: [/20 actions/] },
};

describe('due', () => {
  test.each(Object.entries(CALLS))('%s', (_, call) => check(call));
});

test('a date set by hand outranks ours, and is told apart from it', async () => {
  const home = await prepare([['due', '6.6', '30 June']]);
  expect((await induct(home, ['show', '6.6'])).stdout.replace(/\s+/g, ' ')).toContain(
    'Read by Tue 30 June (set by hand; ours was 2 July 2026)',
  );
});

test('a date set by hand that has passed is late, and ours never', async () => {
  const home = await prepare([['due', '4.8', '30 June']]);
  const { stdout } = await induct(home, [], { today: '2026-07-02' });
  expect(stdout).toContain('LATE, BY DATES YOU SET OR BOOKED (1)');
  expect(stdout.match(/late: .*/g)).toEqual(['late: Tue 30 June']);
});

test('a date set by hand stays when the appointment moves', async () => {
  const home = await prepare([
    ['due', '6.6', '30 June'],
    ['profile', 'appointed', '2026-05-27'],
  ]);
  const actions = actionsOf(await statusOf(home));
  expect(actions[ID].due).toBe('2026-06-30');
  expect(actions[ID].suggestedDue).toBe('2026-07-08');
  expect(actions['documents.learning-reviews'].due).toBe('2026-07-08');
});

test('in a terminal what is missing is asked for', async () => {
  const home = await prepare();
  const run = await induct(home, ['due'], { tty: true, answers: [ID, '30 June'] });
  expect(run).toMatchObject({ exit: 0, asked: ['Which date is to change?', 'By when? Such as 19 June'] });
  expect(actionsOf(await statusOf(home))[ID].due).toBe('2026-06-30');
});

test('in a terminal a wrong date is asked for again', async () => {
  const home = await prepare();
  const run = await induct(home, ['due', '6.6'], { tty: true, answers: ['31 June', '30 June'] });
  expect(run.exit).toBe(0);
  expect(run.asked[1]).toMatch(/^refused "31 June": .*June has 30 days/);
});
