import {
  addWorkingDays,
  type CivilDate,
  earliest,
  firstWorkingDayFrom,
  lastWorkingDayBefore,
  latest,
  type WorkCalendar,
} from '../dates/index.ts';
import type { PackAction } from '../pack.ts';
import type { Progress, QuietProgress } from '../progress.ts';
import { heldSince, holds, lastGiven } from './answers.ts';

/** What suggested dates depend on. `meetingDates`: a meeting's id to its first real date. */
export type DueContext = {
  readonly datesFrom: CivilDate;
  readonly progress: Progress;
  readonly calendar: WorkCalendar;
  readonly quiet: readonly QuietProgress[];
  readonly meetingDates: ReadonlyMap<string, CivilDate>;
  /** The n-th working day after a day; most actions share a few of them, so each is worked out once. */
  readonly workingDay: (from: CivilDate, n: number) => CivilDate;
};

/** `addWorkingDays` that remembers, and counts on from the nearest day it knows. */
export function rememberWorkingDays(calendar: WorkCalendar): DueContext['workingDay'] {
  const known = new Map<CivilDate, Map<number, CivilDate>>();
  return (from, n) => {
    let after = known.get(from);
    if (after === undefined) {
      after = new Map();
      known.set(from, after);
    }
    const before = after.get(n);
    if (before !== undefined) return before;
    let nearest = 0;
    after.forEach((_, m) => {
      if (m > nearest && m < n) nearest = m;
    });
    const found = addWorkingDays(after.get(nearest) ?? from, n - nearest, calendar);
    after.set(n, found);
    return found;
  };
}

/**
 * The day an action's date counts from: a condition that an answer of a later day made true counts from that day, and
 * so does what an answer brought back.
 */
export function baseOf(action: PackAction, { datesFrom, progress }: DueContext): CivilDate {
  const since = action.when === null ? null : heldSince(action.when, progress);
  const again = action.again === null ? null : lastGiven(action.again, progress);
  return since === null && again === null ? datesFrom : latest(datesFrom, since ?? datesFrom, again ?? datesFrom);
}

/**
 * Our suggested date for an action: working days from its base; sooner where an answer says so (a later answer
 * counts from its own day, and never moves the date back); before the first real date of the meeting it prepares;
 * and out of quiet weeks.
 */
export function suggestedDue(action: PackAction, base: CivilDate, context: DueContext): CivilDate | null {
  if (action.within === null) return null;
  let due = context.workingDay(base, action.within);
  if (action.sooner.length > 0) due = earliest(due, ...soonerDays(action, base, context));
  const meeting = action.before === null ? undefined : context.meetingDates.get(action.before);
  if (meeting !== undefined) due = earliest(due, latest(base, lastWorkingDayBefore(meeting, context.calendar)));
  return outOfQuiet(due, context);
}

/** The days that answers ask for. */
function soonerDays(action: PackAction, base: CivilDate, { progress, workingDay }: DueContext): CivilDate[] {
  return action.sooner
    .filter(({ when }) => holds(when, progress))
    .map(({ when, within }) => workingDay(latest(base, heldSince(when, progress) ?? base), within));
}

/** A date inside a quiet period moves to the first working day from the first day back; nothing else moves. */
export function outOfQuiet(date: CivilDate, context: Pick<DueContext, 'quiet' | 'calendar'>): CivilDate {
  if (context.quiet.length === 0) return date;
  let moved = date;
  for (const period of context.quiet) {
    if (moved >= period.from && moved < period.to) moved = firstWorkingDayFrom(period.to, context.calendar);
  }
  return moved;
}
