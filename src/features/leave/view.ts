import type { Companion } from '../../core/companion.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { openPromises, openQuestions } from '../../core/decide-companion.ts';
import { headOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';

/** What is open when somebody leaves. */
export type LeaveView = {
  readonly plan: Plan;
  readonly questions: readonly { readonly id: string; readonly text: string; readonly to: string }[];
  readonly promises: readonly {
    readonly id: string;
    readonly text: string;
    readonly to: string;
    readonly by: CivilDate | null;
  }[];
  readonly dates: readonly { readonly date: CivilDate; readonly time: string | null; readonly title: string }[];
};

export function buildLeave(plan: Plan, companion: Companion): LeaveView {
  const dates = plan.meetings.flatMap(({ name, localName, dates: all }) =>
    all
      .filter(({ date, attended, apologies }) => date >= plan.today && !attended && !apologies)
      .map(({ date, time }) => ({ date, time, title: localName ?? name })),
  );
  return {
    plan,
    questions: openQuestions(companion).map(({ id, one }) => ({ id, text: one.text, to: nameOfWhom(one.to, plan) })),
    promises: openPromises(companion).map(({ id, one }) => {
      return { id, text: one.text, to: nameOfWhom(one.to, plan), by: one.by };
    }),
    dates: dates.sort((a, b) => (`${a.date} ${a.time ?? ''}` < `${b.date} ${b.time ?? ''}` ? -1 : 1)),
  };
}

export function leaveDocument({ plan, questions, promises, dates }: LeaveView) {
  return { ...headOf('induct.leave/1', plan), questions, promises, dates };
}
