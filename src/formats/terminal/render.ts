import { inAscii } from './ascii.ts';
import type { Block, Item } from './blocks.ts';
import { isEven, pad, spaces, widthOf, wrap } from './measure.ts';
import { renderTable } from './render-table.ts';
import { visible } from './safe.ts';
import type { Style } from './style.ts';

/**
 * `plain`: no alignment and no wrapping, one fact a line, the words as typed. `width` counts columns. `ascii`: signs that
 * an old console has not got are written with those it has.
 */
export type Layout = {
  readonly width: number;
  readonly style: Style;
  readonly plain: boolean;
  readonly ascii?: boolean;
};

/** Wider lines are hard to read, however wide the terminal. */
const WIDEST = 80;
/** Below this a right column leaves no room for the text. */
const NARROW = 60;
const INDENT = 2;
const GAP = 2;
/** A label wider than this has a line of its own; on narrow screens that is sooner. */
const WIDEST_LABEL = 24;
const USUAL_LABEL = 16;
/** Fewer columns than this are no room for a text. */
const LEAST = 16;

/** The blocks as lines of text, ending in a line feed; empty for none. */
export function render(blocks: readonly Block[], layout: Layout): string {
  const shown = layout.ascii === true ? inAscii(blocks) : blocks;
  const lines = shown.flatMap((block) => renderBlock(block, layout)).map((line) => line.trimEnd());
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function renderBlock(block: Block, layout: Layout): string[] {
  const { style } = layout;
  const width = layout.plain ? Number.POSITIVE_INFINITY : Math.min(layout.width, WIDEST);
  switch (block.type) {
    case 'blank':
      return layout.plain ? [] : [''];
    case 'heading':
      return wrap(visible(block.text), width).map(style.heading);
    case 'text': {
      const lead = layout.plain ? '' : spaces(block.indent ?? 0);
      const lines = wrap(visible(block.text), width - lead.length);
      return lines.map((line) => lead + (block.strong ? style.strong(line) : line));
    }
    case 'hints':
      return layout.plain ? block.hints.map(visible) : hintLines(block.hints.map(visible), width);
    case 'items':
      return layout.plain ? block.items.flatMap(plainItem) : alignedItems(block.items, width);
    case 'table':
      return renderTable(block.table, { ...layout, width });
  }
}

const BETWEEN_HINTS = '     ';

function hintLines(hints: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const hint of hints) {
    const joined = `${lines.at(-1) ?? ''}${BETWEEN_HINTS}${hint}`;
    if (lines.length > 0 && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(hint);
  }
  return lines.flatMap((line) => wrap(line, width));
}

/** How many columns a text takes. */
type WidthOf = (text: string) => number;

const isEvenItem = ({ label, text, note = '', right = '', under }: Item): boolean =>
  isEven(label) && isEven(text) && isEven(note) && isEven(right) && (under === undefined || under.every(isEven));

const shownItem = ({ label, text, note = '', right = '', under = [] }: Item): Item => ({
  label: visible(label),
  text: visible(text),
  note: visible(note),
  right: visible(right),
  under: under.map(visible),
});

function plainItem(item: Item): string[] {
  const parts = [item.label, item.text, item.note, item.right].map((part) => visible(part ?? '')).filter(Boolean);
  return [parts.join('  '), ...(item.under ?? []).map((line) => `  ${visible(line)}`)];
}

function alignedItems(items: readonly Item[], width: number): string[] {
  // Looking at texts is most of what laying out a long list takes, so that it is done once where nothing in it is special.
  return items.every(isEvenItem)
    ? inColumns(items, width, (text) => text.length)
    : inColumns(items.map(shownItem), width, widthOf);
}

function inColumns(list: readonly Item[], width: number, widthOf: WidthOf): string[] {
  const most = Math.min(WIDEST_LABEL, Math.max(USUAL_LABEL, Math.floor(width / 3)));
  const labels = list.reduce((best, { label }) => widerOf(best, widthOf(label), most), 0);
  const start = labels === 0 ? INDENT : INDENT + labels + GAP;
  const room = width - start;
  const rights = list.reduce((best, { right = '' }) => widerOf(best, widthOf(right), room / 2), 0);
  const lead = spaces(start);
  const columns = { room, rights, width, widthOf };
  const lines: string[] = [];
  list.forEach((item) => {
    const label = spaces(INDENT) + item.label;
    const taken = INDENT + widthOf(item.label);
    const body = itemLines(item, columns);
    if (item.under !== undefined) body.push(...item.under.flatMap((line) => linesOf(line, room, widthOf)));
    if (taken > start - (labels === 0 ? 0 : GAP)) lines.push(label, lead + body[0]);
    else lines.push(label + spaces(start - taken) + body[0]);
    for (let index = 1; index < body.length; index += 1) lines.push(lead + body[index]);
  });
  return lines;
}

/** The wider of two widths; the first where the second is more than there may be. */
function widerOf(best: number, width: number, most: number): number {
  return width <= most && width > best ? width : best;
}

function linesOf(text: string, columns: number, widthOf: WidthOf): string[] {
  return widthOf(text) <= columns ? [text] : wrap(text, columns);
}

/** What an item's columns are: of all that is beside the label, of the right one, and of the screen. */
type Columns = { readonly room: number; readonly rights: number; readonly width: number; readonly widthOf: WidthOf };

function itemLines({ text, note = '', right = '' }: Item, { room, rights, width, widthOf }: Columns): string[] {
  if (right === '' && note === '') return linesOf(text, room, widthOf);
  const rightWidth = widthOf(right);
  const gap = note === '' ? 0 : widthOf(note) + GAP * 2;
  const left = room - gap - Math.max(rightWidth, rights) - GAP;
  if (width < NARROW || rightWidth > rights || left < LEAST) {
    const lines = note === '' ? linesOf(text, room, widthOf) : wrap(`${text} (${note})`, room);
    return right === '' ? lines : [...lines, ...linesOf(right, room, widthOf)];
  }
  const tail = note === '' ? right : note + spaces(GAP * 2) + right;
  const own = widthOf(text);
  if (own <= left) return [text + spaces(left + GAP - own) + tail];
  const lines = wrap(text, left);
  // A word that is wider than its column would run into the next one.
  if (lines.some((line) => widthOf(line) > left)) return [...linesOf(text, room, widthOf), ...wrap(tail.trim(), room)];
  lines[0] = pad(lines[0] ?? '', left + GAP) + tail;
  return lines;
}
