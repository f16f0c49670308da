import { headOf } from '../../core/documents.ts';
import type { Waiting } from '../../core/plan/diary.ts';
import type { Plan } from '../../core/plan/types.ts';
import { buildWaitingByRecipient } from '../../core/plan/waiting.ts';

/** What was asked for and has not come, by recipient, the longest first. */
export type WaitingView = { readonly plan: Plan; readonly waiting: readonly Waiting[] };

export function buildWaitingView(plan: Plan): WaitingView {
  return { plan, waiting: buildWaitingByRecipient(plan) };
}

export function waitingDocument({ plan, waiting }: WaitingView) {
  return {
    ...headOf('induct.waiting/1', plan),
    waiting: waiting.map(({ of, since, actions }) => ({ of, since, actions: actions.map((action) => action.id) })),
  };
}
