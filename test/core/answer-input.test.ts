import { describe, expect, test } from 'vitest';
import { type AnswerContext, readAnswer, sayPossible, takesNotSure } from '../../src/core/answer-input.ts';
import { regions } from '../../src/core/councils.ts';
import type { Question } from '../../src/core/pack.ts';
import { shippedLoader } from '../helpers/shipped.ts';

const { questions, councils } = await shippedLoader.load('questions', 'councils');
const context: AnswerContext = { today: '2026-06-01', councils, region: undefined };

function question(id: string): Question {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

const read = (id: string, typed: string, more: Partial<AnswerContext> = {}) =>
  readAnswer(question(id), typed, { ...context, ...more });

describe('choices', () => {
  test.each([
    ['dcs_post', 'vacant', 'vacant'],
    ['dcs_post', ' VACANT ', 'vacant'],
    ['dcs_post', 'in-post', 'in-post'],
    ['dcs_post', 'in_post', 'in-post'],
    ['dcs_post', 'In Post', 'in-post'],
    ['dcs_post', 'an interim', 'interim'],
    ['dcs_post', 'not there: the post is vacant', 'vacant'],
    ['typing', 'I am the portfolio holder', 'holder'],
    ['delivery', 'a children’s trust', 'trust'],
    ['dcs_also', 'Yes', 'yes'],
    ['dcs_also', 'y', 'yes'],
    ['dcs_also', 'n', 'no'],
    ['given_by', 'mayor', 'mayor'],
    ['dates_from', 'today', 'today'],
    ['statutory_lead', 'someone else', 'someone-else'],
  ])('%s takes %j as %s', (id, typed, answer) => {
    expect(read(id, typed)).toEqual({ ok: true, answer });
  });

  test.each([
    [
      'dcs_post',
      'vacent',
      '"vacent" is not one of the answers: in-post, new, interim, vacant or not-sure.',
      'The nearest: vacant',
    ],
    ['dcs_also', 'perhaps', '"perhaps" is not one of the answers: yes, no or not-sure.', null],
    ['dcs_also', 'x', '"x" is not one of the answers: yes, no or not-sure.', null],
    ['dcs_post', 'i', '"i" is not one of the answers: in-post, new, interim, vacant or not-sure.', null],
    ['dcs_also', '   ', 'No answer was given.', 'Answers: yes, no or not-sure.'],
  ])('%s refuses %j', (id, typed, why, hint) => {
    expect(read(id, typed)).toEqual({ ok: false, why, hint });
  });
});

describe('not sure', () => {
  const words = ['not-sure', 'not sure', 'NOT SURE', 'not_sure', "don't know", 'don’t know', 'dont know'];

  test('is an answer to every question but council and appointed', () => {
    for (const one of questions) {
      const open = one.id !== 'council' && one.id !== 'appointed';
      expect(takesNotSure(one), one.id).toBe(open);
      for (const typed of words) {
        const reading = readAnswer(one, typed, context);
        if (open) expect(reading, one.id).toEqual({ ok: true, answer: 'not-sure' });
        else expect(reading, one.id).toMatchObject({ ok: false, why: expect.stringMatching(/has to be/) });
      }
    }
  });
});

describe('dates', () => {
  test.each([
    ['appointed', '20 May 2026', '2026-05-20'],
    ['appointed', '20 May', '2026-05-20'],
    ['appointed', '20/5/26', '2026-05-20'],
    ['appointed', '10 June', '2026-06-10'],
    ['appointed', '1 May 2031', '2031-05-01'],
    ['appointed', 'today', '2026-06-01'],
    ['last_inspection', '10 June', '2025-06-10'],
    ['last_inspection', '4 March 2024', '2024-03-04'],
    ['last_inspection', 'today', '2026-06-01'],
  ])('%s takes %j as %s', (id, typed, answer) => {
    expect(read(id, typed)).toEqual({ ok: true, answer });
  });

  test.each([
    ['appointed', '31 June 2026', /./],
    ['appointed', '20 May 1066', /./],
    ['appointed', 'last spring', /is not a date/],
    ['last_inspection', '2 June 2026', /"2 June 2026" has not come yet\. It must be today or earlier\./],
    ['last_inspection', 'tomorrow', /has not come yet/],
  ])('%s refuses %j', (id, typed, why) => {
    expect(read(id, typed)).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  });
});

describe('councils', () => {
  const leeds = { name: 'Leeds City Council', short: 'Leeds', gss: 'E08000035', region: 'Yorkshire and The Humber' };

  test.each(['Leeds', 'leeds city council', 'E08000035', '383'])('takes %j', (typed) => {
    expect(read('council', typed)).toEqual({ ok: true, answer: leeds });
  });

  test('names the candidates where several fit', () => {
    const reading = read('council', 'Kingston');
    expect(reading).toMatchObject({
      ok: false,
      why: '"Kingston" could be any of these: Kingston upon Thames or Hull.',
      hint: 'Type more of the name.',
    });
    expect(reading.ok ? [] : reading.candidates?.map(({ gss }) => gss)).toEqual(['E09000021', 'E06000010']);
  });

  test('names eight of many', () => {
    const reading = read('council', 'North West');
    expect(reading.ok ? '' : reading.why).toMatch(
      /^"North West" could be any of these: ([^,]+, ){7}.+ and \d+ more\.$/,
    );
  });

  test('a region decides between several', () => {
    expect(read('council', 'Kingston', { region: 'London' })).toMatchObject({
      ok: true,
      answer: { short: 'Kingston upon Thames' },
    });
  });

  test('one that is not on the list needs a region, and the nearest are named', () => {
    const reading = read('council', 'Leads');
    expect(reading).toMatchObject({ ok: false, why: expect.stringContaining('The nearest: Leeds') });
    const hint = reading.ok ? '' : (reading.hint ?? '');
    expect(hint).toContain('--region');
    for (const region of regions) expect(hint).toContain(region);
    expect(reading.ok ? [] : reading.candidates?.map(({ short }) => short)).toContain('Leeds');
  });

  test.each(['the south-east', 'South East', 'SE'])('is kept as typed with the region %j', (region) => {
    expect(read('council', '  East   Surrey Council ', { region })).toEqual({
      ok: true,
      answer: { name: 'East Surrey Council', short: 'East Surrey Council', gss: null, region: 'South East' },
    });
  });

  test.each([
    ['East Surrey', 'Wales', '"Wales" is not a region of England.', /North East.*South West/],
    ['Leeds', 'London', 'Leeds City Council is in Yorkshire and The Humber, not in London.', /Leave --region out/],
    ['?', 'London', '"?" is not the name of a council.', null],
    ['x'.repeat(201), 'London', 'The answer is 201 characters long. It must be 200 or less.', null],
  ])('refuses %j in %j', (typed, region, why, hint) => {
    const reading = read('council', typed, { region });
    expect(reading).toMatchObject({ ok: false, why });
    if (!reading.ok && hint !== null) expect(reading.hint).toMatch(hint);
  });

  test('an empty region is none', () => {
    expect(read('council', 'Leeds', { region: ' ' })).toMatchObject({ ok: true });
  });
});

describe('texts', () => {
  test('are kept trimmed', () => {
    expect(read('name', '  Aisha   Khan ')).toEqual({ ok: true, answer: 'Aisha Khan' });
  });

  test('are 200 characters or less', () => {
    expect(read('title', 'x'.repeat(200))).toMatchObject({ ok: true });
    expect(read('title', 'x'.repeat(201))).toMatchObject({ ok: false, why: expect.stringContaining('201 characters') });
  });
});

test('what can be answered is said for every question', () => {
  for (const one of questions) expect(sayPossible(one), one.id).toMatch(/^Answers?\b.+\.$/);
});
