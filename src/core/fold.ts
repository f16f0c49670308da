import { COMPANION_KINDS } from './companion.ts';
import type { CivilDate } from './dates/index.ts';
import type { Bodies, DocumentFacts, Draft } from './events.ts';
import { foldNeighbours, foldPublished, PUBLISHED_KINDS } from './figures/fold-published.ts';
import type { PublishedProgress } from './figures/published.ts';
import { foldCompanion, foldPerson } from './fold-companion.ts';
import {
  type ActionProgress,
  type AdviserProgress,
  type AnswerProgress,
  type DatedAnswer,
  type MeetingDate,
  type MeetingProgress,
  NO_ACTION_PROGRESS,
  NO_MEETING_PROGRESS,
  type PersonProgress,
  PLAN_KINDS,
  type PlanProgress,
  type QuietProgress,
} from './progress.ts';
import { removedOn } from './words-removed.ts';

const FOLDED = new Set<string>([...PLAN_KINDS, ...COMPANION_KINDS, ...PUBLISHED_KINDS]);

/** Whether subjects of a kind have a progress of their own. */
export function isFolded(kind: string): boolean {
  return FOLDED.has(kind);
}

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
      return removedOn(event) === null ? ({ name: event.body.name } satisfies AdviserProgress) : null;
    case 'quiet-added':
      return { from: event.body.from, to: event.body.to, why: event.body.why } satisfies QuietProgress;
    case 'quiet-removed':
      return null;
    case 'noted':
    case 'undone':
    case 'redacted':
      return before;
    case 'person-added':
    case 'person-set':
      return foldPerson(before as PersonProgress | null, event);
    case 'visited':
    case 'question-asked':
    case 'question-answered':
    case 'promised':
    case 'promise-kept':
    case 'figure-recorded':
    case 'report-set':
    case 'report-came':
    case 'habit-set':
    case 'habit-kept':
      return foldCompanion(before, event);
    case 'figures-published':
      return foldPublished(before as PublishedProgress | null, event.body);
    case 'neighbours-listed':
      return foldNeighbours(event.body);
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
        ...paperOf(before, event.body),
        doneOn: null,
        why: null,
      };
    case 'located':
      return { ...known, ...paperOf(before, event.body) };
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

/** What is known of a paper now: what was not said stays as it was. */
function paperOf(
  before: ActionProgress,
  said: DocumentFacts,
): Pick<ActionProgress, 'location' | 'localTitle' | 'dated' | 'restricted'> {
  return {
    location: said.location ?? before.location,
    ...(said.title ? { localTitle: said.title } : {}),
    ...(said.dated ? { dated: said.dated } : {}),
    ...(said.restricted === undefined ? {} : { restricted: said.restricted }),
  };
}

/** A paper that was read and is open again is still here; everything else goes back to nothing yet. */
function reopen(known: ActionProgress, was: ActionProgress['state']): ActionProgress {
  const nothing = { arrangedOn: null, arrangedFor: null, arrangedTime: null, arrangedWith: null };
  const open = { ...known, ...nothing, doneOn: null, why: null };
  if (was === 'done' && known.receivedOn !== null) return { ...open, state: 'received' };
  return { ...open, state: 'todo', receivedOn: null };
}

const IN_DIARY = { cancelled: false, dated: true } as const;

type MeetingEvent = Extract<Draft, { type: `meeting-${string}` }>;

function foldMeeting(before: MeetingProgress, event: MeetingEvent): MeetingProgress {
  switch (event.type) {
    case 'meeting-added':
      return { ...before, own: event.body };
    case 'meeting-renamed':
      return { ...before, localName: removedOn(event) === null ? event.body.name : null };
    case 'meeting-capacity':
      return { ...before, capacity: event.body.capacity };
    case 'meeting-dated': {
      const { date, time, place, source } = event.body;
      return withDate(before, date, { time, place, ...IN_DIARY, ...(source === undefined ? {} : { source }) });
    }
    case 'meeting-cancelled': {
      const { date, source } = event.body;
      return withDate(before, date, { cancelled: true, ...(source === undefined ? {} : { source }) });
    }
    case 'meeting-moved':
      return moveDate(before, event.body);
    case 'meeting-attended': {
      const { date, attended, apologies, note } = event.body;
      return withDate(before, date, { attended, apologies, cancelled: false, ...(note === null ? {} : { note }) });
    }
  }
}

/** Where a date came from moves with it. */
function moveDate(before: MeetingProgress, { from, date, time, place, source }: Bodies['meeting-moved']) {
  const { source: kept, ...old } = before.dates.find((entry) => entry.date === from) ?? {};
  const known = source ?? kept;
  const emptied = {
    ...before,
    dates: before.dates.map((entry) => (entry.date === from ? (old as MeetingDate) : entry)),
  };
  const change = { time, place, ...IN_DIARY, ...(known === undefined ? {} : { source: known }) };
  return withDate(withDate(emptied, from, { cancelled: true }), date, change);
}

function withDate(before: MeetingProgress, date: CivilDate, change: Partial<MeetingDate>): MeetingProgress {
  const nothing = { attended: false, apologies: false, cancelled: false, dated: false, note: null };
  const blank = { date, time: null, place: null, ...nothing };
  const known = before.dates.find((entry) => entry.date === date) ?? blank;
  const others = before.dates.filter((entry) => entry.date !== date);
  const dates = [...others, { ...known, ...change }].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...before, dates };
}
