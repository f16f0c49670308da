import type { Told } from '../calendar/history.ts';
import type { Companion } from '../companion.ts';
import { type CivilDate, daysBetween, sayDate } from '../dates/index.ts';
import type { Notes } from '../documents.ts';
import type { EventType, JournalEvent } from '../events.ts';
import type { Figure } from '../figures/figure.ts';
import type { FigureName } from '../lists/index.ts';
import { nameOfWhom } from '../people.ts';
import type { Plan } from '../plan/types.ts';
import { fill, type Voice, voiceFor } from '../voice.ts';
import { type Audience, SIGHTS, type Sight } from './audience.ts';
import { withoutNames } from './without-names.ts';

/** The types of entries by which a report tells when something was written down. */
export const RECORDED = [
  'done',
  'received',
  'meeting-attended',
  'visited',
  'question-asked',
  'question-answered',
  'promised',
  'promise-kept',
] as const satisfies readonly EventType[];

/** What a report is made from. */
export type ReportInput = {
  readonly plan: Plan;
  readonly companion: Companion;
  readonly notes: Notes;
  /** Oldest first; only those of the types RECORDED are looked at. */
  readonly events: Iterable<Told>;
  readonly figures: readonly FigureName[];
  /** The figures with what was published of them. */
  readonly published: readonly Figure[];
};

/** The same for one audience, with how it is told to them. */
export type ReportSource = Omit<ReportInput, 'events'> & {
  readonly audience: Audience;
  readonly sight: Sight;
  readonly voice: Voice;
  /** The last that counts of each of RECORDED about a subject, and of a meeting about a date. Nothing that was taken back. */
  readonly records: ReadonlyMap<string, JournalEvent>;
};

/** An entry recorded later than this after its day shows both dates. Our own rule (a fortnight). */
export const LATE_DAYS = 14;

/** A report to others speaks of the holder by name, whoever types. */
export function sourceFor(input: ReportInput, audience: Audience): ReportSource {
  const { typing, name, givenBy } = input.plan.induction;
  const voice = voiceFor({ typing: audience === 'me' ? typing : 'officer', name, givenBy });
  const { events, ...rest } = input;
  const records = new Map<string, JournalEvent>();
  for (const { event, undone } of events) {
    if (undone) continue;
    records.set(keyOf(event.type, event.subject, event.type === 'meeting-attended' ? event.body.date : ''), event);
  }
  return { ...rest, audience, sight: SIGHTS[audience], voice, records };
}

/** A day, and where it was written down more than a fortnight later, that day too. */
export function sayDays(on: CivilDate, recordedOn: CivilDate | null): string {
  const late = recordedOn !== null && daysBetween(on, recordedOn) > LATE_DAYS;
  return late ? `${sayDate(on)} (recorded ${sayDate(recordedOn)})` : sayDate(on);
}

/** The last record of a type about a subject, of a meeting about a date of it; undefined where there is none. */
export function lastRecord(
  source: ReportSource,
  type: (typeof RECORDED)[number],
  subject: string,
  date = '',
): JournalEvent | undefined {
  return source.records.get(keyOf(type, subject, date));
}

function keyOf(type: EventType, subject: string, date: string): string {
  return `${type} ${date} ${subject}`;
}

/** The day a record was written down. */
export function recordedOn(event: JournalEvent | undefined): CivilDate | null {
  return event === undefined ? null : event.at.slice(0, 10);
}

/** The user's own words, without names where the reader is to see none. */
export function ownWords(source: ReportSource, words: string): string {
  return source.sight.names ? words : withoutNames(words, source.plan);
}

/** A title of the list, as it is told to this audience. */
export function titleTo(source: ReportSource, title: string): string {
  return fill(title, source.voice);
}

/** To whom: a title for somebody on the list. What was typed may be a name, so not everybody sees it. */
export function toWhom(source: ReportSource, to: string): string {
  const { plan, sight } = source;
  const isListed = plan.people.some(({ id }) => id === to) || plan.meetings.some(({ id }) => id === to);
  return isListed || sight.names ? ` to ${nameOfWhom(to, plan)}` : '';
}
