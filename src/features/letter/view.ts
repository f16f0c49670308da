import { daysBetween } from '../../core/dates/index.ts';
import { headOf } from '../../core/documents.ts';
import type { Advisers, Letters, PackLetter } from '../../core/pack-advice.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { isWaitedFor, PATIENCE_DAYS, recipientKey } from '../../core/plan/waiting.ts';
import { compose, day, type Letter } from './compose.ts';
import { covers, inOrder, listOf, sayItem } from './items.ts';
import {
  isMeantBy,
  namedRecipient,
  type Recipient,
  readTo,
  recipientKnownAs,
  recipientOf,
  UNKNOWN,
} from './recipients.ts';
import { bodyOf } from './text.ts';

/** What letters are made from. */
export type LetterInput = { readonly plan: Plan; readonly letters: Letters; readonly advisers: Advisers };

/** `who`: whom it goes to or who is reminded, as typed. `to`: whom instead. `all`: also what was asked for lately. */
export type Wanted = { readonly who: string | null; readonly to: string | null; readonly all: boolean };

/** A letter that asks for what nobody was asked for yet; null where there is nothing to ask. */
export function buildAsking(letter: PackLetter, input: LetterInput, wanted: Wanted): Letter | null {
  const { plan, letters } = input;
  const actions = inOrder(
    letter,
    plan.actions.filter((action) => covers(letter, action) && action.status === 'todo' && !action.retired),
  ).flat();
  if (actions.length === 0) return null;
  const recipient = recipientFor(letter, input, wanted);
  const list = listOf(letter, actions, plan, (action) => sayNamed(action, input));
  return compose(
    letter,
    letters,
    { id: letter.id, recipient, actions, list, came: [], asked: '', records: true },
    plan,
  );
}

/** What it asks for stands in its list by name alone. */
function sayNamed(action: PlanAction, { plan }: LetterInput): string {
  return sayItem(action, [], plan);
}

function recipientFor(letter: PackLetter, input: LetterInput, { who, to }: Wanted): Recipient {
  if (to !== null) return readTo(to);
  return who === null ? recipientOf(letter, input) : namedRecipient(who, input);
}

/** One letter to each who was asked for something: a reminder of what has not come, or thanks for what has. */
export function buildFollowing(letter: PackLetter, input: LetterInput, wanted: Wanted): Letter[] {
  const groups = groupsOf(input).filter(({ to }) => wanted.who === null || isMeantBy(to, wanted.who, input));
  const reminds = letter.id === 'chase';
  const found = groups.flatMap(({ to, waiting, came }) => {
    const owed = waiting.filter((action) => wanted.all || isOldEnough(action, input.plan));
    const actions = reminds ? inOrder(letter, owed).flat() : came;
    return actions.length === 0 ? [] : [{ to, actions, came }];
  });
  return found.map(({ to, actions, came }, index) => {
    const { plan, letters } = input;
    const say = (action: PlanAction) => sayItem(action, letters.letters, plan);
    const contents = {
      id: index === 0 ? letter.id : `${letter.id}-${index + 1}`,
      recipient: wanted.to === null ? recipientKnownAs(to, input) : readTo(wanted.to),
      actions,
      list: listOf(letter, distinct(actions, say), plan, say),
      came: distinct(came, say).map((action) => ({ label: '-', text: say(action) })),
      asked: sayAsked(actions, plan),
      records: false,
    };
    return compose(letter, letters, contents, plan);
  });
}

/** One of those that a letter would call by the same words. */
function distinct(actions: readonly PlanAction[], say: (action: PlanAction) => string): PlanAction[] {
  return actions.filter((action, index) => actions.findIndex((other) => say(other) === say(action)) === index);
}

function isOldEnough({ arrangedOn }: PlanAction, { today }: Plan): boolean {
  return arrangedOn !== null && daysBetween(arrangedOn, today) >= PATIENCE_DAYS;
}

/** A talk that was held is no thing that came. */
const TALKS = new Set(['person', 'topic']);

/** Everybody who was asked, the longest ago first: what has not come from them, and what has. */
export function groupsOf(input: LetterInput) {
  const { plan, letters } = input;
  const groups = new Map<string, { to: string; since: string; waiting: PlanAction[]; came: PlanAction[] }>();
  for (const action of plan.actions) {
    const here = action.arrangedOn !== null && (action.status === 'received' || action.status === 'done');
    if (action.retired || action.arrangedOn === null || (!here && !isWaitedFor(action))) continue;
    if (here && (action.arrangedFor !== null || TALKS.has(action.kind))) continue;
    const asking = letters.letters.find((letter) => covers(letter, action));
    const to = action.arrangedWith ?? (asking === undefined ? UNKNOWN : recipientOf(asking, input).to);
    const group = groups.get(recipientKey(to)) ?? { to, since: action.arrangedOn, waiting: [], came: [] };
    groups.set(recipientKey(to), group);
    if (action.arrangedOn < group.since) group.since = action.arrangedOn;
    (here ? group.came : group.waiting).push(action);
  }
  return [...groups.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** When they were asked for: `on 22 May`, `on 22 May and 1 June`, `between 22 May and 8 June`. */
function sayAsked(actions: readonly PlanAction[], { today }: Plan): string {
  const days = [...new Set(actions.flatMap(({ arrangedOn }) => (arrangedOn === null ? [] : [arrangedOn])))].sort();
  const [first, last] = [days[0], days.at(-1)].map((date) => (date === undefined ? '' : day(date, today)));
  if (days.length > 2) return `between ${first} and ${last}`;
  return days.length === 2 ? `on ${first} and ${last}` : `on ${first}`;
}

export function letterDocument(plan: Plan, letters: readonly Letter[]) {
  return {
    ...headOf('induct.letter/1', plan),
    letters: letters.map((letter) => ({
      id: letter.id,
      to: letter.to,
      email: letter.email,
      subject: letter.subject,
      body: bodyOf(letter),
      actions: letter.actions.map((action) => action.id),
    })),
  };
}
