import type { Companion } from '../companion.ts';
import { comparePeriods, lengthOf } from './period.ts';
import { difference } from './value.ts';

/** One value of a period. */
export type Point = { readonly period: string; readonly value: number };

/** The holder's own values of a figure, oldest first. */
export function ownValues(companion: Companion, id: string): readonly (Point & { readonly note: string | null })[] {
  return [...(companion.figure.get(id)?.values ?? [])].sort((a, b) => comparePeriods(a.period, b.period));
}

/** Those values that can be compared with the last: of periods as long as its own. */
export function comparable<P extends Point>(points: readonly P[]): readonly P[] {
  const last = points.at(-1);
  return last === undefined ? [] : points.filter((point) => lengthOf(point.period) === lengthOf(last.period));
}

/** The last value less the one before it, of a period as long; null where there is none. */
export function changeOf(points: readonly Point[]): number | null {
  const [before, last] = comparable(points).slice(-2);
  return before === undefined || last === undefined ? null : difference(last.value, before.value);
}

/** `uneven`: the last value went the other way than the line through all of them. */
export type Trend = 'rising' | 'falling' | 'level' | 'uneven';

/** Fewer values than this show no trend. */
const LEAST_POINTS = 3;
/** A slope of less than this share of the middle value, over the whole, is level. */
const LEVEL = 0.05;

/**
 * Which way values move: the line that fits them best (least squares). Level where it rises or falls by less than a
 * twentieth of their mean over the whole; uneven where the last of them went the other way by as much; null for fewer
 * than three.
 */
export function trendOf(values: readonly number[]): Trend | null {
  const count = values.length;
  if (count < LEAST_POINTS) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const middle = (count - 1) / 2;
  const above = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const moved = (above / below) * (count - 1);
  if (mean === 0 || Math.abs(moved) < LEVEL * Math.abs(mean)) return 'level';
  const step = (values[count - 1] ?? 0) - (values[count - 2] ?? 0);
  if (Math.sign(step) === -Math.sign(moved) && Math.abs(step) >= LEVEL * Math.abs(mean)) return 'uneven';
  return moved > 0 ? 'rising' : 'falling';
}

const BARS = '▁▂▃▄▅▆▇█';

/** A small line of bars, the lowest value the lowest bar, a dot for none; empty for fewer than two. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return '';
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  return values
    .map((value) => {
      if (value === null) return '·';
      const step = range === 0 ? 3 : Math.round(((value - low) / range) * (BARS.length - 1));
      return BARS[step] ?? '';
    })
    .join('');
}
