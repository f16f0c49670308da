/** A table to be written: the names of its columns, and the cells of each row in their order. */
export type Sheet = { readonly columns: readonly string[]; readonly rows: Iterable<readonly string[]> };

/** What Excel takes for a formula, or hides one behind (OWASP, CSV injection; CWE-1236). */
const FORMULA = /^[=+\-@\t\r\u0000\uff0b\uff0d\uff1d\uff20]/;
/** Without it Excel reads UTF-8 as the code page of the machine. */
const MARK = '\ufeff';

/**
 * A table as a CSV file for Excel, line by line: UTF-8 with its mark, CRLF, cells quoted where they need it (RFC 4180). A cell
 * that would be taken for a formula begins with an apostrophe, in quotation marks or not.
 */
export function* csvLines({ columns, rows }: Sheet): Generator<string> {
  yield MARK + line(columns);
  for (const cells of rows) yield line(cells);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
