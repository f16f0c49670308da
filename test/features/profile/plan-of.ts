import { buildCalendar } from '../../../src/core/dates/index.ts';
import { type Draft, draft, kindOf } from '../../../src/core/events.ts';
import { fold } from '../../../src/core/fold.ts';
import { buildPlan } from '../../../src/core/plan/build.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { buildProgress } from '../../../src/core/progress.ts';
import { LEEDS } from '../../helpers/run.ts';
import { shippedLoader } from '../../helpers/shipped.ts';

/** The sections of the list shipped that a test needs. */
export const load = shippedLoader.load;

/** The answers of a first `start`: Leeds, appointed on 20 May 2026. */
export function firstAnswers(more: Readonly<Record<string, string>> = {}): Draft[] {
  const given = { typing: 'holder', council: LEEDS, appointed: '2026-05-20', dcs_post: 'in-post', ...more };
  return Object.entries(given).map(([question, answer]) =>
    draft('answered', question, question, '2026-05-20', { answer, initial: true }),
  );
}

/** The plan of the list shipped after these drafts. */
export async function planOf(drafts: readonly Draft[] = firstAnswers(), today = '2026-06-01'): Promise<Plan> {
  const sections = await load('steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays');
  const states = new Map<string, { kind: string; subject: string; state: unknown }>();
  for (const one of drafts) {
    const key = `${kindOf(one.type)} ${one.subject}`;
    const state = fold(states.get(key)?.state ?? null, one);
    states.set(key, { kind: kindOf(one.type), subject: one.subject, state });
  }
  const rows = [...states.values()].filter(({ state }) => state !== null);
  const calendar = buildCalendar(sections.bankHolidays);
  return buildPlan({ pack: sections, induction: 'test', progress: buildProgress(rows), today, calendar });
}
