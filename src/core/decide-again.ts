import { type CouncilAnswer, type Draft, draft } from './events.ts';
import type { Question } from './pack.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { sayAnswer, typedId } from './say-answer.ts';

/** The actions that an answer brings back: done, and to be done anew where the answer is this one. */
export function broughtBack(plan: Plan, question: string, answer: string | CouncilAnswer): PlanAction[] {
  return plan.actions.filter(
    ({ pack, status }) =>
      status === 'done' && typeof answer === 'string' && pack?.again?.[question]?.includes(answer) === true,
  );
}

/**
 * What goes with a changed answer, in the same change: a new director opens the conversations again that were settled
 * with the one before. Notes stay. A date set by hand that has passed was for the time before, so ours holds again.
 */
export function decideAgain(plan: Plan, question: Question, answer: string | CouncilAnswer): Draft[] {
  const why = `${typedId(question)}: ${sayAnswer(question, answer)}`;
  return broughtBack(plan, question.id, answer).flatMap((action) => {
    const reopened = draft('reopened', action.id, action.title, plan.today, { was: action.status, why });
    const passed = action.dueSet && action.due !== null && action.due < plan.today;
    return passed ? [reopened, draft('due-set', action.id, action.title, plan.today, { due: null })] : [reopened];
  });
}
