import { type CivilDate, daysBetween } from '../dates/index.ts';
import { NOT_USED, type PackAction } from '../pack.ts';
import { type ActionProgress, NO_ACTION_PROGRESS, type Progress } from '../progress.ts';
import { holds } from './answers.ts';
import { baseOf, type DueContext, suggestedDue } from './due.ts';
import type { PlanAction, PlanMeeting, Status } from './types.ts';

/** What an action's state is worked out from, beside the action itself. */
export type ActionContext = DueContext & {
  readonly today: CivilDate;
  /** By the id of the action that goes with the meeting. */
  readonly meetings: ReadonlyMap<string, PlanMeeting>;
};

type Known = Pick<
  PlanAction,
  'status' | 'arrangedOn' | 'arrangedFor' | 'arrangedTime' | 'arrangedWith' | 'doneOn' | 'skippedBy' | 'skippedBecause'
>;

/** What an action is, whatever was recorded about it. */
type Nature = Pick<
  PlanAction,
  | 'id'
  | 'number'
  | 'step'
  | 'kind'
  | 'title'
  | 'name'
  | 'suggestedDue'
  | 'after'
  | 'doer'
  | 'how'
  | 'source'
  | 'retired'
  | 'base'
  | 'position'
  | 'pack'
>;

/**
 * An action from what it is and what was recorded. Property by property: an object literal with spreads of this size
 * takes fifty times as long to build, and there are a hundred on the way of every command.
 */
function assemble(nature: Nature, known: Known, recorded: ActionProgress, today: CivilDate): PlanAction {
  const due = recorded.due ?? nature.suggestedDue;
  const late = nature.retired ? ON_TIME : lateness(known.status, due, known.arrangedFor, today);
  return {
    id: nature.id,
    number: nature.number,
    step: nature.step,
    kind: nature.kind,
    title: nature.title,
    name: nature.name,
    status: known.status,
    due,
    suggestedDue: nature.suggestedDue,
    dueSet: recorded.due !== null,
    overdue: late.overdue,
    daysOverdue: late.daysOverdue,
    after: nature.after,
    blockedBy: [],
    doer: nature.doer,
    how: nature.how,
    arrangedOn: known.arrangedOn,
    arrangedFor: known.arrangedFor,
    arrangedTime: known.arrangedTime,
    arrangedWith: known.arrangedWith,
    receivedOn: recorded.receivedOn,
    location: recorded.location,
    localTitle: recorded.localTitle ?? null,
    dated: recorded.dated ?? null,
    restricted: recorded.restricted === true,
    doneOn: known.doneOn,
    skippedBy: known.skippedBy,
    skippedBecause: known.skippedBecause,
    source: nature.source,
    retired: nature.retired,
    base: nature.base,
    position: nature.position,
    pack: nature.pack,
  };
}

const ON_TIME = { overdue: false, daysOverdue: 0 };

/** One action of the list with its state and dates; what it waits for is still empty (see `withBlocks`). */
export function buildAction(action: PackAction, position: number, context: ActionContext): PlanAction {
  const recorded = context.progress.action.get(action.id) ?? NO_ACTION_PROGRESS;
  const nature: Nature = {
    id: action.id,
    number: action.number,
    step: action.step,
    kind: action.kind,
    title: action.title,
    name: action.name,
    suggestedDue: suggestedDue(action, context),
    after: action.after,
    doer: action.doer,
    how: action.how,
    source: action.source,
    retired: false,
    base: baseOf(action, context),
    position,
    pack: action,
  };
  return assemble(nature, stateOf(action, recorded, context), recorded, context.today);
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

function fromRecord(recorded: ActionProgress): Known {
  const skipped = recorded.state === 'skipped';
  return {
    status: recorded.state,
    arrangedOn: recorded.arrangedOn,
    arrangedFor: recorded.arrangedFor,
    arrangedTime: recorded.arrangedTime,
    arrangedWith: recorded.arrangedWith,
    doneOn: recorded.doneOn,
    skippedBy: skipped ? 'you' : null,
    skippedBecause: skipped ? recorded.why : null,
  };
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

/** Overdue: open, and its date or the day it was booked for has passed; `daysOverdue` counts calendar days from the date that passed, else 0. */
export function lateness(
  status: Status,
  due: CivilDate | null,
  arrangedFor: CivilDate | null,
  today: CivilDate,
): { overdue: boolean; daysOverdue: number } {
  const open = status === 'todo' || status === 'received' || status === 'arranged';
  const limit = status === 'arranged' && arrangedFor !== null ? arrangedFor : due;
  const overdue = open && limit !== null && limit < today;
  return { overdue, daysOverdue: overdue && limit !== null ? daysBetween(limit, today) : 0 };
}

/** The user's own actions, numbered in the step after the last of the list. */
export function buildOwnActions(progress: Progress, step: string, first: number, today: CivilDate): PlanAction[] {
  const numbers = ownNumbers(progress);
  return [...progress.action]
    .flatMap(([id, recorded]) => (recorded.own === null ? [] : [{ id, recorded, own: recorded.own }]))
    .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
    .map(({ id, recorded, own }, index) => {
      const nature: Nature = {
        ...unlisted(id, own.title, first + index, own.on),
        number: `${step}.${numbers.get(id)}`,
        step: 'own',
        kind: 'own',
        doer: own.doer,
      };
      return assemble(nature, fromRecord(recorded), recorded, today);
    });
}

/**
 * The number of each action the user added, by id. Two computers that share a record may have given one number to two of
 * them: the later id then has the first number that none was given.
 */
export function ownNumbers(progress: Progress): ReadonlyMap<string, number> {
  const own = [...progress.action]
    .flatMap(([id, recorded]) => (recorded.own === null ? [] : [{ id, number: recorded.own.number }]))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  const taken = new Set(own.map(({ number }) => number));
  const numbers = new Map<string, number>();
  const used = new Set<number>();
  for (const { id, number } of own) {
    let free = number;
    if (used.has(number)) for (free = 1; taken.has(free); ) free += 1;
    taken.add(free);
    used.add(free);
    numbers.set(id, free);
  }
  return numbers;
}

/** What was recorded about actions that the list no longer has: still shown, never counted, never due. */
export function buildRetiredActions(
  progress: Progress,
  known: ReadonlySet<string>,
  first: number,
  context: Pick<ActionContext, 'datesFrom' | 'today'>,
): PlanAction[] {
  const gone = [...progress.action].filter(([id, recorded]) => !known.has(id) && recorded.own === null);
  return gone.map(([id, recorded], index) => {
    const nature = { ...unlisted(id, recorded.title, first + index, context.datesFrom), retired: true };
    const named = { ...nature, source: { ...nature.source, section: 'No longer on the list' } };
    return assemble(named, fromRecord(recorded), recorded, context.today);
  });
}

/** An action that the list does not hold. */
function unlisted(id: string, title: string, position: number, base: CivilDate): Nature {
  return {
    id,
    number: '',
    step: id.split('.')[0] ?? '',
    kind: 'task',
    title,
    name: title,
    suggestedDue: null,
    after: [],
    doer: 'holder',
    how: 'task',
    source: { page: 'induct', section: 'Added by hand', url: null },
    retired: false,
    base,
    position,
    pack: null,
  };
}

/** Fills in what each action waits for: those of `after` that are neither done nor not applicable. */
export function withBlocks(actions: readonly PlanAction[]): PlanAction[] {
  const status = new Map(actions.map((action) => [action.id, action.status]));
  return actions.map((action) => {
    const blockedBy = action.after.filter((id) => {
      const before = status.get(id);
      return before !== undefined && before !== 'done' && before !== 'skipped';
    });
    return blockedBy.length === 0 ? action : { ...action, blockedBy };
  });
}
