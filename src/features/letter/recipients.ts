import type { Contact } from '../../core/events.ts';
import type { Advisers, PackLetter } from '../../core/pack-advice.ts';
import { nameOfWhom, whomOf } from '../../core/people.ts';
import { plainText } from '../../core/plain-words.ts';
import type { PlanPerson } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { recipientKey } from '../../core/plan/waiting.ts';

/** Who gets a letter: as kept and in its first line, the address where one is known, and by what name to greet them. */
export type Recipient = { readonly to: string; readonly email: string | null; readonly dear: string };

export const UNKNOWN = '[name]';
const COLLEAGUE = 'colleague';

/** The plan and, for the adviser, who is listed for the region. */
export type Addresses = { readonly plan: Plan; readonly advisers: Advisers };

/** Whom a letter of the list goes to, unless somebody else is named. */
export function recipientOf(letter: PackLetter, { plan, advisers }: Addresses): Recipient {
  const person = plan.people.find((one) => one.id === letter.person);
  if (person === undefined) return { to: letter.to ?? UNKNOWN, email: null, dear: COLLEAGUE };
  return recipientOfPerson(person, { plan, advisers });
}

function recipientOfPerson(person: PlanPerson, { plan, advisers }: Addresses): Recipient {
  const { contact, pack } = person;
  const email = contact.email ?? null;
  if (contact.pa) {
    const pa = readTo(contact.pa);
    return { ...pa, email: pa.email ?? email };
  }
  if (pack?.office) return { to: pack.office, email, dear: COLLEAGUE };
  const name = nameOf(person, plan, advisers);
  return { to: name ?? nameOfWhom(person.id, plan), email, dear: name ?? COLLEAGUE };
}

/** The adviser's name is kept apart: as recorded, else as the list has it. */
function nameOf({ id, contact }: PlanPerson, plan: Plan, advisers: Advisers): string | null {
  if (id !== 'adviser') return contact.name ?? null;
  const { region } = plan.induction.council;
  const listed = advisers.advisers.find((one) => one.regions.includes(region));
  return plan.progress.adviser.get('adviser')?.name ?? contact.name ?? listed?.name ?? null;
}

/** A name, an address, or both as `Jo Bloggs <jo@leeds.gov.uk>`, in one line. */
export function readTo(typed: string): Recipient {
  const words = typed.replace(/\s+/g, ' ').trim();
  const both = /^(.*?)[\s,:]*<?([^\s<>@,]+@[^\s<>@,]+)>?$/.exec(words);
  if (both === null) return { to: words, email: null, dear: words.startsWith('the ') ? COLLEAGUE : words };
  const [, name = '', email = ''] = both;
  return name === '' ? { to: email, email, dear: COLLEAGUE } : { ...readTo(name), email };
}

/** Whom typed words mean: a person of the plan, else the words themselves. */
export function namedRecipient(typed: string, addresses: Addresses): Recipient {
  const id = whomOf(addresses.plan, typed);
  const person = addresses.plan.people.find((one) => one.id === id);
  return person === undefined ? readTo(typed) : recipientOfPerson(person, addresses);
}

/** Somebody who was asked before, by the words that were kept, with the address that is known of them. */
export function recipientKnownAs(to: string, addresses: Addresses): Recipient {
  const person = addresses.plan.people.find((one) =>
    callings(one, addresses).some((name) => recipientKey(name) === recipientKey(to)),
  );
  const read = readTo(to);
  return { ...read, email: read.email ?? emailOf(person?.contact) };
}

/** Whether typed words mean somebody who was asked before: by part of the kept words, or as a person of the plan. */
export function isMeantBy(to: string, typed: string, addresses: Addresses): boolean {
  if (recipientKey(to).includes(recipientKey(typed)) && plainText(typed) !== '') return true;
  const id = whomOf(addresses.plan, typed);
  const person = addresses.plan.people.find((one) => one.id === id);
  return person !== undefined && callings(person, addresses).some((name) => recipientKey(name) === recipientKey(to));
}

function callings(person: PlanPerson, addresses: Addresses): string[] {
  const { contact, pack } = person;
  const pa = contact.pa === undefined ? null : readTo(contact.pa).to;
  const names = [
    recipientOfPerson(person, addresses).to,
    pa,
    pack?.office,
    contact.name,
    nameOfWhom(person.id, addresses.plan),
  ];
  return names.flatMap((name) => (name ? [name] : []));
}

function emailOf(contact: Contact | undefined): string | null {
  return contact?.email ?? (contact?.pa === undefined ? null : readTo(contact.pa).email);
}
