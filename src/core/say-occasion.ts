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
    label: whatToType(occasion),
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
  const numbers = occasion.actions.map((action) => action.number);
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  const places = numbers.map((number) => Number(number.split('.')[1]));
  const inRow = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
  const oneStep = numbers.every((number) => number.split('.')[0] === first.split('.')[0]);
  return inRow && oneStep && occasion.verb === 'do' ? `${first}-${last}` : occasion.id;
}

/** Said once a screen wherever suggested dates stand. */
export const OUR_DATES = '"by" and "was" are our suggestion, not the LGA\'s.';
