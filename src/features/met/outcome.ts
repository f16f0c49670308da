import type { CivilDate } from '../../core/dates/index.ts';
import { decideHeld, type HeldInput } from '../../core/talks/decide-held.ts';
import { decideApologies, decideMoved, decideNotHeld } from '../../core/talks/decide-moved.ts';
import type { Day } from '../../core/talks/decide-next.ts';
import type { TalkDecision, TalkState } from '../../core/talks/gathered.ts';

/** What became of a talk: it was held, moved, not held, or a meeting held without the holder. `on`: which; null for the last without an answer. */
export type Outcome =
  | { readonly what: 'held'; readonly input: HeldInput }
  | { readonly what: 'moved'; readonly on: CivilDate | null; readonly to: Day }
  | { readonly what: 'not-held' | 'apologies'; readonly on: CivilDate | null };

/** What an outcome comes to. @param id of the person or meeting */
export function decideOutcome(state: TalkState, id: string, outcome: Outcome): TalkDecision {
  switch (outcome.what) {
    case 'held':
      return decideHeld(state, id, outcome.input);
    case 'moved':
      return decideMoved(state, id, outcome.on, outcome.to);
    case 'not-held':
      return decideNotHeld(state, id, outcome.on);
    case 'apologies':
      return decideApologies(state, id, outcome.on);
  }
}
