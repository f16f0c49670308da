import { guard } from './guard.ts';
import { inlineValue, NotPlain, putNew } from './plain-inline.ts';
import type { YamlFile } from './read-yaml.ts';

/**
 * Reads a file that is written plainly, as nearly every list is: keys and lists in block form, and behind a key or a dash
 * one line of words, a number, quotation marks or brackets, or lines below `>-`. Of anything else (tags, anchors, a second
 * document, a slip) it says nothing but that it is there: yaml has to read it or to tell of it. What both read, both read alike (a test compares
 * them); yaml takes twenty times as long, which is most of what somebody who has edited a list would wait for.
 */
export function readPlainly(file: string, text: string): YamlFile {
  const value = plainValueOf(text);
  const mistakes = value === undefined ? [{ file, ...SOMEWHERE, message: 'not written plainly' }] : [];
  return { value, mistakes, locate: () => SOMEWHERE };
}

const SOMEWHERE = { line: 1, column: 1 };

/** What a text holds; undefined where it is not written plainly. */
function plainValueOf(text: string): unknown {
  if (ODD.test(text) || guard(text) !== null) return undefined;
  try {
    return new Blocks(text.replace(/^\uFEFF/, '')).whole();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Characters that YAML or a pattern might take for an end of line, or that stand in no text: a carriage return alone too. */
const ODD = /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029]|\r(?!\n)/;
/** How far in a line stands, whether it is an entry of a list, its key and what comes behind. */
const LINE = /^( *)(- )?(?:([A-Za-z][\w.-]{0,99}):(?: +|$))?(.*)$/;

/** A line that is neither empty nor a comment, and which row of the text it is. */
type Line = {
  readonly row: number;
  readonly indent: number;
  readonly item: boolean;
  readonly key: string | undefined;
  readonly rest: string;
};

/** Keys, a line each, and lists, a dash each. What belongs together begins in the same column. */
class Blocks {
  readonly #rows: readonly string[];
  readonly #lines: Line[];
  #at = 0;

  constructor(text: string) {
    this.#rows = text.split(/\r?\n/);
    this.#lines = this.#rows.map(lineOf).filter((line) => line !== null);
  }

  /** A file in which everything is a comment holds null. */
  whole(): unknown {
    if (this.#lines.length === 0) return null;
    const map = this.#map(0);
    if (this.#at < this.#lines.length) throw new NotPlain();
    return map;
  }

  #map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let line = this.#next(indent); line?.item === false; line = this.#next(indent)) {
      this.#at += 1;
      putNew(map, line.key, line.rest === '' ? this.#below(indent) : this.#behind(line));
    }
    return map;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    for (let line = this.#next(indent); line?.item; line = this.#next(indent)) {
      if (line.key === undefined) {
        this.#at += 1;
        list.push(this.#behind(line));
      } else {
        // Its first key stands behind the dash, the others below it.
        this.#lines[this.#at] = { ...line, indent: indent + 2, item: false };
        list.push(this.#map(indent + 2));
      }
    }
    return list;
  }

  /** The next line of a block; null after its last. One further in would go on with the line above it. */
  #next(indent: number): Line | null {
    const line = this.#lines[this.#at];
    if (line === undefined || line.indent < indent) return null;
    if (line.indent > indent) throw new NotPlain();
    return line;
  }

  /** What a key has below it: something further in, or a list in its own column. */
  #below(indent: number): unknown {
    const line = this.#lines[this.#at];
    if (line === undefined || line.indent < indent) throw new NotPlain();
    if (line.item) return this.#list(line.indent);
    if (line.indent === indent) throw new NotPlain();
    return this.#map(line.indent);
  }

  #behind(line: Line): unknown {
    return line.rest === '>-' ? this.#folded(line) : inlineValue(line.rest);
  }

  /** A text over several rows, all in one column; what comes after them, and after empty ones, stands no further in. */
  #folded({ row, indent }: Line): string {
    const columnOf = (at: number) => this.#rows[at]?.search(/[^ ]/) ?? 0;
    const column = columnOf(row + 1);
    let after = row + 1;
    while (columnOf(after) === column && column > indent) after += 1;
    const words = this.#rows.slice(row + 1, after).map((text) => text.slice(column));
    while (this.#rows[after] === '') after += 1;
    const goesOn = columnOf(after) > indent || columnOf(after) < 0;
    if (words.length === 0 || goesOn || words.some((text) => text.endsWith(' '))) throw new NotPlain();
    while ((this.#lines[this.#at]?.row ?? after) < after) this.#at += 1;
    return words.join(' ');
  }
}

function lineOf(whole: string, row: number): Line | null {
  const [, spaces = '', dash, key, rest = ''] = LINE.exec(whole) ?? [];
  if (key === undefined && (rest === '' || rest.startsWith('#')) && dash === undefined) return null;
  return { row, indent: spaces.length, item: dash !== undefined, key, rest };
}
