/**
 * Typed or pasted text with single spaces, ordinary digits (NFKC), and nothing unseen: Word, Outlook and calendars
 * paste no-break spaces and direction marks along with a date.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}
