import type { CouncilAnswer } from '../../core/events.ts';
import { decideTakeOver, sayTakenOver } from '../../core/local/decide-take-over.ts';
import { localFacts } from '../../core/local/local-facts.ts';
import { isStale } from '../../core/stale.ts';
import { text } from '../../formats/terminal/blocks.ts';
import type { Session } from '../../session/session.ts';
import type { InductionRow } from '../../store/store.ts';

/**
 * After the start of a further holder: takes over what belongs to the council from the record of the holder before, as a
 * change of its own. Nothing where nobody of that council was kept before, or nothing of it is known.
 */
export async function takeOver(session: Session): Promise<void> {
  const store = await session.store();
  const id = store.current();
  const rows = store.inductions();
  const council = rows.find((row) => row.id === id)?.council ?? null;
  if (id === null || council === null) return;
  const before = rows.filter((row) => row.id !== id && row.started && sameCouncil(row, council)).at(-1);
  if (before === undefined) return;
  const { plan } = await session.planFor(store, before.id);
  const facts = localFacts(plan);
  const drafts = decideTakeOver(facts, session.today);
  if (drafts.length === 0) return;
  const { plan: own, version } = await session.planFor(store, id);
  try {
    store.append(id, drafts, session.stamp(own.induction.typing), version);
  } catch (error) {
    // Somebody records in the new plan already: what is known of the council can be seen with the holder before.
    if (isStale(error)) return;
    throw error;
  }
  session.tell([text(sayTakenOver(facts)), text('To take just that back: induct undo')]);
}

function sameCouncil({ council }: InductionRow, wanted: CouncilAnswer): boolean {
  if (council === null) return false;
  if (council.gss !== null || wanted.gss !== null) return council.gss === wanted.gss;
  return council.name.trim().toLowerCase() === wanted.name.trim().toLowerCase();
}
