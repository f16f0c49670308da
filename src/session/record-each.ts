import { type Decision, joinDecisions } from '../core/decision.ts';
import type { Plan, PlanAction } from '../core/plan/types.ts';
import { giveReceipt, sayActions } from './receipt.ts';
import type { Session } from './session.ts';

/** What is recorded about each of the actions chosen, and how the receipt begins: `Done, Thu 21 May`. */
export type Each = {
  readonly chosen: readonly PlanAction[];
  readonly decide: (plan: Plan, action: PlanAction) => Decision;
  readonly receipt: string;
  /** What the receipt ends with, after the actions. */
  readonly ending?: string;
};

/** Decides about every action chosen, on what is so now, records it as one change, and gives one receipt. */
export async function recordEach(session: Session, each: Each): Promise<void> {
  const ids = new Set(each.chosen.map((action) => action.id));
  const decide = (plan: Plan) =>
    joinDecisions(plan.actions.filter((action) => ids.has(action.id)).map((action) => each.decide(plan, action)));
  const recorded = await session.record((plan) => decide(plan).drafts);
  const { actions, same } = decide(recorded.before);
  const said =
    actions.length === 0 ? [] : [`${each.receipt}: ${sayActions(actions, recorded.before)}.${each.ending ?? ''}`];
  const nothing = ids.size === 0 ? ['Nothing of it is open for this.'] : [];
  await giveReceipt(session, recorded, [...said, ...same, ...nothing]);
}
