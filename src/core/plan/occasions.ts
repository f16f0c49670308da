import { type CivilDate, daysBetween, type WorkCalendar } from '../dates/index.ts';
import type { PackOccasion } from '../pack.ts';
import type { QuietProgress } from '../progress.ts';
import { type DueContext, outOfQuiet } from './due.ts';
import type { PlanAction, PlanOccasion } from './types.ts';

type Context = {
  readonly actions: readonly PlanAction[];
  readonly byId: ReadonlyMap<string, PlanAction>;
  readonly byStep: ReadonlyMap<string, readonly PlanAction[]>;
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly quiet: readonly QuietProgress[];
  readonly workingDay: DueContext['workingDay'];
};

/**
 * Every occasion that is open now, in the order of `next`: overdue first, longest overdue first, then by date,
 * those without one last, then in the order of the plan. Left out: what waits for another action, and what is
 * arranged until it is overdue.
 */
export function buildOccasions(pack: readonly PackOccasion[], context: Context): PlanOccasion[] {
  const members = (entry: PackOccasion) => membersOf(entry, context.byId);
  const asked = new Set<string>();
  const found: PlanOccasion[] = [];
  const taken = new Set<string>();

  // Without `for … of`, as in `buildPlan`.
  pack.forEach((entry) => {
    if (entry.verb !== 'ask') return;
    const actions = members(entry);
    actions.forEach((action) => {
      asked.add(action.id);
    });
    const todo = actions.filter((action) => action.status === 'todo' && action.blockedBy.length === 0);
    if (todo.length > 0) found.push(askOccasion(entry, todo, context));
    const owed = entry.chase === null ? [] : actions.filter(isOwed);
    if (owed.length > 0) found.push(chaseOccasion(entry, owed));
    for (const action of owed) taken.add(action.id);
  });
  const doable = (action: PlanAction) => isOpenNow(action) && !(action.status === 'todo' && asked.has(action.id));
  pack.forEach((entry) => {
    if (entry.verb !== 'do') return;
    const open = members(entry).filter((action) => doable(action) && !(asked.has(action.id) && taken.has(action.id)));
    const fresh = open.filter((action) => !taken.has(action.id));
    if (fresh.length === 0) return;
    found.push(doOccasion(entry, open, fresh, context));
    fresh.forEach((action) => {
      taken.add(action.id);
    });
  });
  context.actions.forEach((action) => {
    if (!taken.has(action.id) && doable(action)) found.push(singleOccasion(action));
  });
  return found.sort(inOrder);
}

function membersOf(entry: PackOccasion, byId: Context['byId']): readonly PlanAction[] {
  const members: PlanAction[] = [];
  entry.covers.forEach((id) => {
    const action = byId.get(id);
    if (action !== undefined) members.push(action);
  });
  return members;
}

/** Open and to be offered: not waiting for another, and not arranged unless that has passed. */
function isOpenNow(action: PlanAction): boolean {
  if (action.retired || action.blockedBy.length > 0) return false;
  if (action.status === 'todo' || action.status === 'received') return true;
  return action.status === 'arranged' && action.overdue;
}

/** Asked for, without a day, and the date for having it has passed. */
function isOwed(action: PlanAction): boolean {
  return action.status === 'arranged' && action.arrangedFor === null && action.overdue;
}

function askOccasion(entry: PackOccasion, todo: readonly PlanAction[], context: Context): PlanOccasion {
  const base = todo.reduce((last, action) => (action.base > last ? action.base : last), '');
  const ours =
    entry.within === null || base === '' ? null : outOfQuiet(context.workingDay(base, entry.within), context);
  const due = todo.reduce(
    (first, action) =>
      action.dueSet && action.due !== null && (first === null || action.due < first) ? action.due : first,
    ours,
  );
  const overdue = due !== null && due < context.today;
  return occasionOf(entry, todo, entry.title, {
    number: numberOf(todo, context.byStep, (action) => action.status === 'todo'),
    due,
    overdue,
    daysOverdue: overdue && due !== null ? daysBetween(due, context.today) : 0,
  });
}

function chaseOccasion(entry: PackOccasion, owed: readonly PlanAction[]): PlanOccasion {
  const chased = { ...entry, id: `${entry.id}-chase`, hint: null, short: null };
  const occasion = occasionOf(chased, owed, entry.chase ?? entry.title, { number: null, ...worst(owed) });
  return { ...occasion, chase: true, pack: entry };
}

function doOccasion(
  entry: PackOccasion,
  open: readonly PlanAction[],
  fresh: readonly PlanAction[],
  context: Context,
): PlanOccasion {
  const [only] = open;
  if (open.length === 1 && entry.covers.length > 1 && only !== undefined) {
    return { ...singleOccasion(only), id: entry.id, pack: entry };
  }
  const isOpen = (action: PlanAction) => action.status !== 'done' && action.status !== 'skipped';
  return occasionOf(entry, open, entry.title, { number: numberOf(open, context.byStep, isOpen), ...worst(fresh) });
}

/** An action that no occasion names, or the only one left of an occasion. */
export function singleOccasion(action: PlanAction): PlanOccasion {
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    short: action.pack?.short ?? null,
    hint: null,
    how: action.how,
    verb: 'do',
    doer: action.doer,
    due: limitOf(action),
    overdue: action.overdue,
    daysOverdue: action.daysOverdue,
    actions: [action],
    chase: false,
    position: action.position,
    pack: null,
  };
}

function occasionOf(
  entry: PackOccasion,
  actions: readonly PlanAction[],
  title: string,
  { number, due, overdue, daysOverdue }: Pick<PlanOccasion, 'number' | 'due' | 'overdue' | 'daysOverdue'>,
): PlanOccasion {
  const words = actions.length === 1 && entry.one !== null ? entry.one : title;
  return {
    id: entry.id,
    number,
    title: words.replace('{count}', String(actions.length)),
    short: entry.short,
    hint: entry.hint,
    how: entry.how,
    verb: entry.verb,
    doer: entry.doer,
    due,
    overdue,
    daysOverdue,
    actions,
    chase: false,
    position: Math.min(...actions.map((action) => action.position)),
    pack: entry,
  };
}

/** The date and lateness of several actions taken together: those of the one that presses most. */
function worst(actions: readonly PlanAction[]): Pick<PlanOccasion, 'due' | 'overdue' | 'daysOverdue'> {
  const [due = null] = actions
    .map(limitOf)
    .filter((date): date is CivilDate => date !== null)
    .sort();
  return {
    due,
    overdue: actions.some((action) => action.overdue),
    daysOverdue: Math.max(...actions.map((action) => action.daysOverdue)),
  };
}

function limitOf(action: PlanAction): CivilDate | null {
  return action.status === 'arranged' && action.arrangedFor !== null ? action.arrangedFor : action.due;
}

/** The action's number; the step's where typing it would mean just these; else none, and the id is typed. */
function numberOf(
  members: readonly PlanAction[],
  byStep: Context['byStep'],
  counts: (action: PlanAction) => boolean,
): string | null {
  const first = members[0];
  if (first === undefined) return null;
  if (members.length === 1) return first.number;
  const counting = (byStep.get(first.step) ?? []).filter(counts);
  const whole = counting.length === members.length && counting.every((action) => members.includes(action));
  return whole ? (first.number.split('.')[0] ?? null) : null;
}

function inOrder(a: PlanOccasion, b: PlanOccasion): number {
  if (a.daysOverdue !== b.daysOverdue) return b.daysOverdue - a.daysOverdue;
  if (a.due !== b.due) {
    if (a.due === null) return 1;
    if (b.due === null) return -1;
    return a.due < b.due ? -1 : 1;
  }
  return a.position - b.position;
}
