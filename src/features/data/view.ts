import type { Companion } from '../../core/companion.ts';
import { headOf } from '../../core/documents.ts';
import type { Indicator } from '../../core/figures/indicator.ts';
import { changeOf, ownValues, type Point } from '../../core/figures/series.ts';
import type { Plan } from '../../core/plan/types.ts';

/** One figure with what is known of it. */
export type Figure = {
  readonly indicator: Indicator;
  /** The holder's own values, oldest first. */
  readonly values: readonly (Point & { readonly note: string | null })[];
  /** The last of them less the one before it, of a period as long. */
  readonly change: number | null;
};

/** `draws`: whether the screen can show lines and bars, or only words. */
export type FiguresView = { readonly plan: Plan; readonly figures: readonly Figure[]; readonly draws: boolean };

export function buildData(
  plan: Plan,
  companion: Companion,
  indicators: readonly Indicator[],
  draws: boolean,
): FiguresView {
  return { plan, figures: indicators.map((indicator) => buildFigure(indicator, companion)), draws };
}

function buildFigure(indicator: Indicator, companion: Companion): Figure {
  const values = ownValues(companion, indicator.id);
  return { indicator, values, change: changeOf(values) };
}

export function dataDocument({ plan, figures }: FiguresView) {
  return { ...headOf('induct.data/1', plan), indicators: figures.map(figureDocument) };
}

function figureDocument({ indicator, values, change }: Figure) {
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    better: indicator.better,
    values: values.map(({ period, value }) => ({ period, value })),
    change,
    source: indicator.source,
  };
}

/** One figure whole: with what it means and what to ask. */
export function showDocument(plan: Plan, figure: Figure) {
  const { indicator, values } = figure;
  return {
    ...headOf('induct.data/1', plan),
    indicators: [
      {
        ...figureDocument(figure),
        values: values.map(({ period, value, note }) => ({ period, value, note })),
        means: indicator.means,
        ask: indicator.ask,
        action: indicator.action,
      },
    ],
  };
}
