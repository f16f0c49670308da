import type { CivilDate } from '../dates/index.ts';
import { type Counterpart, counterparts, findCounterpart, titleOfCounterpart } from '../people.ts';
import type { PlanPerson } from '../plan/people.ts';
import type { Plan, PlanAction, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';

/** Whom a page to take along is about: a person with all talks with them, or a meeting. */
export type About = {
  readonly kind: 'person' | 'meeting';
  /** What is typed, and what questions and promises are kept under. */
  readonly id: string;
  readonly title: string;
  /** A person's name, once it is known. */
  readonly name: string | null;
  readonly person: PlanPerson | null;
  readonly meeting: PlanMeeting | null;
  /** Where its dates are kept: a person's regular meetings, then the talks with them alone; or the meeting. */
  readonly held: readonly PlanMeeting[];
  /** The action that is settled once they are met. */
  readonly action: PlanAction | null;
  readonly next: PlanMeetingDate | null;
  readonly lastMet: CivilDate | null;
};

/** Whom words mean. A regular meeting with one person means that person. @throws Problem (2) as `findCounterpart` */
export function aboutOf(plan: Plan, typed: string): About {
  return build(plan, findCounterpart(plan, typed));
}

/** The same by a person's or meeting's id; undefined for none of them. */
export function aboutById(plan: Plan, id: string): About | undefined {
  const found = counterparts(plan).find((one) => one.id === id);
  return found === undefined ? undefined : build(plan, found);
}

/** Everybody and every meeting that can be talked of, each once. */
export function everyAbout(plan: Plan): About[] {
  const all = counterparts(plan).map((one) => build(plan, one));
  return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index);
}

/** The person that a meeting of the user's own is held with; undefined for all other meetings. */
export function personOf(plan: Plan, meeting: PlanMeeting): PlanPerson | undefined {
  return plan.people.find(
    (person) => person.id === meeting.id || person.regular.some((regular) => regular.id === meeting.id),
  );
}

/** The person whom actions are to be talked through with; undefined where that is nobody, or several. */
export function personCovering(plan: Plan, actions: readonly PlanAction[]): PlanPerson | undefined {
  const met = plan.people.filter((person) => actions.some((action) => action.id === person.action?.id));
  const all = plan.people.filter((person) =>
    actions.every((action) => [...person.covers, ...person.later].some((one) => one.id === action.id)),
  );
  const found = met.length > 0 ? met : actions.length === 0 ? [] : all;
  return found.length === 1 ? found[0] : undefined;
}

function build(plan: Plan, one: Counterpart): About {
  if (one.kind === 'person') return ofPerson(plan, one.person);
  const person = personOf(plan, one.meeting);
  return person === undefined ? ofMeeting(plan, one.meeting) : ofPerson(plan, person);
}

function ofPerson(plan: Plan, person: PlanPerson): About {
  return {
    kind: 'person',
    id: person.id,
    title: titleOfCounterpart({ kind: 'person', id: person.id, person }, plan),
    name:
      person.contact.name ?? (person.id === 'adviser' ? (plan.progress.adviser.get('adviser')?.name ?? null) : null),
    person,
    meeting: null,
    held: [...person.regular, person.talks],
    action: person.action,
    next: person.next,
    lastMet: person.lastMet,
  };
}

function ofMeeting(plan: Plan, meeting: PlanMeeting): About {
  return {
    kind: 'meeting',
    id: meeting.id,
    title: titleOfCounterpart({ kind: 'meeting', id: meeting.id, meeting }, plan),
    name: null,
    person: null,
    meeting,
    held: [meeting],
    action: plan.actions.find((action) => action.id === meeting.action) ?? null,
    next: meeting.next,
    lastMet: meeting.lastAttended,
  };
}
