/** The only door to fast-string-width and fast-wrap-ansi. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

const ASCII = /^[\x20-\x7e]*$/;

/** How many columns a text takes; plain ASCII needs no table of widths. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** The text filled up with spaces to a number of columns; longer texts stay as they are. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text in lines of at most so many columns, broken between words; a longer word has a line of its own. */
export function wrap(text: string, columns: number): string[] {
  if (!Number.isFinite(columns) || widthOf(text) <= columns) return [text];
  return wrapAnsi(text, Math.max(columns, 10), { hard: false, trim: true }).split('\n');
}
