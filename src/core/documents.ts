import type { CivilDate } from './dates/index.ts';
import type { Note, Plan, PlanAction, PlanOccasion } from './plan/types.ts';
import { fill, type Voice, voiceFor } from './voice.ts';

/** An action as every document has it (the contract: `induct help json`). */
export type ActionDocument = Pick<
  PlanAction,
  | 'id'
  | 'number'
  | 'step'
  | 'kind'
  | 'title'
  | 'status'
  | 'due'
  | 'suggestedDue'
  | 'overdue'
  | 'daysOverdue'
  | 'after'
  | 'blockedBy'
  | 'doer'
  | 'arrangedOn'
  | 'arrangedFor'
  | 'arrangedWith'
  | 'receivedOn'
  | 'location'
  | 'doneOn'
  | 'skippedBy'
  | 'skippedBecause'
  | 'source'
  | 'retired'
> & { readonly notes: readonly Note[] };

/** An occasion as every document has it; `actions` are ids. */
export type OccasionDocument = Pick<
  PlanOccasion,
  'id' | 'number' | 'title' | 'how' | 'verb' | 'doer' | 'due' | 'overdue' | 'daysOverdue'
> & { readonly actions: readonly string[] };

/** What heads every document about a plan. */
export type Head = {
  readonly schema: string;
  readonly today: CivilDate;
  readonly induction: {
    readonly id: string;
    readonly name: string | null;
    readonly typing: 'holder' | 'officer';
    readonly council: { readonly name: string; readonly gss: string | null; readonly region: string };
    readonly appointed: CivilDate;
  };
};

export type Notes = ReadonlyMap<string, readonly Note[]>;

/** The head of the document named, such as `induct.status/1`. */
export function headOf(schema: string, plan: Plan): Head {
  const { id, name, typing, council, appointed } = plan.induction;
  const { name: councilName, gss, region } = council;
  return {
    schema,
    today: plan.today,
    induction: { id, name, typing, council: { name: councilName, gss, region }, appointed },
  };
}

/** An action's document. The title speaks of the holder by name where an officer types. */
export function actionDocument(action: PlanAction, notes: Notes, voice: Voice): ActionDocument {
  return {
    id: action.id,
    number: action.number,
    step: action.step,
    kind: action.kind,
    title: fill(action.title, voice),
    status: action.status,
    due: action.due,
    suggestedDue: action.suggestedDue,
    overdue: action.overdue,
    daysOverdue: action.daysOverdue,
    after: action.after,
    blockedBy: action.blockedBy,
    doer: action.doer,
    arrangedOn: action.arrangedOn,
    arrangedFor: action.arrangedFor,
    arrangedWith: action.arrangedWith,
    receivedOn: action.receivedOn,
    location: action.location,
    doneOn: action.doneOn,
    skippedBy: action.skippedBy,
    skippedBecause: action.skippedBecause,
    notes: notes.get(action.id) ?? [],
    source: action.source,
    retired: action.retired,
  };
}

/** An occasion's document. */
export function occasionDocument(occasion: PlanOccasion, voice: Voice): OccasionDocument {
  return {
    id: occasion.id,
    number: occasion.number,
    title: fill(occasion.title, voice),
    how: occasion.how,
    verb: occasion.verb,
    doer: occasion.doer,
    due: occasion.due,
    overdue: occasion.overdue,
    daysOverdue: occasion.daysOverdue,
    actions: occasion.actions.map((action) => action.id),
  };
}

/** The voice of a plan. */
export function voiceOf(plan: Plan): Voice {
  return voiceFor(plan.induction);
}
