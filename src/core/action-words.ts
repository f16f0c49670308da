import type { ActionWords } from './pack.ts';
import type { Plan, PlanAction } from './plan/types.ts';

const NONE: ActionWords = { pageWording: null, why: null, cover: [] };

/** What the list says on an action beside its title; nothing on one that it does not hold. */
export function wordsOn({ id, step }: Pick<PlanAction, 'id' | 'step'>, { pack }: Plan): ActionWords {
  return pack.steps.find((candidate) => candidate.id === step)?.words[id] ?? NONE;
}
