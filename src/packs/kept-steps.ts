import type { PackStep, Source } from '../core/pack.ts';

/** A step as it is kept: its actions say where they come from only where that is not where the step comes from. */
type ClosedStep = Omit<PackStep, 'actions' | 'words'> & {
  readonly actions: readonly (Record<string, unknown> & { source: Source | null })[];
};

type Words = PackStep['words'];

/**
 * The steps as they are kept: what every plan needs, a third less than the whole, and the words on their actions, which few
 * commands show.
 */
export function closeSteps(steps: readonly PackStep[]): [closed: unknown, words: unknown] {
  const closed = steps.map(({ words: _, ...step }) => ({
    ...step,
    actions: step.actions.map((action) => (isSame(action.source, step.source) ? { ...action, source: null } : action)),
  }));
  return [closed, steps.map(({ words }) => words)];
}

/**
 * The steps as they were built, from those that were kept. These are filled in, and are not made anew.
 * @param readWords reads the words; called when they are first looked at
 */
export function openSteps(closed: unknown, readWords: () => unknown): unknown {
  let words: readonly Words[] | undefined;
  (closed as readonly ClosedStep[]).forEach((step, index) => {
    step.actions.forEach((action) => {
      action.source ??= step.source;
    });
    const get = () => {
      words ??= readWords() as readonly Words[];
      return words[index];
    };
    Object.defineProperty(step, 'words', { get, enumerable: true });
  });
  return closed;
}

function isSame(one: Source, other: Source): boolean {
  return one.page === other.page && one.section === other.section && one.url === other.url;
}
