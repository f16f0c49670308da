import type { Companion, QuestionProgress, VisitProgress } from '../../core/companion.ts';
import { byNumber } from '../../core/decide-companion.ts';
import { headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';

/** One visit, and what it made the holder ask. */
export type SeenVisit = {
  readonly id: string;
  readonly one: VisitProgress;
  readonly questions: readonly { readonly id: string; readonly one: QuestionProgress }[];
};

export type VisitsView = { readonly plan: Plan; readonly visits: readonly SeenVisit[] };

/** Every visit, the newest first; of one day the last recorded first. */
export function buildVisits(plan: Plan, companion: Companion): VisitsView {
  const questions = byNumber(companion.question);
  const visits = byNumber(companion.visit)
    .map(({ id, one }) => ({ id, one, questions: questions.filter((asked) => asked.one.visit === id) }))
    .reverse()
    .sort((a, b) => (a.one.on < b.one.on ? 1 : a.one.on > b.one.on ? -1 : 0));
  return { plan, visits };
}

export function visitsDocument({ plan, visits }: VisitsView) {
  return {
    ...headOf('induct.visits/1', plan),
    visits: visits.map(({ id, one, questions }) => ({
      id,
      on: one.on,
      to: one.to,
      with: one.with,
      note: one.note,
      questions: questions.map((asked) => asked.id),
    })),
  };
}
