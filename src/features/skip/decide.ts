import type { CivilDate } from '../../core/dates/index.ts';
import { alreadySo, type Decision, recordFor } from '../../core/decision.ts';
import { draft } from '../../core/events.ts';
import type { PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';

/** Records that an action does not apply, always with a reason. @throws Problem (2) for what is done */
export function decideSkip(action: PlanAction, why: string, on: CivilDate): Decision {
  if (action.status === 'done') {
    throw usage(
      `${action.number} is done, so it cannot be not applicable.`,
      `If that was a slip: induct reopen ${action.number}`,
    );
  }
  if (action.skippedBy === 'you' && action.skippedBecause === why) {
    return alreadySo(`${action.number} is already not applicable, for this reason.`);
  }
  return recordFor(action, draft('skipped', action.id, action.title, on, { why }));
}
