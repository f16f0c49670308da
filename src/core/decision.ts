import type { Draft } from './events.ts';
import type { PlanAction } from './plan/types.ts';

/** What a recording verb comes to: what to write, about which actions, and what is so already. */
export type Decision = {
  readonly drafts: readonly Draft[];
  /** The actions that it changes. */
  readonly actions: readonly PlanAction[];
  /** A sentence for each action that is left as it was. */
  readonly same: readonly string[];
};

/** The decisions about several actions as one. */
export function joinDecisions(decisions: readonly Decision[]): Decision {
  return {
    drafts: decisions.flatMap((decision) => decision.drafts),
    actions: decisions.flatMap((decision) => decision.actions),
    same: decisions.flatMap((decision) => decision.same),
  };
}

/** Something is to be written about an action. */
export function recordFor(action: PlanAction, ...drafts: readonly Draft[]): Decision {
  return { drafts, actions: [action], same: [] };
}

/** The action is so already: nothing is written. */
export function alreadySo(sentence: string): Decision {
  return { drafts: [], actions: [], same: [sentence] };
}
