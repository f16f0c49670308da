import type { CivilDate } from '../dates/index.ts';
import type { Plan, PlanAction } from '../plan/types.ts';

/** The person whose seven points are the heart of the first weeks. */
export const DIRECTOR = 'dcs';
/** The action under which is kept how urgent news travels. */
export const URGENT_NEWS = 'dcs.urgent-news';

const OTHERS = new Set(['new', 'interim', 'vacant']);

/**
 * Since when there is another director than at the start, as a later answer says: what was agreed before that day was
 * agreed with somebody else. Null while it is the same one.
 */
export function directorSince(plan: Plan): CivilDate | null {
  const now = plan.progress.answer.get('dcs_post');
  if (now === undefined) return null;
  const all = [...now.earlier, { answer: now.answer, since: now.since }];
  const changes = all.flatMap(({ answer, since }, index) =>
    since !== null && OTHERS.has(String(answer)) && all[index - 1]?.answer !== answer ? [since] : [],
  );
  return changes.at(-1) ?? null;
}

/** Settled with the director before, so that it is to be talked through again with the new one. */
export function isFromBefore(plan: Plan, action: PlanAction): boolean {
  const since = directorSince(plan);
  return since !== null && action.status === 'done' && action.doneOn !== null && action.doneOn < since;
}
