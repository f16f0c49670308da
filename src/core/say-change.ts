import { voiceOf } from './documents.ts';
import { type JournalEvent, kindOf } from './events.ts';
import type { Plan, PlanAction } from './plan/types.ts';
import { sayDetail, sayEvent, sayWhat } from './say-event.ts';
import { sayNumbers } from './say-numbers.ts';
import { sayCount } from './say-waiting.ts';
import { fill } from './voice.ts';

const MOST_NAMES = 3;

/**
 * Events in groups that are told in one line: those of one change in which the same was recorded, on the same day, about
 * several actions or meetings. The order stays; a group stands where its first event did.
 */
export function groupEvents<T extends { readonly event: JournalEvent }>(all: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const { id, change, type, on, body } = one.event;
    const kind = kindOf(type);
    const alike =
      kind === 'action' || kind === 'meeting' ? `${change} ${type} ${on} ${JSON.stringify(sameIn(body))}` : id;
    groups.set(alike, [...(groups.get(alike) ?? []), one]);
  }
  return [...groups.values()];
}

/** What a body says about all of a group alike; how each stood before is no difference. */
function sameIn(body: object): object {
  return { ...body, was: null };
}

/** A group in a line: `asked for: 20 documents, of the DCS's office (6.1 to 6.20)`; one event alone as `sayEvent`. */
export function sayGroup(group: readonly JournalEvent[], plan: Plan): string {
  const [first] = group;
  if (first === undefined) return '';
  if (group.length === 1) return sayEvent(first, plan);
  const there = first.type === 'meeting-attended' && first.body.attended && first.body.note === null;
  const detail = there ? null : sayDetail(first, plan);
  const about = detail === null ? '' : `, ${detail}`;
  const actions = actionsOf(group, plan);
  if (actions === null) {
    const names = group.slice(0, MOST_NAMES).map((event) => fill(event.title, voiceOf(plan)));
    const more = group.length > MOST_NAMES ? ` and ${group.length - MOST_NAMES} more` : '';
    return `${sayWhat(first)}: ${group.length}${about} (${names.join('; ')}${more})`;
  }
  return `${sayWhat(first)}: ${countOf(first, actions)}${about} (${sayNumbers(actions)})`;
}

/** What it is asked for of a meeting are its dates; anything else is about the meetings themselves. */
function countOf(first: JournalEvent, actions: readonly PlanAction[]): string {
  const count = sayCount(actions);
  return first.type === 'arranged' ? count : count.replace(/the dates? of /, '');
}

/** The actions that a group is about, in the order of the plan; null where one of them is not listed any more. */
function actionsOf(group: readonly JournalEvent[], plan: Plan): PlanAction[] | null {
  const ids = new Set(
    group.map(({ type, subject }) =>
      kindOf(type) === 'meeting' ? (plan.meetings.find(({ id }) => id === subject)?.action ?? subject) : subject,
    ),
  );
  const found = plan.actions.filter(({ id, number }) => ids.has(id) && number !== '');
  return found.length === ids.size && found.length === group.length ? found : null;
}
