import { describe, expect, test } from 'vitest';
import { type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const OPEN = {
  status: 'todo',
  doneOn: null,
  arrangedOn: null,
  arrangedFor: null,
  skippedBy: null,
  skippedBecause: null,
};

const CALLS: Record<string, Call> = {
  'what is done': {
    before: [['done', '4.1']],
    call: ['reopen', '4.1'],
    leaves: { 'members.leader': OPEN },
    says: [/^Open again: 4\.1/, /induct undo/],
  },
  'what is done and past its date, which is overdue again': {
    before: [['done', '1.1']],
    call: ['reopen', '1.1'],
    leaves: { 'outgoing.meet': { ...OPEN, overdue: true, daysOverdue: 6 } },
  },
  'what was asked for': {
    before: [['ask', '6.2', '--of', 'x']],
    call: ['reopen', '6.2'],
    leaves: { 'documents.learning-reviews': { ...OPEN, arrangedWith: null } },
  },
  'what is booked': {
    before: [['book', '4.8', '--for', '10 June']],
    call: ['reopen', '4.8'],
    leaves: { 'members.chief-executive': OPEN },
  },
  'what is not applicable': {
    before: [['skip', '1.2', '--why', 'none']],
    call: ['reopen', '1.2'],
    leaves: { 'outgoing.handover-file': OPEN },
  },
  'a document that was read, which is still here': {
    before: [
      ['got', '6.1', '--where', 'Teams'],
      ['done', '6.1'],
    ],
    call: ['reopen', '6.1'],
    leaves: {
      'documents.inspection-reports': { status: 'received', receivedOn: TODAY, location: 'Teams', doneOn: null },
    },
  },
  'a key meeting that was attended': {
    before: [['done', '7.3']],
    call: ['reopen', '7.3'],
    leaves: { 'meetings.schools-forum': { status: 'todo', doneOn: null } },
  },
  "one's own": {
    before: [
      ['add', 'Ring the MP'],
      ['done', '14.1'],
    ],
    call: ['reopen', '14.1'],
    leaves: { 'own.ring-the-mp': OPEN },
  },
  'several as one': {
    before: [['done', '3.1', '3.4']],
    call: ['reopen', '3.1', '3.4'],
    leaves: { 'dcs.meeting-rhythm': OPEN, 'dcs.meetings-to-attend': OPEN },
  },
  'everything of a step': {
    before: [['done', '5']],
    call: ['reopen', '5.1-5.3'],
    leaves: { 'adviser.contact': OPEN, 'adviser.networking': OPEN, 'adviser.peer-mentor': OPEN },
  },
  'what is open already': { call: ['reopen', '4.1'], leaves: {}, says: [/4\.1 is already open/], never: [/undo/] },
  'what an answer left out': {
    call: ['reopen', '3.8'],
    exit: 2,
    says: [/because of an answer/, /induct profile dcs[-_]also/],
  },
  'a key meeting with a date': {
    before: [['book', '7.3', '--for', '18 June']],
    call: ['reopen', '7.3'],
    exit: 2,
    says: [/has a date/, /induct meetings cancel 7\.3/],
  },
  'one wrong among several': { before: [['done', '4.1']], call: ['reopen', '4.1', '3.8'], exit: 2 },
  'an unknown one': { call: ['reopen', '4.99'], exit: 2, says: [/nearest/] },
  'nothing named': { call: ['reopen'], exit: 2, says: [/Say which action/] },
};

describe('reopen', () => {
  test.each(Object.entries(CALLS))('%s', (_, call) => check(call));
});

test('a step that is done is taken up again by its number, as `done` takes it', async () => {
  const home = await prepare([['done', '5']]);
  expect((await induct(home, ['reopen', '5'])).exit).toBe(0);
  expect((await statusOf(home)).counts.done).toBe(0);
});

test('in a terminal only what was recorded is offered', async () => {
  const home = await prepare([
    ['ask', '6.2'],
    ['book', '4.8', '--for', '10 June'],
  ]);
  const run = await induct(home, ['reopen'], { tty: true, answers: ['documents.learning-reviews'] });
  expect(run.exit).toBe(0);
  expect(run.offered[0]?.map((label) => label.split(' ')[0]).sort()).toEqual(['4.8', '6.2']);
});

test('in a terminal what is done can be chosen', async () => {
  const home = await prepare([
    ['done', '4.1'],
    ['skip', '1.1', '--why', 'away'],
  ]);
  const run = await induct(home, ['reopen'], { tty: true, answers: ['members.leader'] });
  expect(run.exit).toBe(0);
  expect((await statusOf(home)).counts.done).toBe(0);
});

test('a key meeting taken up again is taken back by one undo', async () => {
  const home = await prepare([['done', '7.3'], ['reopen', '7.3'], ['undo']]);
  expect((await statusOf(home)).counts.done).toBe(1);
});
