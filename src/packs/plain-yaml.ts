import { guard } from './guard.ts';
import { inlineValue, NotPlain, putNew } from './plain-inline.ts';
import type { YamlFile } from './read-yaml.ts';

/**
 * Reads a file that is written plainly, as nearly every list is: keys and lists in block form, and behind a key or a dash
 * one line of words, a number, quotation marks or brackets. Of anything else (tags, anchors, a second document, a slip) it
 * says nothing but that it is there: yaml has to read it or to tell of it. What both read, both read alike (a test compares
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
const KEY = /^([A-Za-z][\w.-]{0,99}):(?: +(.*))?$/;

type Line = { readonly indent: number; readonly text: string };

/** Keys, a line each, and lists, a dash each. What belongs together begins in the same column. */
class Blocks {
  readonly #rows: string[];
  #at = 0;

  constructor(text: string) {
    this.#rows = text.split(/\r?\n/);
  }

  /** A file in which everything is a comment holds null. */
  whole(): unknown {
    if (this.#line() === null) return null;
    const map = this.#map(0);
    if (this.#line() !== null) throw new NotPlain();
    return map;
  }

  #map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let text = this.#next(indent); text !== null && !isItem(text); text = this.#next(indent)) {
      const [, key, rest = ''] = KEY.exec(text) ?? [];
      this.#at += 1;
      putNew(map, key, rest === '' ? this.#below(indent) : this.#behind(rest, indent));
    }
    return map;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    for (let text = this.#next(indent); text !== null && isItem(text); text = this.#next(indent)) {
      const rest = text.slice(2);
      if (KEY.test(rest)) {
        // Its first key stands behind the dash, the others below it.
        this.#rows[this.#at] = ' '.repeat(indent + 2) + rest;
        list.push(this.#map(indent + 2));
      } else {
        this.#at += 1;
        list.push(this.#behind(rest, indent));
      }
    }
    return list;
  }

  /** The next line that is neither empty nor a comment; null after the last. */
  #line(): Line | null {
    for (; this.#at < this.#rows.length; this.#at += 1) {
      const row = this.#rows[this.#at] ?? '';
      const indent = indentOf(row);
      if (indent < row.length && row[indent] !== '#') return { indent, text: row.slice(indent) };
    }
    return null;
  }

  /** The next line of a block; null after its last. One further in would go on with the line above it. */
  #next(indent: number): string | null {
    const line = this.#line();
    if (line === null || line.indent < indent) return null;
    if (line.indent > indent) throw new NotPlain();
    return line.text;
  }

  /** What a key has below it: something further in, or a list in its own column. */
  #below(indent: number): unknown {
    const line = this.#line();
    if (line === null || line.indent < indent) throw new NotPlain();
    if (isItem(line.text)) return this.#list(line.indent);
    if (line.indent === indent) throw new NotPlain();
    return this.#map(line.indent);
  }

  #behind(rest: string, indent: number): unknown {
    return rest === '>-' ? this.#folded(indent) : inlineValue(rest);
  }

  /** A text over several lines, all in one column: what is one line here may also have empty lines after it. */
  #folded(indent: number): string {
    const first = this.#rows[this.#at] ?? '';
    const column = indentOf(first);
    const from = this.#at;
    while (indentOf(this.#rows[this.#at] ?? '') === column && this.#rows[this.#at] !== '') this.#at += 1;
    const words = this.#rows.slice(from, this.#at).map((row) => row.slice(column));
    while (this.#rows[this.#at] === '') this.#at += 1;
    const after = this.#rows[this.#at];
    const ends = after === undefined || (indentOf(after) <= indent && after.trim() !== '');
    if (column <= indent || !ends || words.some((row) => row === '' || row.endsWith(' '))) throw new NotPlain();
    return words.join(' ');
  }
}

const indentOf = (row: string) => row.search(/[^ ]|$/);
const isItem = (text: string) => text.startsWith('- ');
