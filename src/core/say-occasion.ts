import { voiceOf } from './documents.ts';
import type { Plan, PlanOccasion } from './plan/types.ts';
import { sayHow, sayWhen } from './say-state.ts';
import { fill } from './voice.ts';

/** An occasion as a row of a list: what to type, what it is, one email, by when. */
export type OccasionRow = {
  readonly label: string;
  readonly text: string;
  readonly note: string;
  readonly right: string;
};

/** The row of an occasion on any screen that lists them. */
export function sayOccasion(occasion: PlanOccasion, plan: Plan): OccasionRow {
  return {
    label: occasion.chase ? '' : whatToType(occasion),
    text: fill(occasion.title, voiceOf(plan)),
    note: sayHow(occasion),
    right: sayWhen(occasion, plan.today),
  };
}

/**
 * What to type for an occasion: its number; a range of numbers that means just its actions; else its id. What is
 * asked for by email goes by its id, since only that leaves out what is here already.
 */
export function whatToType(occasion: PlanOccasion): string {
  if (occasion.number !== null) return occasion.number;
  const [step, ...others] = new Set(occasion.actions.map((action) => action.number.split('.')[0]));
  const places = occasion.actions.map((action) => Number(action.number.split('.')[1])).sort((a, b) => a - b);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const inRow = others.length === 0 && last - first === places.length - 1;
  return inRow && occasion.verb === 'do' ? `${step}.${first}-${step}.${last}` : occasion.id;
}

/** Said once a screen wherever suggested dates stand. */
export const OUR_DATES = '"by" and "was" are our suggestion, not the LGA\'s.';
