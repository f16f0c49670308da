import { voiceOf } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import type { Plan, PlanOccasion } from '../plan/types.ts';
import { fill } from '../voice.ts';
import type { Part } from './part.ts';

/**
 * The days from today on by which something should be done, one entry an occasion. What can move such a day (an answer, a
 * quiet period, a date set by hand, the date of a meeting to be ready for) counts as a change of it.
 */
export function startDeadlines(plan: Plan): Part {
  const parts = plan.occasions.flatMap((occasion) => {
    const { due } = occasion;
    return due === null || due < plan.today ? [] : [{ occasion, due, moving: startMoving(plan, occasion) }];
  });
  let began: string | null = null;
  return {
    take: ({ event }) => {
      if (event.type === 'started') began ??= event.at;
      for (const { moving } of parts) moving.take(event);
    },
    entries: () =>
      parts.map(({ occasion, due, moving }) => ({
        key: `date ${occasion.id}`,
        title: fill(occasion.title, voiceOf(plan)),
        date: due,
        time: null,
        place: null,
        private: false,
        cancelled: false,
        deadline: true,
        sequence: moving.count(),
        changedAt: moving.last() ?? began ?? '',
        settled: false,
      })),
  };
}

/** How often something moved the day of an occasion, or was taken back that did, and when last. */
function startMoving(plan: Plan, occasion: PlanOccasion) {
  const covered = new Set(occasion.pack?.covers ?? occasion.actions.map(({ id }) => id));
  const actions = plan.actions.filter(({ id }) => covered.has(id));
  const meetings = new Set(actions.flatMap(({ pack }) => pack?.before ?? []));
  const changes = new Set<string>();
  let count = 0;
  let last: string | null = null;
  const take = (event: JournalEvent): void => {
    if (event.type === 'undone' ? !changes.has(event.subject) : !moves(event, covered, meetings)) return;
    changes.add(event.change);
    count += 1;
    last = event.at;
  };
  return { take, count: () => count, last: () => last };
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
