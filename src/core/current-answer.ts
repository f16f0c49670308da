import type { CouncilAnswer } from './events.ts';
import type { Question } from './pack.ts';
import { NOT_SURE } from './plan/answers.ts';
import type { Progress } from './progress.ts';

/** What holds for a question now: what was answered, else what the question takes without an answer. */
export function currentAnswer(question: Question, progress: Pick<Progress, 'answer'>): string | CouncilAnswer {
  return progress.answer.get(question.id)?.answer ?? question.default ?? NOT_SURE;
}
