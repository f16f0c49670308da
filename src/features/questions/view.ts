import type { Companion, QuestionProgress } from '../../core/companion.ts';
import { byNumber } from '../../core/decide-companion.ts';
import { headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';

export type AskedQuestion = { readonly id: string; readonly one: QuestionProgress };

/** The open questions by whom they are for, and with --all those that were answered. */
export type QuestionsView = {
  readonly plan: Plan;
  readonly open: readonly { readonly to: string; readonly questions: readonly AskedQuestion[] }[];
  /** The last answered first; null without --all. */
  readonly answered: readonly AskedQuestion[] | null;
  readonly answeredCount: number;
};

/** Whoever was asked first comes first, and of each the oldest question. */
export function buildQuestions(plan: Plan, companion: Companion, all: boolean): QuestionsView {
  const questions = byNumber(companion.question);
  const open = questions.filter(({ one }) => one.answer === null);
  const answered = questions.filter(({ one }) => one.answer !== null);
  const whom = [...new Set(open.map(({ one }) => one.to))];
  return {
    plan,
    open: whom.map((to) => ({ to, questions: open.filter(({ one }) => one.to === to) })),
    answered: all ? [...answered].reverse().sort((a, b) => compare(b, a)) : null,
    answeredCount: answered.length,
  };
}

function compare(a: AskedQuestion, b: AskedQuestion): number {
  const [first, second] = [a.one.answeredOn ?? '', b.one.answeredOn ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function questionsDocument({ plan, open, answered }: QuestionsView) {
  const all = [...open.flatMap(({ questions }) => questions)].sort((a, b) => numberOf(a) - numberOf(b));
  return {
    ...headOf('induct.questions/1', plan),
    questions: [...all, ...(answered ?? [])].map(({ id, one }) => ({
      id,
      text: one.text,
      to: one.to,
      askedOn: one.askedOn,
      answer: one.answer,
      answeredOn: one.answeredOn,
      visit: one.visit,
    })),
  };
}

function numberOf({ id }: AskedQuestion): number {
  return Number(id.slice(1));
}
