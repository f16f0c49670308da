/** The only door to fast-string-width and fast-wrap-ansi. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Latin letters, punctuation, arrows, lines, bars, and inquirer's signs: one column each, which needs no table of widths. */
const EVEN = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u23ce\u2500-\u259f\u276f]*$/;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return EVEN.test(text) ? text.length : stringWidth(text);
}

/** Whether each character of a text takes one column, so that nothing in it acts on a terminal either. */
export function isEven(text: string): boolean {
  return EVEN.test(text);
}

/** So many spaces; none for fewer than one. */
export function spaces(count: number): string {
  return count <= MANY.length ? MANY.slice(0, Math.max(0, count)) : ' '.repeat(count);
}

/** As wide as a screen: taking a part of it is much less work than repeating a space. */
const MANY = ' '.repeat(80);

/** The text filled up with spaces to a number of columns; longer texts stay as they are. */
export function pad(text: string, columns: number): string {
  return text + spaces(columns - widthOf(text));
}

/**
 * The text in lines of at most so many columns, broken between words; a longer word has a line of its own. A command to
 * copy is kept together where a line has room for it.
 */
export function wrap(text: string, columns: number): string[] {
  if (!Number.isFinite(columns)) return [text];
  const even = EVEN.test(text);
  if ((even ? text.length : stringWidth(text)) <= columns) return [text];
  const most = Math.max(columns, 10);
  if (even && !isLoose(text)) return wrapEven(text, most);
  return wrapAnsi(text, most, { hard: false, trim: true }).split('\n');
}

/** A style, or a cursor that is hidden. */
const STYLES = /\u001b\[(?:[\d;]*m|\?25[lh])/g;

/**
 * What inquirer breaks its lines with (scripts/build/libraries.mjs). One that fits stays as it is, and nearly every one does.
 * @param options as fast-wrap-ansi takes them
 */
export function wrapStyled(text: string, columns: number, options: Parameters<typeof wrapAnsi>[2]): string {
  const words = text.replace(STYLES, '');
  return EVEN.test(words) && words.length <= columns ? text : wrapAnsi(text, columns, options);
}

/** Whether there are spaces that are more than one between two words. */
function isLoose(text: string): boolean {
  return text.startsWith(' ') || text.endsWith(' ') || text.includes('  ') || text.includes('\u00a0');
}

/** A command to copy, behind what leads up to it: `Add one: induct meetings add 7.2 "18 June"`. */
const COMMAND = /(?<=[:?] |, or )induct (?:"[^"]*"|[^,;"])+/g;

/**
 * What fast-wrap-ansi makes of a text of even width (a test compares them), without being loaded for it; but that a command
 * is not broken.
 */
function wrapEven(text: string, columns: number): string[] {
  const whole = [...text.matchAll(COMMAND)].map(({ 0: { length }, index }) => ({ at: index, length }));
  const lines: string[] = [];
  let from = 0;
  while (text.length - from > columns) {
    const last = text.lastIndexOf(' ', from + columns);
    const between = last > from ? last : text.indexOf(' ', from);
    if (between === -1) break;
    const cut = whole.find(({ at, length }) => at > from && at < between && at + length > between);
    const to = cut === undefined || cut.length > columns ? between : cut.at - 1;
    lines.push(text.slice(from, to));
    from = to + 1;
  }
  lines.push(text.slice(from));
  return lines;
}
