import { addDays, type CivilDate } from './dates/index.ts';
import type { Contact, CouncilAnswer, DateSource, Rhythm, SubjectKind } from './events.ts';
import type { Capacity, Doer } from './pack.ts';

/** What has been recorded about one action. The dates are civil dates. */
export type ActionProgress = {
  readonly state: 'todo' | 'arranged' | 'received' | 'done' | 'skipped';
  readonly arrangedOn: CivilDate | null;
  readonly arrangedFor: CivilDate | null;
  readonly arrangedTime: string | null;
  readonly arrangedWith: string | null;
  readonly receivedOn: CivilDate | null;
  readonly location: string | null;
  /** What the paper is called here, its own date, and whether it is restricted: only once that was said. */
  readonly localTitle?: string;
  readonly dated?: CivilDate;
  readonly restricted?: boolean;
  readonly doneOn: CivilDate | null;
  readonly why: string | null;
  readonly due: CivilDate | null;
  /** Of an action that the user added. */
  readonly own: { readonly title: string; readonly doer: Doer; readonly number: number; readonly on: CivilDate } | null;
  /** Its title when it was last recorded, for the day the list no longer has it. */
  readonly title: string;
};

/** `since` is the day a later answer counts from; null for what was answered at the first `start`. */
export type DatedAnswer = { readonly answer: string | CouncilAnswer; readonly since: CivilDate | null };
/** The answer that holds, and those before it, oldest first: a condition may have held under several of them. */
export type AnswerProgress = DatedAnswer & { readonly earlier: readonly DatedAnswer[] };

export type MeetingDate = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly attended: boolean;
  readonly apologies: boolean;
  readonly cancelled: boolean;
  /** True for a date that was put into the diary; false for one that only attending made known. */
  readonly dated: boolean;
  readonly note: string | null;
  /** Of a date that came from a calendar file. */
  readonly source?: DateSource;
};

/** What has been recorded about one meeting: its own name, in what role, its dates in order. */
export type MeetingProgress = {
  readonly own: {
    readonly name: string;
    readonly every: Rhythm | null;
    readonly from: CivilDate | null;
    readonly time: string | null;
    readonly place: string | null;
    readonly with?: string | null;
  } | null;
  readonly localName: string | null;
  readonly capacity: Capacity | null;
  readonly dates: readonly MeetingDate[];
};

export type QuietProgress = { readonly from: CivilDate; readonly to: CivilDate; readonly why: string };
export type AdviserProgress = { readonly name: string };
export type PlanProgress = { readonly startedOn: CivilDate };
/** How to reach a person; `own` is the title of one that the user added. */
export type PersonProgress = { readonly own: string | null; readonly contact: Contact };

/** Everything recorded that a plan is built from, folded: subject's id to what is so now. */
export type Progress = {
  readonly answer: ReadonlyMap<string, AnswerProgress>;
  readonly action: ReadonlyMap<string, ActionProgress>;
  readonly meeting: ReadonlyMap<string, MeetingProgress>;
  readonly quiet: ReadonlyMap<string, QuietProgress>;
  readonly adviser: ReadonlyMap<string, AdviserProgress>;
  readonly plan: ReadonlyMap<string, PlanProgress>;
  readonly person: ReadonlyMap<string, PersonProgress>;
};

export const NO_ACTION_PROGRESS: ActionProgress = {
  state: 'todo',
  arrangedOn: null,
  arrangedFor: null,
  arrangedTime: null,
  arrangedWith: null,
  receivedOn: null,
  location: null,
  doneOn: null,
  why: null,
  due: null,
  own: null,
  title: '',
};

export const NO_MEETING_PROGRESS: MeetingProgress = { own: null, localName: null, capacity: null, dates: [] };

export const NO_PERSON_PROGRESS: PersonProgress = { own: null, contact: {} };

/** The kinds of subject that a plan is built from. */
export const PLAN_KINDS = [
  'answer',
  'action',
  'meeting',
  'quiet',
  'adviser',
  'plan',
  'person',
] as const satisfies readonly SubjectKind[];

/** Builds a Progress from rows of kind, subject and what `fold` gave. Other kinds are left out. */
export function buildProgress(rows: Iterable<ProgressRow>): Progress {
  return groupByKind(PLAN_KINDS, rows) as unknown as Progress;
}

/** One row of the record's table of what is so now. */
export type ProgressRow = { readonly kind: string; readonly subject: string; readonly state: unknown };

/** The rows of each kind named, by subject. */
export function groupByKind(
  kinds: readonly string[],
  rows: Iterable<ProgressRow>,
): Record<string, Map<string, unknown>> {
  const maps = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, unknown>()]));
  for (const row of rows) maps[row.kind]?.set(row.subject, row.state);
  return maps;
}

/** The last day of a quiet period: the day before the first day back. */
export function lastQuietDay(quiet: QuietProgress): CivilDate {
  return addDays(quiet.to, -1);
}
