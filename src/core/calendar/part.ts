import type { CalendarEntry } from './entry.ts';
import type { Told } from './history.ts';

/** One sort of what goes into a diary: takes the whole record, oldest first, and gives its entries then. */
export type Part = {
  readonly take: (told: Told) => void;
  readonly entries: () => readonly CalendarEntry[];
};
