import type { Indicator } from './indicator.ts';
import type { PublishedYear } from './published.ts';
import { type Trend, trendOf } from './series.ts';
import { difference } from './value.ts';

/** Where the council's last value lies: against most of those like it, or against England before their file came. */
export type Side = 'higher' | 'lower' | 'alike';

/** A figure's last published year, compared and followed back. */
export type Standing = {
  readonly last: PublishedYear;
  /** The council's change since the year before, and since five years before; null where one has no number. */
  readonly overOne: number | null;
  readonly overFive: number | null;
  /** Over the last six years that have numbers: five years of change. */
  readonly trend: Trend | null;
  readonly side: Side | null;
  readonly against: 'neighbours' | 'England' | null;
  /** How many the last value rests on, where that is few; null elsewhere. */
  readonly small: number | null;
};

const FIVE = 5;
/** Fewer than this many, and one family can move a share. */
const FEW = 30;
/** Nearer to England than this share of its value is alike. */
const NEAR = 0.05;
/** Most: at least seven of ten. */
const MOST = 0.7;

/**
 * Compares the last year in which the file has England. Numbers are followed but never compared with other councils', which are
 * larger or smaller; shares and rates are.
 * @param years newest first
 * @param others what the council's neighbours had that year; null before their file came
 * @param base how many the council's value of that year is of; undefined where that is not known
 */
export function standingOf(
  indicator: Pick<Indicator, 'measure'>,
  years: readonly PublishedYear[],
  others: readonly number[] | null,
  base: number | undefined,
): Standing | null {
  const [last] = years;
  if (last === undefined) return null;
  const compares = indicator.measure !== 'number' && last.council !== null;
  const against = !compares
    ? null
    : others !== null && others.length > 0
      ? 'neighbours'
      : last.england === null
        ? null
        : 'England';
  const count = indicator.measure === 'number' ? (last.council ?? undefined) : base;
  return {
    last,
    overOne: changeOver(years, 1),
    overFive: changeOver(years, FIVE),
    trend: last.council === null ? null : trendOf(recent(years)),
    side:
      against === null
        ? null
        : sideOf(last.council ?? 0, against === 'neighbours' ? (others ?? []) : null, last.england ?? 0),
    against,
    small: count !== undefined && count < FEW && last.council !== null ? count : null,
  };
}

/** The council's last value less that of so many years before; null where either has no number. */
export function changeOver(years: readonly PublishedYear[], back: number): number | null {
  const [last] = years;
  if (last === undefined || last.council === null) return null;
  const before = years.find((year) => Number(year.period) === Number(last.period) - back)?.council ?? null;
  return before === null ? null : difference(last.council, before);
}

/** The council's numbers of the last six years, oldest first. */
function recent(years: readonly PublishedYear[]): number[] {
  const [last] = years;
  return years
    .filter((year) => Number(year.period) >= Number(last?.period) - FIVE)
    .flatMap((year) => year.council ?? [])
    .reverse();
}

function sideOf(council: number, others: readonly number[] | null, england: number): Side {
  if (others === null) {
    if (Math.abs(council - england) <= NEAR * england) return 'alike';
    return council > england ? 'higher' : 'lower';
  }
  const share = (test: (value: number) => boolean) => others.filter(test).length / others.length;
  if (share((value) => council > value) >= MOST) return 'higher';
  if (share((value) => council < value) >= MOST) return 'lower';
  return 'alike';
}

/**
 * A word on where a figure stands: `higher than most like you and rising: ask why`. Only where the list says which way is welcome
 * is one way told from the other.
 * @param like whom most others are like: `you`, or the council's name
 */
export function sayStanding({ better }: Pick<Indicator, 'better'>, standing: Standing, like: string): string {
  const { side, against, trend, small, last } = standing;
  if (last.council === null) return '';
  const where = side === null ? '' : sayWhere(side, against === 'England' ? 'England' : `most like ${like}`);
  const moves = trend ?? '';
  if (small !== null) {
    const words = [where, moves].filter(Boolean).join(' and ');
    return words === '' ? sentence(SMALL) : sentence(`${words}, but ${SMALL}`);
  }
  if (where === '' && moves === '') return '';
  const { joint, ask } = askOf(better, side, trend);
  const words = where === '' || moves === '' ? `${where}${moves}` : `${where}${joint}${moves}`;
  return sentence(ask === '' ? words : `${words}: ${ask}`);
}

const SMALL = 'a small number, so one family can move it';

function sayWhere(side: Side, whom: string): string {
  return side === 'alike' ? `about the same as ${whom.replace('most', 'others')}` : `${side} than ${whom}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

type Asking = { readonly joint: ' and ' | ', but '; readonly ask: string };

/** What to ask: why, where it lies or moves away from what is welcome; what helps, where it lies or moves towards it. */
function askOf(better: Indicator['better'], side: Side | null, trend: Trend | null): Asking {
  const moves = trend !== null && trend !== 'level';
  const apart = side === 'higher' || side === 'lower';
  if (better === 'neither') return { joint: ' and ', ask: moves || apart ? 'ask why' : '' };
  const [goodSide, goodTrend] = better === 'higher' ? (['higher', 'rising'] as const) : (['lower', 'falling'] as const);
  const place = !apart ? 0 : side === goodSide ? 1 : -1;
  const way = !moves || trend === 'uneven' ? 0 : trend === goodTrend ? 1 : -1;
  const joint = place * way < 0 ? ', but ' : ' and ';
  if (way < 0 || (way === 0 && place < 0)) return { joint, ask: 'ask why' };
  return { joint, ask: way > 0 || place > 0 ? 'ask what helps' : moves ? 'ask why' : '' };
}
