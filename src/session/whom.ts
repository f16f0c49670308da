import { nameOfWhom, whomOf } from '../core/people.ts';
import type { Plan } from '../core/plan/types.ts';
import type { Session } from './session.ts';
import { wordsToKeep } from './typed.ts';

/** The person asked where no other is named: the director of children's services. */
export const DIRECTOR = 'dcs';

/** Whom words name: the id of a person or a meeting, else the words, looked through as every text that is kept. */
export async function whomToKeep(session: Session, plan: Plan, typed: string, keep: boolean): Promise<string> {
  const whom = whomOf(plan, typed);
  const known = [...plan.people, ...plan.meetings].some((one) => one.id === whom);
  return known ? whom : wordsToKeep(session, whom, keep);
}

/** Whom words were said to, in a sentence: `the director of children's services (DCS)`. */
export function sayWhom(to: string, plan: Plan): string {
  return nameOfWhom(to, plan);
}
