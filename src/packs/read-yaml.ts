/** The only door to yaml. It is loaded when a list has changed, never on the way of an everyday command. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { guard } from './guard.ts';

/** A mistake in a file of the list: where, what, and what to do. Line and column count from 1. */
export type FileMistake = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** An id that may be misspelt. */
export type Guess = { readonly id: string; readonly near: string };

export type YamlFile = {
  readonly value: unknown;
  readonly mistakes: readonly FileMistake[];
  /**
   * Where in the file a path of keys and places is; the nearest known place around it if it is missing. Where the value
   * was put together from several files, also which of them.
   */
  readonly locate: (path: readonly PropertyKey[], key?: string) => { line: number; column: number; file?: string };
  /** The same path as it is counted in the file that `locate` names, where several were put together. */
  readonly pathIn?: (path: readonly PropertyKey[]) => readonly PropertyKey[];
  /** A new entry around a path whose id is nearly one that is known: what it is called, and what may be meant. */
  readonly guess?: (path: readonly PropertyKey[]) => Guess | null;
};

/**
 * Reads one YAML file with the position of everything in it. Aliases, tags and several documents in one file are
 * refused: nobody needs them in a list, and they are how a small file becomes a huge one.
 */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const tooMuch = guard(text);
  if (tooMuch !== null) {
    const { message, ...place } = tooMuch;
    return { value: null, mistakes: [{ file, ...place, message }], locate: () => place };
  }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = firstErrors([...document.errors, ...document.warnings]);
  const found = errors.map((error) => placed(error, document, (offset) => at(offset).line));
  const unused = errors.length > 0 ? [] : notUsed(document);
  const mistakes = [...found, ...unused].map(({ offset, message }) => ({ file, ...at(offset), message }));
  const value = mistakes.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
  return { value, mistakes, locate: (path, key) => at(offsetOf(document, path, key)) };
}

type Placed = { readonly offset: number; readonly message: string };

/** These stand by themselves. After any other the parser has lost its way, and what it tells next only confuses. */
const ALONE = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

function firstErrors(errors: readonly YAMLError[]): YAMLError[] {
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const lost = inOrder.findIndex((error) => !ALONE.has(error.code));
  return lost === -1 ? inOrder : inOrder.slice(0, lost + 1);
}

/** A quotation mark that is not closed is met where the text ends at last; what is to be mended is where it begins. */
function placed(error: YAMLError, document: Document, lineOf: (offset: number) => number): Placed {
  const [offset] = error.pos;
  let opened: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return;
      const [from, to] = node.range ?? [offset, offset];
      const unclosed = error.code === 'MISSING_CHAR' && to === offset;
      const swallowed = from < offset && lineOf(from) < lineOf(to) && lineOf(to) >= lineOf(offset);
      if (unclosed || swallowed) opened = from;
    },
  });
  return opened === null
    ? { offset, message: plainly(error.code, error.message) }
    : { offset: opened, message: 'this quotation mark is not closed on its line' };
}

/** The first alias, every tag, and another version of YAML: a list needs none of them. */
function notUsed(document: Document): Placed[] {
  const found: Placed[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_, node) => {
      aliases += 1;
      if (aliases === 1) found.push({ offset: node.range?.[0] ?? 0, message: ALIASES });
    },
    Node: (_, node) => {
      const { tag, range } = node as { tag?: string; range?: readonly number[] | null };
      if (tag !== undefined) found.push({ offset: range?.[0] ?? 0, message: TAGS });
    },
  });
  if (document.directives?.yaml.explicit)
    found.push({ offset: 0, message: 'a %YAML line is not used in a list: remove it' });
  return found;
}

function offsetOf(document: Document, path: readonly PropertyKey[], key?: string): number {
  if (key !== undefined) {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

const ALIASES = 'aliases (& and *) are not used in a list: write it out';
const TAGS = 'tags (such as !!str) are not used in a list';
const WORDS: Record<string, string> = {
  DUPLICATE_KEY: 'this key is there twice; keep one',
  TAB_AS_INDENT: 'a tab is used to indent; use spaces',
  MISSING_CHAR: 'something is missing here, such as a closing quotation mark or bracket, or the : after a key',
  BLOCK_AS_IMPLICIT_KEY: 'this does not fit here; a text with a colon needs quotation marks around it',
  MULTIPLE_DOCS: 'there is a second document (---) in the file; keep one',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line and end with a colon',
  BAD_ALIAS: ALIASES,
  TAG_RESOLVE_FAILED: TAGS,
};

function plainly(code: string, message: string): string {
  return WORDS[code] ?? message.split('\n')[0]?.replace(/\.$/, '') ?? code;
}
