import type { Companion } from '../companion.ts';
import { type CivilDate, sayDate, sayTime } from '../dates/index.ts';
import { openPromises, openQuestions } from '../decide-companion.ts';
import { voiceOf } from '../documents.ts';
import type { CouncilAnswer } from '../events.ts';
import { type LocalFacts, localFacts } from '../local/local-facts.ts';
import { nameOfWhom, titleOfPerson } from '../people.ts';
import { sayRhythm } from '../plan/meetings.ts';
import type { Plan } from '../plan/types.ts';
import { NO_DECISIONS } from '../report/build.ts';
import type { Paper, PaperEntry, PaperPart } from '../report/paper.ts';
import { fill } from '../voice.ts';

/** Something asked or promised that is not settled. */
export type OpenBusiness = {
  readonly text: string;
  readonly to: string;
  readonly on: CivilDate;
  readonly by: CivilDate | null;
};

/** A remark that was taken in by hand, with what it is about. */
export type Remark = { readonly about: string; readonly on: CivilDate; readonly text: string };

/**
 * What the next holder is handed: the council's own facts and open business. Notes and remarks only as far as they were
 * taken in line by line.
 */
export type Handover = {
  readonly on: CivilDate;
  readonly council: CouncilAnswer;
  readonly facts: LocalFacts;
  readonly questions: readonly OpenBusiness[];
  readonly promises: readonly OpenBusiness[];
  readonly remarks: readonly Remark[];
};

/** The handover of a plan. @param remarks those taken in line by line */
export function buildHandover(plan: Plan, companion: Companion, remarks: readonly Remark[]): Handover {
  return {
    on: plan.today,
    council: plan.induction.council,
    facts: localFacts(plan),
    questions: openQuestions(companion).map(({ one }) => ({
      text: one.text,
      to: nameOfWhom(one.to, plan),
      on: one.askedOn,
      by: null,
    })),
    promises: openPromises(companion).map(({ one }) => ({
      text: one.text,
      to: nameOfWhom(one.to, plan),
      on: one.madeOn,
      by: one.by,
    })),
    remarks,
  };
}

/** The handover as a page to read. */
export function handoverPaper(plan: Plan, handover: Handover): Paper {
  const { facts, questions, promises, remarks, on, council } = handover;
  const title = (id: string, fallback: string) => {
    const person = plan.people.find((one) => one.id === id);
    return person === undefined ? fallback : titleOfPerson(person, plan);
  };
  const parts = [
    ...part(
      'Open questions',
      questions.map((one) => business(one, 'Asked')),
    ),
    ...part(
      'Promised, and still to come',
      promises.map((one) => business(one, 'Promised')),
    ),
    ...part(
      'Dates ahead',
      [...facts.calendar]
        .filter(({ cancelled }) => !cancelled)
        .sort((a, b) => (`${a.date} ${a.time ?? ''}` < `${b.date} ${b.time ?? ''}` ? -1 : 1))
        .map(({ date, time, name, place }) => {
          return entry(time === null ? sayDate(date) : `${sayDate(date)}, ${sayTime(time)}`, name, [place]);
        }),
    ),
    ...part(
      'Who is who',
      facts.people.map(({ id, title: called, contact }) =>
        entry(title(id, called), contact.name ?? 'no name known', [
          contact.post,
          contact.email,
          contact.phone,
          contact.pa === undefined ? null : `Diary: ${contact.pa}`,
        ]),
      ),
    ),
    ...part('What the LGA adviser is called', facts.adviser === null ? [] : [entry(null, facts.adviser, [])]),
    ...part(
      'What meetings are called here',
      facts.names.map(({ name, localName }) => entry(name, localName, [])),
    ),
    ...part(
      'Other meetings',
      facts.meetings.map(({ name, every, place }) => entry(null, name, [sayRhythm(every), place])),
    ),
    ...part(
      'Where papers lie',
      facts.papers.map(({ title: paper, localTitle, location, dated, restricted }) =>
        entry(paper, localTitle ?? location ?? '', [
          localTitle === null ? null : location,
          dated === null ? null : `Its date: ${sayDate(dated)}`,
          restricted ? 'Restricted: ask before it is copied' : null,
        ]),
      ),
    ),
    ...part(
      'Quiet weeks',
      facts.quiet.map(({ from, to, why }) => entry(`${sayDate(from)} to ${sayDate(to)}`, why, [])),
    ),
    ...part(
      'Remarks, taken in one by one',
      remarks.map((one) => entry(sayDate(one.on), one.text, [one.about])),
    ),
  ];
  const what = remarks.length === 0 ? 'No notes are in it.' : 'Of the notes, only those taken in one by one are in it.';
  return {
    title: `Handover for the next portfolio holder, ${council.name}, ${sayDate(on)}`,
    about: [
      `Facts of the council and open business. ${what}`,
      ...(parts.length === 0 ? ['Nothing of either is recorded yet.'] : []),
    ],
    parts,
    footer: ['Check names and dates before they are used.', NO_DECISIONS],
  };
}

function business({ text, to, on, by }: OpenBusiness, verb: string): PaperEntry {
  return entry(null, text, [`${verb} ${sayDate(on)}, to ${to}`, by === null ? null : `By ${sayDate(by)}`]);
}

function entry(lead: string | null, text: string, under: readonly (string | null | undefined)[]): PaperEntry {
  return { lead, text, under: under.flatMap((line) => (line ? [line] : [])) };
}

function part(heading: string, entries: readonly PaperEntry[]): PaperPart[] {
  return entries.length === 0 ? [] : [{ heading, intro: null, pictures: [], table: null, entries }];
}

/** Every note that could be taken in, oldest first; private ones are never offered. */
export function remarksOf(
  plan: Plan,
  companion: Companion,
  notes: ReadonlyMap<string, readonly { readonly on: CivilDate; readonly text: string; readonly private: boolean }[]>,
): Remark[] {
  const voice = voiceOf(plan);
  const ofActions = plan.actions.flatMap((action) =>
    (notes.get(action.id) ?? []).flatMap((note) =>
      note.private ? [] : [{ about: fill(action.title, voice), on: note.on, text: note.text }],
    ),
  );
  const ofMeetings = plan.meetings.flatMap(({ name, localName, dates }) =>
    dates.flatMap(({ date, note }) => (note === null ? [] : [{ about: localName ?? name, on: date, text: note }])),
  );
  const ofVisits = [...companion.visit.values()].flatMap(({ on, to, note }) =>
    note === null ? [] : [{ about: `Visit: ${to}`, on, text: note }],
  );
  return [...ofActions, ...ofMeetings, ...ofVisits].sort((a, b) => (a.on < b.on ? -1 : 1));
}
