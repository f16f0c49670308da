import type { Plan } from '../plan/types.ts';
import { startBookings } from './bookings.ts';
import { startDeadlines } from './deadlines.ts';
import { type CalendarEntry, inOrder } from './entry.ts';
import type { Told } from './history.ts';
import { startMeetings } from './meetings.ts';

/** A record as it is read for a diary, oldest first: all of it, and once before that what was booked (`arranged`). */
export type CalendarRecord = { readonly events: Iterable<Told>; readonly booked: Iterable<Told> };

/**
 * Everything with a real date from today on, soonest first; with `dates` also the days by which something should be done.
 * Of the record only that is held which an entry is made of.
 */
export function buildCalendarEntries(plan: Plan, record: CalendarRecord, dates: boolean): CalendarEntry[] {
  const parts = [startMeetings(plan), startBookings(plan, record.booked), ...(dates ? [startDeadlines(plan)] : [])];
  for (const told of record.events) for (const part of parts) part.take(told);
  return parts.flatMap((part) => part.entries()).sort(inOrder);
}
