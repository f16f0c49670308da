import { addDays } from '../../core/dates/index.ts';
import { decideAsk } from '../../core/decide-ask.ts';
import { type Draft, draft } from '../../core/events.ts';
import { nameOf } from '../../core/meetings/naming.ts';
import type { Plan, PlanAction, PlanOccasion } from '../../core/plan/types.ts';

/** What becomes of something past its date: done (asked for, of an email), a week later, or not applicable with a reason. */
export type Past =
  | { readonly what: 'done' }
  | { readonly what: 'later' }
  | { readonly what: 'skip'; readonly why: string };

const LATER_DAYS = 7;

/** Records what becomes of what is past its date; of an occasion only the actions that are. */
export function decidePast(plan: Plan, occasion: PlanOccasion, past: Past): Draft[] {
  const now = plan.occasions.find((one) => one.id === occasion.id);
  const actions = (now?.actions ?? []).filter((action) => occasion.verb === 'ask' || action.overdue);
  switch (past.what) {
    case 'done':
      if (occasion.verb === 'ask') {
        return actions.flatMap((action) => decideAsk(action, { on: plan.today, of: null }).drafts);
      }
      return actions.map((action) => done(plan, action));
    case 'later':
      return actions.flatMap((action) => later(plan, action));
    case 'skip':
      return actions.map((action) => draft('skipped', action.id, action.title, plan.today, { why: past.why }));
  }
}

/** A key meeting was attended on its own day. */
function done(plan: Plan, action: PlanAction): Draft {
  const meeting = plan.meetings.find((one) => one.action === action.id);
  if (meeting === undefined) return draft('done', action.id, action.title, plan.today, { was: action.status });
  const date = action.arrangedFor ?? plan.today;
  const body = { date, attended: true, apologies: false, note: null };
  return draft('meeting-attended', meeting.id, nameOf(meeting), date, body);
}

/** A week from today; a day it was booked for is gone. */
function later(plan: Plan, action: PlanAction): Draft[] {
  const meeting = plan.meetings.find((one) => one.action === action.id);
  const booked = action.status === 'arranged' ? action.arrangedFor : null;
  const gone =
    booked === null
      ? []
      : meeting === undefined
        ? [draft('reopened', action.id, action.title, plan.today, { was: action.status })]
        : [draft('meeting-cancelled', meeting.id, nameOf(meeting), plan.today, { date: booked })];
  return [...gone, draft('due-set', action.id, action.title, plan.today, { due: addDays(plan.today, LATER_DAYS) })];
}

/** Records that documents have come. */
export function decideCame(plan: Plan, ids: ReadonlySet<string>): Draft[] {
  return plan.actions
    .filter((action) => ids.has(action.id) && action.status === 'arranged')
    .map((action) => draft('received', action.id, action.title, plan.today, { location: null }));
}

/** Counts suggested dates from today on. */
export function decideAgain(plan: Plan): Draft[] {
  const question = plan.pack.questions.find((one) => one.id === 'dates_from');
  return [
    draft('answered', 'dates_from', question?.ask ?? 'dates_from', plan.today, { answer: 'today', initial: false }),
  ];
}
