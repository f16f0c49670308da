import { currentAnswer } from '../core/current-answer.ts';
import { sayDayDateNear } from '../core/dates/index.ts';
import { voiceOf } from '../core/documents.ts';
import type { Question } from '../core/pack.ts';
import type { Plan, PlanAction } from '../core/plan/types.ts';
import { appliedChanges, movedDates, ownDates } from '../core/plan-changes.ts';
import { sayAnswer, typedId } from '../core/say-answer.ts';
import { fill } from '../core/voice.ts';

const MOST_NAMED = 5;
/** The questions that every suggested date counts from. */
const COUNTED_FROM = new Set(['appointed', 'dates_from']);

/** What changed answers changed in the plan: the dates that moved, what came in or went out, what stays. */
export function sayChanged(before: Plan, after: Plan, ...questions: readonly Question[]): string[] {
  const { cameIn, wentOut } = appliedChanges(before, after);
  const counted = questions.some((question) => COUNTED_FROM.has(question.id));
  return [
    ...questions.map((question) => sayAnswered(before, after, question)),
    sayMoved(before, after, counted),
    ...sayActions('In the plan now', cameIn, after),
    ...sayActions('Not applicable now', wentOut, after),
    ...(counted ? sayStaying(after) : []),
  ];
}

function sayAnswered(before: Plan, after: Plan, question: Question): string {
  const was = sayAnswer(question, currentAnswer(question, before.progress));
  const now = sayAnswer(question, currentAnswer(question, after.progress));
  if (was === now) return `Recorded: ${typedId(question)} is "${now}".`;
  return `Changed: ${typedId(question)} from "${was}" to "${now}".`;
}

function sayMoved(before: Plan, after: Plan, counted: boolean): string {
  const moved = movedDates(before, after).length;
  const words =
    moved === 0
      ? 'No suggested date moves.'
      : moved === 1
        ? '1 suggested date moves.'
        : `${moved} suggested dates move.`;
  if (!counted) return words;
  return `${words} Suggested dates count from ${sayDayDateNear(after.datesFrom, after.today)}.`;
}

function sayActions(what: string, actions: readonly PlanAction[], plan: Plan): string[] {
  if (actions.length === 0) return [];
  const named = actions.slice(0, MOST_NAMED).map((action) => `${action.number} ${fill(action.title, voiceOf(plan))}`);
  const more = actions.length - named.length;
  return [`${what}: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`];
}

function sayStaying(plan: Plan): string[] {
  const staying = ownDates(plan).flatMap(({ number, due }) =>
    due === null ? [] : [`${number} by ${sayDayDateNear(due, plan.today)}`],
  );
  return staying.length === 0 ? [] : [`Dates set by hand stay: ${staying.join(', ')}.`];
}

/** Nothing was recorded, since that is the answer already. */
export function saySame(plan: Plan, question: Question): string {
  return `That is the answer already: ${typedId(question)} is "${sayAnswer(question, currentAnswer(question, plan.progress))}".`;
}
