import { voiceOf } from '../../core/documents.ts';
import type { Figure } from '../../core/figures/figure.ts';
import { sayPeriod } from '../../core/figures/period.ts';
import type { PublishedYear } from '../../core/figures/published.ts';
import { comparable } from '../../core/figures/series.ts';
import { sayStanding } from '../../core/figures/standing.ts';
import { sayChange, sayFlag, sayValue } from '../../core/figures/value.ts';
import { PAGES } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { type Block, heading, items, spaced, table, text } from '../../formats/terminal/blocks.ts';
import { sayTrend } from './text.ts';

const LONGEST_BAR = 30;

/** One figure whole, `neighbours` by their everyday names: what it means, its years as a table and a chart, what to ask, where it comes from. */
export function showText(
  plan: Plan,
  figure: Figure,
  { draws, neighbours }: { readonly draws: boolean; readonly neighbours: readonly string[] },
): readonly Block[] {
  const { indicator } = figure;
  const { source } = indicator;
  const number = plan.actions.find((action) => action.id === indicator.action)?.number ?? '';
  return spaced(
    [text(indicator.title, { strong: true }), text(`Counted: ${indicator.unit}.`), text(indicator.means)],
    sayPublished(plan, figure),
    neighbours.length === 0 || figure.years.length === 0 || indicator.measure === 'number'
      ? []
      : [text(`Similar is the middle value of the councils most like this one: ${neighbours.join(', ')}.`)],
    draws ? chart(plan, figure) : [],
    sayOwn(figure, draws),
    [
      heading('WHAT TO ASK'),
      items(indicator.ask.map((question, index) => ({ label: String(index + 1), text: question }))),
    ],
    [
      text(`Keep the first to ask: induct data show ${indicator.id} --ask 1`),
      text(`In the plan: induct show ${number}`),
      text(`Source: ${PAGES[source.page].title}`),
      ...(figure.years.length === 0 ? [] : [text('Values: Department for Education. Open Government Licence v3.0.')]),
    ],
  );
}

function sayPublished(plan: Plan, { indicator, years, standing, before }: Figure): Block[] {
  if (standing === null) return [];
  const { short } = plan.induction.council;
  const cell = (value: number | null) => (value === null ? '-' : sayValue(value, indicator.measure, 1));
  const compares = indicator.measure !== 'number';
  const rows = years.map((year) => ({
    lead: [],
    text: year.period,
    cells: [
      year.flag === null ? cell(year.council) : sayFlag(year.flag),
      ...(compares ? [cell(year.region), cell(year.england), cell(year.neighbours)] : []),
    ],
  }));
  const { overOne, overFive } = standing;
  const moved = [
    overOne === null ? '' : `${capital(sayChange(overOne, indicator.measure))} in a year.`,
    overFive === null ? '' : `${capital(sayChange(overFive, indicator.measure))} in five.`,
    sayStanding(indicator, standing, voiceOf(plan).officer ? short : 'you'),
  ].filter(Boolean);
  const heads = compares ? [short, 'region', 'England', 'similar'] : [short];
  return [
    table({ heading: 'PUBLISHED, BY YEAR TO MARCH', heads, rows }),
    ...(moved.length === 0 ? [] : [text(moved.join(' '))]),
    ...(before === null ? [] : [text(`Years before the council was formed: ${before}.`)]),
  ];
}

/** A bar for each year that has a number, from nought. */
function chart(plan: Plan, { indicator, years }: Figure): Block[] {
  const known = years.filter((year): year is PublishedYear & { council: number } => year.council !== null);
  const most = Math.max(0, ...known.map(({ council }) => council));
  if (known.length < 2 || most === 0) return [];
  const bars = [...years].reverse().map(({ period, council, flag }) => ({
    label: period,
    text:
      council === null
        ? flag === null
          ? '-'
          : sayFlag(flag)
        : `${'█'.repeat(Math.max(1, Math.round((council / most) * LONGEST_BAR)))} ${sayValue(council, indicator.measure)}`,
  }));
  return [heading(`${plan.induction.council.short.toUpperCase()}, FROM NOUGHT`), items(bars)];
}

function sayOwn({ indicator, values, change, years }: Figure, draws: boolean): Block[] {
  const example = `induct data record ${indicator.id} 24.2 --period 2026-05`;
  if (values.length === 0) {
    const lead = years.length === 0 ? 'Nothing is known yet. From a report:' : 'Between the years, from a report:';
    return [text(lead), text(example, { indent: 2 })];
  }
  const rows = [...values].reverse().map(({ period, value, note }) => ({
    label: sayPeriod(period),
    text: sayValue(value, indicator.measure),
    under: note === null ? [] : [note],
  }));
  const [, before] = [...comparable(values)].reverse();
  const moved =
    change === null || before === undefined
      ? []
      : [`${capital(sayChange(change, indicator.measure))} since ${sayPeriod(before.period)}.`];
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
