import { headOf, voiceOf } from '../../core/documents.ts';
import type { Habit } from '../../core/habits.ts';
import type { Plan } from '../../core/plan/types.ts';
import { typedRhythm } from '../../core/say-habit.ts';
import { fill } from '../../core/voice.ts';

/** The habits in the order of the list. */
export type HabitsView = { readonly plan: Plan; readonly habits: readonly Habit[] };

export function habitsDocument({ plan, habits }: HabitsView) {
  return {
    ...headOf('induct.habits/1', plan),
    habits: habits.map(({ pack, on, since, every, kept, last, next }) => ({
      id: pack.id,
      title: fill(pack.title, voiceOf(plan)),
      on,
      since,
      every: typedRhythm(every),
      kept,
      last,
      next,
      source: pack.source,
    })),
  };
}
