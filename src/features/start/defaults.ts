import { type CivilDate, type WorkCalendar, workingDaysBetween } from '../../core/dates/index.ts';
import type { Answers, AnswerValue } from '../../core/decide-answers.ts';
import type { Question } from '../../core/pack.ts';
import { usage } from '../../core/problem.ts';
import { flagOf } from './flags.ts';
import { LATE_START } from './interview.ts';

/** Who is there to ask, and the day. */
type Situation = { readonly today: CivilDate; readonly canAsk: boolean };

/** `yes`: --yes was given, which takes up the offer to count from today. `another`: --new was given. */
export type Defaults = {
  readonly questions: readonly Question[];
  readonly calendar: WorkCalendar;
  readonly yes: boolean;
  readonly another: boolean;
};

/**
 * What is known, with the usual answers where nobody is asked.
 * @throws Problem (2) that names every answer that is missing, with one command to copy
 */
export function withDefaults(situation: Situation, known: Answers, defaults: Defaults): Answers {
  const answers = new Map(known);
  const missing: Question[] = [];
  for (const question of defaults.questions.filter((one) => one.atStart && !answers.has(one.id))) {
    if (question.default !== null) answers.set(question.id, question.default);
    else if (question.id === 'appointed' && situation.canAsk) answers.set(question.id, situation.today);
    else missing.push(question);
  }
  if (missing.length > 0) throw missingAnswers(missing, known, situation.today, defaults);
  const days = workingDaysBetween(String(answers.get('appointed')), situation.today, defaults.calendar);
  if (defaults.yes && days > LATE_START && !answers.has('dates_from')) answers.set('dates_from', 'today');
  return answers;
}

function missingAnswers(missing: readonly Question[], answers: Answers, today: CivilDate, defaults: Defaults) {
  const named = missing.map((question) => `${flagOf(question)} (${question.ask})`);
  const count = missing.length === 1 ? 'One answer is missing' : `${missing.length} answers are missing`;
  const needed = defaults.questions.filter((question) => missing.includes(question) || answers.has(question.id));
  const parts = needed.map((question) => `${flagOf(question)} ${quote(example(question, answers, today))}`);
  return usage(
    `${count}: ${named.join(', ')}`,
    `For example: induct start${defaults.another ? ' --new' : ''} ${parts.join(' ')} --yes`,
  );
}

function example(question: Question, answers: Answers, today: CivilDate): string {
  const answer: AnswerValue | undefined = answers.get(question.id);
  if (answer !== undefined) return typeof answer === 'string' ? answer : answer.short;
  return question.kind === 'date' ? today : 'Leeds';
}

function quote(word: string): string {
  return word.includes(' ') ? `"${word}"` : word;
}
