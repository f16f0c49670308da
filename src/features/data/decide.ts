import type { Companion } from '../../core/companion.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { type Draft, draft } from '../../core/events.ts';
import type { Indicator } from '../../core/figures/indicator.ts';

/** A value from a report. */
export type FigureInput = { readonly period: string; readonly value: number; readonly note: string | null };

/** Records a value; another for the same period replaces it. Nothing where it is the same. */
export function decideFigure(
  companion: Companion,
  indicator: Indicator,
  { period, value, note }: FigureInput,
  today: CivilDate,
): Draft[] {
  const before = companion.figure.get(indicator.id)?.values.find((one) => one.period === period);
  if (before?.value === value && (note === null || before.note === note)) return [];
  return [draft('figure-recorded', indicator.id, indicator.title, today, { period, value, note })];
}
