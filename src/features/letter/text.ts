import { BLANK, type Block, heading, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { Letter } from './compose.ts';
import type { Line } from './items.ts';

/** Which of several letters this is, said above it. */
export type Place = { readonly number: number; readonly of: number };

/** The paragraphs as they are pasted: a line each, a blank line between them. */
export function bodyOf({ paragraphs }: Letter): string {
  return paragraphs.map((lines) => lines.map(sayLine).join('\n')).join('\n\n');
}

/** The whole letter as it is pasted, from `To:` to the signature. */
export function pasteable(letter: Letter): string {
  return `${headLines(letter).join('\n')}\n\n${bodyOf(letter)}\n`;
}

/** The letter for a screen, where long lines are broken between words. */
export function letterText(letter: Letter, place: Place): readonly Block[] {
  return [
    ...(place.number === 1 ? [] : [BLANK]),
    ...spaced(
      place.of === 1 ? [] : [heading(sayPlace(place))],
      headLines(letter).map((line) => text(line)),
      ...letter.paragraphs.map(blocksOf),
    ),
  ];
}

/** `EMAIL 1 OF 3`. */
export function sayPlace({ number, of }: Place): string {
  return `EMAIL ${number} OF ${of}`;
}

function headLines({ to, email, subject }: Letter): string[] {
  const whom = email === null || email === to ? to : `${to} <${email}>`;
  return [`To: ${whom}`, `Subject: ${subject}`];
}

function sayLine({ label, text: words }: Line): string {
  return label === null ? words : `  ${label} ${words}`;
}

/** A paragraph: sentences as they are, what is in a list beside its label. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let rows: { label: string; text: string }[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push(items(rows));
    rows = [];
  };
  for (const line of lines) {
    if (line.label !== null) {
      rows.push({ label: line.label, text: line.text });
      continue;
    }
    close();
    blocks.push(text(line.text));
  }
  close();
  return blocks;
}
