import type { CivilDate } from './dates/index.ts';
import type { Predecessor, Values } from './figures/published.ts';
import type { Capacity, Doer } from './pack.ts';

/** How often a meeting of the user's own comes round: every `count` days, weeks or months. */
export type Rhythm = { readonly count: number; readonly unit: 'day' | 'week' | 'month' };

/** What an answer to `council` keeps: a council not on the list has no GSS code. */
export type CouncilAnswer = {
  readonly name: string;
  readonly short: string;
  readonly gss: string | null;
  readonly region: string;
};

/** What is known of a paper: where it lies, what it is called here, its own date, whether it may be copied from. */
export type DocumentFacts = {
  readonly location: string | null;
  readonly title?: string | null;
  readonly dated?: CivilDate | null;
  readonly restricted?: boolean;
};

/** How to reach a person; what a record leaves out stays as it was. `pa` is who keeps their diary. */
export type Contact = {
  readonly name?: string;
  readonly post?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly pa?: string;
};

/**
 * Where a meeting's date came from: the event of a calendar file (its UID, and for one of a series the day the series has
 * it on), and what the file said of it then. Importing the file again finds the date by it, wherever it was moved.
 */
export type DateSource = { readonly uid: string; readonly instance: CivilDate | null; readonly said: string };

/**
 * The body of each type of event. The subject is the id of what it speaks about (an action, an answered
 * question, a meeting, a person, q1, p1, v1, a figure …); for `undone` the id of the change that is taken back, for
 * `redacted` that of the event whose words were removed. `to` is a person's or meeting's id, or words.
 */
export type Bodies = {
  answered: { readonly answer: string | CouncilAnswer; readonly initial: boolean };
  started: { readonly notice: boolean };
  done: { readonly was: string };
  arranged: { readonly for: CivilDate | null; readonly time: string | null; readonly with: string | null };
  received: DocumentFacts;
  located: DocumentFacts;
  skipped: { readonly why: string };
  /** `why` where an answer brought it back, and not the user. */
  reopened: { readonly was: string; readonly why?: string };
  noted: { readonly text: string; readonly private: boolean };
  'due-set': { readonly due: CivilDate | null };
  added: { readonly title: string; readonly doer: Doer; readonly number: number };
  'meeting-added': {
    readonly name: string;
    readonly every: Rhythm | null;
    readonly from: CivilDate | null;
    readonly time: string | null;
    readonly place: string | null;
    /** The person it is held with, by id, where it is a talk with one. */
    readonly with?: string | null;
  };
  'meeting-dated': {
    readonly date: CivilDate;
    readonly time: string | null;
    readonly place: string | null;
    readonly source?: DateSource;
  };
  'meeting-moved': {
    readonly from: CivilDate;
    readonly date: CivilDate;
    readonly time: string | null;
    readonly place: string | null;
    readonly source?: DateSource;
  };
  'meeting-cancelled': { readonly date: CivilDate; readonly source?: DateSource };
  'meeting-attended': {
    readonly date: CivilDate;
    readonly attended: boolean;
    readonly apologies: boolean;
    readonly note: string | null;
  };
  'meeting-renamed': { readonly name: string };
  'meeting-capacity': { readonly capacity: Capacity };
  'adviser-set': { readonly name: string };
  'quiet-added': { readonly from: CivilDate; readonly to: CivilDate; readonly why: string };
  'quiet-removed': { readonly from: CivilDate };
  'person-added': { readonly title: string };
  'person-set': Contact;
  visited: { readonly to: string; readonly with: string | null; readonly note: string | null };
  'question-asked': { readonly text: string; readonly to: string; readonly visit: string | null };
  'question-answered': { readonly answer: string };
  promised: { readonly text: string; readonly to: string; readonly by: CivilDate | null };
  'promise-kept': { readonly note: string | null };
  'figure-recorded': { readonly period: string; readonly value: number; readonly note: string | null };
  /** Published values of one figure: those that are new or differ. `before` is who counts for the years before the council was formed. */
  'figures-published': {
    readonly file: string;
    readonly values: Values;
    readonly base: Readonly<Record<string, number>>;
    readonly before: Predecessor | null;
  };
  'neighbours-listed': { readonly file: string; readonly neighbours: readonly string[] };
  'report-set': { readonly name: string; readonly from: string | null; readonly every: Rhythm | null };
  'report-came': { readonly asAt: CivilDate; readonly question: string | null };
  'habit-set': { readonly on: boolean; readonly every: Rhythm | null };
  'habit-kept': { readonly note: string | null };
  redacted: { readonly event: string; readonly what: string };
  undone: { readonly what: string };
};

export type EventType = keyof Bodies;

/** What one event speaks about, which is also the unit that is folded and undone. */
export type SubjectKind =
  | 'answer'
  | 'action'
  | 'meeting'
  | 'adviser'
  | 'quiet'
  | 'plan'
  | 'person'
  | 'visit'
  | 'question'
  | 'promise'
  | 'figure'
  | 'habit'
  | 'published'
  | 'neighbours'
  | 'report'
  | 'change'
  | 'redaction';

const KIND_OF: Record<EventType, SubjectKind> = {
  answered: 'answer',
  started: 'plan',
  done: 'action',
  arranged: 'action',
  received: 'action',
  located: 'action',
  skipped: 'action',
  reopened: 'action',
  noted: 'action',
  'due-set': 'action',
  added: 'action',
  'meeting-added': 'meeting',
  'meeting-dated': 'meeting',
  'meeting-moved': 'meeting',
  'meeting-cancelled': 'meeting',
  'meeting-attended': 'meeting',
  'meeting-renamed': 'meeting',
  'meeting-capacity': 'meeting',
  'adviser-set': 'adviser',
  'quiet-added': 'quiet',
  'quiet-removed': 'quiet',
  'person-added': 'person',
  'person-set': 'person',
  visited: 'visit',
  'question-asked': 'question',
  'question-answered': 'question',
  promised: 'promise',
  'promise-kept': 'promise',
  'figure-recorded': 'figure',
  'figures-published': 'published',
  'neighbours-listed': 'neighbours',
  'report-set': 'report',
  'report-came': 'report',
  'habit-set': 'habit',
  'habit-kept': 'habit',
  redacted: 'redaction',
  undone: 'change',
};

/** Which kind of subject a type of event speaks about. */
export function kindOf(type: EventType): SubjectKind {
  return KIND_OF[type];
}

/** True for a type that this version knows. */
export function isEventType(text: string): text is EventType {
  return Object.hasOwn(KIND_OF, text);
}

/** One thing to record: decided in core, given an id, a change and a time by the store. */
export type Draft = {
  [T in EventType]: {
    readonly type: T;
    readonly subject: string;
    /** The subject's title as it reads now, so that the record can be read when the list has changed. */
    readonly title: string;
    /** The civil date it speaks of. */
    readonly on: CivilDate;
    readonly body: Bodies[T];
  };
}[EventType];

/** An event as the journal has it. `at` is the real time, UTC. `change` groups what one command recorded. */
export type JournalEvent = Draft & {
  readonly seq: number;
  readonly id: string;
  readonly change: string;
  readonly at: string;
  /** Who typed it; left out where nobody asks. */
  readonly by?: 'holder' | 'officer';
};

/** A draft with its types checked against each other. */
export function draft<T extends EventType>(
  type: T,
  subject: string,
  title: string,
  on: CivilDate,
  body: Bodies[T],
): Draft {
  return { type, subject, title, on, body } as Draft;
}
