import { findNumbers } from './identifying-numbers.ts';
import { findAges, findPeople } from './identifying-people.ts';
import { findStories } from './identifying-stories.ts';
import { PLAIN } from './may-identify.ts';

/** Something in a text that may identify a child: what it is in plain words, and the words found. */
export type Identifying = { readonly what: string; readonly found: string };

/** Longer than any note; the rest of a longer text is read in pieces of this many characters. */
const PIECE = 20_000;
/** Pieces overlap by more than any one finding is long, so that none is lost at a seam. */
const OVERLAP = 500;
/** Nobody reads more findings than this, and the first already asks for another look. */
const MOST = 50;

/**
 * What in a text may identify a child or a family, nothing twice and at most fifty; empty when nothing does. It is a
 * safety net for notes typed in a hurry, not a guarantee: a name without an age passes. `found` is as in the text, but
 * for spaces, quotation marks and dashes, which are made plain. Takes time in proportion to the length of the text.
 */
export function findIdentifying(text: string): readonly Identifying[] {
  const tidied = tidy(text);
  const found = pieces(tidied).flatMap((piece) => {
    const ages = findAges(piece);
    return [...findNumbers(piece), ...findPeople(piece, ages), ...findStories(piece, ages)];
  });
  const different = [...new Map(found.map((one) => [`${one.what}\n${one.found}`, one])).values()].slice(0, MOST);
  return different.filter((one) => !different.some((other) => other !== one && covers(other, one)));
}

/** Whether another finding says the same in more words. */
function covers(other: Identifying, one: Identifying): boolean {
  return other.what === one.what && other.found.includes(one.found);
}

/** One space between words, plain quotation marks, hyphens and digits, nothing that cannot be seen. */
function tidy(text: string): string {
  if (PLAIN.test(text)) return text.replace(/ +/g, ' ').trim();
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function pieces(text: string): readonly string[] {
  const step = PIECE - OVERLAP;
  const count = Math.max(1, Math.ceil((text.length - OVERLAP) / step));
  return Array.from({ length: count }, (_, index) => text.slice(index * step, index * step + PIECE));
}
