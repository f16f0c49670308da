import { inAscii } from './ascii.ts';
import type { Block, Item } from './blocks.ts';
import { pad, widthOf, wrap } from './measure.ts';
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

/** An item with every part there, as text that a terminal only shows. */
type Cleaned = Required<Item>;

function cleaned({ label, text, note = '', right = '', under = [] }: Item): Cleaned {
  return {
    label: visible(label),
    text: visible(text),
    note: visible(note),
    right: visible(right),
    under: under.map(visible),
  };
}

function plainItem(item: Item): string[] {
  const { label, text, note, right, under } = cleaned(item);
  return [[label, text, note, right].filter(Boolean).join('  '), ...under.map((line) => `  ${line}`)];
}

function alignedItems(items: readonly Item[], width: number): string[] {
  const list = items.map(cleaned);
  const most = Math.min(WIDEST_LABEL, Math.max(USUAL_LABEL, Math.floor(width / 3)));
  const labels = widest(
    list.map(({ label }) => label),
    most,
  );
  const start = labels === 0 ? INDENT : INDENT + labels + GAP;
  const room = width - start;
  const rights = widest(
    list.map(({ right }) => right),
    room / 2,
  );
  const lead = ' '.repeat(start);
  const lines: string[] = [];
  for (const item of list) {
    const label = ' '.repeat(INDENT) + item.label;
    const body = itemLines(item, room, rights, width);
    for (const line of item.under) body.push(...wrap(line, room));
    if (widthOf(label) > start - (labels === 0 ? 0 : GAP)) lines.push(label, lead + body[0]);
    else lines.push(pad(label, start) + body[0]);
    for (const line of body.slice(1)) lines.push(lead + line);
  }
  return lines;
}

/** How wide the widest is of the texts that take at most so many columns; 0 for none. */
function widest(texts: readonly string[], most: number): number {
  return Math.max(0, ...texts.map(widthOf).filter((width) => width <= most));
}

function itemLines({ text, note, right }: Cleaned, room: number, rights: number, width: number): string[] {
  if (right === '' && note === '') return wrap(text, room);
  const tail = note === '' ? pad(right, rights) : `${note}${' '.repeat(GAP * 2)}${pad(right, rights)}`;
  const left = room - widthOf(tail) - GAP;
  if (width < NARROW || widthOf(right) > rights || left < LEAST) {
    const words = note === '' ? text : `${text} (${note})`;
    return [...wrap(words, room), ...(right === '' ? [] : wrap(right, room))];
  }
  const lines = wrap(text, left);
  // A word that is wider than its column would run into the next one.
  if (lines.some((line) => widthOf(line) > left)) return [...wrap(text, room), ...wrap(tail.trim(), room)];
  return lines.map((line, index) => (index === 0 ? pad(line, left + GAP) + tail : line));
}
