import { addWorkingDays, type BankHoliday, type CivilDate, holidaysBetween } from '../../core/dates/index.ts';
import type { Plan, PlanOccasion } from '../../core/plan/types.ts';

/** What the first screen shows: what is first, what comes by the tenth working day, and what is in the way. */
export type FirstView = {
  readonly plan: Plan;
  /** Worth doing before the first day in the role; empty once that has come. */
  readonly before: readonly PlanOccasion[];
  readonly first: readonly PlanOccasion[];
  readonly soon: readonly PlanOccasion[];
  readonly soonBy: CivilDate;
  readonly holiday: BankHoliday | null;
};

const FIRST_DAYS = 5;
const SOON_DAYS = 10;
const MOST_FIRST = 7;
const LEAST_FIRST = 5;
const MOST_BEFORE = 3;
const MOST_SOON = 4;

/** Chooses five to seven occasions for now (at most `most`), and names a few of the next. */
export function buildFirst(plan: Plan, most: number = MOST_FIRST): FirstView {
  const before =
    plan.induction.appointed > plan.today
      ? plan.occasions.filter(isEarly).slice(0, Math.min(MOST_BEFORE, most - 2))
      : [];
  const firstBy = addWorkingDays(plan.datesFrom, FIRST_DAYS, plan.calendar);
  const soonBy = addWorkingDays(plan.datesFrom, SOON_DAYS, plan.calendar);
  const rest = plan.occasions.filter((occasion) => !before.includes(occasion));
  const pressing = rest.filter((occasion) => occasion.due !== null && occasion.due <= firstBy);
  const room = most - before.length;
  const first = (pressing.length >= LEAST_FIRST - before.length ? pressing : rest).slice(
    0,
    Math.min(room, Math.max(pressing.length, LEAST_FIRST - before.length)),
  );
  const later = rest.filter((occasion) => !first.includes(occasion) && occasion.due !== null && occasion.due <= soonBy);
  const from = plan.today > plan.datesFrom ? plan.today : plan.datesFrom;
  return {
    plan,
    before,
    first,
    soon: later.filter((occasion) => occasion.short !== null).slice(0, MOST_SOON),
    soonBy,
    holiday: holidaysBetween(from, soonBy, plan.calendar)[0] ?? null,
  };
}

function isEarly(occasion: PlanOccasion): boolean {
  return occasion.actions.every((action) => action.pack?.early === true);
}
