import type { CivilDate } from '../dates/index.ts';
import type { Contact, Rhythm } from '../events.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import { isRemoved } from '../words-removed.ts';

/** What a key meeting is called here. */
export type LocalName = { readonly meeting: string; readonly name: string; readonly localName: string };

/** A meeting of the council that is not on the list; none that is held with one person. */
export type LocalMeeting = {
  readonly id: string;
  readonly name: string;
  readonly every: Rhythm | null;
  readonly from: CivilDate | null;
  readonly time: string | null;
  readonly place: string | null;
};

/** Who somebody is, and how to reach them. `added`: a person who is not on the list. */
export type LocalPerson = {
  readonly id: string;
  readonly title: string;
  readonly added: boolean;
  readonly contact: Contact;
};

/** What a paper is called here, and where it lies. `id` is its action's. */
export type LocalPaper = {
  readonly id: string;
  readonly title: string;
  readonly localTitle: string | null;
  readonly location: string | null;
  readonly dated: CivilDate | null;
  readonly restricted: boolean;
};

/** A date to come of a meeting. `cancelled`: it does not take place, though its rhythm says so. */
export type LocalDate = {
  readonly meeting: string;
  readonly name: string;
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly cancelled: boolean;
};

export type LocalQuiet = {
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly why: string;
};

/**
 * What belongs to the council and not to its holder: names, people, where papers lie, the calendar. Nothing of what the
 * holder did, asked, promised, noted, attended or agreed.
 */
export type LocalFacts = {
  readonly names: readonly LocalName[];
  readonly meetings: readonly LocalMeeting[];
  readonly people: readonly LocalPerson[];
  readonly papers: readonly LocalPaper[];
  readonly calendar: readonly LocalDate[];
  readonly quiet: readonly LocalQuiet[];
  readonly adviser: string | null;
};

/** For the next holder, the last one is somebody else. */
const NOBODY_NEXT = new Set(['last-holder']);

/** The council's own facts in a plan, as far as they still hold today. */
export function localFacts(plan: Plan): LocalFacts {
  const meetings = plan.meetings.filter((meeting) => !isPersonal(meeting, plan));
  return {
    names: meetings.flatMap(({ id, name, localName }) =>
      localName === null ? [] : [{ meeting: id, name, localName }],
    ),
    meetings: meetings.flatMap((meeting) => ownMeeting(meeting, plan.today)),
    people: localPeople(plan),
    papers: localPapers(plan),
    calendar: meetings.flatMap((meeting) => comingDates(meeting, plan.today)),
    quiet: plan.quiet.flatMap(({ from, to, why }) => {
      const reason = to > plan.today ? councilReason(why) : null;
      return reason === null ? [] : [{ id: `quiet-${from}`, from, to, why: reason }];
    }),
    adviser: plan.progress.adviser.get('adviser')?.name ?? null,
  };
}

/** Whether nothing at all is known. */
export function isEmpty(facts: LocalFacts): boolean {
  return facts.adviser === null && Object.values(facts).every((list) => list === null || list.length === 0);
}

/** A talk with one person was agreed with this holder; the next one agrees their own. */
function isPersonal(meeting: PlanMeeting, plan: Plan): boolean {
  const own = meeting.progress.own;
  if (own === null) return false;
  const removed = isRemoved(own.name);
  return removed || Boolean(own.with) || plan.people.some(({ regular }) => regular.some(({ id }) => id === meeting.id));
}

function ownMeeting({ id, progress: { own } }: PlanMeeting, today: CivilDate): LocalMeeting[] {
  if (own === null) return [];
  const passed = own.every === null && own.from !== null && own.from < today;
  const { name, every, time, place } = own;
  return [{ id, name, every, from: passed ? null : own.from, time, place: kept(place) }];
}

function localPeople(plan: Plan): LocalPerson[] {
  return plan.people.flatMap(({ id, title, pack }) => {
    // What the council's own list says of them is there for the next holder anyway.
    const contact = plan.progress.person.get(id)?.contact ?? {};
    const added = pack === null && !isRemoved(title);
    const known = Object.keys(contact).length > 0;
    if (NOBODY_NEXT.has(id) || (pack === null ? !added : !known)) return [];
    return [{ id, title, added, contact }];
  });
}

function localPapers(plan: Plan): LocalPaper[] {
  return plan.actions.flatMap((action) => {
    const recorded = plan.progress.action.get(action.id);
    if (action.kind !== 'document' || action.retired || recorded === undefined) return [];
    const location = kept(recorded.location);
    const localTitle = kept(recorded.localTitle ?? null);
    if (location === null && localTitle === null) return [];
    const { dated = null, restricted = false } = recorded;
    return [{ id: action.id, title: action.name, localTitle, location, dated, restricted }];
  });
}

/** The dates to come that were recorded; those of a rhythm follow from it. */
function comingDates({ id, name, localName, progress }: PlanMeeting, today: CivilDate): LocalDate[] {
  const rhythm = progress.own?.every ?? null;
  return progress.dates.flatMap(({ date, time, place, cancelled, dated }) => {
    if (date < today || (cancelled ? rhythm === null : !dated)) return [];
    return [{ meeting: id, name: localName ?? name, date, time, place: kept(place), cancelled }];
  });
}

const COUNCIL_REASONS: readonly (readonly [RegExp, string])[] = [
  [/\brecess\b/i, 'Recess'],
  [/\bpre.?election\b|\belections?\b|\bpurdah\b/i, 'Pre-election period'],
];

/** Why the whole council is quiet, in our words; null for what may be the holder's own affair. */
function councilReason(why: string): string | null {
  return COUNCIL_REASONS.find(([words]) => words.test(why))?.[1] ?? null;
}

/** Words that are still there. */
function kept(words: string | null): string | null {
  return words === null || words === '' || isRemoved(words) ? null : words;
}
