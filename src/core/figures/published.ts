import { difference } from './value.ts';

/** Why a council's value is not published as a number. */
export const FLAGS = ['suppressed', 'unreliable', 'unavailable', 'not-applicable'] as const;
export type Flag = (typeof FLAGS)[number];

/** One published value, or why there is none. */
export type Cell = number | Flag;

/** By year (the one ending in March), then by area: `England`, a region's name, a council's ONS code. */
export type Values = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** What is kept of one figure. `base`: by year, how many the council's share was taken of, where the file says. */
export type PublishedProgress = {
  readonly values: Values;
  readonly base: Readonly<Record<string, number>>;
  /** The council whose values stand for the years before this one was formed: its code and name. */
  readonly before: Predecessor | null;
};

export type Predecessor = { readonly gss: string; readonly name: string };

/** The council's statistical neighbours, nearest first, by their ONS codes. */
export type NeighboursProgress = { readonly neighbours: readonly string[] };

/** All that was imported: by figure, and the neighbours once their file came. */
export type Published = {
  readonly published: ReadonlyMap<string, PublishedProgress>;
  readonly neighbours: readonly string[] | null;
};

export const ENGLAND = 'England';

/** One year of a figure, as it is shown and compared. */
export type PublishedYear = {
  readonly period: string;
  readonly council: number | null;
  readonly region: number | null;
  readonly england: number | null;
  /** The median of the neighbours that have a number; null before their file came. */
  readonly neighbours: number | null;
  /** Why the council has no number; null where it has one, or no row at all. */
  readonly flag: Flag | null;
};

/** Where a council lies: its code (null for one that is not on the list), and its region's name. */
export type Place = { readonly gss: string | null; readonly region: string };

/** The years of a figure, newest first: every one in which its file has England. */
export function publishedYears(
  progress: PublishedProgress | undefined,
  place: Place,
  neighbours: readonly string[] | null,
): readonly PublishedYear[] {
  if (progress === undefined) return [];
  return Object.entries(progress.values)
    .filter(([, areas]) => areas[ENGLAND] !== undefined)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([period, areas]) => {
      const own = ownCell(areas, place, progress.before);
      return {
        period,
        council: numberOf(own),
        region: numberOf(areas[place.region]),
        england: numberOf(areas[ENGLAND]),
        neighbours: neighbours === null ? null : median(neighbourValues(areas, neighbours)),
        flag: typeof own === 'string' ? own : null,
      };
    });
}

/** The council's own value of a year; before it was formed, that of the one named. */
function ownCell(areas: Readonly<Record<string, Cell>>, place: Place, before: Predecessor | null): Cell | undefined {
  const own = areas[place.gss ?? OWN];
  const absent = own === undefined || own === 'not-applicable' || own === 'unavailable';
  return absent && before !== null ? (areas[before.gss] ?? own) : own;
}

/** The key of a council that is not on the list and has no code. */
export const OWN = 'own';

/** The numbers that neighbours have in a year. */
export function neighbourValues(areas: Readonly<Record<string, Cell>>, neighbours: readonly string[]): number[] {
  return neighbours.flatMap((code) => numberOf(areas[code]) ?? []);
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The middle of some numbers, or half-way between the two in the middle; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : difference((low + high) / 2, 0);
}
