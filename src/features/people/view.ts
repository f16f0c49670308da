import { headOf } from '../../core/documents.ts';
import type { Source } from '../../core/pack.ts';
import { titleOfPerson } from '../../core/people.ts';
import type { PlanPerson } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/types.ts';

/** Whom to meet, in the order of the list: an order of preference and no debts. */
export type PeopleView = {
  readonly plan: Plan;
  /** Those to begin with, those to hear from as it fits, and those added by hand. */
  readonly first: readonly PlanPerson[];
  readonly asItFits: readonly PlanPerson[];
  readonly own: readonly PlanPerson[];
  readonly notApplicable: readonly PlanPerson[];
};

/** The step whose people come in any order. */
const AS_IT_FITS = 'people';

/** Sorts the people of a plan by where they stand on the list. */
export function buildPeopleView(plan: Plan): PeopleView {
  const applies = plan.people.filter((person) => person.status !== 'skipped' || person.lastMet !== null);
  const fits = (person: PlanPerson) => person.action?.step === AS_IT_FITS;
  return {
    plan,
    first: applies.filter((person) => person.pack !== null && !fits(person)),
    asItFits: applies.filter((person) => person.pack !== null && fits(person)),
    own: applies.filter((person) => person.pack === null),
    notApplicable: plan.people.filter((person) => !applies.includes(person)),
  };
}

/** A person's name; the adviser's as recorded for the region. */
export function nameOf(person: PlanPerson, plan: Plan): string | null {
  const adviser = person.id === 'adviser' ? plan.progress.adviser.get('adviser')?.name : undefined;
  return person.contact.name ?? adviser ?? null;
}

const BY_HAND: Source = { page: 'induct', section: 'Added by hand', url: null };

/** `induct people --json`. */
export function peopleDocument({ plan }: PeopleView) {
  const people = plan.people.map((person) => {
    const { contact, next } = person;
    return {
      id: person.id,
      title: titleOfPerson(person, plan),
      name: nameOf(person, plan),
      post: contact.post ?? null,
      email: contact.email ?? null,
      phone: contact.phone ?? null,
      pa: contact.pa ?? null,
      status: person.status,
      next: next === null ? null : { date: next.date, time: next.time, place: next.place },
      met: person.met,
      lastMet: person.lastMet,
      action: person.action?.id ?? null,
      source: (person.action ?? person.covers[0])?.source ?? BY_HAND,
    };
  });
  return { ...headOf('induct.people/1', plan), people };
}
