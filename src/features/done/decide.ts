import { type CivilDate, sayDate } from '../../core/dates/index.ts';
import { alreadySo, type Decision, recordFor } from '../../core/decision.ts';
import { draft } from '../../core/events.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';

/** `on` is the day it was done; null for today, or for a meeting's last date. `note` is kept with each action. */
export type DoneInput = { readonly on: CivilDate | null; readonly note: string | null };

/** Records an action as done. A key meeting is done because it was attended, so that is what is recorded. */
export function decideDone(plan: Plan, action: PlanAction, input: DoneInput): Decision {
  const meeting = plan.meetings.find((candidate) => candidate.action === action.id);
  const passed = meeting?.dates
    .filter((entry) => entry.date <= plan.today && !entry.attended && !entry.apologies)
    .at(-1);
  const on = input.on ?? passed?.date ?? plan.today;
  const notes = input.note === null ? [] : [noteOn(action, on, input.note)];
  if (action.status === 'done' && (input.on === null || input.on === action.doneOn)) {
    if (notes.length > 0) return recordFor(action, ...notes);
    const when = action.doneOn === null ? '' : ` on ${sayDate(action.doneOn)}`;
    return alreadySo(`${action.number} was already done${when}.`);
  }
  if (meeting !== undefined) {
    const attended = { date: on, attended: true, apologies: false, note: null };
    const name = meeting.localName ?? meeting.name;
    return recordFor(action, draft('meeting-attended', meeting.id, name, on, attended), ...notes);
  }
  return recordFor(action, draft('done', action.id, action.title, on, { was: action.status }), ...notes);
}

function noteOn(action: PlanAction, on: CivilDate, text: string) {
  return draft('noted', action.id, action.title, on, { text, private: false });
}
