import { addWorkingDays, type CivilDate, sayDayDateNear, type WorkCalendar } from './dates/index.ts';
import type { PlanMeeting } from './plan/types.ts';

/**
 * The day by which a meeting's papers are out: so many clear working days before it, which means that neither the day
 * of publication nor the day of the meeting counts (Local Government Act 1972, section 100B, for council committees).
 * Null for meetings that the list names no such rule for.
 */
export function papersOutBy(meeting: PlanMeeting, date: CivilDate, calendar: WorkCalendar): CivilDate | null {
  const clear = meeting.pack?.papersDays ?? null;
  return clear === null ? null : addWorkingDays(date, -(clear + 1), calendar);
}

/** When the papers are out, or were due. */
export function sayPapers(papers: CivilDate, today: CivilDate): string {
  const day = sayDayDateNear(papers, today);
  return papers < today ? `Papers should be out since ${day}.` : `Papers out by ${day}.`;
}
