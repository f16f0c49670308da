import { type CivilDate, monthFrom } from '../../core/dates/index.ts';
import type { YearEntry } from '../../core/pack-advice.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { fill, type Voice } from '../../core/voice.ts';
import { buildYear, type YearMonth } from '../../core/year.ts';

/** Twelve months, or the one that was asked for. */
export type YearView = { readonly today: CivilDate; readonly months: readonly YearMonth[]; readonly one: boolean };

/**
 * The year from today's month on.
 * @param wanted one month, by its name, three letters or number
 * @throws Problem (2) for what is no month
 */
export function buildYearView(entries: readonly YearEntry[], today: CivilDate, wanted: string | undefined): YearView {
  const months = buildYear(entries, today);
  if (wanted === undefined) return { today, months, one: false };
  const number = monthOfWord(wanted);
  return { today, months: months.filter((month) => month.number === number), one: true };
}

function monthOfWord(typed: string): number {
  const word = typed.trim().toLowerCase();
  const number = /^(0?[1-9]|1[0-2])$/.test(word) ? Number(word) : monthFrom(word);
  if (number !== undefined) return number;
  throw usage(`"${shown(typed)}" is not a month.`, 'Type it like: induct year march');
}

export function yearDocument({ today, months }: YearView, voice: Voice) {
  return {
    schema: 'induct.year/1',
    today,
    months: months.map(({ month, entries }) => ({
      month,
      entries: entries.map(({ id, title, text, ask }) => ({
        id,
        title: fill(title, voice),
        text: fill(text, voice),
        ask: fill(ask, voice),
      })),
    })),
  };
}
