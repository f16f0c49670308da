import { currentAnswer } from '../../core/current-answer.ts';
import { decideAgain } from '../../core/decide-again.ts';
import { type CouncilAnswer, type Draft, draft } from '../../core/events.ts';
import { nearestOf } from '../../core/nearest.ts';
import type { Question } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { typedId } from '../../core/say-answer.ts';
import { shown } from '../../core/shown.ts';

/** The question typed, with - or _ in its id. @throws Problem (2) for none, with the nearest */
export function findQuestion(questions: readonly Question[], typed: string): Question {
  const word = typed.trim().toLowerCase().replaceAll('-', '_').replace(/\s+/g, '_');
  const exact = questions.find((question) => question.id === word);
  if (exact !== undefined) return exact;
  const ids = questions.map(typedId);
  const holding = word.length < 3 ? [] : questions.filter((question) => question.id.includes(word)).map(typedId);
  const near = holding.length > 0 ? holding.join(', ') : nearestOf(word.replaceAll('_', '-'), ids);
  const nearest = near === null ? '' : ` The nearest: ${near}.`;
  throw usage(`There is no question "${shown(typed)}".${nearest}`, 'All questions: induct profile');
}

/**
 * Records an answer, and what it brings back; nothing where it is the one that holds. Counting dates from today is another answer on another
 * day, so it is recorded again then.
 */
export function decideAnswer(plan: Plan, question: Question, answer: string | CouncilAnswer): readonly Draft[] {
  const again = question.id === 'dates_from' && answer === 'today' && plan.datesFrom !== plan.today;
  if (!again && sameAnswer(currentAnswer(question, plan.progress), answer)) return [];
  const answered = draft('answered', question.id, question.ask, plan.today, { answer, initial: false });
  return [answered, ...decideAgain(plan, question, answer)];
}

function sameAnswer(one: string | CouncilAnswer, other: string | CouncilAnswer): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.name === other.name && one.gss === other.gss && one.region === other.region;
}
