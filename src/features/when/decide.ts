import type { Companion, CompanionKind } from '../../core/companion.ts';
import { decideQuestion, openQuestions } from '../../core/decide-companion.ts';
import type { Draft } from '../../core/events.ts';
import type { Situation } from '../../core/pack-advice.ts';
import type { Plan } from '../../core/plan/types.ts';

/** Whom the question on every page is for. */
const DIRECTOR = 'dcs';

/** What the question of a page is kept as while it has no answer; null where it is not kept. */
export function findKept(companion: Companion, situation: Situation): string | null {
  return openQuestions(companion, DIRECTOR).find(({ one }) => one.text === situation.later)?.id ?? null;
}

type Gathered = {
  readonly plan: Plan;
  readonly companion: Companion;
  readonly next: (kind: CompanionKind) => number;
};

/** Records the question of a page, for the director; nothing where it is kept and not answered yet. */
export function decideLater(
  { plan, companion, next }: Gathered,
  situation: Situation,
): { readonly id: string; readonly drafts: readonly Draft[] } {
  const kept = findKept(companion, situation);
  if (kept !== null) return { id: kept, drafts: [] };
  const question = { text: situation.later, to: DIRECTOR, visit: null, on: plan.today };
  const draft = decideQuestion(question, next('question'));
  return { id: draft.subject, drafts: [draft] };
}
