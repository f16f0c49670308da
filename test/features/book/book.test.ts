import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const BOOKED = { status: 'arranged', arrangedOn: TODAY, arrangedFor: '2026-06-10', overdue: false, daysOverdue: 0 };

const RECORDS: Record<string, Call> = {
  'a day': {
    call: ['book', '4.8', '--for', '10 June'],
    leaves: { 'members.chief-executive': BOOKED },
    says: [/^Booked for Wed 10 June: 4\.8 Meet the chief executive/, /induct undo/],
  },
  'a day and a time': {
    call: ['book', '4.8', '--for', '10 June 4:30pm'],
    leaves: { 'members.chief-executive': BOOKED },
    says: [/Booked for Wed 10 June, 4:30pm/],
  },
  'a time as a word of its own': {
    call: ['book', '4.8', '--for', '10 June', '16:00', '--with', 'Ms Hall'],
    leaves: { 'members.chief-executive': { ...BOOKED, arrangedWith: 'Ms Hall' } },
    says: [/Wed 10 June, 4pm/],
  },
  today: {
    call: ['book', '4.8', '--for', 'today'],
    leaves: { 'members.chief-executive': { ...BOOKED, arrangedFor: TODAY } },
  },
  'a day without a year, ahead': {
    call: ['book', '4.8', '--for', '2 June'],
    leaves: { 'members.chief-executive': { arrangedFor: '2027-06-02' } },
    says: [/2 June 2027/],
  },
  'next thursday': {
    call: ['book', '4.8', '--for', 'next thursday'],
    leaves: { 'members.chief-executive': { arrangedFor: '2026-06-04' } },
  },
  'the first of a month': {
    call: ['book', '4.8', '--for', 'Sept'],
    leaves: { 'members.chief-executive': { arrangedFor: '2026-09-01' } },
  },
  'all of an occasion': {
    call: ['book', 'officers-call', '--for', '10 June'],
    leaves: {
      'outgoing.handover-file': BOOKED,
      'outgoing.diary-dates': BOOKED,
      'outgoing.officers': BOOKED,
      'outgoing.restricted-papers': BOOKED,
    },
  },
  'a module, before its login has come': {
    call: ['book', '8.2', '--for', '10 June'],
    leaves: { 'learning.corporate-parenting': BOOKED },
  },
  "one's own": {
    before: [['add', 'Ring the MP']],
    call: ['book', '14.1', '--for', '10 June'],
    leaves: { 'own.ring-the-mp': BOOKED },
  },
  'what was overdue, which is not any more': {
    call: ['book', '1.1', '--for', '10 June'],
    leaves: { 'outgoing.meet': BOOKED },
  },
  'another day': {
    before: [['book', '4.8', '--for', '9 June', '--with', 'Ms Hall']],
    call: ['book', '4.8', '--for', '10 June'],
    leaves: { 'members.chief-executive': { ...BOOKED, arrangedWith: 'Ms Hall' } },
  },
  'what was asked for': {
    before: [['ask', '9.1', '--of', 'the LGA', '--on', '1 June']],
    call: ['book', '9.1', '--for', '10 June'],
    leaves: { 'course.programme': { ...BOOKED, arrangedWith: 'the LGA' } },
  },
  'a key meeting': {
    call: ['book', '7.3', '--for', '10 June 4pm'],
    leaves: { 'meetings.schools-forum': { status: 'arranged', arrangedFor: '2026-06-10' } },
  },
  'nothing new': {
    before: [['book', '4.8', '--for', '10 June', '4pm']],
    call: ['book', '4.8', '--for', '2026-06-10 16:00'],
    leaves: {},
    says: [/4\.8 is already booked for 10 June 2026, 4pm/],
    never: [/undo/],
  },
  'nothing new of a key meeting': {
    before: [['book', '7.3', '--for', '10 June', '4pm']],
    call: ['book', '7.3', '--for', '10 June', '4pm'],
    leaves: {},
    says: [/7\.3 is already booked/],
  },
  'what is done': {
    before: [['done', '4.8']],
    call: ['book', '4.8', '--for', '10 June'],
    leaves: {},
    says: [/done already/],
  },
  'what is not applicable': {
    before: [['skip', '4.8', '--why', 'vacant']],
    call: ['book', '4.8', '--for', '10 June'],
    leaves: {},
    says: [/not applicable/, /induct reopen 4\.8/],
  },
};

describe('book records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'no day': { call: ['book', '4.8'], exit: 2, says: [/--for/, /induct book 4\.8 --for/] },
  'nothing at all': { call: ['book'], exit: 2, says: [/which action/, /--for/] },
  'a day that has passed': { call: ['book', '4.8', '--for', '2026-06-02'], exit: 2, says: [/--for/, /has passed/] },
  yesterday: { call: ['book', '4.8', '--for', 'yesterday'], exit: 2, says: [/has passed/] },
  '31 June': { call: ['book', '4.8', '--for', '31/6/2026'], exit: 2, says: [/June has 30 days/] },
  'the month first': { call: ['book', '4.8', '--for', '5/13/2026'], exit: 2, says: [/13\/5\/2026/] },
  'June 4': { call: ['book', '4.8', '--for', 'June 14'], exit: 2, says: [/14 June/] },
  'an hour no clock shows': {
    call: ['book', '4.8', '--for', '10 June', '25:00'],
    exit: 2,
    says: [/"25:00" is not a time/],
  },
  'an hour no clock shows, in the date': { call: ['book', '4.8', '--for', '10 June 13pm'], exit: 2 },
  'a time without a day': { call: ['book', '4.8', '--for', '4pm'], exit: 2 },
  'an unknown one': { call: ['book', '4.99', '--for', '10 June'], exit: 2, says: [/nearest/] },
  'one wrong among several': { call: ['book', '4.8', '4.99', '--for', '10 June'], exit: 2, says: ['4.99'] },
  'more than five without --yes': {
    call: ['book', 'figures-sitting', '--for', '10 June'],
    exit: 2,
    says: [/7 actions/],
  },
};

describe('book refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('what is booked is not offered as next until its day has passed', async () => {
  const home = await prepare([['book', '4.8', '--for', '10 June']]);
  const offered = async (today: string) => {
    const { json } = await induct(home, ['next', '99', '--json'], { today });
    return json.next.some((occasion: { actions: string[] }) => occasion.actions.includes('members.chief-executive'));
  };
  expect(await offered('2026-06-10')).toBe(false);
  expect(actionsOf(await statusOf(home, { today: '2026-06-10' }))['members.chief-executive'].overdue).toBe(false);
  expect(await offered('2026-06-11')).toBe(true);
  expect(actionsOf(await statusOf(home, { today: '2026-06-12' }))['members.chief-executive']).toMatchObject({
    overdue: true,
    daysOverdue: 2,
  });
});

test('a key meeting that is booked has that date', async () => {
  const home = await prepare([['book', '7.3', '--for', '18 June', '4:30pm']]);
  const { json } = await induct(home, ['meetings', '--json']);
  const forum = json.meetings.find((meeting: { action: string }) => meeting.action === 'meetings.schools-forum');
  expect(forum.next).toEqual({ date: '2026-06-18', time: '16:30', place: null });
});

test('in a terminal the action and the day are asked for', async () => {
  const home = await prepare();
  const run = await induct(home, ['book'], {
    tty: true,
    answers: ['members.chief-executive', '31 June', '1 June 2026', '10 June 4pm'],
  });
  expect(run.exit).toBe(0);
  expect(run.asked.slice(0, 2)).toEqual(['What has a date now?', 'For when? Such as 19 June 4pm']);
  expect(run.asked.filter((line) => line.startsWith('refused'))).toHaveLength(2);
  expect(actionsOf(await statusOf(home))['members.chief-executive'].arrangedFor).toBe('2026-06-10');
});
