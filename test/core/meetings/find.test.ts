import { describe, expect, test } from 'vitest';
import { findMeeting, takeMeeting } from '../../../src/core/meetings/find.ts';
import { about, ONE_TO_ONE, planWith } from './plans.ts';

const plan = planWith([
  about('scrutiny-committee', 'meeting-renamed', { name: 'Scrutiny Board (Children and Families)' }),
  ONE_TO_ONE,
]);

describe('findMeeting', () => {
  test.each([
    ['7.3', 'schools-forum'],
    ['schools-forum', 'schools-forum'],
    ['meetings.schools-forum', 'schools-forum'],
    ['SCHOOLS  FORUM', 'schools-forum'],
    ['schools’ forum', 'schools-forum'],
    ['forum', 'schools-forum'],
    ['HWB', 'health-and-wellbeing-board'],
    ['youth', 'youth-parliament'],
    ['Scrutiny Board (Children and Families)', 'scrutiny-committee'],
    ["children's scrutiny committee", 'scrutiny-committee'],
    ['scrutiny', 'scrutiny-committee'],
    ['parenting', 'corporate-parenting-board'],
    ['care', 'children-in-care-council'],
    ['LSCP', 'safeguarding-children-partnership'],
    ['dcs-one-to-one', 'dcs-one-to-one'],
    ['dcs', 'dcs-one-to-one'],
  ])('%s', (typed, id) => {
    expect(findMeeting(plan, typed).id).toBe(id);
  });

  test.each([
    [
      'council',
      '"council" could be any of these:\n  7.5 Youth council or youth parliament\n  7.6 Children in care council',
    ],
    ['scruteny', 'There is no meeting "scruteny". The nearest:\n  7.2 Scrutiny Board (Children and Families)'],
    ['3.2', 'There is no meeting "3.2". The nearest:'],
    ['', 'There is no meeting "".'],
    ['zebra crossing', 'There is no meeting "zebra crossing".'],
  ])('refuses %j', (typed, message) => {
    expect(() => findMeeting(plan, typed)).toThrow(message);
    expect(() => findMeeting(plan, typed)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  test('a step stands for all of its meetings', () => {
    expect(() => findMeeting(plan, '7')).toThrow(/7\.1 .*\n.*7\.2 [\s\S]*7\.8 /);
  });
});

describe('takeMeeting', () => {
  test.each([
    [['7.3', '18', 'June', '4pm'], 'schools-forum', ['18', 'June', '4pm']],
    [['schools', 'forum', '18 June'], 'schools-forum', ['18 June']],
    [['scrutiny', 'board', '10', 'June'], 'scrutiny-committee', ['10', 'June']],
    [['forum'], 'schools-forum', []],
  ])('%j', (words, id, rest) => {
    const taken = takeMeeting(plan, words);
    expect([taken.meeting.id, taken.rest]).toEqual([id, rest]);
  });
});
