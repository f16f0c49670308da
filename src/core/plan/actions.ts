import type { CivilDate } from '../dates/index.ts';
import { NOT_USED, type PackAction } from '../pack.ts';
import { type ActionProgress, NO_ACTION_PROGRESS } from '../progress.ts';
import { holds } from './answers.ts';
import { assemble, fromRecord, type Known } from './assemble.ts';
import { baseOf, type DueContext, suggestedDue } from './due.ts';
import type { PlanAction, PlanMeeting } from './types.ts';

/** What an action's state is worked out from, beside the action itself. */
export type ActionContext = DueContext & {
  readonly today: CivilDate;
  /** By the id of the action that goes with the meeting. */
  readonly meetings: ReadonlyMap<string, PlanMeeting>;
};

/** One action of the list with its state and dates; what it waits for is still empty (see `fillInBlocks`). */
export function buildAction(action: PackAction, position: number, context: ActionContext): PlanAction {
  const recorded = context.progress.action.get(action.id) ?? NO_ACTION_PROGRESS;
  const base = baseOf(action, context);
  const place = { suggestedDue: suggestedDue(action, base, context), retired: false, base, position, pack: action };
  return assemble(action, place, stateOf(action, recorded, context), recorded, context.today);
}

/** The state of an action: what was recorded wins over an answer, and a meeting's follows from its dates. */
function stateOf(action: PackAction, recorded: ActionProgress, context: ActionContext): Known {
  const meeting = context.meetings.get(action.id);
  if (meeting !== undefined && recorded.state !== 'skipped') {
    const known = meetingState(meeting, recorded, context.today);
    if (known.status !== 'todo') return known;
  }
  if (recorded.state === 'todo' && action.hidden) {
    return { ...fromRecord(recorded), status: 'skipped', skippedBy: 'answer', skippedBecause: NOT_USED };
  }
  if (recorded.state === 'todo' && action.when !== null && !holds(action.when, context.progress)) {
    return { ...fromRecord(recorded), status: 'skipped', skippedBy: 'answer', skippedBecause: action.otherwise };
  }
  return fromRecord(recorded);
}

/** Done because it was attended; arranged because a date is coming, has passed unrecorded, or was asked for. */
function meetingState(meeting: PlanMeeting, recorded: ActionProgress, today: CivilDate): Known {
  const unanswered = meeting.dates.filter((entry) => !entry.attended && !entry.apologies);
  const date = meeting.next ?? unanswered.filter((entry) => entry.date < today).at(-1) ?? null;
  const known = fromRecord(recorded);
  if (meeting.lastAttended !== null) {
    return { ...known, status: 'done', doneOn: meeting.lastAttended, arrangedFor: date?.date ?? null };
  }
  if (date === null) return known;
  return { ...known, status: 'arranged', arrangedFor: date.date, arrangedTime: date.time };
}

/** Fills in what each action waits for: those of `after` that are neither done nor not applicable. */
export function fillInBlocks(actions: Map<string, PlanAction>): void {
  actions.forEach((action) => {
    if (action.after.length === 0) return;
    const blockedBy = action.after.filter((id) => isUnsettled(actions.get(id)));
    if (!isSame(blockedBy, action.blockedBy)) actions.set(action.id, { ...action, blockedBy });
  });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}

function isUnsettled(action: PlanAction | undefined): boolean {
  return action !== undefined && action.status !== 'done' && action.status !== 'skipped';
}
