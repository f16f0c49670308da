import type { Companion, PromiseProgress, QuestionProgress } from './companion.ts';
import type { CivilDate } from './dates/index.ts';
import { type Draft, draft } from './events.ts';
import { nearestOf } from './nearest.ts';
import { usage } from './problem.ts';
import { shown } from './shown.ts';

/** A question to keep. `to` is a person's or meeting's id, or words; `visit` the visit that raised it. */
export type QuestionInput = {
  readonly text: string;
  readonly to: string;
  readonly visit: string | null;
  readonly on: CivilDate;
};

/** Records a question. @param number of the new one (`q4`), which none ever had */
export function decideQuestion({ text, to, visit, on }: QuestionInput, number: number): Draft {
  return draft('question-asked', `q${number}`, text, on, { text, to, visit });
}

/** Records what was answered to a question; another answer replaces the one before. */
export function decideAnswered(companion: Companion, id: string, answer: string, on: CivilDate): Draft[] {
  const question = findQuestion(companion, id);
  if (question.one.answer === answer) return [];
  return [draft('question-answered', question.id, question.one.text, on, { answer })];
}

/** A promise to keep. `to` is a person's or meeting's id, or words. */
export type PromiseInput = {
  readonly text: string;
  readonly to: string;
  readonly by: CivilDate | null;
  readonly on: CivilDate;
};

/** Records a promise. @param number of the new one (`p2`), which none ever had */
export function decidePromise({ text, to, by, on }: PromiseInput, number: number): Draft {
  return draft('promised', `p${number}`, text, on, { text, to, by });
}

/** Records that a promise was kept; nothing where that is so already, unless there are words to keep with it. */
export function decideKept(companion: Companion, id: string, on: CivilDate, note: string | null): Draft[] {
  const promise = findPromise(companion, id);
  if (promise.one.keptOn !== null && note === null) return [];
  return [draft('promise-kept', promise.id, promise.one.text, on, { note })];
}

/** The question an id means, in any case. @throws Problem (2) naming those there are */
export function findQuestion(
  companion: Companion,
  typed: string,
): { readonly id: string; readonly one: QuestionProgress } {
  return find(companion.question, typed, 'question', 'induct questions --all');
}

/** The promise an id means, in any case. @throws Problem (2) naming those there are */
export function findPromise(
  companion: Companion,
  typed: string,
): { readonly id: string; readonly one: PromiseProgress } {
  return find(companion.promise, typed, 'promise', 'induct promises --all');
}

function find<T>(all: ReadonlyMap<string, T>, typed: string, what: string, list: string): { id: string; one: T } {
  const id = typed.trim().toLowerCase();
  const one = all.get(id);
  if (one !== undefined) return { id, one };
  const near = nearestOf(id, [...all.keys()]);
  const hint = all.size === 0 ? `There is none yet. All of them: ${list}` : `All of them: ${list}`;
  throw usage(`There is no ${what} "${shown(typed)}".${near === null ? '' : ` The nearest: ${near}.`}`, hint);
}

/** The questions without an answer, in the order they were asked; only those to somebody where that is said. */
export function openQuestions(
  companion: Companion,
  to?: string,
): { readonly id: string; readonly one: QuestionProgress }[] {
  return byNumber(companion.question).filter(({ one }) => one.answer === null && (to === undefined || one.to === to));
}

/** The promises not kept yet, the soonest first; only those to somebody where that is said. */
export function openPromises(
  companion: Companion,
  to?: string,
): { readonly id: string; readonly one: PromiseProgress }[] {
  return byNumber(companion.promise)
    .filter(({ one }) => one.keptOn === null && (to === undefined || one.to === to))
    .sort((a, b) =>
      (a.one.by ?? '9999') < (b.one.by ?? '9999') ? -1 : (a.one.by ?? '9999') > (b.one.by ?? '9999') ? 1 : 0,
    );
}

/** Numbered subjects in the order of their numbers: q2 before q10. */
export function byNumber<T>(all: ReadonlyMap<string, T>): { readonly id: string; readonly one: T }[] {
  return [...all].map(([id, one]) => ({ id, one })).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}
