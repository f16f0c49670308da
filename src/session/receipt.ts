import { actionDocument, voiceOf } from '../core/documents.ts';
import type { Draft } from '../core/events.ts';
import { idsOfWhom } from '../core/people.ts';
import type { Plan, PlanAction } from '../core/plan/types.ts';
import { sayName } from '../core/say-name.ts';
import { sayNumbers } from '../core/say-numbers.ts';
import { whatToType } from '../core/say-occasion.ts';
import { sayWhen } from '../core/say-state.ts';
import { shorten } from '../core/shorten.ts';
import { fill, holderName } from '../core/voice.ts';
import { isWordy } from '../core/words-removed.ts';
import { toJson } from '../formats/json.ts';
import type { Block } from '../formats/terminal/blocks.ts';
import { text } from '../formats/terminal/blocks.ts';
import type { Recorded, Session } from './session.ts';

/** Of many actions a receipt names so many. */
const MOST_NAMES = 3;
const LONGEST_NAME = 60;

/** Something that a recording command made, with the name to call it by. */
export type Created = { readonly type: string; readonly id: string };

/**
 * What every recording command ends with. With --json the document of what changed on standard output; else, on
 * standard error, what was recorded, for whom, what comes next and how to take it back.
 * @param lines what was recorded, a line each; those that changed nothing say so
 */
export async function giveReceipt(session: Session, recorded: Recorded, lines: readonly string[]): Promise<void> {
  const { after, drafts } = recorded;
  if (session.flags.json) {
    const notes = await session.notes(after);
    const voice = voiceOf(after);
    const changed = changedActions(recorded).map((action) => actionDocument(action, notes, voice));
    session.host.out.write(
      toJson({ schema: 'induct.changed/1', today: after.today, changed, created: createdBy(drafts) }),
    );
    return;
  }
  const whose = await sayWhose(session, after);
  const blocks: Block[] = [...lines.map((line) => text(line)), ...(whose === null ? [] : [text(whose)])];
  if (drafts.length > 0) blocks.push(...whatNext(after), ...sayRedact(after, drafts));
  session.tell(blocks);
}

/** `For Cllr Khan (Leeds).` where several holders are kept; null for one. */
export async function sayWhose(session: Session, plan: Plan): Promise<string | null> {
  const store = await session.store();
  if (store.count() < 2) return null;
  const { name, council } = plan.induction;
  return name === null
    ? `For the portfolio holder of ${council.short}.`
    : `For ${holderName(name)} (${council.short}).`;
}

function whatNext(plan: Plan): Block[] {
  const [first] = plan.occasions;
  const next =
    first === undefined
      ? 'Nothing else is outstanding.'
      : `Next: ${whatToType(first)} ${fill(first.title, voiceOf(plan))}${comma(sayWhen(first, plan.today))}.`;
  return [text(next), text('To take it back: induct undo')];
}

/** Where words were kept that somebody may wish they had not. */
function sayRedact(plan: Plan, drafts: readonly Draft[]): Block[] {
  return drafts.some((one) => isWordy(one, () => idsOfWhom(plan)))
    ? [text('To remove the words for good: induct redact last')]
    : [];
}

function comma(words: string): string {
  return words === '' ? '' : `, ${words}`;
}

/** The actions that read differently now, and those that a note was added to. */
export function changedActions({ before, after, drafts }: Recorded): PlanAction[] {
  const noted = new Set(drafts.filter((draft) => draft.type === 'noted').map((draft) => draft.subject));
  const was = new Map(before.actions.map((action) => [action.id, essence(action)]));
  const gone = before.actions.filter((action) => !after.actions.some((other) => other.id === action.id));
  const differing = after.actions.filter((action) => was.get(action.id) !== essence(action) || noted.has(action.id));
  return [...differing, ...gone.map((action) => ({ ...action, retired: true }))];
}

function essence(action: PlanAction): string {
  const { status, due, arrangedOn, arrangedFor, arrangedTime, arrangedWith } = action;
  const { receivedOn, location, localTitle, dated, restricted, doneOn, skippedBy, skippedBecause } = action;
  return JSON.stringify([
    status,
    due,
    arrangedOn,
    arrangedFor,
    arrangedTime,
    arrangedWith,
    receivedOn,
    location,
    localTitle,
    dated,
    restricted,
    doneOn,
    skippedBy,
    skippedBecause,
  ]);
}

/** What the drafts made, by type and id. */
export function createdBy(drafts: readonly Draft[]): Created[] {
  return drafts.flatMap((draft) => {
    switch (draft.type) {
      case 'added':
        return [{ type: 'action', id: draft.subject }];
      case 'meeting-added':
        return [{ type: 'meeting', id: draft.subject }];
      case 'quiet-added':
        return [{ type: 'quiet', id: draft.subject }];
      case 'person-added':
        return [{ type: 'person', id: draft.subject }];
      case 'visited':
        return [{ type: 'visit', id: draft.subject }];
      case 'question-asked':
        return [{ type: 'question', id: draft.subject }];
      case 'promised':
        return [{ type: 'promise', id: draft.subject }];
      default:
        return [];
    }
  });
}

/** One action in a receipt: its number and title. */
export function sayAction(action: PlanAction, plan: Plan): string {
  return `${action.number} ${fill(action.title, voiceOf(plan))}`;
}

/** Several actions in a receipt: one by its title, many by their count, numbers and first names. */
export function sayActions(actions: readonly PlanAction[], plan: Plan): string {
  const [only] = actions;
  if (actions.length === 1 && only !== undefined) return sayAction(only, plan);
  const names = actions.slice(0, MOST_NAMES).map((action) => shorten(sayName(action, voiceOf(plan)), LONGEST_NAME));
  const more = actions.length > MOST_NAMES ? `; and ${actions.length - MOST_NAMES} more` : '';
  return `${actions.length} actions, ${sayNumbers(actions)} (${names.join('; ')}${more})`;
}
