import { describe, expect, test } from 'vitest';
import { decideCapacity, decideNew, decideRename } from '../../../src/core/meetings/decide-names.ts';
import { readEvery } from '../../../src/core/meetings/every.ts';
import { readCapacity } from '../../../src/core/meetings/say-capacity.ts';
import type { Capacity } from '../../../src/core/pack.ts';
import { about, meetingOf, ONE_TO_ONE, planWith, written } from './plans.ts';

describe('readEvery', () => {
  test.each([
    ['week', 1, 'week'],
    ['every week', 1, 'week'],
    ['2 weeks', 2, 'week'],
    ['two weeks', 2, 'week'],
    ['other week', 2, 'week'],
    ['Fortnight', 2, 'week'],
    ['6 weeks', 6, 'week'],
    ['month', 1, 'month'],
    ['monthly', 1, 'month'],
    ['quarter', 3, 'month'],
    ['day', 1, 'day'],
  ])('%s', (typed, count, unit) => {
    expect(readEvery(typed)).toEqual({ count, unit });
  });

  test.each(['', '0 weeks', '53 weeks', 'often', 'constructor', 'blue weeks'])('refuses %j', (typed) => {
    expect(() => readEvery(typed)).toThrow(`--every: "${typed}" is not clear.`);
  });
});

describe('readCapacity', () => {
  test.each([
    ['member', 'member'],
    ['Chair', 'chair'],
    ['ex officio', 'ex-officio'],
    ['ex-officio', 'ex-officio'],
    ['speaker', 'speaking-right'],
    ['speaking-right', 'speaking-right'],
    ['obs', 'observer'],
  ])('%s', (typed, capacity) => {
    expect(readCapacity(typed)).toBe(capacity);
  });

  test.each(['', 'm', 'boss'])('refuses %j', (typed) => {
    expect(() => readCapacity(typed)).toThrow('is none of the roles: member, chair, ex-officio');
  });
});

describe('as', () => {
  const as = (id: string, capacity: Capacity, typing: 'holder' | 'officer' = 'holder', drafts = [] as never[]) => {
    const plan = planWith(drafts, { typing });
    return decideCapacity(plan, meetingOf(plan, id), capacity);
  };

  test.each([
    ['corporate-parenting-board', 'chair', ['Recorded. 7.7 Corporate parenting board: You go as its chair.']],
    ['regional-network', 'member', ['Recorded. 7.1 Regional lead member network: You go as a member.']],
    [
      'scrutiny-committee',
      'member',
      [
        "Recorded. 7.2 Children's scrutiny committee: You go as a member.",
        'By law you answer as a witness; your monitoring officer decides.',
      ],
    ],
  ] as const)('%s as %s', (id, capacity, lines) => {
    const decision = as(id, capacity);
    expect(written(decision.drafts)).toEqual([['meeting-capacity', id, { capacity }]]);
    expect(decision.lines).toEqual(lines);
  });

  test('what is so by law, or was said before, is not written again', () => {
    expect(as('scrutiny-committee', 'witness').drafts).toEqual([]);
    const said = planWith([about('regional-network', 'meeting-capacity', { capacity: 'chair' })]);
    expect(decideCapacity(said, meetingOf(said, 'regional-network'), 'chair').drafts).toEqual([]);
    expect(meetingOf(said, 'regional-network').capacityConfirmed).toBe(true);
  });

  test('an officer reads of the holder', () => {
    expect(as('scrutiny-committee', 'guest', 'officer').lines).toEqual([
      "Recorded. 7.2 Children's scrutiny committee: Cllr Khan goes as a guest.",
      'By law Cllr Khan answers as a witness; your monitoring officer decides.',
    ]);
  });
});

describe('rename', () => {
  test('records the name once, in one line', () => {
    const plan = planWith();
    const { drafts } = decideRename(plan, meetingOf(plan, 'scrutiny-committee'), ' Scrutiny \n Board ');
    expect(written(drafts)).toEqual([['meeting-renamed', 'scrutiny-committee', { name: 'Scrutiny Board' }]]);
    const after = planWith(drafts);
    expect(decideRename(after, meetingOf(after, 'scrutiny-committee'), 'Scrutiny Board').drafts).toEqual([]);
    expect(() => decideRename(plan, meetingOf(plan, 'schools-forum'), 'x'.repeat(121))).toThrow('121 characters long');
  });
});

describe('new', () => {
  const dates = { every: null, from: null, time: null, place: null };

  test.each([
    ['DCS one-to-one', 'dcs-one-to-one'],
    ["Leader's briefing (Mondays)", 'leaders-briefing-mondays'],
    ['Café après', 'cafe-apres'],
    ['会議', 'meeting'],
    ['Schools forum', 'schools-forum-2'],
  ])('%s', (name, id) => {
    expect(decideNew(planWith(), { ...dates, name }).drafts[0]?.subject).toBe(id);
  });

  test('the same twice adds nothing, another rhythm another meeting', () => {
    const plan = planWith([ONE_TO_ONE]);
    const every = { count: 1, unit: 'week' } as const;
    const same = { ...dates, name: 'DCS one-to-one', every, from: '2026-06-04', time: '09:30' };
    expect(decideNew(plan, same)).toEqual({
      drafts: [],
      lines: ['Already there: DCS one-to-one, every week, from Thu 4 June, 9:30am.'],
    });
    expect(decideNew(plan, { ...same, time: '10:00' }).drafts[0]?.subject).toBe('dcs-one-to-one-2');
  });

  test('without a date the receipt says how to give one', () => {
    expect(decideNew(planWith(), { ...dates, name: 'Cabinet' }).lines).toEqual([
      'Added: Cabinet.',
      'Give it a date: induct meetings add cabinet "18 June" 4pm',
    ]);
  });
});
