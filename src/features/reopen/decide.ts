import { alreadySo, type Decision, recordFor } from '../../core/decision.ts';
import { type Draft, draft } from '../../core/events.ts';
import { NOT_USED } from '../../core/pack.ts';
import type { Plan, PlanAction, PlanMeeting } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';

/**
 * Takes up an action again: nothing is recorded about it any more, but a document that is here stays here.
 * @throws Problem (2) for what an answer made not applicable
 */
export function decideReopen(plan: Plan, action: PlanAction): Decision {
  if (action.status === 'todo') return alreadySo(`${action.number} is already open.`);
  if (action.skippedBy === 'answer' && action.pack?.hidden === true) {
    throw usage(
      `${action.number} is ${NOT_USED}: its own list takes it out.`,
      `Done all the same? induct done ${action.number}`,
    );
  }
  if (action.skippedBy === 'answer') {
    const [question = ''] = Object.keys(action.pack?.when ?? {});
    throw usage(
      `${action.number} is not applicable because of an answer: ${action.skippedBecause}.`,
      `Change the answer: induct profile ${question}`,
    );
  }
  const today = plan.today;
  const meeting = plan.meetings.find((candidate) => candidate.action === action.id);
  const undone = meeting === undefined ? [] : takeBackAttendance(meeting);
  const dated = meeting !== undefined && action.status === 'arranged' && action.arrangedFor !== null;
  if (dated) {
    throw usage(`${action.number} has a date.`, `If it does not take place: induct meetings cancel ${action.number}`);
  }
  const own: Draft[] =
    plan.progress.action.get(action.id)?.state === undefined || plan.progress.action.get(action.id)?.state === 'todo'
      ? []
      : [draft('reopened', action.id, action.title, today, { was: action.status })];
  return recordFor(action, ...undone, ...own);
}

/** A date of the diary waits for an answer again; one that only attending made known is gone with it. */
function takeBackAttendance(meeting: PlanMeeting): Draft[] {
  const name = meeting.localName ?? meeting.name;
  return meeting.progress.dates
    .filter((entry) => entry.attended && !entry.cancelled)
    .map(({ date, dated }) =>
      dated
        ? draft('meeting-attended', meeting.id, name, date, { date, attended: false, apologies: false, note: null })
        : draft('meeting-cancelled', meeting.id, name, date, { date }),
    );
}
