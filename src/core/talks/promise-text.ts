import { type CivilDate, readDate } from '../dates/index.ts';

/**
 * A promise as typed, with its day where one stands at its end: `a reply on transport by 15 Sept`. What stands behind the last
 * "by" and is no day to come belongs to the text.
 */
export function splitPromise(
  typed: string,
  today: CivilDate,
): { readonly text: string; readonly by: CivilDate | null } {
  const words = typed.replace(/\s+/g, ' ').trim();
  const [, text, day] = /^(.*\S) by (.+?)\.?$/i.exec(words) ?? [];
  if (text === undefined || day === undefined) return { text: words, by: null };
  const read = readDate(day, { today, direction: 'ahead' });
  return read.ok && read.date >= today ? { text: text.replace(/,$/, ''), by: read.date } : { text: words, by: null };
}
