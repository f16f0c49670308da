import { inAscii } from './ascii.ts';
import type { Block, Item } from './blocks.ts';
import { isEven, pad, widthOf, wrap } from './measure.ts';
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
      const lead = ' '.repeat(layout.plain ? 0 : (block.indent ?? 0));
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

/** A text that a terminal only shows, and how many columns it takes. */
type Measured = { readonly text: string; readonly width: number };

/** Each text of a long list is looked at once: looking is most of what laying it out takes. */
function measured(text: string): Measured {
  if (isEven(text)) return { text, width: text.length };
  const shown = visible(text);
  return { text: shown, width: widthOf(shown) };
}

const linesOf = ({ text, width }: Measured, columns: number): string[] =>
  width <= columns ? [text] : wrap(text, columns);

const padded = ({ text, width }: Measured, columns: number): string => text + ' '.repeat(Math.max(0, columns - width));

/** An item with every part there, measured. */
type MeasuredItem = {
  readonly label: Measured;
  readonly text: Measured;
  readonly note: Measured;
  readonly right: Measured;
  readonly under: readonly Measured[];
};

const NO_TEXT: Measured = { text: '', width: 0 };

function measuredItem({ label, text, note, right, under = [] }: Item): MeasuredItem {
  return {
    label: measured(label),
    text: measured(text),
    note: note === undefined ? NO_TEXT : measured(note),
    right: right === undefined ? NO_TEXT : measured(right),
    under: under.map(measured),
  };
}

function plainItem(item: Item): string[] {
  const parts = [item.label, item.text, item.note, item.right].map((part) => visible(part ?? '')).filter(Boolean);
  return [parts.join('  '), ...(item.under ?? []).map((line) => `  ${visible(line)}`)];
}

function alignedItems(items: readonly Item[], width: number): string[] {
  const list = items.map(measuredItem);
  const most = Math.min(WIDEST_LABEL, Math.max(USUAL_LABEL, Math.floor(width / 3)));
  const labels = widest(list, ({ label }) => label.width, most);
  const start = labels === 0 ? INDENT : INDENT + labels + GAP;
  const room = width - start;
  const rights = widest(list, ({ right }) => right.width, room / 2);
  const lead = ' '.repeat(start);
  const lines: string[] = [];
  for (const item of list) {
    const label = { text: ' '.repeat(INDENT) + item.label.text, width: INDENT + item.label.width };
    const body = itemLines(item, room, rights, width);
    for (const line of item.under) body.push(...linesOf(line, room));
    if (label.width > start - (labels === 0 ? 0 : GAP)) lines.push(label.text, lead + body[0]);
    else lines.push(padded(label, start) + body[0]);
    for (const line of body.slice(1)) lines.push(lead + line);
  }
  return lines;
}

/** How wide the widest is of those that take at most so many columns; 0 for none. */
function widest(list: readonly MeasuredItem[], width: (item: MeasuredItem) => number, most: number): number {
  return list.reduce((best, item) => (width(item) <= most ? Math.max(best, width(item)) : best), 0);
}

function itemLines({ text, note, right }: MeasuredItem, room: number, rights: number, width: number): string[] {
  if (right.text === '' && note.text === '') return linesOf(text, room);
  const gap = note.text === '' ? 0 : note.width + GAP * 2;
  const tail = note.text + ' '.repeat(gap - note.width) + padded(right, rights);
  const left = room - gap - Math.max(right.width, rights) - GAP;
  if (width < NARROW || right.width > rights || left < LEAST) {
    const lines = note.text === '' ? linesOf(text, room) : wrap(`${text.text} (${note.text})`, room);
    return right.text === '' ? lines : [...lines, ...linesOf(right, room)];
  }
  if (text.width <= left) return [padded(text, left + GAP) + tail];
  const lines = wrap(text.text, left);
  // A word that is wider than its column would run into the next one.
  if (lines.some((line) => widthOf(line) > left)) return [...linesOf(text, room), ...wrap(tail.trim(), room)];
  return lines.map((line, index) => (index === 0 ? pad(line, left + GAP) + tail : line));
}
