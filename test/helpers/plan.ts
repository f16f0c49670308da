import { buildCalendar } from '../../src/core/dates/index.ts';
import { type Draft, draft } from '../../src/core/events.ts';
import { buildPlan } from '../../src/core/plan/build.ts';
import type { Plan, PlanAction, PlanOccasion } from '../../src/core/plan/types.ts';
import { buildProgress } from '../../src/core/progress.ts';
import { shippedPlan } from './packs.ts';
import { foldAll } from './record.ts';
import { LEEDS } from './start-home.ts';

export type PlanOptions = {
  readonly today?: string;
  readonly appointed?: string;
  readonly startedOn?: string;
  /** Given at `start`. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Recorded afterwards, in order. */
  readonly drafts?: readonly Draft[];
};

const { pack, bankHolidays } = await shippedPlan();
const calendar = buildCalendar(bankHolidays);

/** The plan of the shipped list for Leeds, appointed on 20 May 2026, after these answers and records. */
export function planOf(options: PlanOptions = {}): Plan {
  const { appointed = '2026-05-20', answers = {}, drafts = [] } = options;
  const startedOn = options.startedOn ?? appointed;
  const given = { typing: 'holder', council: LEEDS, appointed, dcs_post: 'in-post', ...answers };
  const events = [
    ...Object.entries(given).map(([question, answer]) =>
      draft('answered', question, question, startedOn, { answer, initial: true }),
    ),
    draft('started', '', 'The plan', startedOn, { notice: true }),
    ...drafts,
  ];
  const rows = Object.entries(foldAll(events)).map(([key, state]) => {
    const [kind = '', ...subject] = key.split(' ');
    return { kind, subject: subject.join(' '), state };
  });
  const today = options.today ?? appointed;
  return buildPlan({ pack, induction: 'i', progress: buildProgress(rows), today, calendar });
}

export function actionIn(plan: Plan, id: string): PlanAction {
  const found = plan.actions.find((action) => action.id === id);
  if (found === undefined) throw new Error(`no action ${id}`);
  return found;
}

export function occasionIn(plan: Plan, id: string): PlanOccasion | undefined {
  return plan.occasions.find((occasion) => occasion.id === id);
}

export const ACTION_IDS: readonly string[] = pack.steps.flatMap((step) => step.actions.map((action) => action.id));

/** Records about one action, on a day. */
export const record = {
  done: (id: string, on: string) => draft('done', id, id, on, { was: 'todo' }),
  asked: (id: string, on: string) => draft('arranged', id, id, on, { for: null, time: null, with: null }),
  booked: (id: string, on: string, day: string) => draft('arranged', id, id, on, { for: day, time: null, with: null }),
  received: (id: string, on: string) => draft('received', id, id, on, { location: null }),
  skipped: (id: string, on: string) => draft('skipped', id, id, on, { why: 'not here' }),
  reopened: (id: string, on: string) => draft('reopened', id, id, on, { was: 'done' }),
  due: (id: string, on: string, due: string | null) => draft('due-set', id, id, on, { due }),
  answered: (question: string, on: string, answer: string) =>
    draft('answered', question, question, on, { answer, initial: false }),
  quiet: (from: string, to: string) =>
    draft('quiet-added', `quiet-${from}`, 'Recess', from, { from, to, why: 'recess' }),
  dated: (meeting: string, date: string) =>
    draft('meeting-dated', meeting, meeting, '2026-05-20', { date, time: '17:00', place: null }),
  moved: (meeting: string, from: string, date: string) =>
    draft('meeting-moved', meeting, meeting, '2026-05-20', { from, date, time: null, place: null }),
  cancelled: (meeting: string, date: string) => draft('meeting-cancelled', meeting, meeting, '2026-05-20', { date }),
  attended: (meeting: string, date: string) =>
    draft('meeting-attended', meeting, meeting, date, { date, attended: true, apologies: false, note: null }),
  apologies: (meeting: string, date: string) =>
    draft('meeting-attended', meeting, meeting, date, { date, attended: false, apologies: true, note: null }),
  added: (id: string, on: string, number: number, title = 'Ring the mayor') =>
    draft('added', id, title, on, { title, doer: 'holder', number }),
} as const;
