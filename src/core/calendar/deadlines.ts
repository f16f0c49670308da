import { voiceOf } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import type { Plan, PlanOccasion } from '../plan/types.ts';
import { fill } from '../voice.ts';
import type { CalendarEntry } from './entry.ts';
import type { Told } from './history.ts';

/**
 * The days from today on by which something should be done, one entry an occasion. What can move such a day (an answer, a
 * quiet period, a date set by hand, the date of a meeting to be ready for) counts as a change of it.
 */
export function deadlineEntries(plan: Plan, events: readonly Told[]): CalendarEntry[] {
  const began = events.find(({ event }) => event.type === 'started')?.event.at ?? '';
  return plan.occasions.flatMap((occasion) => {
    const { due } = occasion;
    if (due === null || due < plan.today) return [];
    const moving = movingEvents(plan, occasion, events);
    return [
      {
        key: `date ${occasion.id}`,
        title: fill(occasion.title, voiceOf(plan)),
        date: due,
        time: null,
        place: null,
        private: false,
        cancelled: false,
        deadline: true,
        sequence: moving.length,
        changedAt: moving.at(-1)?.at ?? began,
        settled: false,
      },
    ];
  });
}

function movingEvents(plan: Plan, occasion: PlanOccasion, events: readonly Told[]): JournalEvent[] {
  const covered = new Set(occasion.pack?.covers ?? occasion.actions.map(({ id }) => id));
  const actions = plan.actions.filter(({ id }) => covered.has(id));
  const meetings = new Set(actions.flatMap(({ pack }) => pack?.before ?? []));
  const changes = new Set<string>();
  return events.flatMap(({ event }) => {
    if (event.type === 'undone' ? !changes.has(event.subject) : !moves(event, covered, meetings)) return [];
    changes.add(event.change);
    return [event];
  });
}

function moves(event: JournalEvent, covered: ReadonlySet<string>, meetings: ReadonlySet<string>): boolean {
  switch (event.type) {
    case 'answered':
      return !event.body.initial;
    case 'quiet-added':
    case 'quiet-removed':
      return true;
    case 'due-set':
      return covered.has(event.subject);
    case 'meeting-dated':
    case 'meeting-moved':
    case 'meeting-cancelled':
      return meetings.has(event.subject);
    default:
      return false;
  }
}
