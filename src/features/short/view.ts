import { type CivilDate, workingDaysBetween } from '../../core/dates/index.ts';
import { headOf, occasionDocument, voiceOf } from '../../core/documents.ts';
import { buildDiary, buildWaiting, type DiaryEntry, type Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction, PlanOccasion } from '../../core/plan/types.ts';
import { isOwnDate } from '../../core/say-state.ts';

/** Bare `induct`: what presses, what comes next, what is real. */
export type ShortView = {
  readonly plan: Plan;
  /** Overdue by dates the user set or booked; the only ones called late. */
  readonly late: readonly PlanOccasion[];
  /** Overdue by our suggestion. */
  readonly overdue: readonly PlanOccasion[];
  readonly next: readonly PlanOccasion[];
  readonly diary: readonly DiaryEntry[];
  readonly waiting: readonly Waiting[];
  readonly done: readonly PlanAction[];
  /** The first day back, in quiet weeks. */
  readonly quietUntil: CivilDate | null;
  /** Which working day since dates count from, while it is one of the first ten. */
  readonly workingDay: number | null;
};

const FIRST_DAYS = 10;

/** In quiet weeks only what the user dated is left; everything else waits for the first day back. */
export function buildShort(plan: Plan): ShortView {
  const { today, occasions } = plan;
  const quiet = plan.quiet.find((period) => today >= period.from && today < period.to) ?? null;
  const day = workingDaysBetween(plan.datesFrom, today, plan.calendar);
  const overdue = occasions.filter((occasion) => occasion.overdue);
  return {
    plan,
    late: overdue.filter(isOwnDate),
    overdue: quiet === null ? overdue.filter((occasion) => !isOwnDate(occasion)) : [],
    next: occasions.filter((occasion) => !occasion.overdue && (quiet === null || isDatedByUser(occasion))),
    diary: buildDiary(plan),
    waiting: buildWaiting(plan),
    done: plan.actions.filter((action) => action.status === 'done'),
    quietUntil: quiet?.to ?? null,
    workingDay: today >= plan.datesFrom && day >= 1 && day <= FIRST_DAYS ? day : null,
  };
}

function isDatedByUser(occasion: PlanOccasion): boolean {
  return occasion.actions.some((action) => action.dueSet);
}

export function shortDocument(view: ShortView) {
  const voice = voiceOf(view.plan);
  const list = (occasions: readonly PlanOccasion[]) => occasions.map((occasion) => occasionDocument(occasion, voice));
  return {
    ...headOf('induct.short/1', view.plan),
    quietUntil: view.quietUntil,
    overdue: list([...view.late, ...view.overdue]),
    next: list(view.next.slice(0, 5)),
    diary: view.diary.map(({ date, time, place, meeting, actions }) => ({
      date,
      time,
      place,
      meeting: meeting?.id ?? null,
      actions: actions.map((action) => action.id),
    })),
    waiting: view.waiting.map(({ of, since, actions }) => ({ of, since, actions: actions.map((action) => action.id) })),
  };
}
