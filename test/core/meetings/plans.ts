import { buildCalendar } from '../../../src/core/dates/index.ts';
import { type Bodies, type Draft, draft, type EventType, kindOf } from '../../../src/core/events.ts';
import { fold } from '../../../src/core/fold.ts';
import { buildPlan } from '../../../src/core/plan/build.ts';
import type { Plan, PlanMeeting } from '../../../src/core/plan/types.ts';
import { buildProgress } from '../../../src/core/progress.ts';
import { LEEDS } from '../../helpers/run.ts';
import { shippedLoader } from '../../helpers/shipped.ts';

/** The Monday that the screens were written for. */
export const TODAY = '2026-06-01';

const sections = await shippedLoader.load('steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays');

type Options = { readonly today?: string; readonly typing?: 'holder' | 'officer'; readonly name?: string };

/** The plan of Leeds, appointed on 20 May 2026, after what was recorded. */
export function planWith(drafts: readonly Draft[] = [], options: Options = {}): Plan {
  const { today = TODAY, typing = 'holder', name = 'Khan' } = options;
  const given = { typing, council: LEEDS, appointed: '2026-05-20', name };
  const answered = Object.entries(given).map(([question, answer]) =>
    draft('answered', question, question, '2026-05-20', { answer, initial: true }),
  );
  const states = new Map<string, { kind: string; subject: string; state: unknown }>();
  for (const one of [...answered, ...drafts]) {
    const kind = kindOf(one.type);
    const key = `${kind} ${one.subject}`;
    states.set(key, { kind, subject: one.subject, state: fold(states.get(key)?.state ?? null, one) });
  }
  const progress = buildProgress(states.values());
  const calendar = buildCalendar(sections.bankHolidays);
  return buildPlan({ pack: sections, induction: 'one', progress, today, calendar });
}

/** Something recorded about a meeting. */
export function about<T extends EventType>(meeting: string, type: T, body: Bodies[T]): Draft {
  return draft(type, meeting, meeting, '2026-05-28', body);
}

/** A date put into the diary. */
export function dated(meeting: string, date: string, time: string | null = null, place: string | null = null): Draft {
  return about(meeting, 'meeting-dated', { date, time, place });
}

/** The director's one-to-one, every Thursday at half past nine from 4 June. */
export const ONE_TO_ONE = about('dcs-one-to-one', 'meeting-added', {
  name: 'DCS one-to-one',
  every: { count: 1, unit: 'week' },
  from: '2026-06-04',
  time: '09:30',
  place: null,
});

export function meetingOf(plan: Plan, id: string): PlanMeeting {
  const found = plan.meetings.find((meeting) => meeting.id === id);
  if (found === undefined) throw new Error(`no meeting ${id}`);
  return found;
}

/** What recording `decide` comes to: the events' types and bodies. */
export function written(drafts: readonly Draft[]): unknown[] {
  return drafts.map(({ type, subject, body }) => [type, subject, body]);
}
