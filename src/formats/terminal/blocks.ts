/**
 * What a screen is made of, before anyone knows how wide it is: linear, one fact a line, the important word first.
 * Text goes in as it is; making it safe, wrapping it and colouring it is the renderer's work.
 */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly indent?: number; readonly strong?: boolean }
  | { readonly type: 'items'; readonly items: readonly Item[] }
  | { readonly type: 'hints'; readonly hints: readonly string[] }
  | { readonly type: 'table'; readonly table: Table }
  | { readonly type: 'blank' };

/** One row of a list: what to type, what it is, and at the right what is so (a date, a state). */
export type Item = {
  readonly label: string;
  readonly text: string;
  /** A word or two before the right column, such as `one email`. Narrow screens put it behind the text. */
  readonly note?: string;
  readonly right?: string;
  readonly under?: readonly string[];
};

/**
 * Rows in columns under a heading of their own. `heads` stand on the heading's line above the last columns; where there
 * is no room for columns they stand before each cell instead: `you go as member; usually 3 a year`.
 */
export type Table = { readonly heading: string; readonly heads: readonly string[]; readonly rows: readonly Row[] };

/** One row of a table: what leads it (a number; a date and a time), what it is, and a cell for each head. */
export type Row = {
  readonly lead: readonly string[];
  readonly text: string;
  readonly cells: readonly string[];
  readonly under?: readonly string[];
};

export function heading(text: string): Block {
  return { type: 'heading', text };
}

/** A paragraph. `indent` counts columns. */
export function text(words: string, options: { readonly indent?: number; readonly strong?: boolean } = {}): Block {
  return { type: 'text', text: words, ...options };
}

export function items(list: readonly Item[]): Block {
  return { type: 'items', items: list };
}

export function table(rows: Table): Block {
  return { type: 'table', table: rows };
}

/** Short hints beside each other, as many as a line holds; none is broken while it fits a line of its own. */
export function hints(...list: readonly string[]): Block {
  return { type: 'hints', hints: list };
}

/** Everything that blocks say, piece by piece, in the order it is read. */
export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(textsOfOne);
}

function textsOfOne(block: Block): readonly string[] {
  switch (block.type) {
    case 'blank':
      return [];
    case 'heading':
    case 'text':
      return [block.text];
    case 'hints':
      return block.hints;
    case 'items':
      return block.items.flatMap(({ label, text: words, note = '', right = '', under = [] }) => [
        label,
        words,
        note,
        right,
        ...under,
      ]);
    case 'table':
      return [
        block.table.heading,
        ...block.table.heads,
        ...block.table.rows.flatMap((row) => [...row.lead, row.text, ...row.cells, ...(row.under ?? [])]),
      ];
  }
}

export const BLANK: Block = { type: 'blank' };

/** Joins groups of blocks with a blank line between those that hold anything. */
export function spaced(...groups: readonly (readonly Block[])[]): Block[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [BLANK, ...group]));
}
