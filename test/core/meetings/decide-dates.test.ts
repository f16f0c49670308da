import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/core/events.ts';
import { decideAttended } from '../../../src/core/meetings/decide-attended.ts';
import { decideAdd, decideCancel, decideMove } from '../../../src/core/meetings/decide-dates.ts';
import { readWhen } from '../../../src/core/meetings/when.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { about, dated, meetingOf, ONE_TO_ONE, planWith, TODAY, written } from './plans.ts';

const SCRUTINY = 'scrutiny-committee';
const june10 = dated(SCRUTINY, '2026-06-10', '10:30', 'Civic Hall');

describe('readWhen', () => {
  test.each([
    ['18 June 4:30pm', '2026-06-18', '16:30'],
    ['18 June', '2026-06-18', null],
    ['18 June at 4 pm', '2026-06-18', '16:00'],
    ['next thursday 9.30am', '2026-06-04', '09:30'],
    ['5 May', '2027-05-05', null],
    ['today noon', TODAY, '12:00'],
    ['5pm', null, '17:00'],
  ])('%s', (typed, date, time) => {
    expect(readWhen(typed, TODAY)).toEqual({ date, time });
  });

  test.each([
    ['18 June 25:00', '"25:00" is not a time.'],
    ['31 June', '31'],
    ['soon', '"soon" is not a date.'],
    ['28 May 2026', '28 May 2026 has passed. It must be today or later.'],
    ['yesterday', '31 May 2026 has passed.'],
  ])('refuses %s', (typed, message) => {
    expect(() => readWhen(typed, TODAY)).toThrow(message);
  });
});

describe('add', () => {
  const add = (plan: Plan, id: string, date: string, time: string | null = null, place: string | null = null) =>
    decideAdd(plan, meetingOf(plan, id), { date, time, place });

  test('records a date, and when the papers are out', () => {
    const decision = add(planWith(), SCRUTINY, '2026-06-10', '10:30', 'Civic Hall');
    expect(written(decision.drafts)).toEqual([
      ['meeting-dated', SCRUTINY, { date: '2026-06-10', time: '10:30', place: 'Civic Hall' }],
    ]);
    expect(decision.lines).toEqual([
      "In the diary: 7.2 Children's scrutiny committee, Wed 10 June, 10:30am, Civic Hall.",
      'Papers out by Tue 2 June.',
    ]);
  });

  test('says no law of the papers of the schools forum, and names a bank holiday', () => {
    expect(add(planWith(), 'schools-forum', '2026-08-31').lines).toEqual([
      'In the diary: 7.3 Schools forum, Mon 31 August.',
      'That day is a bank holiday: Summer bank holiday. Is the date right?',
    ]);
  });

  test.each([
    ['the same again', '10:30', 'Civic Hall', null],
    ['the same without time and place', null, null, null],
    ['another time', '11:00', null, { date: '2026-06-10', time: '11:00', place: 'Civic Hall' }],
    ['another place', null, 'Room 2', { date: '2026-06-10', time: '10:30', place: 'Room 2' }],
  ])('%s', (_, time, place, body) => {
    const { drafts, lines } = add(planWith([june10]), SCRUTINY, '2026-06-10', time, place);
    expect(drafts.map((draft) => draft.body)).toEqual(body === null ? [] : [body]);
    expect(lines[0]).toMatch(body === null ? /^Already in the diary: 7\.2 / : /^Changed: 7\.2 /);
  });

  test('a date that a rhythm has already', () => {
    const plan = planWith([ONE_TO_ONE]);
    expect(add(plan, 'dcs-one-to-one', '2026-09-24', '09:30').drafts).toEqual([]);
    expect(add(plan, 'dcs-one-to-one', '2026-09-25', '09:30').drafts).toHaveLength(1);
  });

  test('a meeting that does not apply is dated, and the receipt says how to take it up', () => {
    const skipped: Draft = {
      type: 'skipped',
      subject: 'meetings.youth-parliament',
      title: '',
      on: TODAY,
      body: { why: 'There is none' },
    };
    const { drafts, lines } = add(planWith([skipped]), 'youth-parliament', '2026-06-18');
    expect(drafts).toHaveLength(1);
    expect(lines.at(-1)).toBe('7.5 is marked as not applicable. To take it up again: induct reopen 7.5');
  });
});

describe('move', () => {
  const nothing = { date: null, time: null };

  test('moves the next date and keeps its time and place', () => {
    const plan = planWith([june10, dated(SCRUTINY, '2026-07-08')]);
    const to = { date: '2026-06-17', time: null };
    const decision = decideMove(plan, meetingOf(plan, SCRUTINY), { from: null, to, place: null });
    expect(written(decision.drafts)).toEqual([
      ['meeting-moved', SCRUTINY, { from: '2026-06-10', date: '2026-06-17', time: '10:30', place: 'Civic Hall' }],
    ]);
    expect(decision.lines[0]).toContain('Wed 17 June, 10:30am, Civic Hall, instead of Wed 10 June.');
    const after = planWith([june10, dated(SCRUTINY, '2026-07-08'), ...decision.drafts]);
    expect(meetingOf(after, SCRUTINY).dates.map(({ date }) => date)).toEqual(['2026-06-17', '2026-07-08']);
  });

  test('moves the date named, also one that has passed, and one of a rhythm far ahead', () => {
    const plan = planWith([june10, ONE_TO_ONE], { today: '2026-06-11' });
    const to = { date: '2026-07-01', time: '14:00' };
    const from = (id: string, typed: string) =>
      decideMove(plan, meetingOf(plan, id), { from: typed, to, place: null }).drafts[0]?.body;
    expect(from(SCRUTINY, '10 June')).toMatchObject({ from: '2026-06-10', time: '14:00' });
    expect(from('dcs-one-to-one', '24 September')).toMatchObject({ from: '2026-09-24' });
  });

  test('another time on the same day, and nothing new', () => {
    const plan = planWith([june10]);
    const move = (time: string | null, place: string | null) =>
      decideMove(plan, meetingOf(plan, SCRUTINY), { from: null, to: { date: null, time }, place });
    expect(move('17:00', null).drafts[0]?.body).toMatchObject({
      from: '2026-06-10',
      date: '2026-06-10',
      time: '17:00',
    });
    expect(move(null, 'Room 2').drafts[0]?.body).toMatchObject({ date: '2026-06-10', place: 'Room 2' });
    expect(move('10:30', null).drafts).toEqual([]);
  });

  test.each([
    [[], null, 'has no date ahead'],
    [[june10], '11 June', 'has no date on Thu 11 June'],
    [[june10], 'soon', '"soon" is not a date'],
  ])('%# refuses', (drafts, from, message) => {
    const plan = planWith(drafts);
    expect(() => decideMove(plan, meetingOf(plan, SCRUTINY), { from, to: nothing, place: null })).toThrow(message);
  });
});

describe('cancel', () => {
  const cancel = (plan: Plan, id: string, named: string | null) => decideCancel(plan, meetingOf(plan, id), named);

  test('the next, the one named, and one that is cancelled already', () => {
    const plan = planWith([june10, dated(SCRUTINY, '2026-07-08')]);
    expect(written(cancel(plan, SCRUTINY, null).drafts)).toEqual([
      ['meeting-cancelled', SCRUTINY, { date: '2026-06-10' }],
    ]);
    const named = cancel(plan, SCRUTINY, '8 July 2pm');
    expect(named.lines).toEqual(["Cancelled: 7.2 Children's scrutiny committee, Wed 8 July."]);
    const after = planWith([june10, dated(SCRUTINY, '2026-07-08'), ...named.drafts]);
    expect(cancel(after, SCRUTINY, '8 July')).toEqual({
      drafts: [],
      lines: ["Already out of the diary: 7.2 Children's scrutiny committee, Wed 8 July."],
    });
  });

  test('of a rhythm: the next one comes up', () => {
    const { drafts } = cancel(planWith([ONE_TO_ONE]), 'dcs-one-to-one', null);
    expect(meetingOf(planWith([ONE_TO_ONE, ...drafts]), 'dcs-one-to-one').next?.date).toBe('2026-06-11');
  });

  test('none, and one that was answered', () => {
    expect(() => cancel(planWith(), SCRUTINY, null)).toThrow('has no date ahead');
    const passed = planWith([june10], { today: '2026-06-12' });
    expect(() => cancel(passed, SCRUTINY, null)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('induct meetings cancel 7.2 2026-06-10') }),
    );
    expect(cancel(passed, SCRUTINY, '2026-06-10').drafts).toHaveLength(1);
    const answer = { date: '2026-06-10', attended: true, apologies: false, note: null };
    const answered = planWith([june10, about(SCRUTINY, 'meeting-attended', answer)], { today: '2026-06-12' });
    expect(() => cancel(answered, SCRUTINY, '10 June')).toThrow('is recorded already');
  });
});

describe('attended', () => {
  const input = { on: null, apologies: false, note: null };
  const attend = (
    drafts: readonly Draft[],
    today: string,
    id = SCRUTINY,
    more: Partial<typeof input> | object = {},
  ) => {
    const plan = planWith(drafts, { today });
    return decideAttended(plan, meetingOf(plan, id), { ...input, ...more });
  };
  const yes = about(SCRUTINY, 'meeting-attended', { date: '2026-06-10', attended: true, apologies: false, note: null });

  test.each([
    ['the last that passed', [june10, dated(SCRUTINY, '2026-06-24')], '2026-06-15', SCRUTINY, '2026-06-10'],
    ["today's", [june10], '2026-06-10', SCRUTINY, '2026-06-10'],
    ['today without any date', [], '2026-06-10', SCRUTINY, '2026-06-10'],
    ['the last of a rhythm', [ONE_TO_ONE], '2026-06-13', 'dcs-one-to-one', '2026-06-11'],
  ])('%s', (_, drafts, today, id, date) => {
    const { drafts: found } = attend(drafts, today, id);
    expect(found.map((draft) => [draft.type, draft.on, draft.body])).toEqual([
      ['meeting-attended', date, { date, attended: true, apologies: false, note: null }],
    ]);
  });

  test('the same again adds nothing; apologies, another day and a note do', () => {
    const again = attend([june10, yes], '2026-06-12');
    expect(again.drafts).toEqual([]);
    expect(again.lines[0]).toBe("Already recorded: you were at 7.2 Children's scrutiny committee, Wed 10 June.");
    expect(attend([june10, yes], '2026-06-12', SCRUTINY, { on: '2026-06-10', apologies: true }).drafts).toHaveLength(1);
    expect(attend([june10, yes], '2026-06-12', SCRUTINY, { on: '2026-06-12' }).drafts).toHaveLength(1);
    expect(attend([june10, yes], '2026-06-12', SCRUTINY, { note: 'Budget' }).drafts[0]?.body).toMatchObject({
      date: '2026-06-10',
      note: 'Budget',
    });
  });

  test('apologies are no attendance', () => {
    const { drafts, lines } = attend([june10], '2026-06-12', SCRUTINY, { apologies: true });
    expect(drafts[0]?.body).toMatchObject({ attended: false, apologies: true });
    expect(lines).toEqual(["Recorded: apologies sent for 7.2 Children's scrutiny committee, Wed 10 June."]);
    expect(meetingOf(planWith([june10, ...drafts], { today: '2026-06-12' }), SCRUTINY).lastAttended).toBeNull();
  });

  test('an officer reads of the holder', () => {
    const plan = planWith([june10], { today: '2026-06-12', typing: 'officer' });
    expect(decideAttended(plan, meetingOf(plan, SCRUTINY), input).lines[0]).toBe(
      "Recorded: Cllr Khan was at 7.2 Children's scrutiny committee, Wed 10 June.",
    );
  });
});
