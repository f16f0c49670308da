import type { Plan } from '../plan/types.ts';
import { bookingEntries } from './bookings.ts';
import { deadlineEntries } from './deadlines.ts';
import { type CalendarEntry, inOrder } from './entry.ts';
import type { Told } from './history.ts';
import { meetingEntries } from './meetings.ts';

/**
 * Everything with a real date from today on, soonest first; with `dates` also the days by which something should be done.
 * @param events the whole record, oldest first
 */
export function buildCalendarEntries(plan: Plan, events: readonly Told[], dates: boolean): CalendarEntry[] {
  return [
    ...meetingEntries(plan, events),
    ...bookingEntries(plan, events),
    ...(dates ? deadlineEntries(plan, events) : []),
  ].sort(inOrder);
}
