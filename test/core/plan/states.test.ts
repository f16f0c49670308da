import { describe, expect, test } from 'vitest';
import { actionIn, occasionIn, planOf, record } from '../../helpers/plan.ts';

// A document suggested for 4 June (ten working days from 20 May, without the bank holiday of 25 May).
const PAPER = 'documents.budget';

describe('states and lateness of an action', () => {
  const CASES: readonly (readonly [string, string, ReturnType<typeof record.done>[], object])[] = [
    ['nothing yet', '2026-06-03', [], { status: 'todo', overdue: false, daysOverdue: 0 }],
    ['nothing yet, on the day', '2026-06-04', [], { status: 'todo', overdue: false }],
    ['nothing yet, a day later', '2026-06-05', [], { status: 'todo', overdue: true, daysOverdue: 1 }],
    ['nothing yet, a week later', '2026-06-11', [], { status: 'todo', overdue: true, daysOverdue: 7 }],
    [
      'asked for, its date not passed',
      '2026-06-04',
      [record.asked(PAPER, '2026-05-21')],
      { status: 'arranged', arrangedOn: '2026-05-21', arrangedFor: null, overdue: false },
    ],
    [
      'asked for, its date passed',
      '2026-06-06',
      [record.asked(PAPER, '2026-05-21')],
      { status: 'arranged', overdue: true, daysOverdue: 2 },
    ],
    [
      'booked for later than its date',
      '2026-06-10',
      [record.booked(PAPER, '2026-05-21', '2026-06-12')],
      { status: 'arranged', arrangedFor: '2026-06-12', overdue: false, daysOverdue: 0 },
    ],
    [
      'booked for today',
      '2026-06-12',
      [record.booked(PAPER, '2026-05-21', '2026-06-12')],
      { status: 'arranged', overdue: false },
    ],
    [
      'booked for a day that has passed',
      '2026-06-13',
      [record.booked(PAPER, '2026-05-21', '2026-06-12')],
      { status: 'arranged', overdue: true, daysOverdue: 1 },
    ],
    [
      'booked for a day that has passed, before its date',
      '2026-05-28',
      [record.booked(PAPER, '2026-05-21', '2026-05-26')],
      { status: 'arranged', overdue: true, daysOverdue: 2 },
    ],
    [
      'here',
      '2026-06-04',
      [record.received(PAPER, '2026-05-29')],
      { status: 'received', receivedOn: '2026-05-29', overdue: false },
    ],
    [
      'here, its date passed',
      '2026-06-05',
      [record.received(PAPER, '2026-05-29')],
      { status: 'received', overdue: true, daysOverdue: 1 },
    ],
    [
      'done',
      '2026-07-01',
      [record.done(PAPER, '2026-06-30')],
      { status: 'done', doneOn: '2026-06-30', overdue: false, daysOverdue: 0 },
    ],
    [
      'done before the appointment',
      '2026-07-01',
      [record.done(PAPER, '2026-04-01')],
      { status: 'done', doneOn: '2026-04-01' },
    ],
    [
      'not applicable',
      '2026-07-01',
      [record.skipped(PAPER, '2026-05-21')],
      { status: 'skipped', skippedBy: 'you', skippedBecause: 'not here', overdue: false },
    ],
    [
      'open again',
      '2026-06-05',
      [record.skipped(PAPER, '2026-05-21'), record.reopened(PAPER, '2026-05-22')],
      { status: 'todo', skippedBy: null, skippedBecause: null, overdue: true },
    ],
    [
      'read, and open again: still here',
      '2026-05-30',
      [record.received(PAPER, '2026-05-28'), record.done(PAPER, '2026-05-29'), record.reopened(PAPER, '2026-05-30')],
      { status: 'received', receivedOn: '2026-05-28', doneOn: null },
    ],
    [
      'a date of their own, later',
      '2026-06-10',
      [record.due(PAPER, '2026-05-21', '2026-06-12')],
      { due: '2026-06-12', suggestedDue: '2026-06-04', dueSet: true, overdue: false },
    ],
    [
      'a date of their own, passed',
      '2026-05-28',
      [record.due(PAPER, '2026-05-21', '2026-05-27')],
      { due: '2026-05-27', overdue: true, daysOverdue: 1 },
    ],
    [
      'a date of their own, given back',
      '2026-05-28',
      [record.due(PAPER, '2026-05-21', '2026-05-27'), record.due(PAPER, '2026-05-22', null)],
      { due: '2026-06-04', dueSet: false, overdue: false },
    ],
  ];
  test.each(CASES)('%s', (_, today, drafts, expected) => {
    expect(actionIn(planOf({ today, drafts }), PAPER)).toMatchObject(expected);
  });
});

describe('what waits for another', () => {
  const MODULE = 'learning.scrutiny';
  const REGISTER = 'learning.register';
  const blockedBy = (...drafts: ReturnType<typeof record.done>[]) =>
    actionIn(planOf({ today: '2026-09-01', drafts }), MODULE).blockedBy;

  test('names what it waits for, until that is done or not applicable', () => {
    expect(blockedBy()).toEqual([REGISTER]);
    expect(blockedBy(record.asked(REGISTER, '2026-05-21'))).toEqual([REGISTER]);
    expect(blockedBy(record.done(REGISTER, '2026-05-21'))).toEqual([]);
    expect(blockedBy(record.skipped(REGISTER, '2026-05-21'))).toEqual([]);
    expect(blockedBy(record.done(REGISTER, '2026-05-21'), record.reopened(REGISTER, '2026-05-22'))).toEqual([REGISTER]);
  });

  test('is not offered, however late, and may still be recorded', () => {
    const late = planOf({ today: '2026-12-01' });
    expect(actionIn(late, MODULE)).toMatchObject({ overdue: true, blockedBy: [REGISTER] });
    expect(late.occasions.flatMap((occasion) => occasion.actions).map((action) => action.id)).not.toContain(MODULE);
    const done = planOf({ today: '2026-12-01', drafts: [record.done(MODULE, '2026-06-01')] });
    expect(actionIn(done, MODULE)).toMatchObject({ status: 'done' });
    const free = planOf({ today: '2026-12-01', drafts: [record.done(REGISTER, '2026-06-01')] });
    expect(free.occasions.flatMap((occasion) => occasion.actions).map((action) => action.id)).toContain(MODULE);
  });
});

describe('conditions', () => {
  const TEST = 'dcs.test-of-assurance';

  test.each([
    [{}, 'skipped'],
    [{ dcs_also: 'not-sure' }, 'skipped'],
    [{ dcs_also: 'no' }, 'skipped'],
    [{ dcs_also: 'yes' }, 'todo'],
  ])('with %j it is %s', (answers, status) => {
    const action = actionIn(planOf({ answers }), TEST);
    expect(action.status).toBe(status);
    expect(action.skippedBy).toBe(status === 'skipped' ? 'answer' : null);
    if (status === 'skipped') expect(action.skippedBecause).toMatch(/^needed only where the director/);
  });

  test('what was recorded wins over the answer', () => {
    expect(actionIn(planOf({ drafts: [record.done(TEST, '2026-05-21')] }), TEST)).toMatchObject({
      status: 'done',
      skippedBy: null,
    });
    expect(actionIn(planOf({ drafts: [record.asked(TEST, '2026-05-21')] }), TEST).status).toBe('arranged');
    expect(
      actionIn(planOf({ answers: { dcs_also: 'yes' }, drafts: [record.skipped(TEST, '2026-05-21')] }), TEST),
    ).toMatchObject({
      status: 'skipped',
      skippedBy: 'you',
    });
  });

  test('a later answer brings it back, counted from that day', () => {
    const plan = planOf({ today: '2026-07-01', drafts: [record.answered('dcs_also', '2026-07-01', 'yes')] });
    // Fifteen working days from 1 July.
    expect(actionIn(plan, TEST)).toMatchObject({ status: 'todo', due: '2026-07-22', overdue: false });
    expect(occasionIn(plan, 'assurance-ask')).toMatchObject({ due: '2026-07-08', overdue: false });
  });

  test('every action is listed whether or not its condition holds, under the same number', () => {
    const without = planOf().actions.map((action) => `${action.number} ${action.id}`);
    const withAll = planOf({ answers: { dcs_also: 'yes', delivery: 'trust' } }).actions.map(
      (action) => `${action.number} ${action.id}`,
    );
    expect(withAll).toEqual(without);
  });
});

describe('a key meeting', () => {
  const FORUM = 'meetings.schools-forum';
  const at = (today: string, ...drafts: ReturnType<typeof record.dated>[]) =>
    actionIn(planOf({ today, drafts }), FORUM);

  test.each([
    ['no date', [], { status: 'todo', arrangedFor: null }],
    [
      'its dates asked for',
      [record.asked(FORUM, '2026-05-21')],
      { status: 'arranged', arrangedFor: null, arrangedOn: '2026-05-21' },
    ],
    [
      'a date to come',
      [record.dated('schools-forum', '2026-06-18')],
      { status: 'arranged', arrangedFor: '2026-06-18', overdue: false },
    ],
    [
      'a date today',
      [record.dated('schools-forum', '2026-06-10')],
      { status: 'arranged', arrangedFor: '2026-06-10', overdue: false },
    ],
    [
      'a date that passed, and nothing recorded',
      [record.dated('schools-forum', '2026-06-08')],
      { status: 'arranged', arrangedFor: '2026-06-08', overdue: true, daysOverdue: 2 },
    ],
    [
      'attended',
      [record.dated('schools-forum', '2026-06-08'), record.attended('schools-forum', '2026-06-08')],
      { status: 'done', doneOn: '2026-06-08' },
    ],
    [
      'attended without a date before',
      [record.attended('schools-forum', '2026-06-02')],
      { status: 'done', doneOn: '2026-06-02' },
    ],
    [
      'apologies sent',
      [record.dated('schools-forum', '2026-06-08'), record.apologies('schools-forum', '2026-06-08')],
      { status: 'todo' },
    ],
    [
      'apologies sent, another date to come',
      [
        record.dated('schools-forum', '2026-06-08'),
        record.apologies('schools-forum', '2026-06-08'),
        record.dated('schools-forum', '2026-07-01'),
      ],
      { status: 'arranged', arrangedFor: '2026-07-01', overdue: false },
    ],
    [
      'cancelled',
      [record.dated('schools-forum', '2026-06-18'), record.cancelled('schools-forum', '2026-06-18')],
      { status: 'todo', arrangedFor: null },
    ],
    [
      'moved',
      [record.dated('schools-forum', '2026-06-08'), record.moved('schools-forum', '2026-06-08', '2026-06-25')],
      { status: 'arranged', arrangedFor: '2026-06-25', overdue: false },
    ],
    [
      'attended, and another date to come',
      [record.attended('schools-forum', '2026-06-02'), record.dated('schools-forum', '2026-07-01')],
      { status: 'done', doneOn: '2026-06-02' },
    ],
    [
      'not applicable',
      [record.dated('schools-forum', '2026-06-18'), record.skipped(FORUM, '2026-05-21')],
      { status: 'skipped', skippedBy: 'you' },
    ],
  ] as const)('%s', (_, drafts, expected) => {
    expect(at('2026-06-10', ...drafts)).toMatchObject(expected);
  });

  test('its next date is the first that is to come', () => {
    const dates = ['2026-07-01', '2026-06-08', '2026-06-18'].map((date) => record.dated('schools-forum', date));
    const meeting = planOf({ today: '2026-06-10', drafts: dates }).meetings.find((one) => one.id === 'schools-forum');
    expect(meeting?.next?.date).toBe('2026-06-18');
    expect(meeting?.dates.map((entry) => entry.date)).toEqual(['2026-06-08', '2026-06-18', '2026-07-01']);
  });
});
