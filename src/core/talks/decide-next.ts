import type { CivilDate } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import { nameOf } from '../meetings/naming.ts';
import { dateOn } from '../meetings/when.ts';
import type { Plan, PlanAction, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import { usage } from '../problem.ts';
import type { About } from './about.ts';
import { bookedActions } from './open-dates.ts';

/** A day and a time, HH:MM; null where none was said. */
export type Day = { readonly date: CivilDate; readonly time: string | null };

/** The first date with somebody after a day and not before today, as the diary has it. */
export function nextAfter(about: About, plan: Plan, on: CivilDate): PlanMeetingDate | null {
  const coming = about.held.flatMap((meeting) =>
    meeting.dates.filter((entry) => entry.date > on && entry.date >= plan.today && !entry.attended && !entry.apologies),
  );
  return coming.sort((a, b) => (`${a.date} ${a.time ?? ''}` < `${b.date} ${b.time ?? ''}` ? -1 : 1))[0] ?? null;
}

/**
 * Puts the next date with somebody into the diary. Where a regular meeting would come sooner, that one makes way for it.
 * @param on the day of the talk it follows
 * @throws Problem (2) for a day that does not come after it
 */
export function decideNext(about: About, plan: Plan, on: CivilDate, next: Day): Draft[] {
  if (next.date <= on) throw usage('The next date must come after the day you record.');
  const meeting = about.held[0] as PlanMeeting;
  const known = dateOn(meeting, next.date);
  const time = next.time ?? known?.time ?? meeting.progress.own?.time ?? null;
  const sooner = meeting.progress.own?.every
    ? meeting.dates.find(({ date }) => date > on && date >= plan.today && date < next.date)
    : undefined;
  const event = { date: next.date, time, place: known?.place ?? null };
  const away = (date: CivilDate) => draft('meeting-cancelled', meeting.id, nameOf(meeting), plan.today, { date });
  if (known !== null && known.time === time) return sooner === undefined ? [] : [away(sooner.date)];
  if (sooner === undefined || known !== null) {
    return [
      ...(sooner === undefined ? [] : [away(sooner.date)]),
      draft('meeting-dated', meeting.id, nameOf(meeting), plan.today, event),
    ];
  }
  return [draft('meeting-moved', meeting.id, nameOf(meeting), plan.today, { from: sooner.date, ...event })];
}

/** Takes the next date with somebody out of the diary; nothing where there is none. */
export function decideNoNext(about: About, plan: Plan, on: CivilDate): Draft[] {
  const next = nextAfter(about, plan, on);
  const meeting = about.held.find((one) => next !== null && dateOn(one, next.date) !== null);
  if (next === null || meeting === undefined) return [];
  return [draft('meeting-cancelled', meeting.id, nameOf(meeting), plan.today, { date: next.date })];
}

/**
 * What was booked for a talk up to a day and was not settled there: it goes along to the next date, and without one is open
 * again.
 */
export function decideLeftOver(
  about: About,
  plan: Plan,
  left: { readonly on: CivilDate; readonly settled: ReadonlySet<string>; readonly next: Day | null },
): Draft[] {
  const over = bookedActions(about).filter(
    (action) =>
      (action.arrangedFor ?? '') <= left.on && !left.settled.has(action.id) && isTheirs(action, about, left.on),
  );
  return over.map((action) => {
    if (left.next === null) return draft('reopened', action.id, action.title, plan.today, { was: action.status });
    const body = { for: left.next.date, time: left.next.time, with: action.arrangedWith };
    return draft('arranged', action.id, action.title, plan.today, body);
  });
}

/** A point that several people share goes along only where it was booked for the very day. */
function isTheirs(action: PlanAction, about: About, on: CivilDate): boolean {
  return about.action === null || action.id === about.action.id || action.arrangedFor === on;
}
