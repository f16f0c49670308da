import { tidy } from './tidy.ts';

const MIDDAY = '(?:12 ?)?(?:midday|noon)';
const CLOCK = '\\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.?m\\.?|\\d{1,2}:\\d{2}';
const WHOLE = new RegExp(`^(?:${MIDDAY}|${CLOCK})$`);
const PARTS = /^(\d{1,2})(?:[:.](\d{2}))? ?(?:([ap])\.?m\.?)?$/;
const TRAILING = new RegExp(`^(?:|(.*?)(?:,| )) ?(?:(?:at|@) ?)?(${MIDDAY}|${CLOCK})$`, 'i');

/**
 * A time as people type it, to `HH:MM`: `4pm`, `4:30pm`, `4.30 pm`, `16:00`, `9:30`, `midday`, `noon`, any case.
 * Null for everything else: 25:00, 13pm, and a bare number, which may be a day as well as an hour.
 */
export function readTime(text: string): string | null {
  const plain = tidy(text).toLowerCase();
  if (!WHOLE.test(plain)) return null;
  const parts = PARTS.exec(plain);
  if (parts === null) return plain.includes('midday') || plain.includes('noon') ? '12:00' : null;
  const typed = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  const half = parts[3];
  if (half !== undefined && (typed < 1 || typed > 12)) return null;
  const hour = half === undefined ? typed : (typed % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || minutes > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** True where a text has the form of a time, even one no clock shows (25:00): to say that, not "unknown word". */
export function looksLikeTime(text: string): boolean {
  return WHOLE.test(tidy(text).toLowerCase());
}

/**
 * Takes a time off the end of a text: `3 June at 4:30 pm` gives `3 June` and `16:30`. The date comes back as typed,
 * not read; empty where there was only a time. Without a real time at its end, the text is all date.
 */
export function splitDateAndTime(text: string): { readonly date: string; readonly time: string | null } {
  const plain = tidy(text);
  const parts = TRAILING.exec(plain);
  const time = readTime(parts?.[2] ?? '');
  if (parts === null || time === null) return { date: plain, time: null };
  return { date: (parts[1] ?? '').replace(/[ ,]+$/, ''), time };
}
