import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

/** A line of a calendar file with what was folded onto the lines after it; `number` is that of its first line, from 1. */
export type Line = { readonly text: string; readonly number: number };

/** One part of a calendar file, such as an event: all its lines from BEGIN to END. */
export type Part = { readonly name: string; readonly lines: readonly Line[] };

const PROPERTY = /^[A-Za-z0-9-]+(;[^:]*("[^"]*"[^:]*)*)?:/;

/**
 * The events and time zones of a calendar file, each as its own lines.
 * @param name how an error names the file
 * @throws Problem (2) with the line, for what is no calendar file or is cut off
 */
export function partsOf(text: string, name: string): Part[] {
  const lines = unfold(text);
  const [first] = lines;
  if (first === undefined) throw usage(`${name} is empty.`);
  if (first.text.toUpperCase() !== 'BEGIN:VCALENDAR') {
    throw usage(`${name}: line ${first.number} should be BEGIN:VCALENDAR. This is no calendar file.`, HOW);
  }
  const open: Line[] = [];
  const parts: Part[] = [];
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (!PROPERTY.test(line.text)) {
      throw usage(`${name}: line ${line.number} makes no sense in a calendar file: "${shown(line.text)}".`, HOW);
    }
    const [, verb, what = ''] = /^(BEGIN|END):(.*)$/i.exec(line.text) ?? [];
    if (verb?.toUpperCase() === 'BEGIN') {
      open.push(line);
      if (open.length === 2) from = index;
    }
    if (verb?.toUpperCase() !== 'END') continue;
    const begun = open.pop();
    const wanted = begun?.text.slice('BEGIN:'.length) ?? '';
    if (begun === undefined || wanted.toUpperCase() !== what.trim().toUpperCase()) {
      throw usage(`${name}: line ${line.number} ends "${shown(what)}", which has not begun.`, HOW);
    }
    if (open.length === 1) parts.push({ name: what.trim().toUpperCase(), lines: lines.slice(from, index + 1) });
  }
  const left = open.at(-1);
  if (left !== undefined) {
    throw usage(`${name}: what begins on line ${left.number} has no end. The file is cut off.`, HOW);
  }
  return parts;
}

const HOW = 'Download or save it again, as an iCalendar file (.ics).';

function unfold(text: string): Line[] {
  const lines: { text: string; number: number }[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last !== undefined) last.text += raw.slice(1);
    else if (raw.trim() !== '') lines.push({ text: raw.trimEnd(), number: index + 1 });
  }
  return lines;
}
