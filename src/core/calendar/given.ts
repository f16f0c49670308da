import type { CivilDate } from '../dates/index.ts';
import { type CalendarEntry, essenceOf } from './entry.ts';

/** What a diary was given, by key: each entry as it was then. Kept on this computer only, as the diary is. */
export type Given = {
  readonly on: CivilDate;
  readonly entries: Readonly<Record<string, CalendarEntry>>;
};

export const NOTHING_GIVEN: Given = { on: '', entries: {} };

/** How an entry differs from what the diary has: not there yet, changed (`was` is how it was), or off. */
export type Difference = {
  readonly entry: CalendarEntry;
  readonly was: CalendarEntry | null;
};

/**
 * What a diary does not have yet: what is new, changed, cancelled; and what it has and is no more, as cancelled. What was
 * cancelled before the diary ever had it is left out.
 * @param entries what is so now, with what is settled
 * @param lastAt the moment of the last record, for what is no more
 */
export function differences(
  entries: readonly CalendarEntry[],
  given: Given,
  today: CivilDate,
  lastAt: string,
): Difference[] {
  const known = new Set(entries.map(({ key }) => key));
  const fresh = entries.flatMap((entry) => {
    const was = given.entries[entry.key] ?? null;
    if (entry.settled || (was === null ? entry.cancelled : essenceOf(was) === essenceOf(entry))) return [];
    return [{ entry, was }];
  });
  const gone = Object.values(given.entries).flatMap((was) =>
    known.has(was.key) || was.deadline || was.cancelled || was.date < today
      ? []
      : [{ entry: { ...was, cancelled: true, sequence: was.sequence + 1, changedAt: lastAt }, was }],
  );
  return [...fresh, ...gone];
}

/** What the diary has once it was given these; what lies in the past is forgotten. */
export function give(given: Given, differences: readonly Difference[], today: CivilDate): Given {
  const kept = Object.entries(given.entries).filter(([, { date }]) => date >= today);
  const fresh = differences.map(({ entry }) => [entry.key, entry] as const);
  return { on: today, entries: Object.fromEntries([...kept, ...fresh]) };
}
