import type { CalendarEntry } from '../../core/calendar/entry.ts';
import type { Difference } from '../../core/calendar/given.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { type Head, headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';

/** What goes into the calendar file, and what a diary is told by it. */
export type CalendarView = {
  readonly plan: Plan;
  readonly entries: readonly CalendarEntry[];
  /** With `--new`: how each differs from what the diary has. Null without. */
  readonly changes: readonly Difference[] | null;
  /** The day of the last `--new` before this one; null before the first. */
  readonly since: CivilDate | null;
  readonly dates: boolean;
};

/** An entry as the document has it. */
export type EntryDocument = Pick<CalendarEntry, 'title' | 'date' | 'time' | 'place' | 'private' | 'sequence'> & {
  readonly uid: string;
  readonly deadline: boolean;
  readonly status: 'confirmed' | 'cancelled';
};

/** @param file the full path of what was written; null for standard output */
export function calendarDocument(
  view: CalendarView,
  uid: (key: string) => string,
  file: string | null,
): Head & { readonly file: string | null; readonly entries: readonly EntryDocument[] } {
  return {
    ...headOf('induct.calendar/1', view.plan),
    file,
    entries: view.entries.map((entry) => ({
      uid: uid(entry.key),
      title: entry.title,
      date: entry.date,
      time: entry.time,
      place: entry.place,
      private: entry.private,
      deadline: entry.deadline,
      status: entry.cancelled ? ('cancelled' as const) : ('confirmed' as const),
      sequence: entry.sequence,
    })),
  };
}
