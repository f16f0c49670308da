import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import type { Cell, Flag } from './published.ts';

/** Where a cell stands, for what is said about it. */
export type CellPlace = { readonly file: string; readonly line: number; readonly column: string };

/** The signs that stand instead of numbers in the DfE's files. A number too low to be given is withheld, as `c` is. */
const SIGNS: Readonly<Record<string, Flag>> = {
  c: 'suppressed',
  k: 'suppressed',
  low: 'suppressed',
  u: 'unreliable',
  x: 'unavailable',
  ':': 'unavailable',
  '..': 'unavailable',
  '': 'unavailable',
  z: 'not-applicable',
};

/** A published value. @throws Problem (2) with file, line and column for what is neither a number nor one of the signs */
export function readCell(text: string, place: CellPlace): Cell {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const flag = SIGNS[text.toLowerCase()];
  if (flag !== undefined) return flag;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  throw wrongCell(text, place, 'is neither a number nor one of the signs c, u, x and z');
}

/** The year a row is for, by its last: `2025`, `202425`, `2024/25`. @throws Problem (2) for anything else */
export function readYear(text: string, place: CellPlace): string {
  const found = /^(\d{4})(?:[-/]?(\d{2}))?$/.exec(text);
  if (found === null) throw wrongCell(text, place, 'is not a year such as 2025 or 202425');
  const [, first = '', second] = found;
  const year = second === undefined ? Number(first) : Number(first) + 1;
  if (second !== undefined && String(year).slice(2) !== second)
    throw wrongCell(text, place, 'are not two years in a row');
  if (year < 1990 || year > 2100) throw wrongCell(text, place, 'is too far away');
  return String(year);
}

/** Refuses a row with a cell that a spreadsheet would run. @throws Problem (2) with file, line and column */
export function refuseFormulas(cells: readonly string[], file: string, line: number, columns: readonly string[]): void {
  const index = cells.findIndex(isFormula);
  if (index < 0) return;
  throw wrongCell(
    cells[index] ?? '',
    { file, line, column: columns[index] ?? String(index + 1) },
    'is a formula, not a value',
  );
}

/** A text that a spreadsheet would run. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 61 || first === 64 || ((first === 43 || first === 45) && /^[+-]\s*[^\s\d.]/.test(text));
}

function wrongCell(text: string, { file, line, column }: CellPlace, what: string) {
  return usage(`${file}, line ${line}, column ${column}: "${shown(text)}" ${what}.`);
}
