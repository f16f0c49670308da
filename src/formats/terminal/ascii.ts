/** Each sign by what stands for it: an ellipsis, dashes, quotation marks. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\u2026/g, '...'],
  [/[\u2013\u2014]/g, '-'],
  [/[\u2018\u2019]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
];

/** The same with dots, dashes and quotation marks in ASCII; letters stay as they are. Takes anything made of texts. */
export function inAscii<T>(whole: T): T {
  if (typeof whole === 'string')
    return SIGNS.reduce((text: string, [sign, plain]) => text.replace(sign, plain), whole) as T;
  if (Array.isArray(whole)) return whole.map(inAscii) as T;
  if (typeof whole !== 'object' || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, inAscii(part)])) as T;
}
