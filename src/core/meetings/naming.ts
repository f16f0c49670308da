import type { Plan, PlanMeeting } from '../plan/types.ts';

/** The number of the action that goes with a meeting; empty for one's own, which have none. */
export function numberOf(plan: Plan, meeting: PlanMeeting): string {
  return plan.actions.find((action) => action.id === meeting.action)?.number ?? '';
}

/** The council's own name for a meeting, else its usual one. */
export function nameOf(meeting: PlanMeeting): string {
  return meeting.localName ?? meeting.name;
}

/** What to type for a meeting: its number, and for one's own its id. */
export function typedFor(plan: Plan, meeting: PlanMeeting): string {
  return numberOf(plan, meeting) || meeting.id;
}

/** A meeting as receipts name it: `7.3 Schools forum`. */
export function titleOf(plan: Plan, meeting: PlanMeeting): string {
  return `${numberOf(plan, meeting)} ${nameOf(meeting)}`.trim();
}
