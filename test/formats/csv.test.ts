import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamCsv } from '../../src/formats/csv/stream.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(
  bytes: Uint8Array | string,
  size = 65_536,
): Promise<{ cells: readonly string[]; line: number }[]> {
  const rows = [];
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for await (const row of streamCsv(pieces(all, size), 'F.csv')) rows.push(row);
  return rows;
}

/** RFC 4180: a cell with a comma, a quotation mark or a line end stands in quotation marks, doubled inside. */
function written(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n;\t]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

describe('a CSV file is read row by row', () => {
  test.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with a byte order mark',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with lines as Windows ends them',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'without an end to the last line',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with empty cells, quoted and not',
      'a,b\n"",\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      'with commas inside',
      'a,b\n"x, y",2\n',
      [
        ['a', 'b'],
        ['x, y', '2'],
      ],
    ],
    [
      'with semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'with tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with empty lines',
      'a,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, cells) => {
    expect((await rowsOf(text)).map((row) => row.cells)).toEqual(cells);
  });

  test('what was written is read again, in pieces of any size', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', '\n', ' ', ';', '1') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        // The first line is the header, which names columns and so never breaks.
        const all = [rows[0]?.map((_, index) => `c${index}`) ?? [], ...rows];
        const read = await rowsOf(written(all), size);
        expect(read.map((row) => row.cells)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  test('each row knows its line', async () => {
    const rows = await rowsOf('a,b\n1,2\n\n"x\ny",3\n4,5\n');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 5, 6]);
  });

  test('whatever the bytes, it gives rows or one plain sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        try {
          await rowsOf(bytes, size);
        } catch (error) {
          expect((error as { isProblem?: boolean }).isProblem).toBe(true);
          expect((error as Error).message).toMatch(/^F\.csv/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is no CSV file is told', () => {
  test.each([
    ['nothing', '', /^F\.csv is empty/],
    ['a spreadsheet renamed', 'PK\u0003\u0004', /is a spreadsheet/],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /is an old spreadsheet/],
    ['a PDF', '%PDF-1.7', /is a PDF/],
    ['a packed file', Buffer.from([0x1f, 0x8b, 8]), /is a packed file/],
    ['a web page', '<!DOCTYPE html><html>', /is a web page/],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), /in UTF-16/],
    [
      'the Windows code page',
      Buffer.from('a,b\n1,2\n3,caf\u00e9\n', 'latin1'),
      /line 3, character 6: this is not text in UTF-8/,
    ],
    ['a cut character at the end', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xc3]), /line 2/],
    ['a nought byte', 'a,b\n1,\u0000\n', /line 2, character 3/],
    ['a cut line', 'a,b\n1,2\n3\n', /^F\.csv: line 3 has more or fewer cells/],
    ['a line too long', 'a,b\n1,2,3\n', /^F\.csv: line 2 has more or fewer cells/],
    ['an open quotation mark', 'a,b\n1,"2\n3,4\n', /never closed/],
    ['a stray quotation mark', 'a,b\n1,x"y\n', /^F\.csv: line 2 cannot be read as CSV/],
    ['a quotation mark open for a million characters', `a,b\n1,"${'x'.repeat(1_100_000)}`, /never closed/],
  ])('%s', async (_, bytes, says) => {
    await expect(rowsOf(bytes)).rejects.toThrow(says);
  });

  test('whatever the size of the pieces', async () => {
    const bytes = Buffer.from(`a,b\n${'1,2\n'.repeat(500)}3,caf\u00e9\n`, 'latin1');
    for (const size of [1, 7, 100, 5000]) await expect(rowsOf(bytes, size)).rejects.toThrow(/line 502, character 6/);
  });
});

test('only a few pieces of a file are held at a time', async () => {
  const piece = Buffer.from('2025,Leeds,24.2\n'.repeat(4096));
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('year,council,value\n');
    for (;;) {
      given += 1;
      yield piece;
    }
  }
  let rows = 0;
  let most = 0;
  for await (const _ of streamCsv(endless(), 'F.csv')) {
    rows += 1;
    most = Math.max(most, given - Math.floor(rows / 4096));
    if (rows === 4096 * 200) break;
  }
  expect(most).toBeLessThan(10);
});
