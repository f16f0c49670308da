import { type CivilDate, latest } from '../dates/index.ts';
import type { CouncilAnswer } from '../events.ts';
import type { Condition } from '../pack.ts';
import type { Progress } from '../progress.ts';

export const NOT_SURE = 'not-sure';

/** The text answer to a question; `not-sure` where there is none. A council answers with its name. */
export function answerTo(question: string, progress: Progress): string {
  const given = progress.answer.get(question)?.answer;
  if (given === undefined) return NOT_SURE;
  return typeof given === 'string' ? given : given.name;
}

/** The council as answered; undefined before it was. */
export function councilOf(progress: Progress): CouncilAnswer | undefined {
  const given = progress.answer.get('council')?.answer;
  return typeof given === 'object' ? given : undefined;
}

/** True when every question of the condition has one of its answers. */
export function holds(condition: Condition, progress: Progress): boolean {
  return Object.entries(condition).every(([question, answers]) => answers.includes(answerTo(question, progress)));
}

/**
 * The day a condition came to hold, where that is later than the first `start`: what depends on it counts from
 * that day. Null when it holds since the first answers. One answer after another under which it holds is no new day.
 */
export function heldSince(condition: Condition, progress: Progress): CivilDate | null {
  const days = Object.entries(condition).map(([question, answers]) => answeredSince(question, answers, progress));
  const [first, ...rest] = days.filter((day): day is CivilDate => day !== null);
  return first === undefined ? null : latest(first, ...rest);
}

/** The last day on which a question was given one of the answers of a condition, after the first `start`; null for never. */
export function lastGiven(condition: Condition, progress: Progress): CivilDate | null {
  const days = Object.entries(condition).flatMap(([question, answers]) => {
    const now = progress.answer.get(question);
    if (now === undefined) return [];
    const given = [...now.earlier, now].filter(({ answer }) => typeof answer === 'string' && answers.includes(answer));
    return given.flatMap(({ since }) => since ?? []);
  });
  const [first, ...rest] = days;
  return first === undefined ? null : latest(first, ...rest);
}

/** Since when a question has had one of some answers without a break; null since the first `start`. */
function answeredSince(question: string, answers: readonly string[], progress: Progress): CivilDate | null {
  const now = progress.answer.get(question);
  if (now === undefined) return null;
  let { since } = now;
  for (const before of [...now.earlier].reverse()) {
    if (typeof before.answer !== 'string' || !answers.includes(before.answer)) break;
    since = before.since;
  }
  return since;
}

/** The day that suggested dates count from: the appointment, or the day on which `dates_from` was answered with today. */
export function datesFrom(progress: Progress): CivilDate {
  const appointed = answerTo('appointed', progress);
  if (answerTo('dates_from', progress) !== 'today') return appointed;
  return progress.answer.get('dates_from')?.since ?? progress.plan.get('')?.startedOn ?? appointed;
}
