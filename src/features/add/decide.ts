import type { CivilDate } from '../../core/dates/index.ts';
import { type Draft, draft } from '../../core/events.ts';
import type { Doer } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { ownNumbers } from '../../core/plan/unlisted-actions.ts';

export type AddInput = { readonly title: string; readonly due: CivilDate | null; readonly doer: Doer };

const LONGEST_ID = 40;

/** Adds an action of the user's own to the step after the last of the list, with a date if there is one. */
export function decideAdd(plan: Plan, { title, due, doer }: AddInput): Draft[] {
  const id = ownId(plan, title);
  const number = Math.max(0, ...ownNumbers(plan.progress).values()) + 1;
  const added = draft('added', id, title, plan.today, { title, doer, number });
  return due === null ? [added] : [added, draft('due-set', id, title, plan.today, { due })];
}

/** An id made of its words, that nothing else has. */
export function ownId(plan: Plan, title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  const base = `own.${words === '' ? 'action' : words}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!plan.progress.action.has(id)) return id;
  }
}
