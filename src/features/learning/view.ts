import { headOf, voiceOf } from '../../core/documents.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { fill } from '../../core/voice.ts';

/** Modules and courses by where they stand, and what has to come first of each. */
export type LearningView = {
  readonly plan: Plan;
  readonly modules: readonly PlanAction[];
  /** What modules wait for, such as registering, and is not settled. */
  readonly before: readonly PlanAction[];
  readonly todo: readonly PlanAction[];
  readonly asked: readonly PlanAction[];
  readonly booked: readonly PlanAction[];
  readonly done: readonly PlanAction[];
  readonly notApplicable: readonly PlanAction[];
};

export function buildLearning(plan: Plan): LearningView {
  const modules = plan.actions.filter((action) => action.kind === 'module' && !action.retired);
  const open = modules.filter((action) => action.status !== 'done' && action.status !== 'skipped');
  const waitedFor = new Set(open.flatMap((action) => action.blockedBy));
  const arranged = modules.filter((action) => action.status === 'arranged');
  return {
    plan,
    modules,
    before: plan.actions.filter((action) => waitedFor.has(action.id)),
    todo: modules.filter((action) => action.status === 'todo'),
    asked: arranged.filter((action) => action.arrangedFor === null),
    booked: arranged.filter((action) => action.arrangedFor !== null),
    done: modules.filter((action) => action.status === 'done'),
    notApplicable: modules.filter((action) => action.status === 'skipped'),
  };
}

export function learningDocument({ plan, modules }: LearningView) {
  return {
    ...headOf('induct.learning/1', plan),
    learning: modules.map((action) => ({
      id: lastPart(action.id),
      title: fill(action.name, voiceOf(plan)),
      status: action.status,
      action: action.id,
      source: action.source,
      bookedFor: action.status === 'arranged' ? action.arrangedFor : null,
      doneOn: action.doneOn,
    })),
  };
}

function lastPart(id: string): string {
  return id.split('.').at(-1) ?? id;
}
