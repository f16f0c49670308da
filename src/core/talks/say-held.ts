import { type CivilDate, sayDayDateNear, sayTime } from '../dates/index.ts';
import type { Draft } from '../events.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import type { About } from './about.ts';
import type { Day } from './decide-next.ts';
import { openPoints } from './points.ts';

/** What a talk came to, for its receipt. */
type Held = {
  readonly on: CivilDate;
  readonly drafts: readonly Draft[];
  readonly settled: readonly PlanAction[];
  readonly next: Day | null;
};

/** A talk recorded, a line for each thing that came of it. */
export function sayHeld(plan: Plan, about: About, { on, drafts, settled, next }: Held): string[] {
  const day = sayDayDateNear(on, plan.today);
  if (drafts.length === 0) {
    const another = on === plan.today ? [] : [`Another day: induct met ${about.id} --on today`];
    return [`Already recorded: ${about.title}, ${day}.`, ...another];
  }
  const done = new Set(settled.map((action) => action.id));
  const left = openPoints(about, plan).filter(({ action }) => !done.has(action.id) && action.id !== about.action?.id);
  const of = (type: Draft['type']) => drafts.filter((one) => one.type === type);
  const agreed = drafts.some((one) => one.type === 'meeting-attended' && one.body.note !== null);
  return [
    `Kept. ${about.title}, ${day}.`,
    ...(settled.length === 0 ? [] : [`Settled: ${numbers(settled)}.`]),
    ...(left.length === 0 ? [] : [`Still to talk through: ${numbers(left.map(({ action }) => action))}.`]),
    ...(agreed || of('noted').length > 0 ? ['What was agreed stands on top of the next brief.'] : []),
    ...of('question-answered').map((one) => `Answered: ${one.subject}.`),
    ...drafts.flatMap((one) => (one.type === 'promised' ? [sayPromise(one.subject, one.body.by, plan)] : [])),
    ...of('question-asked').map((one) => `Kept as a question for the next brief: ${one.subject}.`),
    ...(next === null ? [] : [`The next date: ${sayDay(next, plan.today)}.`]),
  ];
}

/** `Thu 11 June, 9:30am` */
export function sayDay({ date, time }: Day, today: CivilDate): string {
  return time === null ? sayDayDateNear(date, today) : `${sayDayDateNear(date, today)}, ${sayTime(time)}`;
}

function sayPromise(id: string, by: CivilDate | null, plan: Plan): string {
  return by === null ? `Promised: ${id}.` : `Promised: ${id}, by ${sayDayDateNear(by, plan.today)}.`;
}

function numbers(actions: readonly PlanAction[]): string {
  return actions.map((action) => action.number).join(', ');
}
