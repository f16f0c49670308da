import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { usage } from '../../core/problem.ts';
import { checkedChunks } from './checked-chunks.ts';
import { sayWrong, separatorOf } from './wrong.ts';

/** One row of a CSV file: its cells as they stand, and the line of the file it ends on, from 1. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number };

/** A row longer than this is no row, but a quotation mark that was never closed. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of a CSV file, the header first, read as they are needed: only one piece of the file is held at a time.
 * @param name how an error names the file
 * @throws Problem (2) with file and line for a row with other cells than the header, an open quotation mark, what is no text
 */
export async function* streamCsv(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<CsvRow> {
  const bytes = checkedChunks(chunks, name)[Symbol.asyncIterator]();
  const { head, separator } = await firstLine(bytes);
  // Lines are counted here, since csv-parse makes an object a row for it: a third of the time of a large file.
  const parser = parse({ bom: true, delimiter: separator, relax_column_count: true, max_record_size: LONGEST_ROW });
  // What fails before the parser reaches the loop below as the parser's own error.
  pipeline(Readable.from(joined(head, bytes)), parser, () => {});
  let line = 0;
  let columns = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1 + lineFeedsIn(cells);
      if (cells.length === 1 && cells[0] === '') continue;
      columns ||= cells.length;
      if (cells.length !== columns) throw usage(`${name}: line ${line} has more or fewer cells than the first line.`);
      yield { cells, line };
    }
  } catch (error) {
    if (error instanceof CsvError) throw usage(`${name}: ${sayWrong(error)}`);
    throw error;
  }
}

/** How many line ends stand inside quotation marks. */
function lineFeedsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The pieces up to the end of the first line, from which the separator is told. */
async function firstLine(
  bytes: AsyncIterator<Uint8Array>,
): Promise<{ readonly head: readonly Uint8Array[]; readonly separator: string }> {
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < LONGEST_ROW) {
    const next = await bytes.next();
    if (next.done === true) break;
    head.push(next.value);
    size += next.value.length;
    if (next.value.includes(LINE_FEED)) break;
  }
  return { head, separator: separatorOf(new TextDecoder().decode(Buffer.concat(head))) };
}

const LINE_FEED = 10;

async function* joined(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
