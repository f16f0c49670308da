import type { CivilDate } from './civil.ts';

/** Which way a date without a year looks: into the past, ahead, or to the nearest. */
export type DateDirection = 'past' | 'ahead' | 'any';

/** The date read, or one plain sentence on why it was not. */
export type ReadDate = { readonly ok: true; readonly date: CivilDate } | { readonly ok: false; readonly why: string };

/** What reading a date needs to know: the text as it is quoted back, today, and which way to look. */
export type DateInput = { readonly quoted: string; readonly today: CivilDate; readonly direction: DateDirection };

/** The years a typed date may lie in: wide enough for any appointment, narrow enough to catch a slip. */
export const YEARS = { first: 1950, last: 2100 } as const;

/** The answer that carries its reason. */
export function refuse(why: string): ReadDate {
  return { ok: false, why };
}

/** The answer to a date outside `YEARS` that was typed without a year in digits. */
export function refuseFar(quoted: string): ReadDate {
  return refuse(`${quoted} is too far away: type a date from ${YEARS.first} to ${YEARS.last}.`);
}
