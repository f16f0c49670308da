import { voiceOf } from './documents.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { fill } from './voice.ts';

/** What something is called at this council, where that is known, else on the list: a paper's title, a meeting's name. */
export function calledHere(action: PlanAction, plan: Plan): string {
  const meeting = plan.meetings.find((one) => one.action === action.id);
  return action.localTitle ?? meeting?.localName ?? fill(action.name, voiceOf(plan));
}
