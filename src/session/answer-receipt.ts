import { currentAnswer } from '../core/current-answer.ts';
import { sayDayDateNear } from '../core/dates/index.ts';
import { broughtBack } from '../core/decide-again.ts';
import { voiceOf } from '../core/documents.ts';
import type { Question } from '../core/pack.ts';
import { NOT_SURE } from '../core/plan/answers.ts';
import type { Plan, PlanAction } from '../core/plan/types.ts';
import { appliedChanges, movedDates, ownDates } from '../core/plan-changes.ts';
import { sayAnswer, typedId } from '../core/say-answer.ts';
import { fill } from '../core/voice.ts';

const MOST_NAMED = 5;
/** Answers after which somebody else is, or soon will be, the director. */
const CHANGED_POST = new Set(['new', 'interim', 'vacant']);
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
    ...sayAgain(before, after, questions),
    ...(counted ? sayStaying(after) : []),
    ...questions.flatMap((question) => sayWhoIsWho(before, after, question)),
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

/** What an answer opened again: what was kept with each from the time before is not lost. */
function sayAgain(before: Plan, after: Plan, questions: readonly Question[]): string[] {
  const back = new Set(
    questions.flatMap((question) => broughtBack(before, question.id, currentAnswer(question, after.progress))),
  );
  const ids = new Set([...back].map(({ id }) => id));
  const open = after.actions.filter((action) => ids.has(action.id) && action.status !== 'done');
  if (open.length === 0) return [];
  const same = questions.some((question) => currentAnswer(question, before.progress) === NOT_SURE);
  const numbers = open.map(({ number }) => number).join(' ');
  return [
    ...sayActions('In the plan again', open, after),
    'What was agreed with the director before stays with each: notes, dates and record.',
    ...(same ? [`Is it the director ${voiceOf(after).you} settled this with? Then: induct done ${numbers}`] : []),
  ];
}

/** The names that go with an answer and that only a person can set: the director's, and the adviser's. */
function sayWhoIsWho(before: Plan, after: Plan, question: Question): string[] {
  const answer = currentAnswer(question, after.progress);
  if (question.id === 'dcs_post' && typeof answer === 'string' && CHANGED_POST.has(answer)) {
    const { name } = after.people.find(({ id }) => id === 'dcs')?.contact ?? {};
    const kept = name === undefined ? '' : `${name} is still recorded as the director. `;
    const ask = answer === 'vacant' ? 'Ask who acts for now, and record the name' : 'Record the name';
    return [`${kept}${ask}: induct people set dcs --name "..."`];
  }
  const adviser = after.progress.adviser.get('adviser')?.name;
  const moved = before.induction.council.region !== after.induction.council.region;
  if (question.id !== 'council' || !moved) return [];
  if (adviser === undefined) return [`The LGA adviser is that of ${after.induction.council.region}: induct adviser`];
  return [`${adviser} stays as the LGA adviser, as set by hand. Another: induct adviser set "Jo Bloggs"`];
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
