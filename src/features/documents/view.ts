import { wordsOn } from '../../core/action-words.ts';
import { calledHere } from '../../core/called.ts';
import { addMonths } from '../../core/dates/index.ts';
import { headOf, voiceOf } from '../../core/documents.ts';
import type { Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { recipientKey } from '../../core/plan/waiting.ts';
import { fill } from '../../core/voice.ts';

/** The reading list by where each paper stands. */
export type DocumentsView = {
  readonly plan: Plan;
  readonly documents: readonly PlanAction[];
  /** The few to read before the others, and not read yet: what is here before what is not. */
  readonly first: readonly PlanAction[];
  readonly here: readonly PlanAction[];
  /** By whom was asked, and when. */
  readonly asked: readonly Waiting[];
  readonly notAsked: readonly PlanAction[];
  /** Published by others: nobody has to be asked for them. */
  readonly published: readonly PlanAction[];
  readonly read: readonly PlanAction[];
  readonly notApplicable: readonly PlanAction[];
};

const MOST_FIRST = 3;
/** A paper whose own date lies further back may have a successor. */
const OLD_MONTHS = 24;
const NEARNESS = { received: 0, arranged: 1, todo: 2, done: 3, skipped: 3 } as const;

export function buildDocuments(plan: Plan): DocumentsView {
  const documents = plan.actions.filter((action) => action.kind === 'document' && !action.retired);
  const inState = (status: PlanAction['status']) => documents.filter((action) => action.status === status);
  const todo = inState('todo');
  return {
    plan,
    documents,
    first: documents
      .filter((action) => action.pack?.first === true && action.status !== 'done' && action.status !== 'skipped')
      .sort((a, b) => NEARNESS[a.status] - NEARNESS[b.status] || a.position - b.position)
      .slice(0, MOST_FIRST),
    here: inState('received'),
    asked: byAsking(inState('arranged')),
    notAsked: todo.filter((action) => isAskedFor(action, plan)),
    published: todo.filter((action) => !isAskedFor(action, plan)),
    read: inState('done'),
    notApplicable: inState('skipped'),
  };
}

/** Whether a paper has to be asked for: an email of the list asks for it, or an officer sees to it. */
export function isAskedFor(action: PlanAction, plan: Plan): boolean {
  return isInEmail(action, plan) || action.doer === 'officer';
}

/** Whether an email of the list asks for it. */
export function isInEmail(action: PlanAction, { pack }: Plan): boolean {
  return pack.occasions.some((entry) => entry.verb === 'ask' && entry.covers.includes(action.id));
}

function byAsking(actions: readonly PlanAction[]): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const action of actions) {
    const since = action.arrangedOn ?? action.base;
    const key = `${since} ${recipientKey(action.arrangedWith)}`;
    const before = found.get(key);
    found.set(key, { of: action.arrangedWith, since, actions: [...(before?.actions ?? []), action] });
  }
  return [...found.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Whether a paper is so old that a newer one may be on its way. */
export function isOld({ dated, status }: PlanAction, plan: Plan): boolean {
  return dated !== null && status !== 'done' && dated < addMonths(plan.today, -OLD_MONTHS);
}

/** The documents named, else all of them. */
export function documentsDocument({ plan, documents }: DocumentsView, only: readonly PlanAction[] = documents) {
  return { ...headOf('induct.documents/1', plan), documents: only.map((action) => documentOf(action, plan)) };
}

function documentOf(action: PlanAction, plan: Plan) {
  return {
    id: action.id.split('.').at(-1) ?? action.id,
    title: calledHere(action, plan),
    sourceTitle: wordsOn(action, plan).pageWording ?? fill(action.name, voiceOf(plan)),
    status: action.status,
    location: action.location,
    action: action.id,
    source: action.source,
    dated: action.dated,
    restricted: action.restricted,
    first: action.pack?.first === true,
    askedOn: action.arrangedOn,
    askedOf: action.arrangedWith,
    receivedOn: action.receivedOn,
    readOn: action.doneOn,
  };
}
