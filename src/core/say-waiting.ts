import { sayDayDateNear } from './dates/index.ts';
import { voiceOf } from './documents.ts';
import type { Waiting } from './plan/diary.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { sayName } from './say-name.ts';

/** What several actions are together: `20 documents`, `the dates of 8 meetings and 1 other`, `5 actions`. */
export function sayCount(actions: readonly PlanAction[]): string {
  const count = (kind: string) => actions.filter((action) => action.kind === kind).length;
  const [documents, meetings] = [count('document'), count('meeting')];
  const others = actions.length - documents - meetings;
  if (others === actions.length) return others === 1 ? '1 action' : `${others} actions`;
  return [
    ...(documents === 0 ? [] : [documents === 1 ? '1 document' : `${documents} documents`]),
    ...(meetings === 0 ? [] : [meetings === 1 ? 'the date of 1 meeting' : `the dates of ${meetings} meetings`]),
    ...(others === 0 ? [] : [others === 1 ? '1 other' : `${others} others`]),
  ].join(' and ');
}

/** `14 documents, from the DCS's office, since Fri 22 May`. */
export function sayAwaited({ of, since, actions }: Waiting, plan: Plan): string {
  const [only] = actions;
  const what = actions.length === 1 && only !== undefined ? sayName(only, voiceOf(plan)) : sayCount(actions);
  const whom = of === null ? '' : `, from ${of}`;
  return `${what}${whom}, since ${sayDayDateNear(since, plan.today)}`;
}
