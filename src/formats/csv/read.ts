/** The only door to csv-parse. */
import { CsvError, parse } from 'csv-parse/sync';
import { usage } from '../../core/problem.ts';
import { sayWrong, separatorOf } from './wrong.ts';

/** A table as a CSV file has it: its columns' names, and each row's cells with the line of the file it ends on, from 1. */
export type CsvTable = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/**
 * Reads a small CSV file whole: commas, semicolons or tabs between the cells, the first line its header.
 * @param name how an error names the file
 * @throws Problem (2) with the line, for a row with other cells than the header, an open quotation mark, or no rows
 */
export function readCsv(text: string, name: string): CsvTable {
  const records = parsed(text, name);
  const [header, ...rows] = records;
  if (header === undefined) throw usage(`${name} is empty.`);
  return {
    columns: header.record.map((cell) => cell.trim()),
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) })),
  };
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };

function parsed(text: string, name: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw usage(`${name}: ${sayWrong(error)}`);
    throw error;
  }
}
