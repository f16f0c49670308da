import type { PackStep, Source } from '../core/pack.ts';

/** A step as it is kept: its actions say where they come from only where that is not where the step comes from. */
type ClosedStep = Omit<PackStep, 'actions'> & {
  readonly actions: readonly (Record<string, unknown> & { source: Source | null })[];
};

/** The steps as they are kept, which takes a quarter less. */
export function closeSources(steps: unknown): unknown {
  return (steps as readonly PackStep[]).map((step) => ({
    ...step,
    actions: step.actions.map((action) => (isSame(action.source, step.source) ? { ...action, source: null } : action)),
  }));
}

/** The steps as they were built, from those that were kept. These are filled in, and are not made anew. */
export function openSources(steps: unknown): unknown {
  for (const { source, actions } of steps as readonly ClosedStep[]) {
    actions.forEach((action) => {
      action.source ??= source;
    });
  }
  return steps;
}

function isSame(one: Source, other: Source): boolean {
  return one.page === other.page && one.section === other.section && one.url === other.url;
}
