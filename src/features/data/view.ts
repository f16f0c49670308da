import type { Companion } from '../../core/companion.ts';
import { headOf, voiceOf } from '../../core/documents.ts';
import type { Figure } from '../../core/figures/figure.ts';
import type { FigureFile } from '../../core/figures/indicator.ts';
import { nextReport, reportsOf } from '../../core/figures/reports.ts';
import { sayStanding } from '../../core/figures/standing.ts';
import { sayRhythm } from '../../core/plan/meetings.ts';
import type { Plan } from '../../core/plan/types.ts';

/** `draws`: whether the screen can show lines and bars, or only words. */
export type FiguresView = {
  readonly plan: Plan;
  readonly figures: readonly Figure[];
  readonly files: readonly FigureFile[];
  /** Whether the statistical neighbours are known. */
  readonly neighbours: boolean;
  readonly draws: boolean;
};

export function dataDocument({ plan, figures }: FiguresView) {
  return { ...headOf('induct.data/1', plan), indicators: figures.map((figure) => figureDocument(figure, plan)) };
}

function figureDocument({ indicator, values, change, years, standing }: Figure, plan: Plan) {
  const like = voiceOf(plan).officer ? plan.induction.council.short : 'you';
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    better: indicator.better,
    values: values.map(({ period, value }) => ({ period, value })),
    change,
    published: years.map(({ period, council, region, england, neighbours, flag }) => ({
      period,
      council,
      region,
      england,
      neighbours,
      flag,
    })),
    overOneYear: standing?.overOne ?? null,
    overFiveYears: standing?.overFive ?? null,
    trend: standing?.trend ?? null,
    says: standing === null ? null : sayStanding(indicator, standing, like) || null,
    source: indicator.source,
  };
}

/** One figure whole: with what it means and what to ask. */
export function showDocument(plan: Plan, figure: Figure) {
  const { indicator, values, before } = figure;
  return {
    ...headOf('induct.data/1', plan),
    indicators: [
      {
        ...figureDocument(figure, plan),
        values: values.map(({ period, value, note }) => ({ period, value, note })),
        before,
        means: indicator.means,
        ask: indicator.ask,
        action: indicator.action,
      },
    ],
  };
}

export function filesDocument(head: object, files: readonly FigureFile[]) {
  return { ...head, files: files.map(({ name, holds, publication, url }) => ({ name, holds, publication, url })) };
}

/** Every report: who sends it, how often, when it came, as at which day, and the question it raised. */
export function reportsDocument(plan: Plan, companion: Companion) {
  return {
    ...headOf('induct.reports/1', plan),
    reports: reportsOf(companion).map(({ id, one }) => ({
      id,
      name: one.name,
      from: one.from,
      every: sayRhythm(one.every),
      came: [...one.came].reverse().map(({ on, asAt, question }) => ({ on, asAt, question })),
      next: nextReport(one),
    })),
  };
}
