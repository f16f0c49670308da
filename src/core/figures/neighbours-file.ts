import type { Council } from '../councils.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

const MOST = 10;
const COLUMNS = Array.from({ length: MOST }, (_, index) => `sn_${index + 1}`);

/** Whether a header is that of the file of statistical neighbours. */
export function isNeighboursHeader(columns: readonly string[]): boolean {
  return columns.includes('sn_1') && columns.includes('sn_2');
}

/** Takes the file of statistical neighbours row by row. */
export type NeighboursReader = {
  readonly row: (cells: readonly string[], line: number) => void;
  /** The council's neighbours, nearest first, by ONS code. @throws Problem (2) where it has no row */
  readonly finish: () => readonly string[];
};

/** @throws Problem (2) for a header without the columns it needs; `row` for a code that is no council's */
export function neighboursReader(
  file: string,
  columns: readonly string[],
  council: Council | null,
  councils: readonly Council[],
): NeighboursReader {
  const missing = [...COLUMNS, 'old_la_code'].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw usage(`${file}, line 1: these columns are not there: ${missing.join(', ')}.`, 'Download it again, whole.');
  }
  const byNumber = new Map(councils.map((one) => [one.dfeCode, one.gss]));
  let found: readonly string[] | null = null;
  return {
    row: (cells, line) => {
      if (council === null || cells[columns.indexOf('old_la_code')]?.trim() !== council.dfeCode) return;
      found = COLUMNS.map((name) => {
        const code = cells[columns.indexOf(name)]?.trim() ?? '';
        const gss = byNumber.get(code);
        if (gss !== undefined) return gss;
        throw usage(
          `${file}, line ${line}, column ${name.toUpperCase()}: "${shown(code)}" is no council's DfE number.`,
        );
      });
    },
    finish: () => {
      if (found !== null) return found;
      const whose = council === null ? 'the council of this plan' : council.short;
      throw usage(`${file} has no row for ${whose}, so its neighbours are not known.`);
    },
  };
}
