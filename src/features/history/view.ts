import { headOf } from '../../core/documents.ts';
import type { JournalEvent } from '../../core/events.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayDetail } from '../../core/say-event.ts';

/** The record, newest first. */
export type HistoryView = {
  readonly plan: Plan;
  readonly events: readonly { readonly event: JournalEvent; readonly undone: boolean }[];
};

export function historyDocument({ plan, events }: HistoryView) {
  return {
    ...headOf('induct.history/1', plan),
    events: events.map(({ event, undone }) => ({
      id: event.id,
      change: event.change,
      at: event.at,
      on: event.on,
      what: event.type,
      subject: event.subject,
      title: event.title,
      detail: sayDetail(event, plan),
      undone,
    })),
  };
}
