import type { CivilDate } from './dates/index.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { isOpen } from './reference.ts';

/** A suggested date that is another now. */
export type MovedDate = { readonly action: PlanAction; readonly from: CivilDate; readonly to: CivilDate };

/** The suggested dates of open actions that are others now; dates the user set are none of ours and stay. */
export function movedDates(before: Plan, after: Plan): MovedDate[] {
  const was = new Map(before.actions.map((action) => [action.id, action]));
  return after.actions.flatMap((action) => {
    const old = was.get(action.id);
    if (old === undefined || !isOpen(old) || !isOpen(action) || action.dueSet) return [];
    if (old.due === null || action.due === null || old.due === action.due) return [];
    return [{ action, from: old.due, to: action.due }];
  });
}

/** The actions that an answer or another record brought into the plan, and those that are not applicable any more. */
export function appliedChanges(
  before: Plan,
  after: Plan,
): { readonly cameIn: readonly PlanAction[]; readonly wentOut: readonly PlanAction[] } {
  const skipped = new Set(before.actions.filter((action) => action.skippedBy === 'answer').map((action) => action.id));
  const bySaid = (action: PlanAction) => action.skippedBy === 'answer';
  return {
    cameIn: after.actions.filter((action) => skipped.has(action.id) && !bySaid(action)),
    wentOut: after.actions.filter((action) => !skipped.has(action.id) && bySaid(action)),
  };
}

/** The open actions whose dates the user set. */
export function ownDates(plan: Plan): PlanAction[] {
  return plan.actions.filter((action) => isOpen(action) && action.dueSet);
}
