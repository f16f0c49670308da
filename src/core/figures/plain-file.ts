import type { CivilDate } from '../dates/index.ts';
import { isProblem, usage } from '../problem.ts';
import { shown } from '../shown.ts';
import { isFormula } from './cells.ts';
import type { Indicator } from './indicator.ts';
import { readPeriod } from './period.ts';
import type { Point } from './series.ts';
import { readValue } from './value.ts';

/** Which columns of a file hold the period and the value, by their names. */
export type ColumnMap = { readonly period: string; readonly value: string };

/**
 * What was typed as `period=Month,value=Rate`.
 * @throws Problem (2) for anything else
 */
export function readMap(typed: string): ColumnMap {
  const parts = typed.split(/,(?=\s*(?:period|value)\s*=)/i).map((part) => part.trim());
  const of = (name: string) => {
    const part = parts.find((one) => one.toLowerCase().startsWith(`${name}=`));
    return part?.slice(name.length + 1).trim() ?? '';
  };
  const [period, value] = [of('period'), of('value')];
  if (parts.length === 2 && period !== '' && value !== '') return { period, value };
  throw usage(`--map: "${shown(typed)}" does not say both columns.`, 'Type it like --map "period=Month,value=Rate".');
}

/** Takes a file of the council's own row by row. */
export type PlainReader = {
  readonly row: (cells: readonly string[], line: number) => void;
  readonly finish: () => readonly Point[];
};

/**
 * Reads periods and values from any CSV file with a header. Rows without a value are left out.
 * @throws Problem (2) with file, line and column for a column that is not there, and for what is no period or no value
 */
export function plainReader(
  file: string,
  columns: readonly string[],
  { indicator, map, today }: { readonly indicator: Indicator; readonly map: ColumnMap; readonly today: CivilDate },
): PlainReader {
  const find = (name: string) => {
    const index = columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
    if (index >= 0) return index;
    throw usage(
      `${file}, line 1: there is no column "${shown(name)}".`,
      `Its columns: ${columns.map(shown).join(', ')}`,
    );
  };
  const at = { period: find(map.period), value: find(map.value) };
  const points = new Map<string, number>();
  return {
    row: (cells, line) => {
      const typed = { period: cells[at.period]?.trim() ?? '', value: cells[at.value]?.trim() ?? '' };
      if (typed.value === '') return;
      const place = (column: number) => `${file}, line ${line}, column ${columns[column]}`;
      const period = readPeriod(typed.period, today, place(at.period));
      const value = readCounted(typed.value, indicator, place(at.value));
      const before = points.get(period);
      if (before !== undefined && before !== value) throw usage(`${place(at.period)}: ${period} is there twice.`);
      points.set(period, value);
    },
    finish: () => {
      if (points.size === 0) throw usage(`${file} holds no value.`);
      return [...points].map(([period, value]) => ({ period, value }));
    },
  };
}

function readCounted(typed: string, indicator: Indicator, place: string): number {
  if (isFormula(typed)) throw usage(`${place}: "${shown(typed)}" is a formula, not a value.`);
  try {
    return readValue(typed, indicator.measure);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw usage(`${place}: ${error.message}`);
  }
}
