import type { CivilDate } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import type { FoundFigure } from './dfe-file.ts';
import { type Cell, ENGLAND, OWN, type Place, type Predecessor, type Published, type Values } from './published.ts';

/** A value that was published before and reads differently now. */
export type Revision = { readonly period: string; readonly area: string; readonly was: Cell; readonly now: Cell };

/** What importing one figure comes to. */
export type ImportOutcome = {
  readonly figure: FoundFigure;
  /** The years nothing was known of before. */
  readonly added: readonly string[];
  /** Of the council, its region and England. */
  readonly revised: readonly Revision[];
  /** How many values of other councils changed. */
  readonly othersRevised: number;
  /** How many known values an older file would have changed, and did not. */
  readonly left: number;
  readonly draft: Draft | null;
};

export type ImportInput = {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly figure: FoundFigure;
  readonly before: Predecessor | null;
  readonly place: Place;
  readonly today: CivilDate;
};

/**
 * What a file changes in what is known of a figure: years are added, and values that read differently revised. A file whose last
 * year is older than the last known one only adds. Nothing is recorded where nothing is new.
 */
export function decideImport(published: Published, { file, figure, before, place, today }: ImportInput): ImportOutcome {
  const { indicator, values, base } = figure;
  const known = published.published.get(indicator.id) ?? { values: {}, base: {}, before: null };
  const older = lastOf(values) < lastOf(known.values);
  const fresh: Record<string, Record<string, Cell>> = {};
  const revised: Revision[] = [];
  const counts = { others: 0, left: 0 };
  const own = new Set([place.gss ?? OWN, place.region, ENGLAND]);
  for (const [period, areas] of Object.entries(values)) {
    for (const [area, now] of Object.entries(areas)) {
      const was = known.values[period]?.[area];
      if (was === now) continue;
      if (was !== undefined && older) {
        counts.left += 1;
        continue;
      }
      if (was !== undefined && own.has(area)) revised.push({ period, area, was, now });
      else if (was !== undefined) counts.others += 1;
      fresh[period] = { ...fresh[period], [area]: now };
    }
  }
  const bases = Object.fromEntries(
    Object.entries(base).filter(([period, count]) => {
      const was = known.base[period];
      return was !== count && !(older && was !== undefined);
    }),
  );
  const changes = Object.keys(fresh).length > 0 || Object.keys(bases).length > 0;
  const predecessor = before !== null && before.gss !== known.before?.gss ? before : null;
  const body = { file, values: fresh, base: bases, before: predecessor };
  return {
    figure,
    added: Object.keys(values)
      .filter((period) => known.values[period] === undefined)
      .sort(),
    revised,
    othersRevised: counts.others,
    left: counts.left,
    draft:
      changes || predecessor !== null ? draft('figures-published', indicator.id, indicator.title, today, body) : null,
  };
}

function lastOf(values: Values): string {
  return Object.keys(values).sort().at(-1) ?? '';
}
