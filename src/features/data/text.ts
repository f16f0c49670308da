import { voiceOf } from '../../core/documents.ts';
import type { Figure } from '../../core/figures/figure.ts';
import { sayPeriod } from '../../core/figures/period.ts';
import { comparable, sparkline, trendOf } from '../../core/figures/series.ts';
import { sayStanding } from '../../core/figures/standing.ts';
import { sayChange, sayFlag, sayValue } from '../../core/figures/value.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, heading, items, type Row, spaced, table, text } from '../../formats/terminal/blocks.ts';
import { filesBlocks } from './text-files.ts';
import type { FiguresView } from './view.ts';

/** So many of the last values make the small line of a trend: of published ones, five years of change. */
const MOST_POINTS = 12;
const MOST_YEARS = 6;

/** `induct data` as words: the one screen. */
export function dataText(view: FiguresView): readonly Block[] {
  const { plan, figures, neighbours } = view;
  const imported = figures.filter(({ years }) => years.length > 0);
  const own = figures.filter(({ values }) => values.length > 0);
  const bare = figures.filter(({ years, values }) => years.length + values.length === 0);
  const head = text(`${sayHead(plan)}: the figures`);
  return spaced(
    [head],
    ...(imported.length === 0 ? [firstBlocks(view)] : [comparedBlocks(view, imported), countedBlocks(view, imported)]),
    ownBlocks(own, view.draws),
    bare.length === 0 || imported.length + own.length === 0
      ? []
      : [
          heading(`NOTHING KNOWN YET (${bare.length})`),
          items(bare.map(({ indicator, place }) => ({ label: String(place), text: indicator.title }))),
        ],
    [
      ...(imported.length > 0 && neighbours
        ? [text('Similar: the middle value of the ten councils most like this one.')]
        : []),
      ...(imported.length > 0 && !neighbours
        ? [text('For councils like this one, import the file of neighbours: induct data files')]
        : []),
      ...(imported.length + own.length === 0
        ? [text(`The figures: ${figures.map(({ indicator }) => indicator.id).join(', ')}.`)]
        : []),
      text('One whole, and what to ask: induct data show 2'),
      text('From a report: induct data record repeat-referrals 24.2 --period 2026-05'),
      ...(imported.length === 0 ? [] : [text(`Source: Department for Education. Open Government Licence v3.0.`)]),
    ],
  );
}

/** Before anything is imported: which files to download, from where, and what to type then. */
function firstBlocks({ files }: FiguresView): Block[] {
  return [
    text(
      'The Department for Education publishes figures for every council, once a year. They are a good first look: where the council stands, and which way it moves.',
    ),
    ...filesBlocks(files),
  ];
}

function comparedBlocks({ plan, draws }: FiguresView, figures: readonly Figure[]): Block[] {
  const compared = figures.filter(({ indicator }) => indicator.measure !== 'number');
  const like = voiceOf(plan).officer ? plan.induction.council.short : 'you';
  const year = commonYear(compared);
  const rows = compared.map((figure) => comparedRow(figure, { like, draws, year }));
  const heads = ['here', 'region', 'England', 'similar', 'trend'];
  return rows.length === 0 ? [] : [table({ heading: `SHARES AND RATES, ${year}`, heads, rows })];
}

/** The year most figures are of; each of another year says so. */
function commonYear(figures: readonly Figure[]): string {
  return (
    figures
      .map(({ standing }) => standing?.last.period ?? '')
      .sort()
      .at(-1) ?? ''
  );
}

function named({ indicator, standing }: Figure, year: string): string {
  return standing === null || standing.last.period === year
    ? indicator.title
    : `${indicator.title}, ${standing.last.period}`;
}

type RowManner = { readonly like: string; readonly draws: boolean; readonly year: string };

/** One figure against the others, and under it in words how it moves and what to make of it. */
function comparedRow(figure: Figure, { like, draws, year }: RowManner): Row {
  const { indicator, standing, years, place } = figure;
  if (standing === null) return { lead: [String(place)], text: indicator.title, cells: [] };
  const { last, overOne, overFive } = standing;
  const cell = (value: number | null) => (value === null ? '-' : sayValue(value, indicator.measure, 1));
  const moved = [
    overOne === null ? '' : `${sayChange(overOne, indicator.measure)} in a year`,
    overFive === null ? '' : `${sayChange(overFive, indicator.measure)} in five`,
  ].filter(Boolean);
  const why =
    last.flag === null ? sayStanding(indicator, standing, like) : `${capital(sayFlag(last.flag))} for the council.`;
  const under = [moved.length === 0 ? '' : `${capital(moved.join(', '))}.`, why].filter(Boolean).join(' ');
  return {
    lead: [String(place)],
    text: named(figure, year),
    cells: [cell(last.council), cell(last.region), cell(last.england), cell(last.neighbours), sayLine(years, draws)],
    under: under === '' ? [] : [under],
  };
}

/** Numbers are followed and not compared: another council is larger or smaller. */
function countedBlocks({ draws }: FiguresView, figures: readonly Figure[]): Block[] {
  const counted = figures.filter(({ indicator }) => indicator.measure === 'number');
  const year = commonYear(counted);
  const rows = counted.flatMap((figure) => {
    const { standing, years, place } = figure;
    if (standing === null) return [];
    const { last, overOne, overFive, small } = standing;
    const here =
      last.council === null ? (last.flag === null ? '-' : sayFlag(last.flag)) : sayValue(last.council, 'number');
    const moved = (change: number | null) => (change === null ? '-' : sayChange(change));
    return [
      {
        lead: [String(place)],
        text: named(figure, year),
        cells: [here, moved(overOne), moved(overFive), sayLine(years, draws)],
        under: small === null ? [] : ['A small number: one family can move it.'],
      },
    ];
  });
  if (rows.length === 0) return [];
  return [table({ heading: `NUMBERS, ${year}`, heads: ['here', 'in a year', 'in five', 'trend'], rows })];
}

function ownBlocks(figures: readonly Figure[], draws: boolean): Block[] {
  if (figures.length === 0) return [];
  const rows = figures.map((figure) => ({
    lead: [String(figure.place)],
    text: figure.indicator.title,
    cells: ownCells(figure, draws),
  }));
  return [table({ heading: "FROM THE COUNCIL'S REPORTS", heads: ['last', 'for', 'change', 'trend'], rows })];
}

function ownCells({ indicator, values, change }: Figure, draws: boolean): string[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  return [
    sayValue(last.value, indicator.measure),
    sayPeriod(last.period),
    change === null ? '' : sayChange(change, indicator.measure),
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

/** The council's last years as a small line, with a gap for a year without a number, and the word for it. */
function sayLine(years: Figure['years'], draws: boolean): string {
  const last = years
    .slice(0, MOST_YEARS)
    .map(({ council }) => council)
    .reverse();
  const known = last.filter((value): value is number => value !== null);
  const word = last.at(-1) === null ? '' : (trendOf(known) ?? '');
  return [draws ? sparkline(last).replace(/^·+/, '') : '', word].filter(Boolean).join(' ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
