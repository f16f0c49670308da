import type { FileMistake } from './read-yaml.ts';

/** Larger is no list that a person wrote. */
const LONGEST = 1024 * 1024;
/** Deeper nesting than this makes the parser run out of memory, which can't be caught. */
const DEEPEST = 64;

/** Finds what the parser of YAML itself would not survive, or would take too long over; null where there is nothing. */
export function guard(text: string): Omit<FileMistake, 'file'> | null {
  if (text.length > LONGEST)
    return { line: 1, column: 1, message: 'the file is larger than 1 MiB, which no list needs' };
  let depth = 0;
  for (const { 0: character, index } of text.matchAll(/[\0\uFFFD[\]{}]/g)) {
    const told = (message: string) => ({ ...placeOf(text, index), message });
    if (character === '\0') return told('the file holds a NUL character here: is it a text file?');
    if (character === '\uFFFD') return told(NO_UTF8);
    if (character === '[' || character === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > DEEPEST) return told(`more than ${DEEPEST} brackets inside each other`);
  }
  const deep = text.split(/\r\n|\n|\r/).findIndex((row) => row.length > 2 * DEEPEST && isDeep(row));
  return deep === -1 ? null : { line: deep + 1, column: 1, message: 'nested deeper than any list needs' };
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const rows = text.slice(0, index).split('\n');
  return { line: rows.length, column: (rows.at(-1) ?? '').length + 1 };
}

/** What stands where bytes were no UTF-8. */
const NO_UTF8 = 'a letter here cannot be read: save the file as UTF-8';

/** More lists and keys inside each other on one line than anybody writes, or as many columns of indentation: a long one. */
function isDeep(row: string): boolean {
  if (/^ {400}/.test(row)) return true;
  return !/^\s*#/.test(row) && (row.match(/[-?:](?=\s|$)/g)?.length ?? 0) > DEEPEST;
}
