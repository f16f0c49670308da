import type { JournalEvent } from '../../core/events.ts';
import { findCounterpart, idsOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { find } from '../../core/reference.ts';
import { sayEvent } from '../../core/say-event.ts';
import { shown } from '../../core/shown.ts';
import { isWordy, wordsIn } from '../../core/words-removed.ts';

/** Words that go together: the events that hold them, and one line that says what they are. */
export type Words = { readonly events: readonly JournalEvent[]; readonly line: string };

const LONGEST_LINE = 160;
/** Fewer characters than this are more likely a name than the beginning of an event's id. */
const SHORTEST_ID = 4;
const NUMBERED = { v: 'visit', q: 'question', p: 'promise' } as const;

/**
 * The words meant by `last`, a visit, question or promise (v1, q1, p1), an event's id or its beginning, an action, a
 * meeting or a person. Several for an action with several notes; none where nothing recorded about it holds any.
 * @param events everything recorded, oldest first
 * @throws Problem (2) for what means nothing
 */
export function findWords(plan: Plan, events: readonly JournalEvent[], typed: string): readonly Words[] {
  const word = typed.trim().toLowerCase();
  const ids = idsOfWhom(plan);
  const group = (some: readonly JournalEvent[]) => groupOf(some, plan, ids);
  if (word === 'last') return group(lastWords(events, ids));
  const kind = /^[vqp]\d+$/.test(word) ? NUMBERED[word.charAt(0) as keyof typeof NUMBERED] : null;
  if (kind !== null) {
    const about = events.filter((event) => event.subject === word);
    if (about.length === 0) throw usage(`There is no ${kind} "${shown(typed)}".`, 'What was recorded: induct history');
    return group(about);
  }
  const byId = events.filter((event) => word.length >= SHORTEST_ID && event.id.startsWith(word));
  if (byId.length > 0) return byId.flatMap((event) => group([event]));
  const subjects = subjectsOf(plan, typed);
  const about = events.filter((event) => subjects.includes(event.subject));
  const contact = about.filter((event) => event.type === 'person-set');
  const others = about.filter((event) => event.type !== 'person-set');
  return [...group(contact), ...others.flatMap((event) => group([event]))];
}

function groupOf(some: readonly JournalEvent[], plan: Plan, ids: ReadonlySet<string>): Words[] {
  const holding = some.filter((event) => wordsIn(event, ids).length > 0);
  const [first] = holding;
  if (first === undefined) return [];
  const more = holding.some(({ type }) => type === 'question-answered' && type !== first.type);
  return [{ events: holding, line: `${cut(sayEvent(first, plan))}${more ? ', and its answer' : ''}` }];
}

/** The last that holds words; what one command kept with several actions goes together. */
function lastWords(events: readonly JournalEvent[], ids: ReadonlySet<string>): readonly JournalEvent[] {
  const last = events.filter((event) => isWordy(event, () => ids)).at(-1);
  if (last === undefined) return [];
  const same = JSON.stringify(wordsIn(last, ids));
  return events.filter(
    (event) => event.change === last.change && event.type === last.type && JSON.stringify(wordsIn(event, ids)) === same,
  );
}

/** What words name: actions, with the meetings that go with them; a meeting or a person; or both (dcs). */
function subjectsOf(plan: Plan, typed: string): string[] {
  const found = find(plan, typed);
  const actions = typeof found === 'string' ? [] : found.actions.map((action) => action.id);
  const meetings = plan.meetings.filter(({ action }) => action !== null && actions.includes(action));
  const other = counterpartIfAny(plan, typed, typeof found === 'string');
  if (typeof found === 'string' && other === null) {
    throw usage(found, 'What was recorded, with the id of each entry: induct history --json');
  }
  return [...new Set([...actions, ...meetings.map(({ id }) => id), ...(other === null ? [] : [other])])];
}

/** The id of a person or meeting; where the word is an action or a step too, only one that is named exactly. */
function counterpartIfAny(plan: Plan, typed: string, alone: boolean): string | null {
  if (!alone) return idsOfWhom(plan).has(typed) ? typed : null;
  try {
    return findCounterpart(plan, typed).id;
  } catch {
    return null;
  }
}

function cut(line: string): string {
  const flat = line.replace(/\s+/g, ' ');
  return flat.length > LONGEST_LINE ? `${flat.slice(0, LONGEST_LINE)}…` : flat;
}
