import type { CivilDate } from '../dates/index.ts';
import { type DateSource, type Draft, draft } from '../events.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import type { MeetingDate } from '../progress.ts';
import { saysCancelled } from './match.ts';
import { nameOf } from './naming.ts';
import type { Occurrence } from './occurrence.ts';
import { dateOn } from './when.ts';

/** One date of the file that is one of ours; `was` is the day it was on before. */
export type ImportedDate = {
  readonly meeting: PlanMeeting;
  readonly one: Occurrence;
  readonly was: CivilDate | null;
};

/** The dates of a file that are of our meetings, by what becomes of them. */
export type FoundDates = {
  readonly added: readonly ImportedDate[];
  readonly changed: readonly ImportedDate[];
  readonly cancelled: readonly ImportedDate[];
  /** In the diary already, just so. */
  readonly same: readonly ImportedDate[];
  /** On a day that has one of that meeting already, from the same file: the record keeps one a day. */
  readonly second: readonly ImportedDate[];
  /** Taken out of the diary by hand, and still in the file: they stay out. */
  readonly stayOut: readonly ImportedDate[];
};

/** A date in the record that came from a file. */
export type Known = { readonly meeting: PlanMeeting; readonly entry: MeetingDate };

/** Goes through the dates of a file one by one; what is found and what is to be written gathers in it. */
export function startImport(plan: Plan) {
  const found = { added: [], changed: [], cancelled: [], same: [], second: [], stayOut: [] } as {
    [K in keyof FoundDates]: ImportedDate[];
  };
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  const meetings = new Set<PlanMeeting>();
  const sources = knownSources(plan);

  const put = (meeting: PlanMeeting, one: Occurrence, said: Occurrence = one) =>
    drafts.push(
      draft('meeting-dated', meeting.id, nameOf(meeting), plan.today, { ...bodyOf(one), source: sourceOf(said) }),
    );
  const cancel = (imported: ImportedDate, date: CivilDate) => {
    const { meeting, one } = imported;
    found.cancelled.push({ ...imported, was: date });
    drafts.push(draft('meeting-cancelled', meeting.id, nameOf(meeting), plan.today, { date, source: sourceOf(one) }));
  };

  /** A date that came from a file before. What the file says as before stays as it is here, also where it was changed here. */
  const again = ({ meeting, entry }: Known, one: Occurrence) => {
    meetings.add(meeting);
    seen.add(`${meeting.id} ${entry.date}`).add(`${meeting.id} ${one.date}`);
    const imported = { meeting, one, was: entry.date };
    const answered = entry.attended || entry.apologies;
    if (entry.source?.said === sayOf(one) || answered || (isOff(one) && entry.cancelled)) found.same.push(imported);
    else if (isOff(one)) cancel(imported, entry.date);
    else {
      found.changed.push(imported);
      const body = { from: entry.date, ...bodyOf(one) };
      if (entry.cancelled || entry.date === one.date) put(meeting, one);
      else drafts.push(draft('meeting-moved', meeting.id, nameOf(meeting), plan.today, body));
    }
  };

  /** A date that no file gave before. */
  const first = (meeting: PlanMeeting, one: Occurrence) => {
    meetings.add(meeting);
    const day = `${meeting.id} ${one.date}`;
    const imported = { meeting, one, was: null };
    const kept = meeting.progress.dates.find((entry) => entry.date === one.date);
    const known = dateOn(meeting, one.date);
    const isSecond = seen.has(day);
    seen.add(day);
    if (isOff(one)) {
      if (known !== null && !known.attended && !known.apologies && !isSecond) cancel(imported, one.date);
    } else if (isSecond) found.second.push(imported);
    else if (kept?.cancelled === true && !saidOff(kept.source)) found.stayOut.push(imported);
    else if (known === null) {
      found.added.push(imported);
      put(meeting, one);
    } else {
      const whole = { ...one, time: one.time ?? known.time, place: one.place ?? known.place };
      const alike = whole.time === known.time && whole.place === known.place;
      const isSo = alike || known.attended || known.apologies;
      (isSo ? found.same : found.changed).push({ ...imported, was: one.date });
      // Tied to the file, so that it is found again when the file moves it; what a rhythm gives needs no tie.
      if (!isSo || (alike && kept !== undefined)) put(meeting, whole, one);
    }
  };

  /** Dates ahead, of meetings that are in the file, that came from a file and are not in this one. */
  const gone = () =>
    [...meetings].flatMap((meeting) =>
      meeting.progress.dates
        .filter((entry) => entry.source !== undefined && !entry.cancelled && entry.date >= plan.today)
        .filter((entry) => !entry.attended && !seen.has(`${meeting.id} ${entry.date}`))
        .map(({ date }) => ({ meeting, date })),
    );

  const bySource = (one: Occurrence) => (one.uid === '' ? null : (sources.get(sourceKey(one)) ?? null));
  return { found, drafts, again, first, gone, bySource };
}

/** Every date that came from a file, by where it came from; one that holds goes before one that was cancelled. */
function knownSources(plan: Plan): ReadonlyMap<string, Known> {
  const sources = new Map<string, Known>();
  for (const meeting of plan.meetings) {
    for (const entry of meeting.progress.dates) {
      if (entry.source === undefined) continue;
      const key = sourceKey(entry.source);
      if (!sources.has(key) || !entry.cancelled) sources.set(key, { meeting, entry });
    }
  }
  return sources;
}

function bodyOf(one: Occurrence) {
  return { date: one.date, time: one.time, place: one.place, source: sourceOf(one) };
}

function sourceOf(one: Occurrence): DateSource {
  return { uid: one.uid, instance: one.instance, said: sayOf(one) };
}

function sourceKey({ uid, instance }: Pick<DateSource, 'uid' | 'instance'>): string {
  return `${uid} ${instance ?? ''}`;
}

function isOff(one: Occurrence): boolean {
  return one.cancelled || saysCancelled(one.title);
}

/** What a file says of a date, to be told from another saying; the words of the place are not kept in it. */
function sayOf(one: Occurrence): string {
  return [one.date, one.time ?? '', traceOf(one.place ?? ''), isOff(one) ? 'off' : ''].join('|');
}

/** A number that other words seldom have (FNV-1a, 32 bits). */
function traceOf(words: string): string {
  let trace = 0x811c9dc5;
  for (const character of words) trace = Math.imul(trace ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return trace.toString(16);
}

function saidOff(source: DateSource | undefined): boolean {
  return source?.said.endsWith('|off') === true;
}
