import { describe, expect, test } from 'vitest';
import { currentAnswer } from '../../../src/core/current-answer.ts';
import { draft } from '../../../src/core/events.ts';
import { decideAnswer, findQuestion } from '../../../src/features/profile/decide.ts';
import { sayChanged } from '../../../src/session/answer-receipt.ts';
import { LEEDS } from '../../helpers/run.ts';
import { firstAnswers, load, planOf } from './plan-of.ts';

const { questions } = await load('questions');
const on = '2026-06-01';

describe('findQuestion', () => {
  test.each([
    ['dcs_post', 'dcs_post'],
    ['dcs-post', 'dcs_post'],
    ['DCS-Post', 'dcs_post'],
    ['dcs post', 'dcs_post'],
    ['name', 'name'],
  ])('%j is %s', (typed, id) => {
    expect(findQuestion(questions, typed).id).toBe(id);
  });

  test.each([
    ['dcs_pots', 'There is no question "dcs_pots". The nearest: dcs-post.'],
    ['apointed', 'There is no question "apointed". The nearest: appointed.'],
    ['dcs', 'There is no question "dcs". The nearest: dcs-post, dcs-also.'],
    ['weather', 'There is no question "weather".'],
  ])('%j is none', (typed, message) => {
    expect(() => findQuestion(questions, typed)).toThrow(message);
  });
});

describe('decideAnswer', () => {
  test('the answer that holds adds nothing, given or not', async () => {
    const plan = await planOf();
    const same = [
      ['council', LEEDS],
      ['appointed', '2026-05-20'],
      ['typing', 'holder'],
      ['given_by', 'leader'],
      ['dates_from', 'appointed'],
      ['dcs_also', 'not-sure'],
      ['name', 'not-sure'],
    ] as const;
    for (const [id, answer] of same) expect(decideAnswer(plan, findQuestion(questions, id), answer), id).toEqual([]);
  });

  test('another answer counts from its own day', async () => {
    const question = findQuestion(questions, 'dcs_post');
    expect(decideAnswer(await planOf(), question, 'vacant')).toEqual([
      draft('answered', 'dcs_post', question.ask, on, { answer: 'vacant', initial: false }),
    ]);
  });

  test('counting from today is another answer on another day', async () => {
    const drafts = [...firstAnswers(), draft('answered', 'dates_from', 'x', on, { answer: 'today', initial: false })];
    const question = findQuestion(questions, 'dates_from');
    expect(decideAnswer(await planOf(drafts, on), question, 'today')).toEqual([]);
    expect(decideAnswer(await planOf(drafts, '2026-06-02'), question, 'today')).toHaveLength(1);
  });

  test('a council of the same name in another region is another', async () => {
    const plan = await planOf();
    const other = { ...LEEDS, gss: null, region: 'London' };
    expect(decideAnswer(plan, findQuestion(questions, 'council'), other)).toHaveLength(1);
  });
});

describe('the receipt', () => {
  async function changed(id: string, answer: string, more: Parameters<typeof planOf>[0] = []) {
    const question = findQuestion(questions, id);
    const before = await planOf([...firstAnswers(), ...more], on);
    const after = await planOf([...firstAnswers(), ...more, ...decideAnswer(before, question, answer)], on);
    expect(currentAnswer(question, after.progress)).toBe(answer);
    return sayChanged(before, after, question);
  }

  test('names what came in', async () => {
    const lines = await changed('dcs_also', 'yes');
    expect(lines[0]).toBe('Changed: dcs-also from "not sure yet" to "yes".');
    expect(lines.at(-1)).toMatch(/^In the plan now: 3\.\d+ .+\.$/);
  });

  test('names what is not applicable any more', async () => {
    const given = draft('answered', 'dcs_also', 'x', '2026-05-20', { answer: 'yes', initial: true });
    const lines = await changed('dcs_also', 'no', [given]);
    expect(lines.at(-1)).toMatch(/^Not applicable now: 3\.\d+ .+\.$/);
  });

  test('counts the dates that moved, and lists those that stay', async () => {
    const due = draft('due-set', 'dcs.urgent', 'x', on, { due: '2026-06-05' });
    const plan = await planOf();
    const action = plan.actions.find(({ number }) => number === '3.2');
    const lines = await changed('appointed', '2026-06-01', [{ ...due, subject: action?.id ?? '' }]);
    expect(lines[0]).toBe('Changed: appointed from "20 May 2026" to "1 June 2026".');
    expect(lines[1]).toMatch(/^\d+ suggested dates move\. Suggested dates count from Mon 1 June\.$/);
    expect(lines.at(-1)).toBe('Dates set by hand stay: 3.2 by Fri 5 June.');
  });

  test('names no more than five', async () => {
    const before = await planOf();
    const after = { ...before, actions: before.actions.map((action) => ({ ...action, skippedBy: 'answer' as const })) };
    const [question] = questions;
    if (question === undefined) throw new Error('no questions');
    const line = sayChanged(before, after, question).at(-1) ?? '';
    expect(line).toMatch(/^Not applicable now: (\d+\.\d+ .+?; ){5}and \d+ more\.$/);
  });
});
