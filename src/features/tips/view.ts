import type { CivilDate } from '../../core/dates/index.ts';
import { nearestOf } from '../../core/nearest.ts';
import type { Tip } from '../../core/pack-advice.ts';
import type { PlanOccasion } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

/** A tip with its place in the list, from 1. */
export type NumberedTip = { readonly number: number; readonly tip: Tip };

/** All tips, those that fit the moment, or the one that was asked for. */
export type TipsView = {
  readonly today: CivilDate;
  /** In the order of the list. */
  readonly tips: readonly NumberedTip[];
  /** Those of `tips` that fit what is next, the best first; empty without a plan. */
  readonly fitting: readonly NumberedTip[];
  readonly one: boolean;
  /** Only the fitting ones were wanted. */
  readonly now: boolean;
};

/** What fits the moment, and whether only that is wanted. */
export type ForNow = { readonly fitting: readonly Tip[]; readonly now: boolean };

/** @throws Problem (2) for a name or number that is no tip's, with the nearest names */
export function buildTips(
  tips: readonly Tip[],
  today: CivilDate,
  wanted: string | undefined,
  { fitting, now }: ForNow = { fitting: [], now: false },
): TipsView {
  const numbered = tips.map((tip, index) => ({ number: index + 1, tip }));
  if (wanted !== undefined) return { today, tips: [findTip(numbered, wanted)], fitting: [], one: true, now: false };
  const fits = fitting.flatMap((tip) => numbered.filter((one) => one.tip.id === tip.id));
  return { today, tips: now ? fits : numbered, fitting: fits, one: false, now };
}

const MOST_FITTING = 2;
const FIRST_OCCASIONS = 3;

/**
 * The one or two tips that fit what is next: for the steps of the first three occasions, in their order, the tip that
 * names the step soonest in its `fits`.
 */
export function fittingTips(tips: readonly Tip[], occasions: readonly PlanOccasion[]): Tip[] {
  const steps = occasions.slice(0, FIRST_OCCASIONS).flatMap(({ actions }) => actions.map((action) => action.step));
  const fitting = new Set<Tip>();
  for (const step of new Set(steps)) {
    const [best] = tips
      .filter((tip) => tip.fits.includes(step) && !fitting.has(tip))
      .sort((a, b) => a.fits.indexOf(step) - b.fits.indexOf(step));
    if (best !== undefined) fitting.add(best);
  }
  return [...fitting].slice(0, MOST_FITTING);
}

function findTip(tips: readonly NumberedTip[], wanted: string): NumberedTip {
  const word = wanted.trim().toLowerCase().replaceAll('_', '-');
  const exact = tips.find(({ number, tip }) => tip.id === word || String(number) === word);
  if (exact !== undefined) return exact;
  const beginning = word === '' ? [] : tips.filter(({ tip }) => tip.id.startsWith(word));
  const [only] = beginning;
  if (beginning.length === 1 && only !== undefined) return only;
  const near = beginning.length > 1 ? beginning : nearest(tips, word);
  const names = near.map(({ number, tip }) => `${number} ${tip.id}`).join(', ');
  throw usage(
    `There is no tip "${shown(wanted)}".${names === '' ? '' : ` The nearest: ${names}.`}`,
    `They are numbered from 1 to ${tips.length}. All of them: induct tips`,
  );
}

/** Those whose names hold the word, else the one spelt most like it. */
function nearest(tips: readonly NumberedTip[], word: string): NumberedTip[] {
  const holding = word.length < 3 ? [] : tips.filter(({ tip }) => tip.id.includes(word));
  if (holding.length > 0) return holding;
  const names = tips.map(({ tip }) => tip.id);
  const name = nearestOf(word, names);
  return tips.filter(({ tip }) => tip.id === name);
}

export function tipsDocument({ today, tips }: TipsView) {
  return {
    schema: 'induct.tips/1',
    today,
    tips: tips.map(({ tip: { id, title, text, source } }) => ({ id, title, text, source })),
  };
}
