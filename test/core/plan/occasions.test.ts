import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/core/events.ts';
import type { Plan, PlanOccasion } from '../../../src/core/plan/types.ts';
import { ACTION_IDS, actionIn, occasionIn, type PlanOptions, planOf, record } from '../../helpers/plan.ts';

const inStep = (step: string) => ACTION_IDS.filter((id) => id.startsWith(`${step}.`));
const DOCUMENTS = inStep('documents');
const idsOf = (occasion: PlanOccasion | undefined) => occasion?.actions.map((action) => action.id);
const first = (count: number, options: PlanOptions = {}) =>
  planOf(options)
    .occasions.slice(0, count)
    .map((occasion) => `${occasion.number} ${occasion.id} ${occasion.due}`);

describe('on the first day', () => {
  test('what comes first', () => {
    expect(first(3)).toEqual([
      '3.2 dcs-call 2026-05-21',
      '2.1 guides.first-ten-days 2026-05-26',
      '3 dcs-hour 2026-05-26',
    ]);
  });

  test('a call, an email, an hour, and who does it', () => {
    const plan = planOf();
    expect(occasionIn(plan, 'dcs-call')).toMatchObject({ how: 'call', verb: 'do', doer: 'holder' });
    expect(occasionIn(plan, 'documents-ask')).toMatchObject({
      how: 'email',
      verb: 'ask',
      doer: 'officer',
      due: '2026-05-28',
    });
    expect(occasionIn(plan, 'dates-ask')).toMatchObject({ how: 'email', verb: 'ask', due: '2026-05-28' });
    expect(occasionIn(plan, 'login-ask')).toMatchObject({ how: 'email', verb: 'ask', due: '2026-05-28' });
  });

  test('what is asked for is not offered to be read', () => {
    const reading = planOf()
      .occasions.filter((occasion) => occasion.verb === 'do')
      .flatMap((occasion) => idsOf(occasion) ?? []);
    expect(reading.filter((id) => DOCUMENTS.includes(id) || id.startsWith('meetings.'))).toEqual([]);
  });
});

describe('the number of an occasion', () => {
  test.each([
    ['the action’s where it is one', 'login-ask', {}, '8.1'],
    ['the step’s where it is the whole step', 'documents-ask', {}, '6'],
    ['the step’s of a call', 'adviser-call', {}, '5'],
    ['the step’s where the rest is not applicable', 'dcs-hour', {}, '3'],
    ['none where more of the step is open', 'dcs-hour', { answers: { dcs_also: 'yes' } }, null],
    ['none for part of a step', 'figures-sitting', {}, null],
    ['none for part of a step, in an hour', 'data-hour', {}, null],
    [
      'the step’s where the rest is asked for',
      'documents-ask',
      { drafts: [record.asked('documents.budget', '2026-05-21')] },
      '6',
    ],
    [
      'the action’s where one is left',
      'documents-ask',
      { drafts: DOCUMENTS.slice(1).map((id) => record.asked(id, '2026-05-21')) },
      '6.1',
    ],
    [
      'the action’s where one of an hour is left',
      'data-hour',
      { drafts: ['performance.leads', 'performance.reports'].map((id) => record.done(id, '2026-05-21')) },
      '12.3',
    ],
  ] as const)('%s', (_, id, options, number) => {
    expect(occasionIn(planOf(options), id)?.number).toBe(number);
  });

  test('typed, the step of an occasion means what the occasion means', () => {
    const numbered = planOf().occasions.filter((occasion) => /^\d+$/.test(occasion.number ?? ''));
    expect(numbered.map((occasion) => occasion.id)).toEqual(
      expect.arrayContaining(['documents-ask', 'dates-ask', 'adviser-call', 'dcs-hour']),
    );
    for (const occasion of numbered) {
      const step = planOf().steps.find((one) => one.number === occasion.number);
      const open = step?.actions.filter((action) => action.status !== 'skipped').map((action) => action.id);
      expect([...(idsOf(occasion) ?? [])].sort()).toEqual([...(open ?? [])].sort());
    }
  });
});

describe('an occasion that asks', () => {
  test('counts what is still to be asked for, and falls to one title for one', () => {
    expect(occasionIn(planOf(), 'documents-ask')?.title).toBe(`Ask for ${DOCUMENTS.length} documents`);
    const drafts = DOCUMENTS.slice(2).map((id) => record.asked(id, '2026-05-21'));
    const two = occasionIn(planOf({ drafts }), 'documents-ask');
    expect([two?.title, idsOf(two)]).toEqual(['Ask for 2 documents', DOCUMENTS.slice(0, 2)]);
    const one = occasionIn(
      planOf({ drafts: [...drafts, record.done(DOCUMENTS[0] ?? '', '2026-05-21')] }),
      'documents-ask',
    );
    expect([one?.title, idsOf(one)]).toEqual(['Ask for one more document', [DOCUMENTS[1]]]);
  });

  test('is overdue by its own date while one is still to be asked for', () => {
    const drafts = DOCUMENTS.slice(1).map((id) => record.asked(id, '2026-05-21'));
    expect(occasionIn(planOf({ today: '2026-05-28', drafts }), 'documents-ask')).toMatchObject({
      overdue: false,
      daysOverdue: 0,
    });
    expect(occasionIn(planOf({ today: '2026-05-29', drafts }), 'documents-ask')).toMatchObject({
      overdue: true,
      daysOverdue: 1,
    });
    const all = DOCUMENTS.map((id) => record.asked(id, '2026-05-21'));
    expect(occasionIn(planOf({ today: '2026-05-29', drafts: all }), 'documents-ask')).toBeUndefined();
  });

  test('what was asked for is left alone until its date has passed, and then chased', () => {
    const drafts = DOCUMENTS.map((id) => record.asked(id, '2026-05-21'));
    const on = (today: string) => planOf({ today, drafts });
    expect(occasionIn(on('2026-06-04'), 'documents-ask-chase')).toBeUndefined();
    const chase = occasionIn(on('2026-06-05'), 'documents-ask-chase');
    const late = DOCUMENTS.filter((id) => actionIn(on('2026-06-05'), id).due === '2026-06-04');
    expect(late.length).toBeGreaterThan(3);
    expect(chase).toMatchObject({
      title: `Chase ${late.length} documents that have not come`,
      number: null,
      chase: true,
      overdue: true,
      daysOverdue: 1,
    });
    expect(idsOf(chase)).toEqual(late);
    expect(occasionIn(on('2026-12-01'), 'documents-ask-chase')?.actions).toHaveLength(DOCUMENTS.length);
    const others = on('2026-06-05').occasions.filter((one) => one !== chase && one.id !== 'documents-ask-chase');
    expect(others.flatMap((one) => idsOf(one) ?? []).filter((id) => DOCUMENTS.includes(id))).toEqual([]);
  });

  test('some asked for and late, some not asked for: both', () => {
    const drafts = DOCUMENTS.slice(0, 6).map((id) => record.asked(id, '2026-05-21'));
    const plan = planOf({ today: '2026-06-08', drafts });
    expect(occasionIn(plan, 'documents-ask')?.actions).toHaveLength(DOCUMENTS.length - 6);
    expect(occasionIn(plan, 'documents-ask-chase')?.actions.length).toBeGreaterThan(0);
  });

  test('what has come is offered to be read, several annual reports in one sitting', () => {
    const reports = DOCUMENTS.filter((id) => id.startsWith('documents.annual-report'));
    const drafts = ['documents.budget', ...reports].map((id) => record.received(id, '2026-05-28'));
    const plan = planOf({ today: '2026-05-28', drafts });
    expect(occasionIn(plan, 'documents.budget')).toMatchObject({
      verb: 'do',
      number: actionIn(plan, 'documents.budget').number,
    });
    expect(occasionIn(plan, 'annual-reports')?.title).toBe(`Read ${reports.length} annual reports in one sitting`);
    expect(idsOf(occasionIn(plan, 'annual-reports'))).toEqual(reports);
    expect(occasionIn(plan, 'documents-ask')?.actions).toHaveLength(DOCUMENTS.length - drafts.length);
  });

  test('the last one of a sitting goes by its own title', () => {
    const [one = ''] = DOCUMENTS.filter((id) => id.startsWith('documents.annual-report'));
    const plan = planOf({ today: '2026-05-28', drafts: [record.received(one, '2026-05-28')] });
    expect(occasionIn(plan, 'annual-reports')).toMatchObject({
      title: actionIn(plan, one).title,
      number: actionIn(plan, one).number,
    });
  });
});

describe('what is arranged', () => {
  test('is not offered until its day has passed', () => {
    const drafts = [record.booked('members.leader', '2026-05-21', '2026-06-10')];
    const offered = (today: string) =>
      planOf({ today, drafts })
        .occasions.flatMap((one) => idsOf(one) ?? [])
        .includes('members.leader');
    expect([offered('2026-05-21'), offered('2026-06-10'), offered('2026-06-11')]).toEqual([false, false, true]);
    const [longest] = planOf({
      today: '2026-06-11',
      drafts: [
        ...drafts,
        ...ACTION_IDS.filter((id) => id !== 'members.leader').map((id) => record.done(id, '2026-05-21')),
      ],
    }).occasions;
    expect(longest).toMatchObject({ id: 'members.leader', due: '2026-06-10', overdue: true, daysOverdue: 1 });
  });

  test('everything done: nothing is left', () => {
    expect(
      planOf({ today: '2027-01-01', drafts: ACTION_IDS.map((id) => record.done(id, '2026-06-01')) }).occasions,
    ).toEqual([]);
  });
});

/** Records about the actions of the list, and a day. */
const anyPlan = fc
  .record({
    today: fc
      .integer({ min: 0, max: 250 })
      .map((days) => new Date(Date.UTC(2026, 4, 15 + days)).toISOString().slice(0, 10)),
    drafts: fc.array(
      fc
        .tuple(
          fc.constantFrom(...ACTION_IDS),
          fc.constantFrom('done', 'asked', 'booked', 'received', 'skipped', 'due', 'reopened'),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(([id, what, day]): Draft => {
          const on = `2026-06-${String(day).padStart(2, '0')}`;
          const later = `2026-07-${String(day).padStart(2, '0')}`;
          if (what === 'booked') return record.booked(id, on, later);
          if (what === 'due') return record.due(id, on, later);
          return record[what as 'done'](id, on);
        }),
      { maxLength: 120 },
    ),
    also: fc.constantFrom('yes', 'no'),
    post: fc.constantFrom('in-post', 'vacant'),
  })
  .map(
    ({ today, drafts, also, post }): PlanOptions => ({ today, drafts, answers: { dcs_also: also, dcs_post: post } }),
  );

/** Laws of `next`, whatever was recorded. */
function laws(plan: Plan): string[] {
  const wrong: string[] = [];
  const { occasions, today } = plan;
  const offered = new Set(occasions.flatMap((one) => one.actions.map((action) => action.id)));
  for (const action of plan.actions) {
    const open =
      action.status === 'todo' || action.status === 'received' || (action.status === 'arranged' && action.overdue);
    if ((open && action.blockedBy.length === 0) !== offered.has(action.id))
      wrong.push(`${action.id} is offered: ${offered.has(action.id)}`);
  }
  for (const [index, one] of occasions.entries()) {
    const before = occasions[index - 1];
    if (one.overdue !== (one.due !== null && one.due < today))
      wrong.push(`${one.id} is due ${one.due}, overdue: ${one.overdue}`);
    if (one.actions.length === 0) wrong.push(`${one.id} is empty`);
    if (/\{count\}/.test(one.title)) wrong.push(`${one.id}: ${one.title}`);
    if (before === undefined) continue;
    const keys = [before, one].map(
      (entry) => [entry.overdue ? 0 : 1, -entry.daysOverdue, entry.due ?? '9999', entry.position] as const,
    );
    const [a, b] = keys as [(typeof keys)[number], (typeof keys)[number]];
    const place = a.findIndex((part, at) => part !== b[at]);
    if (place !== -1 && (a[place] ?? 0) > (b[place] ?? 0)) wrong.push(`${one.id} stands behind ${before.id}`);
  }
  const ids = occasions.map((one) => one.id);
  wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`));
  return wrong;
}

describe('next', () => {
  test('overdue first, the longest first; then by date, none last; then by place. All that is open, and nothing else', () => {
    fc.assert(
      fc.property(anyPlan, (options) => {
        expect(laws(planOf(options))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('what has no date comes last', () => {
    const plan = planOf({ drafts: [record.added('own.a', '2026-05-20', 1)] });
    expect(plan.occasions.at(-1)).toMatchObject({ id: 'own.a', due: null });
  });
});

describe('numbers', () => {
  test('are strings, and none is there twice', () => {
    const numbers = planOf().actions.map((action) => action.number);
    expect(numbers.every((number) => /^\d{1,2}\.\d{1,2}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(['6.1', '6.10', '6.20']));
  });
});

describe('what the user adds', () => {
  const drafts = [
    record.added('own.a', '2026-05-20', 1),
    record.added('own.b', '2026-05-21', 2, 'Write to the bishop'),
    record.due('own.b', '2026-05-21', '2026-05-22'),
  ];

  test('is step 14, in the order it was added', () => {
    const plan = planOf({ today: '2026-05-25', drafts });
    expect(plan.steps.at(-1)).toMatchObject({ id: 'own', number: '14' });
    expect(
      plan.steps.at(-1)?.actions.map((action) => [action.number, action.id, action.title, action.kind, action.step]),
    ).toEqual([
      ['14.1', 'own.a', 'Ring the mayor', 'own', 'own'],
      ['14.2', 'own.b', 'Write to the bishop', 'own', 'own'],
    ]);
    expect(actionIn(plan, 'own.a')).toMatchObject({ due: null, overdue: false });
    expect(actionIn(plan, 'own.b')).toMatchObject({
      due: '2026-05-22',
      suggestedDue: null,
      overdue: true,
      daysOverdue: 3,
    });
    expect(occasionIn(plan, 'own.b')).toMatchObject({ number: '14.2', overdue: true });
  });

  test('the step is there, and empty, before anything is added', () => {
    expect(planOf().steps.map((step) => step.number)).toEqual(
      Array.from({ length: 14 }, (_, index) => String(index + 1)),
    );
    expect(planOf().steps.at(-1)?.actions).toEqual([]);
  });

  test('keeps its number when one before it goes', () => {
    const plan = planOf({ drafts: drafts.slice(1) });
    expect(actionIn(plan, 'own.b').number).toBe('14.2');
  });
});

describe('what the list no longer has', () => {
  test('is kept as it was recorded, and asked for no more', () => {
    const plan = planOf({
      today: '2026-12-01',
      drafts: [{ ...record.asked('documents.gone', '2026-05-21'), title: 'Read the old plan' }],
    });
    expect(actionIn(plan, 'documents.gone')).toMatchObject({
      retired: true,
      title: 'Read the old plan',
      status: 'arranged',
      overdue: false,
      due: null,
      number: '',
    });
    expect(plan.occasions.flatMap((one) => idsOf(one) ?? [])).not.toContain('documents.gone');
  });
});

describe('the plan', () => {
  test('is the same for the same input, and changes nothing that it is given', () => {
    const options = { today: '2026-06-10', drafts: DOCUMENTS.slice(3).map((id) => record.asked(id, '2026-05-21')) };
    expect(planOf(options)).toEqual(planOf(options));
  });
});
