import type { CivilDate } from '../dates/index.ts';

/**
 * Something that belongs in a diary. `key` names it for as long as the record lasts: a meeting that moves keeps its key.
 * `sequence` rises with every change, `changedAt` (UTC, ISO 8601) is the moment of the last one.
 */
export type CalendarEntry = {
  readonly key: string;
  readonly title: string;
  readonly date: CivilDate;
  /** HH:MM; null for what takes a whole day, or whose time is not known. */
  readonly time: string | null;
  readonly place: string | null;
  /** True for a talk with one person: others who see the diary see only that the time is taken. */
  readonly private: boolean;
  readonly cancelled: boolean;
  /** A day by which something should be done, rather than a meeting. */
  readonly deadline: boolean;
  readonly sequence: number;
  readonly changedAt: string;
  /** True for what has taken place: no diary needs to be told any more. */
  readonly settled: boolean;
};

/** What a diary shows of an entry, as one text: an entry whose text is the same needs no second copy. */
export function essenceOf(entry: CalendarEntry): string {
  const { date, time, place, cancelled } = entry;
  const named = entry.deadline ? '' : entry.title;
  return JSON.stringify([date, time, place, named, cancelled]);
}

/** The order of a diary: by day, by time, then by key, so that it is always the same. */
export function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  const [first, second] = [a, b].map(({ date, time, key }) => `${date} ${time ?? ''} ${key}`) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}
