import { currentAnswer } from '../../core/current-answer.ts';
import { headOf } from '../../core/documents.ts';
import type { CouncilAnswer } from '../../core/events.ts';
import type { Question } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';

/** The answers, and the one question that was asked for, or null for all. */
export type ProfileView = {
  readonly plan: Plan;
  readonly one: Question | null;
  readonly rows: readonly { readonly question: Question; readonly answer: string | CouncilAnswer }[];
};

export function buildProfile(plan: Plan, one: Question | null): ProfileView {
  const rows = plan.pack.questions.map((question) => ({ question, answer: currentAnswer(question, plan.progress) }));
  return { plan, one, rows };
}

/** Every question's answer by its id, whichever was asked for. A council answers with its full name. */
export function profileDocument({ plan, rows }: ProfileView) {
  const answers = rows.map(({ question, answer }) => [question.id, typeof answer === 'string' ? answer : answer.name]);
  return { ...headOf('induct.profile/1', plan), answers: Object.fromEntries(answers) as Record<string, string> };
}
