import { type Draft, draft } from '../../core/events.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';

/** The one subject that the adviser's name is recorded under. */
export const ADVISER = 'adviser';
const LONGEST = 200;

/** A name as typed, without spaces too many. @throws Problem (2) for none, and for one that is far too long */
export function adviserName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') throw usage('The name of the adviser is missing.', 'For example: induct adviser set "Jo Bloggs"');
  if (name.length > LONGEST) throw usage(`The name is ${name.length} characters long. It must be ${LONGEST} or less.`);
  return name;
}

/** Records the adviser's name; nothing where it is the one recorded already. */
export function decideAdviser(plan: Plan, name: string): readonly Draft[] {
  if (plan.progress.adviser.get(ADVISER)?.name === name) return [];
  return [draft('adviser-set', ADVISER, 'LGA adviser', plan.today, { name })];
}
