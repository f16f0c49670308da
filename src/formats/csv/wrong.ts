import type { CsvError } from 'csv-parse';

/** What stands most often in the first line: a comma, a semicolon (Excel in other languages) or a tab. */
export function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/** What is wrong with a CSV file, with the line, to stand after the file's name. */
export function sayWrong(error: CsvError): string {
  const line = (error as unknown as { lines?: number }).lines ?? 1;
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return `line ${line} has more or fewer cells than the first line.`;
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return 'a quotation mark is opened and never closed.';
    default:
      return `line ${line} cannot be read as CSV. Look at its quotation marks.`;
  }
}
