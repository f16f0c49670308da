import type { CivilDate } from '../dates/index.ts';
import { plainText } from '../plain-words.ts';
import type { Waiting } from './diary.ts';
import type { Plan, PlanAction } from './types.ts';

/** What was asked for this many days ago may be asked for again. */
export const PATIENCE_DAYS = 10;

/** Asked for, without a day, and not here. */
export function isWaitedFor(action: PlanAction): boolean {
  return action.status === 'arranged' && action.arrangedFor === null && action.arrangedOn !== null && !action.retired;
}

/** What was asked for and has not come, one row for each of whom it was asked; the longest first. */
export function buildWaitingByRecipient(plan: Plan): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const action of plan.actions) {
    if (!isWaitedFor(action)) continue;
    const on = action.arrangedOn as CivilDate;
    const key = recipientKey(action.arrangedWith);
    const before = found.get(key);
    found.set(key, {
      of: before?.of ?? action.arrangedWith,
      since: before === undefined || on < before.since ? on : before.since,
      actions: [...(before?.actions ?? []), action],
    });
  }
  return [...found.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** The same for one recipient however it was typed: `The DCS's office`, `DCS’s office`. */
export function recipientKey(of: string | null): string {
  return plainText(of ?? '').replace(/^the /, '');
}
