import { type CivilDate, holidayOn, sayDayDateNear } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import { papersOutBy, sayPapers } from '../papers.ts';
import type { Plan, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { exampleDay } from './example-day.ts';
import { nameOf, titleOf, typedFor } from './naming.ts';
import { dateOn, isCancelled, namedDate, sayWhenAndWhere, type When } from './when.ts';

/** What recording something about a meeting comes to: what to write, and what the receipt says. */
export type MeetingDecision = { readonly drafts: readonly Draft[]; readonly lines: readonly string[] };

export type AddInput = { readonly date: CivilDate; readonly time: string | null; readonly place: string | null };

/** `from` names the date to move, as typed; null for the next one. What `to` and `place` leave out stays as it was. */
export type MoveInput = { readonly from: string | null; readonly to: When; readonly place: string | null };

/** Puts a date of a meeting into the diary; on a day it has already, its time or place is changed. */
export function decideAdd(plan: Plan, meeting: PlanMeeting, input: AddInput): MeetingDecision {
  const known = dateOn(meeting, input.date);
  const entry = {
    date: input.date,
    time: input.time ?? known?.time ?? null,
    place: input.place ?? known?.place ?? null,
  };
  const said = `${titleOf(plan, meeting)}, ${sayWhenAndWhere(entry, plan.today)}`;
  if (known !== null && isSame(known, entry)) return same(`Already in the diary: ${said}.`);
  return {
    drafts: [draft('meeting-dated', meeting.id, nameOf(meeting), plan.today, entry)],
    lines: [`${known === null ? 'In the diary' : 'Changed'}: ${said}.`, ...toKnow(plan, meeting, input.date)],
  };
}

/**
 * Moves the next date of a meeting, or the one named, to another day, time or place.
 * @throws Problem (2) where there is no such date
 */
export function decideMove(plan: Plan, meeting: PlanMeeting, input: MoveInput): MeetingDecision {
  const was = dateMeant(plan, meeting, input.from, { verb: 'move', flag: '--from ' });
  const date = input.to.date ?? was.date;
  const entry = { date, time: input.to.time ?? was.time, place: input.place ?? was.place };
  const said = `${titleOf(plan, meeting)}, ${sayWhenAndWhere(entry, plan.today)}`;
  if (date === was.date && isSame(was, entry)) return same(`Already in the diary: ${said}.`);
  const before = date === was.date ? '' : `, instead of ${sayDayDateNear(was.date, plan.today)}`;
  return {
    drafts: [draft('meeting-moved', meeting.id, nameOf(meeting), plan.today, { from: was.date, ...entry })],
    lines: [`Moved: ${said}${before}.`, ...toKnow(plan, meeting, date)],
  };
}

/**
 * Cancels the next date of a meeting, or the one named as typed.
 * @throws Problem (2) where there is no such date
 */
export function decideCancel(plan: Plan, meeting: PlanMeeting, named: string | null): MeetingDecision {
  const title = titleOf(plan, meeting);
  if (named !== null) {
    const date = namedDate(meeting, named, plan.today);
    if (dateOn(meeting, date) === null && isCancelled(meeting, date)) {
      return same(`Already out of the diary: ${title}, ${sayDayDateNear(date, plan.today)}.`);
    }
  }
  const was = dateMeant(plan, meeting, named, { verb: 'cancel', flag: '' });
  return {
    drafts: [draft('meeting-cancelled', meeting.id, nameOf(meeting), plan.today, { date: was.date })],
    lines: [`Cancelled: ${title}, ${sayWhenAndWhere(was, plan.today)}.`],
  };
}

function isSame(known: PlanMeetingDate, entry: Pick<PlanMeetingDate, 'time' | 'place'>): boolean {
  return known.time === entry.time && known.place === entry.place;
}

function same(line: string): MeetingDecision {
  return { drafts: [], lines: [line] };
}

/** The next date, or the one named. @throws Problem (2) where there is none, and for one that has been answered */
function dateMeant(
  plan: Plan,
  meeting: PlanMeeting,
  named: string | null,
  { verb, flag }: { readonly verb: string; readonly flag: string },
): PlanMeetingDate {
  const { today } = plan;
  const title = titleOf(plan, meeting);
  const day = (entry: PlanMeetingDate) => sayDayDateNear(entry.date, today);
  const open = meeting.dates.filter((entry) => !entry.attended && !entry.apologies);
  const example = (entry: PlanMeetingDate) => `induct meetings ${verb} ${typedFor(plan, meeting)} ${flag}${entry.date}`;
  if (named === null) {
    if (meeting.next !== null) return meeting.next;
    const passed = open.at(-1);
    const hint =
      passed === undefined
        ? `Add one: induct meetings add ${typedFor(plan, meeting)} "${exampleDay(today)}"`
        : `Its last date was ${day(passed)}. To ${verb} that one: ${example(passed)}`;
    throw usage(`${title} has no date ahead.`, hint);
  }
  const date = namedDate(meeting, named, today);
  const found = dateOn(meeting, date);
  if (found === null) {
    const all = open.map(day);
    const hint = all.length === 0 ? 'It has no date yet.' : `It has: ${all.join(', ')}.`;
    throw usage(`${title} has no date on ${sayDayDateNear(date, today)}.`, hint);
  }
  if (found.attended || found.apologies) {
    throw usage(
      `What happened at ${title} on ${day(found)} is recorded already.`,
      'To take back the last record: induct undo',
    );
  }
  return found;
}

/** What is worth knowing of a day just put into the diary. */
function toKnow(plan: Plan, meeting: PlanMeeting, date: CivilDate): string[] {
  const holiday = holidayOn(date, plan.calendar);
  const papers = papersOutBy(meeting, date, plan.calendar);
  return [
    ...(holiday === undefined ? [] : [`That day is a bank holiday: ${holiday.name}. Is the date right?`]),
    ...(papers === null ? [] : [sayPapers(papers, plan.today)]),
    ...notApplicable(plan, meeting),
  ];
}

/** A reminder where the user said that the meeting does not apply here: a date alone doesn't change that. */
export function notApplicable(plan: Plan, meeting: PlanMeeting): string[] {
  const action = plan.actions.find((one) => one.id === meeting.action);
  if (action?.skippedBy !== 'you') return [];
  return [`${action.number} is marked as not applicable. To take it up again: induct reopen ${action.number}`];
}
