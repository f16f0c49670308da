import type { Companion, CompanionKind } from '../companion.ts';
import type { Notes } from '../documents.ts';
import type { Draft } from '../events.ts';
import type { Plan } from '../plan/types.ts';

/** All that is decided on about a talk: the plan, what goes with it, its notes, and the number of the next of a kind. */
export type TalkState = {
  readonly plan: Plan;
  readonly companion: Companion;
  readonly notes: Notes;
  readonly next: (kind: CompanionKind) => number;
};

/** What recording a talk comes to: what to write, and what the receipt says. */
export type TalkDecision = {
  readonly drafts: readonly Draft[];
  readonly lines: readonly string[];
};
