import type { Companion } from '../companion.ts';
import type { Notes } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import type { Plan } from '../plan/types.ts';

/**
 * A list as a table: what its columns are called, and the cells of each row, which are made while the rows are gone through,
 * once. Dates are YYYY-MM-DD, yes and no are words.
 */
export type List = { readonly columns: readonly string[]; readonly rows: Iterable<readonly string[]> };

/** A figure as the list of figures names it. */
export type FigureName = { readonly id: string; readonly title: string; readonly unit: string };

/** What lists are made from. */
export type ListSource = {
  readonly plan: Plan;
  readonly companion: Companion;
  readonly notes: Notes;
  /** Newest first. */
  readonly events: Iterable<{ readonly event: JournalEvent; readonly undone: boolean }>;
  readonly figures: readonly FigureName[];
};

/** What a cell is made from. */
export type Cell = string | number | boolean | null | undefined;

/** A column: its name, and its cell in the row of one entry. */
export type Column<T> = readonly [name: string, cell: (one: T) => Cell];

/** The rows of some entries under these columns. */
export function listOf<T>(columns: readonly Column<T>[], entries: Iterable<T>): List {
  return { columns: columns.map(([name]) => name), rows: rowsOf(columns, entries) };
}

function* rowsOf<T>(columns: readonly Column<T>[], entries: Iterable<T>): Generator<readonly string[]> {
  for (const one of entries) yield columns.map(([, cell]) => sayCell(cell(one)));
}

function sayCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}
