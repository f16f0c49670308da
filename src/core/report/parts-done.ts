import type { CivilDate } from '../dates/index.ts';
import { sayDayDateNear, sayTime } from '../dates/index.ts';
import { learningOf } from '../lists/of-plan.ts';
import { titleOfPerson } from '../people.ts';
import type { PlanAction } from '../plan/types.ts';
import type { PaperEntry, PaperPart } from './paper.ts';
import { lastRecord, ownWords, type ReportSource, recordedOn, sayDays, titleTo } from './source.ts';

/** An entry with the day it is sorted by. */
export type DatedEntry = PaperEntry & { readonly on: CivilDate };

/** A part of dated entries, oldest first; none where there is nothing. */
export function part(heading: string, entries: readonly DatedEntry[], intro: string | null = null): PaperPart[] {
  if (entries.length === 0) return [];
  const sorted = [...entries].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return [{ heading, intro, pictures: [], table: null, entries: sorted.map(({ on: _, ...entry }) => entry) }];
}

/** What was done, and with whom; documents, training, people and meetings have parts of their own. */
export function doneParts(source: ReportSource): PaperPart[] {
  const { plan, sight } = source;
  const learning = new Set(learningOf(plan).map(({ id }) => id));
  const done = plan.actions.filter((action) => action.status === 'done' && !action.retired);
  const here = (action: PlanAction) =>
    !['document', 'meeting', 'person'].includes(action.kind) &&
    !learning.has(action.id) &&
    (sight.own || action.kind !== 'own');
  return [
    ...part(
      'What was done',
      done.filter(here).map((action) => doneEntry(source, action)),
    ),
    ...part(
      'Training',
      done.filter(({ id }) => learning.has(id)).map((action) => doneEntry(source, action)),
    ),
    ...part(
      'Documents read',
      done.filter(({ kind }) => kind === 'document').map((action) => documentEntry(source, action)),
    ),
    ...arrivedParts(source),
  ];
}

/** Where papers lie, for whoever comes next: also those that are here and not read. */
function arrivedParts(source: ReportSource): PaperPart[] {
  if (!source.sight.onward) return [];
  const lying = source.plan.actions.filter(
    ({ kind, status, location }) => kind === 'document' && status === 'received' && location !== null,
  );
  return part(
    'Documents that have come',
    lying.map((action) => documentEntry(source, action)),
  );
}

function doneEntry(source: ReportSource, action: PlanAction): DatedEntry {
  const on = action.doneOn ?? source.plan.today;
  const record = lastRecord(source, 'done', action.id);
  const whom = source.sight.names && action.arrangedWith !== null ? [`With ${action.arrangedWith}`] : [];
  return {
    on,
    lead: sayDays(on, recordedOn(record)),
    text: ownWords(source, titleTo(source, action.title)),
    under: [...whom, ...noteLines(source, action.id)],
  };
}

function documentEntry(source: ReportSource, action: PlanAction): DatedEntry {
  const { plan, sight } = source;
  const recorded = plan.progress.action.get(action.id);
  const on = action.doneOn ?? action.receivedOn ?? plan.today;
  const record = lastRecord(source, action.doneOn === null ? 'received' : 'done', action.id);
  const local = recorded?.localTitle;
  const where = sight.onward && action.location !== null ? [`Where: ${action.location}`] : [];
  return {
    on,
    lead: sayDays(on, recordedOn(record)),
    text:
      local === undefined
        ? titleTo(source, action.name)
        : `${titleTo(source, action.name)}: ${ownWords(source, local)}`,
    under: [...where, ...noteLines(source, action.id)],
  };
}

/** Notes as this reader may see them, each with its day; one's own private ones are marked. */
export function noteLines(source: ReportSource, action: string): string[] {
  const { sight, notes } = source;
  if (!sight.notes) return [];
  const seen = (notes.get(action) ?? []).filter((note) => !note.private || sight.own);
  return seen.map((note) => `${sayDays(note.on, note.recordedOn)}${note.private ? ', private' : ''}: ${note.text}`);
}

/** With whom there was a talk, and when. */
export function peopleParts(source: ReportSource): PaperPart[] {
  const { plan, sight } = source;
  const entries = plan.people.flatMap((person): DatedEntry[] => {
    const talks = [person.talks, ...person.regular].flatMap(({ id, dates }) =>
      dates.filter(({ attended }) => attended).map(({ date, note }) => ({ id, date, note })),
    );
    const met = person.action?.doneOn ?? null;
    const days = [
      ...talks.map(({ id, date }) => sayDays(date, recordedOn(lastRecord(source, 'meeting-attended', id, date)))),
      ...(met === null || talks.some(({ date }) => date === met)
        ? []
        : [sayDays(met, recordedOn(lastRecord(source, 'done', person.action?.id ?? '')))]),
    ];
    const all = [...talks.map(({ date }) => date), ...(met === null ? [] : [met])].sort();
    const [first] = all;
    if (first === undefined) return [];
    const name = sight.names && person.contact.name !== undefined ? `, ${person.contact.name}` : '';
    const agreed = sight.notes
      ? talks.flatMap(({ date, note }) => (note === null ? [] : [`${sayDays(date, null)}: ${note}`]))
      : [];
    return [
      {
        on: first,
        lead: days.join('; '),
        text: `${titleTo(source, titleOfPerson(person, plan))}${name}`,
        under: [...agreed, ...(person.action === null ? [] : noteLines(source, person.action.id))],
      },
    ];
  });
  return part('Talks', entries);
}

/** The meetings that were attended; talks with one person stand among the talks. */
export function meetingParts(source: ReportSource): PaperPart[] {
  const { plan, sight } = source;
  const talks = new Set(plan.people.flatMap(({ regular }) => regular.map(({ id }) => id)));
  const entries = plan.meetings
    .filter(({ id }) => !talks.has(id))
    .flatMap((meeting) =>
      meeting.dates
        .filter(({ attended }) => attended)
        .map(({ date, note }): DatedEntry => {
          const record = lastRecord(source, 'meeting-attended', meeting.id, date);
          return {
            on: date,
            lead: sayDays(date, recordedOn(record)),
            text: `${ownWords(source, meeting.localName ?? meeting.name)}${sayRole(meeting.capacity)}`,
            under: sight.notes && note !== null ? [note] : [],
          };
        }),
    );
  return part('Meetings attended', entries);
}

function sayRole(capacity: string | null): string {
  if (capacity === null) return '';
  const words: Readonly<Record<string, string>> = {
    'ex-officio': 'as a member by office',
    'speaking-right': 'with the right to speak, without a vote',
    chair: 'as its chair',
  };
  return `, ${words[capacity] ?? `as ${/^[aeiou]/.test(capacity) ? 'an' : 'a'} ${capacity}`}`;
}

/** What is coming, for oneself and for whoever comes next. */
export function comingParts(source: ReportSource): PaperPart[] {
  const { plan, sight } = source;
  if (!sight.onward) return [];
  const entries = plan.meetings.flatMap(({ dates, name, localName }) =>
    dates
      .filter(({ date, attended, apologies }) => date >= plan.today && !attended && !apologies)
      .map(
        ({ date, time, place }): DatedEntry => ({
          on: date,
          lead: time === null ? sayDays(date, null) : `${sayDays(date, null)}, ${sayTime(time)}`,
          text: localName ?? name,
          under: place === null ? [] : [place],
        }),
      ),
  );
  return part('Dates ahead', entries);
}

/** What is open and what is not applicable: one's own affair. */
export function ownParts(source: ReportSource): PaperPart[] {
  const { plan, sight } = source;
  if (!sight.own) return [];
  const open = plan.occasions.map((occasion) => ({
    lead: null,
    text: titleTo(source, occasion.title),
    under: occasion.due === null ? [] : [`by ${sayDayDateNear(occasion.due, plan.today)}`],
  }));
  const out = plan.actions.flatMap(({ skippedBy, title, skippedBecause }) =>
    skippedBy === 'you' ? [{ lead: null, text: titleTo(source, title), under: [skippedBecause ?? ''] }] : [],
  );
  const intro = 'The dates are our suggestion, unless they were set by hand.';
  return [
    ...(open.length === 0 ? [] : [{ heading: 'Still open', intro, pictures: [], table: null, entries: open }]),
    ...(out.length === 0 ? [] : [{ heading: 'Not applicable', intro: null, pictures: [], table: null, entries: out }]),
  ];
}
