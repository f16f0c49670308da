import type { Companion, PromiseProgress, QuestionProgress } from '../../core/companion.ts';
import { type CivilDate, firstWorkingDayFrom, workingDaysBetween } from '../../core/dates/index.ts';
import { openPromises, openQuestions } from '../../core/decide-companion.ts';
import { headOf, occasionDocument, voiceOf } from '../../core/documents.ts';
import type { Habit } from '../../core/habits.ts';
import { buildDiary, buildWaiting, type DiaryEntry, type Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction, PlanOccasion } from '../../core/plan/types.ts';
import { isOpen } from '../../core/reference.ts';
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
  /** True on the first day back from quiet weeks. */
  readonly back: boolean;
  /** Why the plan no longer leads the screen: its days are over, or nothing of it is open; null while it does. */
  readonly over: 'days' | 'done' | null;
  /** How many things of the plan are still open. */
  readonly open: number;
  /** Open: promises the soonest first, questions as they were asked. */
  readonly promises: readonly Numbered<PromiseProgress>[];
  readonly questions: readonly Numbered<QuestionProgress>[];
  /** The habits that are on. */
  readonly habits: readonly Habit[];
};

type Numbered<T> = { readonly id: string; readonly one: T };

const FIRST_DAYS = 10;
const HUNDRED_DAYS = 100;

/**
 * In quiet weeks only what the user dated is left; everything else waits for the first day back. After a hundred working
 * days too: the plan leads no longer, and none of our dates presses.
 */
export function buildShort(plan: Plan, companion: Companion, habits: readonly Habit[]): ShortView {
  const { today, occasions } = plan;
  const quiet = plan.quiet.find((period) => today >= period.from && today < period.to) ?? null;
  const day = workingDaysBetween(plan.datesFrom, today, plan.calendar);
  const overdue = occasions.filter((occasion) => occasion.overdue);
  const open = plan.actions.filter((action) => !action.retired && isOpen(action));
  const done = open.every((action) => action.step === 'own');
  const over = day > HUNDRED_DAYS ? 'days' : done ? 'done' : null;
  const leads = quiet === null && over === null;
  return {
    plan,
    late: overdue.filter(isOwnDate),
    overdue: leads ? overdue.filter((occasion) => !isOwnDate(occasion)) : [],
    next: occasions.filter((occasion) => !occasion.overdue && (leads || isSetByUser(occasion))),
    diary: buildDiary(plan),
    waiting: buildWaiting(plan),
    done: plan.actions.filter((action) => action.status === 'done'),
    quietUntil: quiet?.to ?? null,
    workingDay: today >= plan.datesFrom && day >= 1 && day <= FIRST_DAYS ? day : null,
    back: quiet === null && plan.quiet.some(({ to }) => to <= today && today <= firstWorkingDayFrom(to, plan.calendar)),
    over,
    open: open.length,
    promises: openPromises(companion),
    questions: openQuestions(companion),
    habits: habits.filter(({ on }) => on),
  };
}

function isSetByUser(occasion: PlanOccasion): boolean {
  return occasion.actions.some((action) => action.dueSet || action.step === 'own');
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
    promises: view.promises.map(({ id, one: { text, to, by, keptOn } }) => ({ id, text, to, by, keptOn })),
    questions: view.questions.map(({ id, one: { text, to, askedOn, answer, answeredOn } }) => ({
      id,
      text,
      to,
      askedOn,
      answer,
      answeredOn,
    })),
  };
}
