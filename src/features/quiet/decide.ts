import { type CivilDate, readDate, sayDayDateNear } from '../../core/dates/index.ts';
import { type Draft, draft } from '../../core/events.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import type { QuietProgress } from '../../core/progress.ts';
import { shown } from '../../core/shown.ts';

/** The id of the period that begins on a day: `quiet-2026-07-27`. */
export function quietId(from: CivilDate): string {
  return `quiet-${from}`;
}

/** Records a quiet period; another that begins on the same day is replaced. Nothing where it is the same. */
export function decideQuiet(plan: Plan, period: QuietProgress): readonly Draft[] {
  const { from, to, why } = period;
  const before = plan.progress.quiet.get(quietId(from));
  if (before?.to === to && before.why === why) return [];
  return [draft('quiet-added', quietId(from), why, plan.today, { from, to, why })];
}

/** Takes a quiet period away; nothing where it has gone meanwhile. */
export function decideRemoval(plan: Plan, { from }: QuietProgress): readonly Draft[] {
  const before = plan.progress.quiet.get(quietId(from));
  return before === undefined ? [] : [draft('quiet-removed', quietId(from), before.why, plan.today, { from })];
}

/** The period meant by its first day as typed, or by its id. @throws Problem (2) where none begins on that day */
export function findQuiet(plan: Plan, typed: string): QuietProgress {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/^quiet-/, '');
  const days = (['ahead', 'past', 'any'] as const).map((direction) => readDate(word, { today: plan.today, direction }));
  const found = plan.quiet.find((period) => days.some((read) => read.ok && read.date === period.from));
  if (found === undefined) {
    const [unread] = days.flatMap((read) => (read.ok ? [] : [read.why]));
    const none = days.every((read) => !read.ok);
    throw usage(none && unread !== undefined ? unread : `No quiet period begins on "${shown(typed)}".`, sayKept(plan));
  }
  return found;
}

function sayKept(plan: Plan): string {
  if (plan.quiet.length === 0) return 'There are none.';
  return `Kept, by their first day: ${plan.quiet.map(({ from }) => sayDayDateNear(from, plan.today)).join(', ')}.`;
}
