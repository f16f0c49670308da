import type { Contact } from './events.ts';
import { type Draft, draft } from './events.ts';
import type { MeetingDecision } from './meetings/decide-dates.ts';
import { findCounterpart, titleOfPerson } from './people.ts';
import { plainText } from './plain-words.ts';
import type { PlanPerson } from './plan/people.ts';
import type { Plan } from './plan/types.ts';
import { usage } from './problem.ts';
import { freeSlug } from './slug.ts';

const LONGEST = 200;

/** The person a word means. @throws Problem (2) for none, several, or a meeting */
export function findPerson(plan: Plan, typed: string): PlanPerson {
  const found = findCounterpart(plan, typed);
  if (found.kind === 'person') return found.person;
  const name = found.meeting.localName ?? found.meeting.name;
  const held = plan.people.find((person) => person.regular.some((regular) => regular.id === found.id));
  if (held !== undefined) return held;
  throw usage(`${name} is a meeting, not a person.`, 'Everybody: induct people');
}

/** Records how to reach a person: only what was said, and only what is not so already. */
export function decideContact(plan: Plan, id: string, contact: Contact): MeetingDecision {
  const person = plan.people.find((one) => one.id === id);
  if (person === undefined) throw usage('That person is not there any more. Nothing was recorded.');
  const title = titleOfPerson(person, plan);
  const fresh = newOf(person.contact, contact);
  const said = sayContact({ ...person.contact, ...fresh });
  if (Object.keys(fresh).length === 0) return { drafts: [], lines: [`Already so. ${title}: ${said}.`] };
  return {
    drafts: [draft('person-set', id, person.title, plan.today, fresh)],
    lines: [`Recorded. ${title}: ${said}.`],
  };
}

/**
 * Adds a person of the user's own. The same again adds nothing but what is new about them.
 * @throws Problem (2) for a title that somebody of the list has
 */
export function decidePerson(plan: Plan, typed: string, contact: Contact): MeetingDecision {
  const title = tidyWords(typed, 'The title');
  const twin = plan.people.find((person) => plainText(titleOfPerson(person, plan)) === plainText(title));
  if (twin !== undefined && twin.pack !== null) {
    throw usage(
      `${titleOfPerson(twin, plan)} is on the list already.`,
      `Who it is: induct people set ${twin.id} --name`,
    );
  }
  if (twin !== undefined) {
    const set = decideContact(plan, twin.id, contact);
    return {
      drafts: set.drafts,
      lines: [`Already there: ${title} (${twin.id}).`, ...(set.drafts.length > 0 ? set.lines : [])],
    };
  }
  const id = freePersonId(plan, title, []);
  return {
    drafts: addPerson(plan, id, title, contact),
    lines: [
      `Added: ${[title, sayContact(contact)].filter(Boolean).join(': ')}.`,
      `To prepare a talk: induct brief ${id}`,
    ],
  };
}

/** A new person of that title, with what is known of them. */
export function addPerson(plan: Plan, id: string, title: string, contact: Contact): Draft[] {
  const added = draft('person-added', id, title, plan.today, { title });
  return Object.keys(contact).length === 0 ? [added] : [added, draft('person-set', id, title, plan.today, contact)];
}

/** An id of a title's words that nobody and no meeting has. @param taken others that are about to be added */
export function freePersonId(plan: Plan, title: string, taken: readonly string[]): string {
  const ids = [
    ...plan.people.map((person) => person.id),
    ...plan.meetings.map((meeting) => meeting.id),
    ...plan.progress.meeting.keys(),
    ...plan.progress.person.keys(),
    ...taken,
  ];
  return freeSlug(title, new Set(ids), 'person');
}

/** What of a contact is not known so yet. */
export function newOf(known: Contact, said: Contact): Contact {
  const fresh = Object.entries(said).filter(([key, value]) => known[key as keyof Contact] !== value);
  return Object.fromEntries(fresh);
}

/** How to reach somebody, in a line: `Sam Lee, sam.lee@leeds.gov.uk; diary: Jo Bloggs`. */
export function sayContact({ name, post, email, phone, pa }: Contact): string {
  const own = [name, post, email, phone].filter((part) => part !== undefined).join(', ');
  return [own, pa === undefined ? '' : `PA: ${pa}`].filter((part) => part !== '').join('; ');
}

/** Words in one line. @throws Problem (2) for none, and for far too many */
export function tidyWords(typed: string, what: string): string {
  const words = typed.replace(/\s+/g, ' ').trim();
  if (words === '') throw usage(`${what} has no words.`);
  if (words.length > LONGEST) throw usage(`${what} is ${words.length} characters long. It must be ${LONGEST} or less.`);
  return words;
}

/** An email address as it may be kept. @throws Problem (2) for what is none */
export function tidyEmail(typed: string): string {
  const address = tidyWords(typed, 'The email address');
  if (!isEmail(address)) throw usage(`"${address}" is not an email address.`, 'It looks like sam.lee@leeds.gov.uk');
  return address;
}

/** Whether a text has the form of an email address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
