import { addMonths, type CivilDate, monthOf } from './dates/index.ts';
import type { YearEntry } from './pack-advice.ts';

/** One month to come, such as `2026-06`, and what it usually brings. */
export type YearMonth = { readonly month: string; readonly number: number; readonly entries: readonly YearEntry[] };

/** Twelve months from today's, each with everything that usually falls in it, in the order of the list. */
export function buildYear(entries: readonly YearEntry[], today: CivilDate): YearMonth[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: 12 }, (_, index) => {
    const start = addMonths(first, index);
    const number = monthOf(start);
    return { month: start.slice(0, 7), number, entries: entries.filter((entry) => entry.months.includes(number)) };
  });
}
