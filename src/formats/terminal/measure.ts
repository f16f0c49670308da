/** The only door to fast-string-width and fast-wrap-ansi. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Latin letters, punctuation, arrows, lines and bars: one column each, which needs no table of widths. */
const EVEN = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f]*$/;
/** Spaces that are more than one between two words. */
const LOOSE = /^ | $| {2}|\u00a0/;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return EVEN.test(text) ? text.length : stringWidth(text);
}

/** Whether each character of a text takes one column, so that nothing in it acts on a terminal either. */
export function isEven(text: string): boolean {
  return EVEN.test(text);
}

/** The text filled up with spaces to a number of columns; longer texts stay as they are. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text in lines of at most so many columns, broken between words; a longer word has a line of its own. */
export function wrap(text: string, columns: number): string[] {
  if (!Number.isFinite(columns) || widthOf(text) <= columns) return [text];
  const most = Math.max(columns, 10);
  if (EVEN.test(text) && !LOOSE.test(text)) return wrapEven(text, most);
  return wrapAnsi(text, most, { hard: false, trim: true }).split('\n');
}

/** What fast-wrap-ansi makes of a text of even width (a test compares them), without being loaded for it. */
function wrapEven(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
