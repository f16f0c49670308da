import type { CivilDate } from './dates/index.ts';
import type { Doer, How, Kind, Source } from './pack.ts';
import type { Note, Plan, PlanAction, PlanOccasion, Status } from './plan/types.ts';
import { fill, type Voice, voiceFor } from './voice.ts';

/** An action as every document has it (PRODUCT.md, JSON). */
export type ActionDocument = {
  readonly id: string;
  readonly number: string;
  readonly step: string;
  readonly kind: Kind;
  readonly title: string;
  readonly status: Status;
  readonly due: CivilDate | null;
  readonly suggestedDue: CivilDate | null;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly after: readonly string[];
  readonly blockedBy: readonly string[];
  readonly doer: Doer;
  readonly arrangedOn: CivilDate | null;
  readonly arrangedFor: CivilDate | null;
  readonly arrangedWith: string | null;
  readonly receivedOn: CivilDate | null;
  readonly location: string | null;
  readonly doneOn: CivilDate | null;
  readonly skippedBy: 'you' | 'answer' | null;
  readonly skippedBecause: string | null;
  readonly notes: readonly Note[];
  readonly source: Source;
  readonly retired: boolean;
};

/** An occasion as every document has it. */
export type OccasionDocument = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly how: How;
  readonly verb: 'do' | 'ask';
  readonly doer: Doer;
  readonly due: CivilDate | null;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly actions: readonly string[];
};

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
