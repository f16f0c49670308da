import { type Problem, usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';
import type { InductionRow, Store } from '../store/store.ts';

/** How a list of holders names one: by name, else by council. */
export function sayHolder(row: Pick<InductionRow, 'name' | 'council' | 'position'>): string {
  if (row.name !== null) return row.name;
  return row.council === null ? `holder ${row.position}` : `the portfolio holder of ${row.council.short}`;
}

/**
 * The induction meant by a name, a council, a place in the list or an id; without any, the current one.
 * @returns null when there is none at all
 * @throws Problem (2) when nobody or more than one fits, naming those there are
 */
export function findHolder(store: Store, wanted: string | undefined): string | null {
  if (wanted === undefined || wanted.trim() === '') return store.current();
  const rows = store.inductions();
  if (rows.length === 0) return null;
  const typed = fold(wanted);
  const keys = (row: InductionRow) => [row.name ?? '', row.council?.short ?? '', row.council?.name ?? ''].map(fold);
  const bare = (key: string) => key.replace(/^(cllr|councillor) /, '');
  const tests: ((row: InductionRow) => boolean)[] = [
    (row) => row.id === wanted || String(row.position) === typed,
    (row) => keys(row).some((key) => key === typed || bare(key) === bare(typed)),
    (row) => keys(row).some((key) => key.startsWith(typed) || bare(key).startsWith(bare(typed))),
    (row) => keys(row).some((key) => key.split(' ').some((word) => word.startsWith(bare(typed)))),
  ];
  for (const test of tests) {
    const found = rows.filter(test);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only.id;
    if (found.length > 1) throw severalHolders(wanted, found);
  }
  throw usage(
    `There is no holder "${shown(wanted)}".`,
    `Kept here: ${rows.map(sayHolder).join(', ')}. See: induct holders`,
  );
}

function severalHolders(wanted: string, rows: readonly InductionRow[]): Problem {
  const names = rows.map((row) => `${row.position} ${sayHolder(row)}`).join(', ');
  return usage(`"${shown(wanted)}" fits more than one holder: ${names}.`, 'Use the number: --holder 2');
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
