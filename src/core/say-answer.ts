import { isCivilDate, sayDate } from './dates/index.ts';
import type { CouncilAnswer } from './events.ts';
import type { Question } from './pack.ts';
import { NOT_SURE } from './plan/answers.ts';
import { fill, type Voice } from './voice.ts';

/** An answer as a person reads it: a choice by its label, a date in words, a council with its region. */
export function sayAnswer(question: Question, answer: string | CouncilAnswer): string {
  if (typeof answer !== 'string') return `${answer.name} (${answer.region})`;
  if (answer === NOT_SURE) return 'not sure yet';
  const label = question.answers.find((one) => one.id === answer)?.label;
  return label ?? (question.kind === 'date' && isCivilDate(answer) ? sayDate(answer) : answer);
}

/** The question, as put to whoever types. */
export function sayQuestion(question: Question, voice: Voice): string {
  return fill(voice.officer ? question.askOfficer : question.ask, voice);
}

/** Why it is asked. */
export function sayWhy(question: Question, voice: Voice): string {
  return fill(voice.officer ? question.whyOfficer : question.why, voice);
}

/** A question's id as it is typed: `dcs-post`. */
export function typedId(question: Question): string {
  return question.id.replaceAll('_', '-');
}
