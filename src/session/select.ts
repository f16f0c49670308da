import type { Plan, PlanAction } from '../core/plan/types.ts';
import { usage } from '../core/problem.ts';
import { findAll } from '../core/reference.ts';
import { sayState } from '../core/say-state.ts';
import { fill, voiceFor } from '../core/voice.ts';
import { items, text } from '../formats/terminal/blocks.ts';
import type { Session } from './session.ts';

/** More than this many actions at once are listed and confirmed first. */
const MOST_UNASKED = 5;

/** What a recording command is about to do, in its own words. */
export type Verb = {
  /** As typed: `done`. */
  readonly name: string;
  /** As in "What have you …?" */
  readonly question: string;
  /** Which actions of a step or an occasion it takes; an action that is named itself is always taken. */
  readonly takes: (action: PlanAction) => boolean;
  /** True where it is about what an email asks for. */
  readonly asks?: boolean;
};

/**
 * The actions a recording command is about. Without words it offers the open ones, where a person can be asked.
 * Steps, ranges and occasions that come to more than five actions are listed and confirmed; --yes confirms.
 * @throws Problem (2) for words that mean nothing, and when nobody can be asked
 */
export async function selectActions(
  session: Session,
  plan: Plan,
  words: readonly string[],
  verb: Verb,
  confirmed: boolean,
): Promise<readonly PlanAction[]> {
  if (words.length === 0) return [await offer(session, plan, verb)];
  const references = findAll(plan, words);
  const taken = references.flatMap((reference) =>
    reference.wide ? reference.actions.filter(verb.takes) : reference.actions,
  );
  const actions = [...new Map(taken.map((action) => [action.id, action])).values()];
  const wide = references.some((reference) => reference.wide);
  if (wide && actions.length > MOST_UNASKED && !confirmed) await confirmMany(session, plan, actions, verb);
  return actions;
}

async function offer(session: Session, plan: Plan, verb: Verb): Promise<PlanAction> {
  const open = plan.actions.filter((action) => !action.retired && verb.takes(action));
  const asking = verb.asks === true ? plan.occasions.find((occasion) => occasion.verb === 'ask') : undefined;
  const example = `induct ${verb.name} ${asking?.number ?? asking?.id ?? (open[0] ?? plan.actions[0])?.number}`;
  if (!session.canAsk) throw usage('Say which action, by its number or name.', `For example: ${example}`);
  if (open.length === 0) throw usage('No action is open for this.', 'See: induct status --all');
  const voice = voiceFor(plan.induction);
  const prompter = await session.prompter();
  const ordered = [...new Set([...plan.occasions.flatMap((occasion) => occasion.actions), ...open])].filter((action) =>
    open.includes(action),
  );
  const id = await prompter.choose(
    { message: verb.question },
    ordered.map((action) => ({ id: action.id, label: `${action.number}  ${fill(action.title, voice)}` })),
    ordered[0]?.id,
  );
  return open.find((action) => action.id === id) as PlanAction;
}

async function confirmMany(session: Session, plan: Plan, actions: readonly PlanAction[], verb: Verb): Promise<void> {
  const voice = voiceFor(plan.induction);
  const numbers = actions.map((action) => action.number).join(' ');
  if (!session.canAsk) {
    throw usage(`This is ${actions.length} actions: ${numbers}.`, `To record all of them, add --yes.`);
  }
  session.tell([
    text(`${actions.length} actions:`),
    items(
      actions.map((action) => ({
        label: action.number,
        text: fill(action.title, voice),
        right: sayState(action, plan.today),
      })),
    ),
  ]);
  const prompter = await session.prompter();
  const agreed = await prompter.confirm({ message: `Record all ${actions.length} as ${verb.name}?` }, true);
  if (!agreed) throw usage('Nothing was recorded.');
}
