import { firstWorkingDayFrom, sayDayDateNear } from './dates/index.ts';
import type { Rhythm } from './events.ts';
import type { Habit } from './habits.ts';
import { outOfQuiet } from './plan/due.ts';
import type { Plan } from './plan/types.ts';

/** When a habit comes round: `around Tue 28 July`, or `around now`; empty while it is off. */
export function sayAround({ next }: Habit, plan: Plan): string {
  if (next === null) return '';
  const quiet = outOfQuiet(plan.today, plan) !== plan.today;
  const now = !quiet && next <= firstWorkingDayFrom(plan.today, plan.calendar);
  return now ? 'around now' : `around ${sayDayDateNear(next, plan.today)}`;
}

/** A rhythm as it can be typed again: `2 weeks`, `month`. */
export function typedRhythm({ count, unit }: Rhythm): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}
