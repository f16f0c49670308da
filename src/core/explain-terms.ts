import { PAGES, type Term } from './pack.ts';

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
  const words = texts.map(ownWords).join('\n');
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

function ownWords(text: string): string {
  if (text.startsWith('Source: ')) return '';
  return Object.values(PAGES)
    .reduce((rest, { title }) => rest.replaceAll(title, ''), text)
    .replace(/https?:\/\/\S+/g, '');
}

/** As a word of its own, also of several: EHCPs. */
function isUsed(words: string, short: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${short}s?(?![\\p{L}\\p{N}])`, 'u').test(words);
}

function isSpeltOut(words: string, short: string): boolean {
  const [first = ''] = short;
  const behind = new RegExp(`[\\p{L}'’"] \\(${short}s?\\)`, 'u');
  const before = new RegExp(`(?<![\\p{L}\\p{N}])${short}s? \\([${first}${first.toLowerCase()}]\\p{L}+ \\p{L}`, 'u');
  return behind.test(words) || before.test(words);
}
