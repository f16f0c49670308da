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
export function writeSteps(steps: readonly PackStep[], write: (part: unknown) => string): string {
  const closed = steps.map(({ words: _, ...step }) => ({
    ...step,
    actions: step.actions.map((action) => (isSame(action.source, step.source) ? { ...action, source: null } : action)),
  }));
  return `${write(closed)}\n${write(steps.map(({ words }) => words))}`;
}

/** The steps as they were built, from what was kept of them. The words are read when they are first looked at. */
export function readSteps(text: string): unknown {
  const end = text.indexOf('\n');
  const steps = JSON.parse(text.slice(0, end)) as readonly ClosedStep[];
  let words: readonly Words[] | undefined;
  steps.forEach((step, index) => {
    step.actions.forEach((action) => {
      action.source ??= step.source;
    });
    const get = () => {
      words ??= JSON.parse(text.slice(end)) as readonly Words[];
      return words[index];
    };
    Object.defineProperty(step, 'words', { get, enumerable: true });
  });
  return steps;
}

function isSame(one: Source, other: Source): boolean {
  return one.page === other.page && one.section === other.section && one.url === other.url;
}
