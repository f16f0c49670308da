import { sayDayDateNear } from './dates/index.ts';
import { voiceOf } from './documents.ts';
import type { Waiting } from './plan/diary.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { fill } from './voice.ts';

/** What several actions are together: `20 documents`, `the dates of 8 meetings`, `5 actions`; `one` names a single one. */
export function sayCount(actions: readonly PlanAction[]): string {
  const kinds = new Set(actions.map(({ kind }) => kind));
  const [only] = kinds;
  const what = kinds.size === 1 ? only : undefined;
  const count = actions.length;
  if (what === 'document') return count === 1 ? '1 document' : `${count} documents`;
  if (what === 'meeting') return count === 1 ? "1 meeting's date" : `the dates of ${count} meetings`;
  return count === 1 ? '1 action' : `${count} actions`;
}

/** `14 documents, from the DCS's office, since Fri 22 May`. */
export function sayAwaited({ of, since, actions }: Waiting, plan: Plan): string {
  const [only] = actions;
  const what = actions.length === 1 && only !== undefined ? fill(only.name, voiceOf(plan)) : sayCount(actions);
  const whom = of === null ? '' : `, from ${of}`;
  return `${what}${whom}, since ${sayDayDateNear(since, plan.today)}`;
}
