import { voiceOf } from './documents.ts';
import { distance } from './nearest.ts';
import { plainText, wordsOf } from './plain-words.ts';
import type { PlanPerson } from './plan/people.ts';
import type { Plan, PlanMeeting } from './plan/types.ts';
import { type Problem, usage } from './problem.ts';
import { shown } from './shown.ts';
import { fill } from './voice.ts';

/** Whom a brief or a question is about: a person, or a meeting. `id` is what is typed and kept. */
export type Counterpart =
  | { readonly kind: 'person'; readonly id: string; readonly person: PlanPerson }
  | { readonly kind: 'meeting'; readonly id: string; readonly meeting: PlanMeeting };

const MOST_NAMED = 8;

/** What a person is called on a screen: the title, with {leader} filled in. */
export function titleOfPerson(person: PlanPerson, plan: Plan): string {
  const title = fill(person.title, voiceOf(plan));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What a counterpart is called on a screen. */
export function titleOfCounterpart(one: Counterpart, plan: Plan): string {
  return one.kind === 'person' ? titleOfPerson(one.person, plan) : (one.meeting.localName ?? one.meeting.name);
}

/** Whom a question or promise names, as a screen says it: a title for an id, else the words as they were typed. */
export function nameOfWhom(to: string, plan: Plan): string {
  const person = plan.people.find((one) => one.id === to);
  if (person !== undefined) {
    const title = fill(person.title, voiceOf(plan));
    return /^(the|a|an) /i.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : `the ${lower(title)}`;
  }
  const meeting = plan.meetings.find((one) => one.id === to);
  return meeting === undefined ? to : (meeting.localName ?? meeting.name);
}

/** A small first letter, but for a word in capitals. */
function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/**
 * The person or meeting that words mean: an id, a number, a title, a name, or another word for it, exactly; else the
 * beginning of one; else words of one, where only one has them.
 * @throws Problem (2) for what means none, with the nearest, and for what means several, with all of them
 */
export function findCounterpart(plan: Plan, typed: string): Counterpart {
  const found = matching(plan, typed);
  const [only] = found;
  if (only === undefined) throw unknown(plan, typed);
  if (found.length > 1) throw several(plan, typed, found);
  return only;
}

/**
 * Whom words typed after --to mean: the id of the one person or meeting, else the words themselves. `scrutiny` is the
 * committee and not its chair: where words fit one meeting and people around it, the meeting is meant.
 */
export function whomOf(plan: Plan, typed: string): string {
  const found = matching(plan, typed);
  const meetings = found.filter((one) => one.kind === 'meeting');
  const [only] = meetings.length === 1 ? meetings : found.length === 1 ? found : [];
  return only?.id ?? typed.replace(/\s+/g, ' ').trim();
}

/** The ids that a question or promise may be for: where it names none of them, it holds words. */
export function idsOfWhom(plan: Plan): ReadonlySet<string> {
  return new Set([...plan.people, ...plan.meetings].map(({ id }) => id));
}

/** Everybody and every meeting that can be named. */
export function counterparts(plan: Plan): Counterpart[] {
  return [
    ...plan.people.map((person) => ({ kind: 'person' as const, id: person.id, person })),
    ...plan.meetings.map((meeting) => ({ kind: 'meeting' as const, id: meeting.id, meeting })),
  ];
}

const TESTS: readonly ((name: string, word: string) => boolean)[] = [
  (name, word) => name === word,
  (name, word) => name.startsWith(word),
  (name, word) => ` ${wordsOf(name)} `.includes(` ${wordsOf(word)} `),
];

/** All that a text names in the first way that any is named; their own names go before other words for them. */
function matching(plan: Plan, typed: string): Counterpart[] {
  const word = plainText(typed);
  if (word === '') return [];
  const all = counterparts(plan).map((one) => ({ one, ...callings(one, plan) }));
  for (const test of TESTS) {
    for (const which of ['names', 'aliases'] as const) {
      const found = all.filter((called) => called[which].some((name) => test(name, word)));
      if (found.length > 0) return found.map(({ one }) => one);
    }
  }
  return [];
}

function callings(one: Counterpart, plan: Plan) {
  const action = one.kind === 'person' ? one.person.action?.id : one.meeting.action;
  const number = plan.actions.find((candidate) => candidate.id === action)?.number ?? '';
  const names =
    one.kind === 'person'
      ? [one.id, number, titleOfPerson(one.person, plan), one.person.contact.name]
      : [one.id, number, one.meeting.localName, one.meeting.name, one.meeting.pack?.short];
  const aliases =
    one.kind === 'person'
      ? [...(one.person.pack?.aliases ?? []), action, one.person.contact.post]
      : [one.meeting.pack?.pageWording, action, ...(one.meeting.pack?.aliases ?? [])];
  const listed = (list: readonly (string | null | undefined)[]) =>
    list.flatMap((name) => (name ? [plainText(name)] : []));
  return { names: listed(names), aliases: listed(aliases) };
}

function several(plan: Plan, typed: string, found: readonly Counterpart[]): Problem {
  const lines = found.slice(0, MOST_NAMED).map((one) => line(one, plan));
  const more = found.length > MOST_NAMED ? [`  and ${found.length - MOST_NAMED} more`] : [];
  return usage([`"${shown(typed)}" could be any of these:`, ...lines, ...more].join('\n'), 'Use the name at the left.');
}

function unknown(plan: Plan, typed: string): Problem {
  const word = plainText(typed);
  const near = counterparts(plan)
    .map((one) => {
      const { names, aliases } = callings(one, plan);
      return { one, far: Math.min(...[...names, ...aliases].map((name) => distance(word, name))) };
    })
    .filter(({ far }) => far <= Math.max(2, Math.floor(word.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3);
  const message = `There is no person or meeting "${shown(typed)}".${near.length === 0 ? '' : ' The nearest:'}`;
  return usage(
    [message, ...near.map(({ one }) => line(one, plan))].join('\n'),
    'Everybody: induct people. Every meeting: induct meetings',
  );
}

function line(one: Counterpart, plan: Plan): string {
  return `  ${one.id}: ${titleOfCounterpart(one, plan)}`;
}
