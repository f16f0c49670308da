import { describe, expect, test } from 'vitest';
import { actionIn, occasionIn, type PlanOptions, planOf, record } from '../../helpers/plan.ts';

const due = (id: string, options: PlanOptions = {}) => actionIn(planOf(options), id).due;

describe('working days from the appointment', () => {
  // 20 May 2026 is a Wednesday; Monday 25 May is the spring bank holiday.
  test.each([
    ['dcs.urgent-news', 1, '2026-05-21'],
    ['dcs.lead-member-in-law', 3, '2026-05-26'],
    ['outgoing.meet', 5, '2026-05-28'],
    ['members.leader', 10, '2026-06-04'],
    ['members.community-safety', 15, '2026-06-11'],
    ['learning.register', 20, '2026-06-18'],
    ['documents.send-strategy', 30, '2026-07-02'],
    ['documents.annual-report-lado', 60, '2026-08-13'],
    // The summer bank holiday of 31 August lies between.
    ['people.police', 100, '2026-10-09'],
  ])('%s, day %i: %s', (id, _, day) => {
    expect(due(id)).toBe(day);
  });

  test('appointed on a Saturday, day 1 is Monday', () => {
    expect(due('dcs.urgent-news', { appointed: '2026-05-16' })).toBe('2026-05-18');
  });

  test('appointed in the future, dates lie behind it and nothing is late', () => {
    const plan = planOf({ appointed: '2026-06-15', startedOn: '2026-05-20', today: '2026-05-20' });
    expect(actionIn(plan, 'dcs.urgent-news').due).toBe('2026-06-16');
    expect(plan.actions.filter((action) => action.overdue)).toEqual([]);
  });

  test('a changed appointment moves ours, and leaves those the user set', () => {
    const options = {
      today: '2026-06-01',
      drafts: [
        record.due('members.leader', '2026-05-22', '2026-06-20'),
        record.answered('appointed', '2026-06-01', '2026-06-01'),
      ],
    };
    expect(due('dcs.urgent-news', options)).toBe('2026-06-02');
    expect(due('members.leader', options)).toBe('2026-06-20');
    expect(actionIn(planOf(options), 'members.leader').suggestedDue).toBe('2026-06-15');
  });
});

describe('counted from today after a late start', () => {
  const late = { appointed: '2026-01-12', startedOn: '2026-05-20', today: '2026-05-20' };

  test('from the appointment, unless it is said', () => {
    expect(due('dcs.urgent-news', late)).toBe('2026-01-13');
    expect(due('dcs.urgent-news', { ...late, answers: { dates_from: 'appointed' } })).toBe('2026-01-13');
  });

  test('from the day of start, also on a later day', () => {
    const answers = { dates_from: 'today' };
    expect(due('dcs.urgent-news', { ...late, answers })).toBe('2026-05-21');
    expect(due('dcs.urgent-news', { ...late, answers, today: '2026-07-01' })).toBe('2026-05-21');
    expect(planOf({ ...late, answers }).datesFrom).toBe('2026-05-20');
    expect(occasionIn(planOf({ ...late, answers }), 'documents-ask')?.due).toBe('2026-05-28');
  });

  test('from the day it was said, where that is later', () => {
    const drafts = [record.answered('dates_from', '2026-06-01', 'today')];
    expect(due('dcs.urgent-news', { ...late, today: '2026-06-01', drafts })).toBe('2026-06-02');
  });

  test('what was answered at start holds from the day dates count from', () => {
    const answers = { dates_from: 'today', dcs_post: 'vacant', dcs_also: 'yes' };
    expect(due('members.leader', { ...late, answers })).toBe('2026-05-28');
    expect(due('dcs.test-of-assurance', { ...late, answers })).toBe('2026-06-11');
  });
});

describe('sooner, where an answer says so', () => {
  const LEADER = 'members.leader';

  test.each([
    ['in-post', '2026-06-04'],
    ['not-sure', '2026-06-04'],
    ['new', '2026-05-28'],
    ['interim', '2026-05-28'],
    ['vacant', '2026-05-28'],
  ])('the director is %s: %s', (dcs_post, day) => {
    expect(due(LEADER, { answers: { dcs_post } })).toBe(day);
    expect(due('members.chief-executive', { answers: { dcs_post } })).toBe(day);
    expect(due('members.scrutiny-chair', { answers: { dcs_post } })).toBe('2026-06-11');
  });

  test('a later answer counts from its own day', () => {
    expect(due(LEADER, { drafts: [record.answered('dcs_post', '2026-05-22', 'vacant')] })).toBe('2026-06-01');
  });

  test('a later answer never moves a date back', () => {
    expect(due(LEADER, { drafts: [record.answered('dcs_post', '2026-07-01', 'vacant')] })).toBe('2026-06-04');
  });

  test('one sooner answer after another does not move the date behind the one it replaces', () => {
    const answers = { dcs_post: 'vacant' };
    const drafts = [record.answered('dcs_post', '2026-05-27', 'interim')];
    expect(due(LEADER, { answers })).toBe('2026-05-28');
    expect(due(LEADER, { answers, drafts })).toBe('2026-05-28');
  });

  test('an answer taken back gives the usual date again', () => {
    const drafts = [record.answered('dcs_post', '2026-05-21', 'in-post')];
    expect(due(LEADER, { answers: { dcs_post: 'vacant' }, drafts })).toBe('2026-06-04');
  });
});

describe('before a meeting', () => {
  const CHAIR = 'members.scrutiny-chair';
  const MEETING = 'scrutiny-committee';
  const on = (today: string, ...drafts: ReturnType<typeof record.dated>[]) => due(CHAIR, { today, drafts });

  test('that has no date, the usual date', () => {
    expect(on('2026-05-20')).toBe('2026-06-11');
  });

  test('the working day before its real date, where that is sooner', () => {
    expect(on('2026-05-20', record.dated(MEETING, '2026-06-03'))).toBe('2026-06-02');
    // A Monday: the Friday before; the day behind a bank holiday: the Friday before that.
    expect(on('2026-05-20', record.dated(MEETING, '2026-06-08'))).toBe('2026-06-05');
    expect(on('2026-05-20', record.dated(MEETING, '2026-05-26'))).toBe('2026-05-22');
  });

  test('a later meeting does not move it back', () => {
    expect(on('2026-05-20', record.dated(MEETING, '2026-09-09'))).toBe('2026-06-11');
  });

  test('never before the appointment', () => {
    expect(on('2026-05-20', record.dated(MEETING, '2026-05-20'))).toBe('2026-05-20');
  });

  test('the first of several; and it follows a move, and a cancellation', () => {
    const dates = [record.dated(MEETING, '2026-06-08'), record.dated(MEETING, '2026-06-03')];
    expect(on('2026-05-20', ...dates)).toBe('2026-06-02');
    expect(on('2026-05-20', ...dates, record.moved(MEETING, '2026-06-03', '2026-06-10'))).toBe('2026-06-05');
    expect(
      on('2026-05-20', ...dates, record.cancelled(MEETING, '2026-06-03'), record.cancelled(MEETING, '2026-06-08')),
    ).toBe('2026-06-11');
  });

  test('a date of the user outranks it', () => {
    const drafts = [record.dated(MEETING, '2026-06-03'), record.due(CHAIR, '2026-05-21', '2026-06-09')];
    expect(actionIn(planOf({ drafts }), CHAIR)).toMatchObject({ due: '2026-06-09', suggestedDue: '2026-06-02' });
  });

  test('its papers as well', () => {
    expect(due('documents.scrutiny-programme', { drafts: [record.dated(MEETING, '2026-06-03')] })).toBe('2026-06-02');
  });

  test('when the first meeting has passed, its date stays', () => {
    const dates = [record.dated(MEETING, '2026-06-03'), record.dated(MEETING, '2026-07-15')];
    expect(on('2026-06-04', ...dates)).toBe('2026-06-02');
  });
});

describe('quiet weeks', () => {
  const recess = [record.quiet('2026-05-25', '2026-06-01')];

  test('dates inside move to the first working day from the first day back', () => {
    expect(due('dcs.lead-member-in-law', { drafts: recess })).toBe('2026-06-01');
    expect(due('outgoing.meet', { drafts: recess })).toBe('2026-06-01');
  });

  test('nothing else moves', () => {
    const moved = planOf({ drafts: recess }).actions.filter((action) => {
      const usual = actionIn(planOf(), action.id).due;
      return usual !== action.due;
    });
    expect(moved.length).toBeGreaterThan(0);
    for (const action of moved) {
      const usual = actionIn(planOf(), action.id).due ?? '';
      expect([usual >= '2026-05-25' && usual < '2026-06-01', action.due]).toEqual([true, '2026-06-01']);
    }
  });

  test('the first and the last day are inside, the first day back is not', () => {
    expect(due('members.leader', { drafts: [record.quiet('2026-06-04', '2026-06-10')] })).toBe('2026-06-10');
    expect(due('members.leader', { drafts: [record.quiet('2026-06-01', '2026-06-05')] })).toBe('2026-06-05');
    expect(due('members.leader', { drafts: [record.quiet('2026-06-01', '2026-06-04')] })).toBe('2026-06-04');
  });

  test('back on a Saturday, it is Monday', () => {
    expect(due('members.leader', { drafts: [record.quiet('2026-06-01', '2026-06-06')] })).toBe('2026-06-08');
  });

  test('from one into the next', () => {
    const drafts = [record.quiet('2026-06-08', '2026-06-15'), record.quiet('2026-06-01', '2026-06-08')];
    expect(due('members.leader', { drafts })).toBe('2026-06-15');
    // From a Saturday on: the day that the first leads to lies in the second.
    const weekend = [record.quiet('2026-06-01', '2026-06-06'), record.quiet('2026-06-07', '2026-06-20')];
    expect(due('members.leader', { drafts: weekend })).toBe('2026-06-22');
  });

  test('the user’s own dates, and what is booked, stay', () => {
    const drafts = [
      ...recess,
      record.due('outgoing.meet', '2026-05-20', '2026-05-27'),
      record.booked('dcs.urgent-news', '2026-05-20', '2026-05-28'),
    ];
    const plan = planOf({ today: '2026-05-29', drafts });
    expect(actionIn(plan, 'outgoing.meet')).toMatchObject({ due: '2026-05-27', overdue: true });
    expect(actionIn(plan, 'dcs.urgent-news')).toMatchObject({ arrangedFor: '2026-05-28', overdue: true });
  });

  test('an email to send moves too', () => {
    expect(occasionIn(planOf({ drafts: recess }), 'documents-ask')?.due).toBe('2026-06-01');
  });

  test('a period that was taken out moves nothing', () => {
    const removed = {
      type: 'quiet-removed',
      subject: 'quiet-2026-05-25',
      title: 'x',
      on: '2026-05-21',
      body: { from: '2026-05-25' },
    } as const;
    expect(due('outgoing.meet', { drafts: [...recess, removed] })).toBe('2026-05-28');
  });
});
