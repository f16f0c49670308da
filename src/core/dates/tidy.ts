/** As most is typed. What the classes of Unicode need to be looked up takes as long as all else about a date. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Typed or pasted text with single spaces, ordinary digits (NFKC), and nothing unseen: Word, Outlook and calendars
 * paste no-break spaces and direction marks along with a date.
 */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text.replace(/ +/g, ' ').trim();
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}
