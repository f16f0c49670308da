import type { CivilDate } from '../../core/dates/index.ts';
import { headOf, voiceOf } from '../../core/documents.ts';
import type { LocalFacts } from '../../core/local/local-facts.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill } from '../../core/voice.ts';

/** The facts of the council; without a plan there are none yet. */
export type LocalView = {
  readonly plan: Plan | null;
  readonly today: CivilDate;
  readonly facts: LocalFacts;
  /** The folder of the list used instead of the shipped one, and that of the council's own on top of it. */
  readonly list: { readonly instead: string | null; readonly own: string | null };
};

export function localDocument({ plan, today, facts, list }: LocalView) {
  const head = plan === null ? { schema: 'induct.local/1', today } : headOf('induct.local/1', plan);
  const { names, meetings, people, papers, calendar, quiet, adviser } = facts;
  return {
    ...head,
    names,
    meetings,
    people: people.map(({ id, title, contact }) => ({
      id,
      title: plan === null ? title : fill(title, voiceOf(plan)),
      name: contact.name ?? null,
      post: contact.post ?? null,
      email: contact.email ?? null,
      phone: contact.phone ?? null,
      pa: contact.pa ?? null,
    })),
    papers,
    calendar: calendar.filter(({ cancelled }) => !cancelled).map(({ cancelled: _, ...date }) => date),
    quiet: quiet.map(({ from, to, why }) => ({ from, to, why })),
    adviser,
    list,
  };
}
