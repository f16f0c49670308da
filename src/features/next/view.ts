import { headOf, occasionDocument, voiceOf } from '../../core/documents.ts';
import type { Plan, PlanOccasion } from '../../core/plan/types.ts';

/** The next occasions: overdue first, then by date. */
export type NextView = { readonly plan: Plan; readonly next: readonly PlanOccasion[] };

/** How many are shown without a number. */
export const USUAL_NEXT = 5;

export function buildNext(plan: Plan, most: number): NextView {
  return { plan, next: plan.occasions.slice(0, most) };
}

export function nextDocument({ plan, next }: NextView) {
  const voice = voiceOf(plan);
  return { ...headOf('induct.next/1', plan), next: next.map((occasion) => occasionDocument(occasion, voice)) };
}
