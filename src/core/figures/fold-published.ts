import type { Bodies, SubjectKind } from '../events.ts';
import { groupByKind, type ProgressRow } from '../progress.ts';
import type { NeighboursProgress, Published, PublishedProgress, Values } from './published.ts';

/** The kinds of subject that hold published figures; they are large, and read only where figures are shown. */
export const PUBLISHED_KINDS = ['published', 'neighbours'] as const satisfies readonly SubjectKind[];

/** A figure after one more import: a value replaces the one before of its year and area, everything else stays. */
export function foldPublished(
  before: PublishedProgress | null,
  { values, base, before: predecessor }: Bodies['figures-published'],
): PublishedProgress {
  const known = before ?? { values: {}, base: {}, before: null };
  return {
    values: mergeValues(known.values, values),
    base: { ...known.base, ...base },
    before: predecessor ?? known.before,
  };
}

function mergeValues(before: Values, more: Values): Values {
  const merged: Record<string, Values[string]> = { ...before };
  for (const [year, areas] of Object.entries(more)) merged[year] = { ...merged[year], ...areas };
  return merged;
}

export function foldNeighbours({ neighbours }: Bodies['neighbours-listed']): NeighboursProgress {
  return { neighbours };
}

/** Builds what was imported from rows of kind, subject and what `fold` gave. */
export function buildPublished(rows: Iterable<ProgressRow>): Published {
  const { published, neighbours } = groupByKind(PUBLISHED_KINDS, rows);
  const listed = neighbours?.get('neighbours') as NeighboursProgress | undefined;
  return {
    published: published as unknown as ReadonlyMap<string, PublishedProgress>,
    neighbours: listed?.neighbours ?? null,
  };
}
