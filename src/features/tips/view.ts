import type { CivilDate } from '../../core/dates/index.ts';
import { nearestOf } from '../../core/nearest.ts';
import type { Tip } from '../../core/pack.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

/** A tip with its place in the list, from 1. */
export type NumberedTip = { readonly number: number; readonly tip: Tip };

/** All tips, or the one that was asked for. */
export type TipsView = { readonly today: CivilDate; readonly tips: readonly NumberedTip[]; readonly one: boolean };

/** @throws Problem (2) for a name or number that is no tip's, with the nearest names */
export function buildTips(tips: readonly Tip[], today: CivilDate, wanted: string | undefined): TipsView {
  const numbered = tips.map((tip, index) => ({ number: index + 1, tip }));
  if (wanted === undefined) return { today, tips: numbered, one: false };
  return { today, tips: [findTip(numbered, wanted)], one: true };
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
