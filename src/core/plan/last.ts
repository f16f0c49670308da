import type { Progress } from '../progress.ts';
import type { Plan, PlanAction, PlanInput } from './types.ts';

/**
 * Whether nothing has changed that any action may depend on, beside what was recorded about it: the list, the answers, the
 * meetings, the quiet weeks, today. Told by the objects themselves: of what is read again, what reads the same must be the
 * same object; where it is not, all is worked out anew.
 */
export function isOnSameGround(last: Plan, { pack, induction, progress, today, calendar }: PlanInput): boolean {
  return (
    last.induction.id === induction &&
    last.today === today &&
    last.pack.steps === pack.steps &&
    last.pack.meetings === pack.meetings &&
    last.calendar === calendar &&
    GROUND.every((kind) => haveSameEntries(last.progress[kind], progress[kind]))
  );
}

const GROUND = ['answer', 'meeting', 'quiet', 'plan'] as const satisfies readonly (keyof Progress)[];

function haveSameEntries(some: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): boolean {
  if (some.size !== others.size) return false;
  let same = true;
  some.forEach((value, key) => {
    if (others.get(key) !== value) same = false;
  });
  return same;
}

/**
 * An action of the list as it was in the last plan, on the same ground; null where something was recorded about it since.
 * What it waits for may be settled by now (see `fillInBlocks`).
 */
export function actionBefore(last: Plan, progress: Progress, position: number): PlanAction | null {
  const action = last.actions[position];
  if (action === undefined) return null;
  return last.progress.action.get(action.id) === progress.action.get(action.id) ? action : null;
}
