import { type CivilDate, daysBetween } from '../dates/index.ts';
import { type ActionProgress, NO_ACTION_PROGRESS } from '../progress.ts';
import type { PlanAction, Status } from './types.ts';

/** What became of an action, as far as its state says it. */
export type Known = Pick<
  PlanAction,
  'status' | 'arrangedOn' | 'arrangedFor' | 'arrangedTime' | 'arrangedWith' | 'doneOn' | 'skippedBy' | 'skippedBecause'
>;

/** What an action is, whatever was recorded about it. */
export type Nature = Pick<
  PlanAction,
  'id' | 'number' | 'step' | 'kind' | 'title' | 'name' | 'after' | 'doer' | 'how' | 'source'
>;

/** Where an action stands in the plan. */
export type Place = Pick<PlanAction, 'suggestedDue' | 'retired' | 'base' | 'position' | 'pack'>;

/**
 * An action from what it is and what was recorded; what it waits for is still empty. Property by property: an object
 * literal with spreads of this size takes fifty times as long to build, and there are a hundred on the way of every
 * command.
 */
export function assemble(
  nature: Nature,
  place: Place,
  known: Known,
  recorded: ActionProgress,
  today: CivilDate,
): PlanAction {
  const due = recorded.due ?? place.suggestedDue;
  const late = place.retired ? ON_TIME : lateness(known.status, due, known.arrangedFor, today);
  return {
    id: nature.id,
    number: nature.number,
    step: nature.step,
    kind: nature.kind,
    title: nature.title,
    name: nature.name,
    status: known.status,
    due,
    suggestedDue: place.suggestedDue,
    dueSet: recorded.due !== null,
    overdue: late.overdue,
    daysOverdue: late.daysOverdue,
    after: nature.after,
    blockedBy: NONE,
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
    retired: place.retired,
    base: place.base,
    position: place.position,
    pack: place.pack,
  };
}

const NONE: readonly string[] = [];
const ON_TIME = { overdue: false, daysOverdue: 0 };

/** Overdue: open, and its date or the day it was booked for has passed; `daysOverdue` counts calendar days from the date that passed, else 0. */
function lateness(
  status: Status,
  due: CivilDate | null,
  arrangedFor: CivilDate | null,
  today: CivilDate,
): { overdue: boolean; daysOverdue: number } {
  const open = status === 'todo' || status === 'received' || status === 'arranged';
  const limit = status === 'arranged' && arrangedFor !== null ? arrangedFor : due;
  return open && limit !== null && limit < today ? { overdue: true, daysOverdue: daysBetween(limit, today) } : ON_TIME;
}

/** The state that was recorded. Of most actions nothing was, which is one state for all of them. */
export function fromRecord(recorded: ActionProgress): Known {
  return recorded === NO_ACTION_PROGRESS ? UNRECORDED : knownOf(recorded);
}

const UNRECORDED = knownOf(NO_ACTION_PROGRESS);

function knownOf(recorded: ActionProgress): Known {
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
