import { sayPeriod } from '../../core/figures/period.ts';
import { comparable } from '../../core/figures/series.ts';
import { sayChange, sayValue } from '../../core/figures/value.ts';
import { PAGES } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { type Block, heading, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { sayTrend } from './text.ts';
import type { Figure } from './view.ts';

/** One figure whole: what it means, its values, what to ask, where it comes from. */
export function showText(plan: Plan, figure: Figure, draws: boolean): readonly Block[] {
  const { indicator } = figure;
  const { source } = indicator;
  const number = plan.actions.find((action) => action.id === indicator.action)?.number ?? '';
  return spaced(
    [text(`${indicator.title} (${indicator.unit})`, { strong: true }), text(indicator.means)],
    sayOwn(figure, draws),
    [heading('WHAT TO ASK'), items(indicator.ask.map((question) => ({ label: '', text: question })))],
    [
      text(`Keep one to ask: induct questions ask "..."`),
      text(`In the plan: induct show ${number}`),
      text(`Source: ${PAGES[source.page].title}`),
    ],
  );
}

function sayOwn({ indicator, values, change }: Figure, draws: boolean): Block[] {
  const example = `induct data record ${indicator.id} 24.2 --period 2026-05`;
  if (values.length === 0) return [text('Nothing is recorded yet. From a report:'), text(example)];
  const rows = [...values].reverse().map(({ period, value, note }) => ({
    label: sayPeriod(period),
    text: sayValue(value, indicator.measure),
    under: note === null ? [] : [note],
  }));
  const [, before] = [...comparable(values)].reverse();
  const moved =
    change === null || before === undefined ? [] : [`${capital(sayChange(change))} since ${sayPeriod(before.period)}.`];
  const trend = sayTrend(
    comparable(values).map(({ value }) => value),
    draws,
  );
  return [
    heading("FROM THE COUNCIL'S REPORTS"),
    items(rows),
    ...(moved.length === 0
      ? []
      : [text([...moved, trend === '' ? '' : `Over all of them: ${trend}.`].join(' ').trim())]),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
