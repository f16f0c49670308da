import { actionDocument, headOf, type Notes, occasionDocument, voiceOf } from '../../core/documents.ts';
import type { Kind } from '../../core/pack.ts';
import type { Plan, PlanAction, PlanStep, Status } from '../../core/plan/types.ts';
import { isOpen } from '../../core/reference.ts';

/** What narrows the screen. The document always holds every action. */
export type StatusFilter = {
  readonly all: boolean;
  readonly overdue: boolean;
  readonly step: string | null;
  readonly kind: Kind | null;
};

export type StatusView = {
  readonly plan: Plan;
  readonly filter: StatusFilter;
  readonly counts: Counts;
  /** The counts of the steps and the kind that are asked for. */
  readonly shownCounts: Counts;
  readonly overdue: readonly PlanAction[];
  /** The steps with the actions that the filter leaves, without empty ones. */
  readonly steps: readonly PlanStep[];
};

/** How many actions are in each state; total leaves out what is not applicable and what the list no longer has. */
export type Counts = Readonly<Record<Status | 'total' | 'overdue', number>>;

const NEXT = 5;

export function buildStatus(plan: Plan, filter: StatusFilter): StatusView {
  const shown = (action: PlanAction) =>
    (filter.all || isOpen(action)) &&
    (!filter.overdue || action.overdue) &&
    (filter.kind === null || action.kind === filter.kind);
  const steps = plan.steps.filter((step) => filter.step === null || step.id === filter.step);
  return {
    plan,
    filter,
    counts: countActions(plan.actions),
    shownCounts: countActions(
      steps.flatMap((step) => step.actions).filter((action) => filter.kind === null || action.kind === filter.kind),
    ),
    overdue: overdueFirst(plan.actions),
    steps: steps
      .map((step) => ({ ...step, actions: step.actions.filter(shown) }))
      .filter((step) => step.actions.length > 0),
  };
}

/** Those that are overdue, longest first, then in the order of the plan. */
function overdueFirst(actions: readonly PlanAction[]): PlanAction[] {
  return actions
    .filter((action) => action.overdue)
    .sort((a, b) => b.daysOverdue - a.daysOverdue || a.position - b.position);
}

export function countActions(actions: readonly PlanAction[]): Counts {
  const counts = { total: 0, todo: 0, arranged: 0, received: 0, done: 0, skipped: 0, overdue: 0 };
  actions.forEach(({ retired, status, overdue }) => {
    if (retired) return;
    counts[status] += 1;
    if (status !== 'skipped') counts.total += 1;
    if (overdue) counts.overdue += 1;
  });
  return counts;
}

export function statusDocument({ plan, counts, overdue }: StatusView, notes: Notes) {
  const voice = voiceOf(plan);
  const list = (actions: readonly PlanAction[]) => actions.map((action) => actionDocument(action, notes, voice));
  return {
    ...headOf('induct.status/1', plan),
    counts,
    overdue: list(overdue),
    next: plan.occasions.slice(0, NEXT).map((occasion) => occasionDocument(occasion, voice)),
    steps: plan.steps.map((step) => ({
      id: step.id,
      number: step.number,
      title: step.title,
      counts: countActions(step.actions),
      actions: list(step.actions),
    })),
  };
}
