import type { Companion, HabitProgress } from './companion.ts';
import { addDays, addMonths, type CivilDate, firstWorkingDayFrom, latest } from './dates/index.ts';
import type { Rhythm } from './events.ts';
import { readEvery } from './meetings/every.ts';
import type { PackHabit } from './pack-advice.ts';
import { outOfQuiet } from './plan/due.ts';
import type { Plan } from './plan/types.ts';

/**
 * Something to keep doing. `kept` holds every day it was done, as logged; `keptSince` those since it was switched on.
 * `next` is about when it comes round again: null while it is off, and never a day that has passed.
 */
export type Habit = {
  readonly pack: PackHabit;
  readonly on: boolean;
  readonly since: CivilDate | null;
  readonly every: Rhythm;
  readonly kept: readonly CivilDate[];
  readonly keptSince: readonly CivilDate[];
  readonly last: CivilDate | null;
  readonly next: CivilDate | null;
};

const OFF: HabitProgress = { on: false, since: null, every: null, kept: [] };

/** What is logged elsewhere and keeps a habit too, by the habit's id: the days of it. */
const COUNTED: Readonly<Record<string, (companion: Companion) => readonly CivilDate[]>> = {
  'service-visit': ({ visit }) => [...visit.values()].map(({ on }) => on),
  'duty-desk': ({ visit }) => [...visit.values()].filter(({ to }) => FRONT_DOOR.test(to)).map(({ on }) => on),
  'data-look': ({ figure }) => [...figure.values()].flatMap(({ values }) => values.map((value) => value.recordedOn)),
};

const FRONT_DOOR = /\b(duty[ -]desk|front[ -]door)\b/i;

/** Every habit of the list, with what was logged. Missed times are not counted: only the next one is. */
export function buildHabits(pack: readonly PackHabit[], companion: Companion, plan: Plan): Habit[] {
  return pack.map((entry) => {
    const recorded = companion.habit.get(entry.id) ?? OFF;
    const every = recorded.every ?? readEvery(entry.every);
    const days = [...recorded.kept, ...(COUNTED[entry.id]?.(companion) ?? [])];
    const kept = [...new Set(days)].sort();
    const last = kept.at(-1) ?? null;
    const { on, since } = recorded;
    const from = last ?? since;
    return {
      pack: entry,
      on,
      since,
      every,
      kept,
      keptSince: since === null ? [] : kept.filter((day) => day >= since),
      last,
      next: !on || from === null ? null : comesRound(from, every, plan),
    };
  });
}

/** One round after a day, or today where that has passed; on a working day, and out of quiet weeks. */
function comesRound(from: CivilDate, every: Rhythm, plan: Plan): CivilDate {
  const due = latest(plan.today, oneRoundAfter(from, every));
  return outOfQuiet(firstWorkingDayFrom(due, plan.calendar), plan);
}

function oneRoundAfter(from: CivilDate, { count, unit }: Rhythm): CivilDate {
  if (unit === 'month') return addMonths(from, count);
  return addDays(from, unit === 'week' ? count * 7 : count);
}

/** The habits that are on and come round by a day, the soonest first. */
export function habitsBy(habits: readonly Habit[], day: CivilDate): Habit[] {
  return habits
    .filter(({ next }) => next !== null && next <= day)
    .sort((a, b) => ((a.next ?? '') < (b.next ?? '') ? -1 : 1));
}

/** Whether any habit is on, as recorded: without one nothing of the list is needed. */
export function anyHabitOn(companion: Companion): boolean {
  return [...companion.habit.values()].some(({ on }) => on);
}
