import type { CivilDate } from './dates/index.ts';
import { type CouncilAnswer, type Draft, draft } from './events.ts';
import type { Question } from './pack.ts';
import type { Progress } from './progress.ts';

export type AnswerValue = string | CouncilAnswer;
/** A question's id to its answer. */
export type Answers = ReadonlyMap<string, AnswerValue>;

/**
 * Records the answers that differ from those there are.
 * @param initial true while `start` is answered for the first time: they hold from the day dates count from
 */
export function decideAnswers(
  given: Iterable<readonly [string, AnswerValue]>,
  questions: readonly Question[],
  progress: Pick<Progress, 'answer'>,
  on: CivilDate,
  initial: boolean,
): Draft[] {
  return [...given].flatMap(([id, answer]) => {
    const before = progress.answer.get(id)?.answer;
    if (JSON.stringify(before) === JSON.stringify(answer)) return [];
    const title = questions.find((question) => question.id === id)?.ask ?? id;
    return [draft('answered', id, title, on, { answer, initial })];
  });
}
