import { type CivilDate, sayDate, sayTime } from './dates/index.ts';
import { alreadySo, type Decision, recordFor } from './decision.ts';
import { draft } from './events.ts';
import type { Plan, PlanAction } from './plan/types.ts';

/** `for` is the day it is booked for, `time` HH:MM or null, `on` the day of the booking. */
export type BookInput = {
  readonly for: CivilDate;
  readonly time: string | null;
  readonly with: string | null;
  readonly on: CivilDate;
};

/** Records a date: a talk, a course, a meeting. A key meeting's date is the meeting's own. */
export function decideBook(plan: Plan, action: PlanAction, input: BookInput): Decision {
  if (action.status === 'done' && action.kind !== 'meeting') {
    return alreadySo(`${action.number} is done already. To take it up again: induct reopen ${action.number}`);
  }
  if (action.status === 'skipped' && action.skippedBy === 'you') {
    return alreadySo(`${action.number} is not applicable. To take it up again: induct reopen ${action.number}`);
  }
  const when = `${sayDate(input.for)}${input.time === null ? '' : `, ${sayTime(input.time)}`}`;
  if (action.arrangedFor === input.for && action.arrangedTime === input.time) {
    return alreadySo(`${action.number} is already booked for ${when}.`);
  }
  const meeting = plan.meetings.find((candidate) => candidate.action === action.id);
  if (meeting !== undefined) {
    const body = { date: input.for, time: input.time, place: null };
    return recordFor(action, draft('meeting-dated', meeting.id, meeting.localName ?? meeting.name, input.on, body));
  }
  const body = { for: input.for, time: input.time, with: input.with ?? action.arrangedWith };
  return recordFor(action, draft('arranged', action.id, action.title, input.on, body));
}
