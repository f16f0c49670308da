import type { PromiseProgress, QuestionProgress } from './companion.ts';
import { type CivilDate, sayDayDateNear } from './dates/index.ts';
import { nameOfWhom } from './people.ts';
import type { Plan } from './plan/types.ts';
import { sayDue } from './say-state.ts';
import { shorten } from './shorten.ts';

type Question = { readonly id: string; readonly one: QuestionProgress };

const LONGEST = 60;

/** A promise in a line: `Come back on home-to-school transport, to the children's scrutiny committee`. */
export function sayPromise({ text, to }: PromiseProgress, plan: Plan): string {
  return `${shorten(text, LONGEST)}, to ${nameOfWhom(to, plan)}`;
}

/** Until when: `by Thu 3 September`, and of one that has passed `late: …`, since the date is the user's own. */
export function sayPromised({ by }: Pick<PromiseProgress, 'by'>, today: CivilDate): string {
  return sayDue(by, by !== null && by < today, true, today);
}

/** Open questions by whom they are to, most first: how many, and when the oldest was asked. */
export function questionsByWhom(questions: readonly Question[]) {
  const found = new Map<string, { to: string; count: number; oldest: CivilDate }>();
  for (const { one } of questions) {
    const before = found.get(one.to);
    const oldest = before === undefined || one.askedOn < before.oldest ? one.askedOn : before.oldest;
    found.set(one.to, { to: one.to, count: (before?.count ?? 0) + 1, oldest });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.oldest < b.oldest ? -1 : 1));
}

/** `3 questions to the director, the oldest asked Thu 28 May`. */
export function sayQuestionsTo({ to, count, oldest }: ReturnType<typeof questionsByWhom>[number], plan: Plan): string {
  const day = sayDayDateNear(oldest, plan.today);
  const whom = nameOfWhom(to, plan);
  return count === 1 ? `1 question to ${whom}, asked ${day}` : `${count} questions to ${whom}, the oldest asked ${day}`;
}
