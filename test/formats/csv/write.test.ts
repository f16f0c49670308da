import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, type Sheet } from '../../../src/formats/csv/write.ts';

const writeCsv = (sheet: Sheet) => [...csvLines(sheet)].join('');

const CELLS = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '=1+1',
    '+44 20',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\u0000x',
    'a,b',
    'say "so"',
    'one\r\ntwo',
    "'x",
    ' x ',
    'ŵ',
  ),
);
const FORMULA = ['=', '+', '-', '@', '\t', '\r', '\u0000'];

test('what is written is read back, and no cell begins as a formula', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((width) =>
          fc.array(fc.array(CELLS, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
        ),
      (table) => {
        const [columns = [], ...rows] = table;
        const csv = writeCsv({ columns, rows });
        expect(csv.startsWith('\ufeff')).toBe(true);
        expect(csv.endsWith('\r\n')).toBe(true);
        const back = parse(csv, { bom: true, record_delimiter: '\r\n', skip_empty_lines: false }) as string[][];
        expect(back).toHaveLength(table.length);
        for (const [row, cells] of table.entries()) {
          for (const [column, cell] of cells.entries()) {
            const read = back[row]?.[column] ?? '';
            expect(FORMULA.includes(read.charAt(0))).toBe(false);
            expect(read).toBe(
              FORMULA.includes(cell.charAt(0)) || /^[\uff0b\uff0d\uff1d\uff20]/.test(cell) ? `'${cell}` : cell,
            );
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a formula is no formula in quotation marks either', () => {
  expect(writeCsv({ columns: ['a'], rows: [['=A1,B1']] })).toBe('\ufeffa\r\n"\'=A1,B1"\r\n');
  expect(writeCsv({ columns: ['a', 'b'], rows: [] })).toBe('\ufeffa,b\r\n');
});
