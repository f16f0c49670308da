import type { CivilDate } from '../dates/index.ts';

/** One meeting on one day, as a calendar file has it, in the time of Europe/London. */
export type Occurrence = {
  readonly uid: string;
  /** For one of a series, the day it would be on by the series' own rule; null for a meeting of its own. */
  readonly instance: CivilDate | null;
  readonly title: string;
  readonly date: CivilDate;
  /** HH:MM; null for what takes a whole day. */
  readonly time: string | null;
  /** HH:MM on the same day; null where it ends on another day, or the file does not say. */
  readonly end: string | null;
  readonly place: string | null;
  readonly cancelled: boolean;
};

/** What could be read of a calendar file; `unread` names the lines of events that make no sense. */
export type CalendarFile = { readonly occurrences: readonly Occurrence[]; readonly unread: readonly number[] };
