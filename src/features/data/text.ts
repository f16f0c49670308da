import { sayPeriod } from '../../core/figures/period.ts';
import { comparable, sparkline, trendOf } from '../../core/figures/series.ts';
import { sayChange, sayValue } from '../../core/figures/value.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, heading, items, spaced, table, text } from '../../formats/terminal/blocks.ts';
import type { Figure, FiguresView } from './view.ts';

/** So many of the last values make the small line of a trend. */
const MOST_POINTS = 12;

/** `induct data` as words. */
export function dataText({ plan, figures, draws }: FiguresView): readonly Block[] {
  const known = figures.filter(({ values }) => values.length > 0);
  const bare = figures.filter(({ values }) => values.length === 0);
  return spaced(
    [text(`${sayHead(plan)}: the figures to follow`)],
    known.length === 0
      ? []
      : [
          table({
            heading: "FROM THE COUNCIL'S REPORTS",
            heads: ['last', 'for', 'change', 'trend'],
            rows: known.map((figure) => ({ lead: [], text: figure.indicator.title, cells: cellsOf(figure, draws) })),
          }),
        ],
    bare.length === 0
      ? []
      : [
          heading(`NOTHING RECORDED YET (${bare.length})`),
          items(bare.map(({ indicator }) => ({ label: indicator.id, text: indicator.title }))),
        ],
    [
      text('From a report: induct data record repeat-referrals 24.2 --period 2026-05'),
      text('What one means, and what to ask: induct data show repeat-referrals'),
    ],
  );
}

function cellsOf({ indicator, values, change }: Figure, draws: boolean): string[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  return [
    sayValue(last.value, indicator.measure),
    sayPeriod(last.period),
    change === null ? '' : sayChange(change),
    sayTrend(
      comparable(values).map(({ value }) => value),
      draws,
    ),
  ];
}

/** Which way the last values move: a small line where it can be drawn, and the word for it. */
export function sayTrend(values: readonly number[], draws: boolean): string {
  const last = values.slice(-MOST_POINTS);
  return [draws ? sparkline(last) : '', trendOf(last) ?? ''].filter(Boolean).join(' ');
}
