import { addDays, type CivilDate } from './dates/index.ts';
import type { CouncilAnswer, Draft, Rhythm, SubjectKind } from './events.ts';
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
  readonly note: string | null;
};

/** What has been recorded about one meeting: its own name, in what role, its dates in order. */
export type MeetingProgress = {
  readonly own: {
    readonly name: string;
    readonly every: Rhythm | null;
    readonly from: CivilDate | null;
    readonly time: string | null;
    readonly place: string | null;
  } | null;
  readonly localName: string | null;
  readonly capacity: Capacity | null;
  readonly dates: readonly MeetingDate[];
};

export type QuietProgress = { readonly from: CivilDate; readonly to: CivilDate; readonly why: string };
export type AdviserProgress = { readonly name: string };
export type PlanProgress = { readonly startedOn: CivilDate };

/** Everything recorded, folded: subject's id to what is so now. */
export type Progress = {
  readonly answer: ReadonlyMap<string, AnswerProgress>;
  readonly action: ReadonlyMap<string, ActionProgress>;
  readonly meeting: ReadonlyMap<string, MeetingProgress>;
  readonly quiet: ReadonlyMap<string, QuietProgress>;
  readonly adviser: ReadonlyMap<string, AdviserProgress>;
  readonly plan: ReadonlyMap<string, PlanProgress>;
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

/**
 * The state of one subject after one more event; `null` before the first, and when nothing is left of it.
 * Folding all events of a subject in order, without those of changes taken back, gives its progress.
 * @param before what `fold` gave for the event before
 */
export function fold(before: unknown, event: Draft): unknown {
  switch (event.type) {
    case 'answered':
      return foldAnswer(before as AnswerProgress | null, event.body.answer, event.body.initial ? null : event.on);
    case 'started':
      return { startedOn: event.on } satisfies PlanProgress;
    case 'adviser-set':
      return { name: event.body.name } satisfies AdviserProgress;
    case 'quiet-added':
      return { from: event.body.from, to: event.body.to, why: event.body.why } satisfies QuietProgress;
    case 'quiet-removed':
      return null;
    case 'noted':
    case 'undone':
      return before;
    case 'meeting-added':
    case 'meeting-dated':
    case 'meeting-moved':
    case 'meeting-cancelled':
    case 'meeting-attended':
    case 'meeting-renamed':
    case 'meeting-capacity':
      return foldMeeting((before ?? NO_MEETING_PROGRESS) as MeetingProgress, event);
    default:
      return foldAction((before ?? NO_ACTION_PROGRESS) as ActionProgress, event);
  }
}

function foldAnswer(
  before: AnswerProgress | null,
  answer: DatedAnswer['answer'],
  since: CivilDate | null,
): AnswerProgress {
  const earlier = before === null ? [] : [...before.earlier, { answer: before.answer, since: before.since }];
  return { answer, since, earlier };
}

type ActionEvent = Extract<
  Draft,
  { type: 'done' | 'arranged' | 'received' | 'located' | 'skipped' | 'reopened' | 'due-set' | 'added' }
>;

function foldAction(before: ActionProgress, event: ActionEvent): ActionProgress {
  const known = { ...before, title: event.title };
  switch (event.type) {
    case 'done':
      return { ...known, state: 'done', doneOn: event.on, why: null };
    case 'arranged':
      return {
        ...known,
        state: 'arranged',
        arrangedOn: event.on,
        arrangedFor: event.body.for,
        arrangedTime: event.body.time,
        arrangedWith: event.body.with,
        doneOn: null,
        why: null,
      };
    case 'received':
      return {
        ...known,
        state: 'received',
        receivedOn: event.on,
        location: event.body.location ?? before.location,
        doneOn: null,
        why: null,
      };
    case 'located':
      return { ...known, location: event.body.location };
    case 'skipped':
      return { ...known, state: 'skipped', why: event.body.why, doneOn: null };
    case 'reopened':
      return reopen(known, before.state);
    case 'due-set':
      return { ...known, due: event.body.due };
    case 'added':
      return {
        ...known,
        own: { title: event.body.title, doer: event.body.doer, number: event.body.number, on: event.on },
      };
  }
}

/** A paper that was read and is open again is still here; everything else goes back to nothing yet. */
function reopen(known: ActionProgress, was: ActionProgress['state']): ActionProgress {
  const nothing = { arrangedOn: null, arrangedFor: null, arrangedTime: null, arrangedWith: null };
  const open = { ...known, ...nothing, doneOn: null, why: null };
  if (was === 'done' && known.receivedOn !== null) return { ...open, state: 'received' };
  return { ...open, state: 'todo', receivedOn: null };
}

type MeetingEvent = Extract<Draft, { type: `meeting-${string}` }>;

function foldMeeting(before: MeetingProgress, event: MeetingEvent): MeetingProgress {
  switch (event.type) {
    case 'meeting-added':
      return { ...before, own: event.body };
    case 'meeting-renamed':
      return { ...before, localName: event.body.name };
    case 'meeting-capacity':
      return { ...before, capacity: event.body.capacity };
    case 'meeting-dated':
      return withDate(before, event.body.date, { time: event.body.time, place: event.body.place, cancelled: false });
    case 'meeting-cancelled':
      return withDate(before, event.body.date, { cancelled: true });
    case 'meeting-moved': {
      const { from, date, time, place } = event.body;
      return withDate(withDate(before, from, { cancelled: true }), date, { time, place, cancelled: false });
    }
    case 'meeting-attended': {
      const { date, attended, apologies, note } = event.body;
      return withDate(before, date, { attended, apologies, cancelled: false, ...(note === null ? {} : { note }) });
    }
  }
}

function withDate(before: MeetingProgress, date: CivilDate, change: Partial<MeetingDate>): MeetingProgress {
  const blank = { date, time: null, place: null, attended: false, apologies: false, cancelled: false, note: null };
  const known = before.dates.find((entry) => entry.date === date) ?? blank;
  const others = before.dates.filter((entry) => entry.date !== date);
  const dates = [...others, { ...known, ...change }].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...before, dates };
}

/** The kinds of subject that have a progress of their own. */
export const FOLDED_KINDS = [
  'answer',
  'action',
  'meeting',
  'quiet',
  'adviser',
  'plan',
] as const satisfies readonly SubjectKind[];

/** Builds a Progress from rows of kind, subject and what `fold` gave. Unknown kinds are left out. */
export function buildProgress(
  rows: Iterable<{ readonly kind: string; readonly subject: string; readonly state: unknown }>,
): Progress {
  const maps = Object.fromEntries(FOLDED_KINDS.map((kind) => [kind, new Map<string, unknown>()]));
  for (const row of rows) maps[row.kind]?.set(row.subject, row.state);
  return maps as unknown as Progress;
}

/** The last day of a quiet period: the day before the first day back. */
export function lastQuietDay(quiet: QuietProgress): CivilDate {
  return addDays(quiet.to, -1);
}
