import { sayDayDateNear, sayLongDate, sayTime } from '../../core/dates/index.ts';
import { sayContact } from '../../core/decide-people.ts';
import { voiceOf } from '../../core/documents.ts';
import { titleOfPerson } from '../../core/people.ts';
import type { PlanPerson } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { type Block, heading, hints, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { nameOf, type PeopleView } from './view.ts';

/** A longer id would push everything to the right. */
const LONGEST_LABEL = 12;

/** `induct people` as words. */
export function peopleText(view: PeopleView): readonly Block[] {
  const { plan, first, asItFits, own, notApplicable } = view;
  const voice = voiceOf(plan);
  return spaced(
    [
      text(`Whom ${voice.officer ? `${voice.you} meets` : 'to meet'}, ${sayLongDate(plan.today)}`),
      text('An order to prefer, not a list of debts: nobody meets them all at once.'),
    ],
    list('FIRST', first, plan),
    list('TO HEAR FROM, AS IT FITS', asItFits, plan),
    list('ADDED BY HAND', own, plan),
    notApplicable.length === 0
      ? []
      : [text(`Not applicable: ${notApplicable.map((one) => titleOfPerson(one, plan)).join(', ')}.`)],
    [
      hints('Before a talk: induct brief dcs', 'After it: induct met dcs'),
      text('Who somebody is: induct people set 4.8 --name "Alex Shah"'),
      hints('Somebody else: induct people add "MP"', 'Many: induct people import FILE.csv'),
    ],
  );
}

function list(title: string, people: readonly PlanPerson[], plan: Plan): Block[] {
  return people.length === 0 ? [] : [heading(title), items(people.map((person) => row(person, plan)))];
}

function row(person: PlanPerson, plan: Plan): Item {
  const name = nameOf(person, plan);
  const { name: _, ...others } = person.contact;
  const contact = sayContact(others);
  const last = person.lastMet === null ? '' : `last met ${sayDayDateNear(person.lastMet, plan.today)}`;
  const times = person.met.length > 1 ? `, ${person.met.length} times in all` : '';
  const metBelow = last !== '' && (person.next !== null || times !== '');
  const label = person.action?.number ?? (person.id.length <= LONGEST_LABEL ? person.id : '');
  return {
    label,
    text: name === null ? titleOfPerson(person, plan) : `${titleOfPerson(person, plan)}: ${name}`,
    right: person.next === null ? (metBelow ? '' : last) : sayNext(person.next, plan),
    under: [
      ...(contact === '' ? [] : [contact]),
      ...(metBelow ? [capital(`${last}${times}`)] : []),
      ...(label === '' ? [`induct brief ${person.id}`] : []),
    ],
  };
}

function sayNext({ date, time }: NonNullable<PlanPerson['next']>, plan: Plan): string {
  return time === null ? sayDayDateNear(date, plan.today) : `${sayDayDateNear(date, plan.today)}, ${sayTime(time)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
