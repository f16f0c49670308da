import { PAGES } from './pack.ts';
import type { Term } from './pack-advice.ts';

/** A short form, and what it stands for: LADO, local authority designated officer. */
export type ShortForm = { readonly short: string; readonly means: string };

/** Capitals, three letters or more: two have too many meanings, and `s.47` explains nothing. */
const SHORT = /^[A-Z][A-Za-z]+[A-Z]$/;

/** What every councillor knows. */
const KNOWN = new Set(['LGA']);

/** The short forms of a term: its own, and those of its other names: `pupil referral unit (PRU)`, `LAC`. */
export function shortFormsOf({ term, short, also }: Term): ShortForm[] {
  const own = short === null ? [] : [{ short, means: term }];
  const others = also.map((name) => {
    const [, means = term, inside = name] = /^(.+?)\s*\(([^()]+)\)/.exec(name) ?? [];
    return { short: inside, means };
  });
  return [...own, ...others].filter((one) => SHORT.test(one.short) && !KNOWN.has(one.short));
}

/**
 * The short forms in the words of a screen that it does not spell out itself, in the order of their first use. `name
 * (SHORT)` spells out, and so does `SHORT (name)`. Sources and addresses are no words of a screen.
 * @param texts the words of a screen, piece by piece
 * @param forms those that are known
 */
export function explainTerms(texts: readonly string[], forms: readonly ShortForm[]): ShortForm[] {
  const words = ownWords(texts);
  const known = new Map(forms.map((one) => [one.short, one]));
  const used = [...words.matchAll(/[A-Z][A-Za-z]*[A-Z]/g)].map(([word]) => word);
  return [...new Set(used)].flatMap((word) => {
    const form = known.get(word);
    return form === undefined || !isUsed(words, word) || isSpeltOut(words, word) ? [] : [form];
  });
}

/** `LADO: local authority designated officer.` */
export function sayShortForm({ short, means }: ShortForm): string {
  const isName = means
    .split(' ')
    .slice(1)
    .some((word) => /^[A-Z]/.test(word));
  const said = isName ? means : means.charAt(0).toLowerCase() + means.slice(1);
  return `${short}: ${said}.`;
}

function ownWords(texts: readonly string[]): string {
  const words = texts.filter((text) => !text.startsWith('Source: ')).join('\n');
  return Object.values(PAGES)
    .reduce((rest, { title }) => rest.replaceAll(title, ''), words)
    .replace(/https?:\/\/\S+/g, '');
}

/**
 * As a word of its own, also of several: EHCPs. A pattern with letters of all scripts takes a hundredth of a start to make,
 * so here and below it is made only where a plain look does not settle it.
 */
function isUsed(words: string, short: string): boolean {
  const at = words.indexOf(short);
  if (isApart(words.charAt(at - 1)) && isApart(words.charAt(at + short.length))) return true;
  return new RegExp(`(?<![\\p{L}\\p{N}])${short}s?(?![\\p{L}\\p{N}])`, 'u').test(words);
}

/** Nothing, or a space or a sign that every text has. */
function isApart(character: string): boolean {
  return character === '' || /[\0-/:-@[-`{-\x7f]/.test(character);
}

function isSpeltOut(words: string, short: string): boolean {
  if (![`(${short}`, `${short} (`, `${short}s (`].some((sign) => words.includes(sign))) return false;
  const [first = ''] = short;
  const behind = new RegExp(`[\\p{L}'’"] \\(${short}s?\\)`, 'u');
  const before = new RegExp(`(?<![\\p{L}\\p{N}])${short}s? \\([${first}${first.toLowerCase()}]\\p{L}+ \\p{L}`, 'u');
  return behind.test(words) || before.test(words);
}
