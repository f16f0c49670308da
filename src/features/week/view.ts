import type { Companion, PromiseProgress, QuestionProgress } from '../../core/companion.ts';
import { addDays, type CivilDate } from '../../core/dates/index.ts';
import { openPromises, openQuestions } from '../../core/decide-companion.ts';
import { headOf, voiceOf } from '../../core/documents.ts';
import { type Habit, habitsBy } from '../../core/habits.ts';
import { dateOn } from '../../core/meetings/when.ts';
import { papersOutBy } from '../../core/papers.ts';
import { buildWaiting, type Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction, PlanMeeting } from '../../core/plan/types.ts';
import type { QuietProgress } from '../../core/progress.ts';
import { fill } from '../../core/voice.ts';
import { buildDays, type WeekDay } from './view-days.ts';

type Numbered<T> = { readonly id: string; readonly one: T };
/** Papers of a meeting, and by when they are out. */
export type Papers = { readonly meeting: PlanMeeting; readonly date: CivilDate; readonly outBy: CivilDate };

/** One week, Monday to Sunday: what has a day in it, and what to mind beside that. */
export type WeekView = {
  readonly plan: Plan;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: readonly WeekDay[];
  readonly papers: readonly Papers[];
  /** Open, and due by the end of the week. */
  readonly promises: readonly Numbered<PromiseProgress>[];
  /** All that are open, as they were asked. */
  readonly questions: readonly Numbered<QuestionProgress>[];
  /** One for each of whom something was asked, longest first. */
  readonly waiting: readonly Waiting[];
  readonly habits: readonly Habit[];
  readonly read: PlanAction | null;
  readonly quiet: readonly QuietProgress[];
  /** How many things of the plan fall due in the week, by our dates and the user's own. */
  readonly due: number;
};

export function buildWeek(plan: Plan, companion: Companion, habits: readonly Habit[], from: CivilDate): WeekView {
  const to = addDays(from, 6);
  return {
    plan,
    from,
    to,
    days: buildDays(plan, from),
    papers: buildPapers(plan, from, to),
    promises: openPromises(companion).filter(({ one }) => one.by !== null && one.by <= to),
    questions: openQuestions(companion),
    waiting: byRecipient(buildWaiting(plan)),
    habits: habitsBy(habits, to),
    read: oneToRead(plan),
    quiet: plan.quiet.filter((period) => period.from <= to && period.to > from),
    due: plan.occasions.filter(({ due, overdue }) => !overdue && due !== null && due >= from && due <= to).length,
  };
}

/** How far behind the week a meeting lies whose papers are to be read in it. */
const DAYS_JUST_AFTER = 7;
/** Papers that come out in the week are of meetings at most so far ahead, bank holidays and all. */
const DAYS_AHEAD = 28;

/** Papers that come out in the week, and those of meetings just after it. */
function buildPapers(plan: Plan, from: CivilDate, to: CivilDate): Papers[] {
  const found = plan.meetings.flatMap((meeting) =>
    Array.from({ length: DAYS_AHEAD }, (_, n) => addDays(from, n)).flatMap((date) => {
      const outBy = papersOutBy(meeting, date, plan.calendar);
      if (outBy === null || outBy > to) return [];
      const known = dateOn(meeting, date);
      if (known === null || known.attended || known.apologies) return [];
      const justAfter = date > to && date <= addDays(to, DAYS_JUST_AFTER);
      return outBy >= from || justAfter ? [{ meeting, date, outBy }] : [];
    }),
  );
  return found.sort((a, b) => (`${a.outBy} ${a.date}` < `${b.outBy} ${b.date}` ? -1 : 1));
}

function byRecipient(all: readonly Waiting[]): Waiting[] {
  const found = new Map<string | null, Waiting>();
  for (const one of all) {
    const before = found.get(one.of);
    found.set(one.of, before === undefined ? one : { ...before, actions: [...before.actions, ...one.actions] });
  }
  return [...found.values()];
}

/**
 * What to read: a paper that is here, those to read first before the others; else what is read without asking for it;
 * else one of those to read first that nobody asked for yet.
 */
function oneToRead(plan: Plan): PlanAction | null {
  const papers = plan.actions.filter((action) => action.kind === 'document' && !action.retired);
  const isFirst = (action: PlanAction) => action.pack?.first === true;
  const here = papers.filter(({ status }) => status === 'received');
  const open = papers.filter(({ status, blockedBy }) => status === 'todo' && blockedBy.length === 0);
  const asked = new Set(plan.pack.occasions.filter(({ verb }) => verb === 'ask').flatMap(({ covers }) => covers));
  const free = open.filter(({ id, how, doer }) => !asked.has(id) && how === 'reading' && doer === 'holder');
  return here.find(isFirst) ?? here[0] ?? free[0] ?? open.find(isFirst) ?? null;
}

export function weekDocument(view: WeekView) {
  const { plan, from, to, read } = view;
  const voice = voiceOf(plan);
  return {
    ...headOf('induct.week/1', plan),
    from,
    to,
    days: view.days.map(({ date, holiday, entries }) => ({
      date,
      holiday,
      entries: entries.map(({ time, place, title, capacity, meeting, actions }) => ({
        time,
        place,
        title,
        capacity,
        meeting: meeting?.id ?? null,
        actions: actions.map(({ id }) => id),
      })),
    })),
    papers: view.papers.map(({ meeting, date, outBy }) => ({ meeting: meeting.id, date, outBy })),
    promises: view.promises.map(({ id, one: { text, to: whom, by, keptOn } }) => ({ id, text, to: whom, by, keptOn })),
    questions: view.questions.map(({ id, one }) => ({
      id,
      text: one.text,
      to: one.to,
      askedOn: one.askedOn,
      answer: one.answer,
      answeredOn: one.answeredOn,
    })),
    waiting: view.waiting.map(({ of, since, actions }) => ({ of, since, actions: actions.map(({ id }) => id) })),
    read:
      read === null
        ? null
        : {
            id: read.id,
            number: read.number,
            title: fill(read.title, voice),
            status: read.status,
            location: read.location,
            source: read.source,
          },
    habits: view.habits.map(({ pack, next }) => ({ id: pack.id, title: fill(pack.title, voice), next })),
    quiet: view.quiet.map(({ from: first, to: back, why }) => ({ from: first, to: back, why })),
  };
}
