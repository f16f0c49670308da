import type { CivilDate } from '../dates/index.ts';
import { voiceOf } from '../documents.ts';
import { draft, type Rhythm } from '../events.ts';
import type { Capacity } from '../pack.ts';
import { sayRhythm } from '../plan/meetings.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { freeSlug } from '../slug.ts';
import type { MeetingDecision } from './decide-dates.ts';
import { exampleDay } from './example-day.ts';
import { nameOf, titleOf } from './naming.ts';
import { goesAs } from './say-capacity.ts';
import { sayWhenAndWhere } from './when.ts';

const LONGEST_NAME = 120;

export type NewInput = {
  readonly name: string;
  readonly every: Rhythm | null;
  readonly from: CivilDate | null;
  readonly time: string | null;
  readonly place: string | null;
  /** The id of the person it is held with, where that was said. */
  readonly with?: string | null;
};

/** Gives a meeting the council's own name. @throws Problem (2) for a name far too long */
export function decideRename(plan: Plan, meeting: PlanMeeting, typed: string): MeetingDecision {
  const name = tidyName(typed);
  if (nameOf(meeting) === name) return { drafts: [], lines: [`${titleOf(plan, meeting)} has that name already.`] };
  return {
    drafts: [draft('meeting-renamed', meeting.id, nameOf(meeting), plan.today, { name })],
    lines: [`Renamed: ${titleOf(plan, meeting)} is now ${name}.`],
  };
}

/** Confirms in what role the holder goes to a meeting. Where the law says otherwise, the receipt says so. */
export function decideCapacity(plan: Plan, meeting: PlanMeeting, capacity: Capacity): MeetingDecision {
  const voice = voiceOf(plan);
  const { pack, progress } = meeting;
  const lawful = pack?.settledByLaw === true ? pack.capacity : null;
  const said = `${titleOf(plan, meeting)}: ${goesAs(capacity, voice)}`;
  if ((progress.capacity ?? lawful) === capacity) return { drafts: [], lines: [`Already so. ${said}.`] };
  const byLaw =
    lawful === null || lawful === capacity
      ? []
      : [`By law ${lower(goesAs(lawful, voice), voice.You, voice.you)}; your monitoring officer decides.`];
  return {
    drafts: [draft('meeting-capacity', meeting.id, nameOf(meeting), plan.today, { capacity })],
    lines: [`Recorded. ${said}.`, ...byLaw],
  };
}

/** The sentence as it reads in the middle of another. */
function lower(sentence: string, You: string, you: string): string {
  return sentence.startsWith(You) ? you + sentence.slice(You.length) : sentence;
}

/** Adds a meeting of one's own. The same name with the same dates again adds nothing. */
export function decideNew(plan: Plan, input: NewInput): MeetingDecision {
  const name = tidyName(input.name);
  const { every, from, time, place } = input;
  const when =
    from === null
      ? ''
      : `, ${every === null ? '' : 'from '}${sayWhenAndWhere({ date: from, time, place }, plan.today)}`;
  const rhythm = every === null ? '' : `, ${sayRhythm(every)}`;
  const twin = plan.meetings.find((meeting) => {
    const own = meeting.progress.own;
    return (
      own !== null &&
      JSON.stringify([own.name, own.every, own.from, own.time]) === JSON.stringify([name, every, from, time]) &&
      (!input.with || own.with === input.with)
    );
  });
  if (twin !== undefined) return { drafts: [], lines: [`Already there: ${name}${rhythm}${when}.`] };
  const id = freeId(plan, name);
  const whom = input.with ? { with: input.with } : {};
  const first = from === null ? [`Give it a date: induct meetings add ${id} "${exampleDay(plan.today)}" 4pm`] : [];
  return {
    drafts: [draft('meeting-added', id, name, plan.today, { name, every, from, time, place, ...whom })],
    lines: [`Added: ${name}${rhythm}${when}.`, ...first],
  };
}

/** A name in one line. @throws Problem (2) for none, and for one far too long */
export function tidyName(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (name === '') throw usage('The name has no words.');
  if (name.length > LONGEST_NAME) {
    throw usage(`The name is ${name.length} characters long. It must be ${LONGEST_NAME} or less.`);
  }
  return name;
}

/** An id for a meeting of that name, which no other has, and no person. */
function freeId(plan: Plan, name: string): string {
  const taken = [...plan.meetings.map((meeting) => meeting.id), ...plan.progress.meeting.keys()];
  return freeSlug(name, new Set([...taken, ...plan.people.map((person) => person.id)]), 'meeting');
}
