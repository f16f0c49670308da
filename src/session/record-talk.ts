import type { TalkDecision, TalkState } from '../core/talks/gathered.ts';
import { isInterrupted } from '../host/prompts/prompter.ts';
import type { Recorded, Session } from './session.ts';

/** Decides about a talk on what is so now, and records it as one change. `lines`: what the receipt says. */
export async function recordTalk(
  session: Session,
  decide: (state: TalkState) => TalkDecision,
): Promise<{ readonly recorded: Recorded; readonly lines: readonly string[] }> {
  let lines: readonly string[] = [];
  const recorded = await session.recordAll((gathered) => {
    const decision = decide({ ...gathered, notes: gathered.store.notes(gathered.plan.induction.id) });
    lines = decision.lines;
    return decision.drafts;
  });
  return { recorded, lines };
}

/** Does what asks a person; where they stop in the middle, something may be done first, and that is said in these words. */
export async function sayingOnStop<T>(
  { said, first }: { readonly said: () => string; readonly first?: () => Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isInterrupted(error)) throw error;
    await first?.();
    throw Object.assign(error as Error, { said: said() });
  }
}
