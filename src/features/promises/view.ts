import type { Companion, PromiseProgress } from '../../core/companion.ts';
import { byNumber, openPromises } from '../../core/decide-companion.ts';
import { headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';

export type MadePromise = { readonly id: string; readonly one: PromiseProgress };

/** The promises not kept yet, the soonest first, and with --all those that were. */
export type PromisesView = {
  readonly plan: Plan;
  readonly open: readonly MadePromise[];
  /** The last kept first; null without --all. */
  readonly kept: readonly MadePromise[] | null;
  readonly keptCount: number;
};

export function buildPromises(plan: Plan, companion: Companion, all: boolean): PromisesView {
  const kept = byNumber(companion.promise).filter(({ one }) => one.keptOn !== null);
  return {
    plan,
    open: openPromises(companion),
    kept: all ? [...kept].reverse().sort((a, b) => compare(b, a)) : null,
    keptCount: kept.length,
  };
}

function compare(a: MadePromise, b: MadePromise): number {
  const [first, second] = [a.one.keptOn ?? '', b.one.keptOn ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function promisesDocument({ plan, open, kept }: PromisesView) {
  return {
    ...headOf('induct.promises/1', plan),
    promises: [...open, ...(kept ?? [])].map(({ id, one }) => ({
      id,
      text: one.text,
      to: one.to,
      by: one.by,
      keptOn: one.keptOn,
      madeOn: one.madeOn,
      note: one.note,
    })),
  };
}
