import type { Row, Table } from './blocks.ts';
import { pad, spaces, widthOf, wrap } from './measure.ts';
import { visible } from './safe.ts';
import type { Style } from './style.ts';

/** Below this the cells have no room beside the text. */
const NARROW = 60;
const INDENT = 2;
const GAP = '  ';
/** With less than this for the text, columns are of no use. */
const LEAST_TEXT = 16;

type Layout = { readonly width: number; readonly style: Style; readonly plain: boolean };

/** A table as lines: in columns where there is room, else each row's cells on a line below it. */
export function renderTable(raw: Table, layout: Layout): string[] {
  const table = safe(raw);
  const { style, width } = layout;
  if (layout.plain) return [table.heading, ...table.rows.flatMap((row) => plainRow(row, table.heads))];
  const columns = width < NARROW ? null : columnsOf(table, width);
  if (columns !== null) return inColumns(table, columns, width, style);
  return [...wrap(table.heading, width).map(style.heading), ...table.rows.flatMap((row) => stacked(row, table, width))];
}

function safe({ heading, heads, rows }: Table): Table {
  return {
    heading: visible(heading),
    heads: heads.map(visible),
    rows: rows.map(({ lead, text, cells, under = [] }) => ({
      lead: lead.map(visible),
      text: visible(text),
      cells: cells.map(visible),
      under: under.map(visible),
    })),
  };
}

function plainRow(row: Row, heads: readonly string[]): string[] {
  const parts = [...row.lead, row.text, ...described(row, heads)].filter((part) => part !== '');
  return [parts.join(GAP), ...(row.under ?? []).map((line) => `  ${line}`)];
}

/** Each cell with its head before it. */
function described(row: Row, heads: readonly string[]): string[] {
  return row.cells.flatMap((cell, index) => (cell === '' ? [] : [`${heads[index] ?? ''} ${cell}`.trim()]));
}

type Columns = {
  readonly leads: readonly number[];
  readonly start: number;
  readonly text: number;
  readonly cells: readonly number[];
};

/** How wide each column is; null where the text is left with too little. */
function columnsOf({ heads, rows }: Table, width: number): Columns | null {
  const leads = widest(rows.map((row) => row.lead));
  const cells = widest([heads, ...rows.map((row) => row.cells)]);
  const start = INDENT + total(leads);
  const room = width - start - total(cells);
  const text = Math.min(room, Math.max(0, ...rows.map((row) => widthOf(row.text))));
  return room < LEAST_TEXT ? null : { leads, start, text, cells };
}

function widest(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, index) => Math.max(0, ...rows.map((row) => widthOf(row[index] ?? ''))));
}

/** What columns take together, each with a gap; a column that is empty throughout takes nothing. */
function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP.length), 0);
}

function inColumns({ heading, heads, rows }: Table, columns: Columns, width: number, style: Style): string[] {
  const { leads, start, text, cells } = columns;
  const body = rows.flatMap((row) => {
    const lead = leads.map((wide, index) => (wide === 0 ? '' : pad(row.lead[index] ?? '', wide) + GAP)).join('');
    const lines = wrap(row.text, cells.length === 0 ? width - start : text);
    const under = (row.under ?? []).flatMap((line) => wrap(line, width - start));
    const tail = row.cells.map((cell, index) => GAP + pad(cell, cells[index] ?? 0)).join('');
    return [
      ...lines.map((line, index) =>
        index === 0 ? `${spaces(INDENT)}${lead}${pad(line, text)}${tail}` : spaces(start) + line,
      ),
      ...under.map((line) => spaces(start) + line),
    ];
  });
  if (heads.length === 0) return [...wrap(heading, width).map(style.heading), ...body];
  const above = heads.map((head, index) => GAP + pad(head, cells[index] ?? 0)).join('');
  const fits = widthOf(heading) <= start + text;
  const top = fits ? [pad(heading, start + text) + above] : [heading, spaces(start + text) + above];
  return [...top.map((line) => style.heading(line.trimEnd())), ...body];
}

/** A row where it is narrow: what leads it, what it is, then its cells with their heads. */
function stacked(row: Row, { heads, rows }: Table, width: number): string[] {
  const [leads = 0, ...more] = widest(rows.map((each) => each.lead));
  const details = described(row, heads).join('; ');
  const below = [...(details === '' ? [] : [details]), ...(row.under ?? [])];
  const inset = (lines: readonly string[], columns: number) =>
    lines.flatMap((line) => wrap(line, width - columns)).map((line) => spaces(columns) + line);
  if (more.length > 0) {
    const lead = row.lead.filter((part) => part !== '').join(GAP);
    return [`${spaces(INDENT)}${lead}`, ...inset([row.text, ...below], INDENT * 2)];
  }
  const start = INDENT + total([leads]);
  const label = leads === 0 ? '' : pad(row.lead[0] ?? '', leads) + GAP;
  const [first = '', ...rest] = inset([row.text, ...below], start);
  return [spaces(INDENT) + label + first.slice(start), ...rest];
}
