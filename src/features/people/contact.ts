import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { decideContact, decidePerson, findPerson, tidyEmail, tidyWords } from '../../core/decide-people.ts';
import type { Contact } from '../../core/events.ts';
import { usage } from '../../core/problem.ts';
import { recordDecision } from '../../session/record-meeting.ts';
import type { Session } from '../../session/session.ts';
import { askWords, wordsToKeep } from '../../session/typed.ts';

const GROUP = 'People and papers';
const WHO = { flags: '--name <name>', about: 'the name' } as const;
const CONTACT = [
  WHO,
  { flags: '--post <post>', about: 'the post, as the structure chart has it' },
  { flags: '--email <address>', about: 'the email address' },
  { flags: '--phone <number>', about: 'the phone number' },
  { flags: '--pa <name>', about: 'who keeps their diary' },
  { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
] as const;

/** `induct people set`: who somebody is and how to reach them. */
export const set: Command = {
  name: 'set',
  group: GROUP,
  about: 'Record who somebody is and how to reach them',
  args: '[who...]',
  options: CONTACT,
  examples: [
    'induct people set dcs --name "Sam Lee" --pa "Jo Bloggs"',
    'induct people set 4.8 --name "Alex Shah" --email alex.shah@example.gov.uk',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const example = 'For example: induct people set dcs --name "Sam Lee"';
    const contact = await contactOf(session, input);
    const lacks = [
      ...(input.args.length === 0 ? ['who it is about'] : []),
      ...(Object.keys(contact).length === 0 ? ['what to record: --name, --post, --email, --phone or --pa'] : []),
    ];
    const onlyWhat = input.args.length > 0;
    if (lacks.length > 0 && !(onlyWhat && session.canAsk)) throw usage(`Say ${lacks.join(', and ')}.`, example);
    const person = findPerson(plan, input.args.join(' '));
    const said = Object.keys(contact).length > 0 ? contact : { name: await askName(session) };
    await recordDecision(session, (now) => decideContact(now, person.id, said));
  },
};

async function askName(session: Session): Promise<string> {
  const typed = await askWords(session, 'What is their name?', 'The name is missing.', 'Add --name.');
  return tidyWords(typed, 'The name');
}

/** `induct people add`: somebody who is not on the list. */
export const add: Command = {
  name: 'add',
  group: GROUP,
  about: 'Add somebody who is not on the list',
  args: '[title...]',
  options: CONTACT,
  examples: ['induct people add "MP for Leeds East" --name "Pat Jones"', 'induct people add "Head of audit"'],
  run: async (session, input) => {
    await session.plan();
    const typed =
      input.args.join(' ').trim() ||
      (await askWords(
        session,
        'Who is it? Their post or role',
        'Say who it is: their post or role.',
        'For example: induct people add "MP for Leeds East"',
      ));
    const title = await wordsToKeep(session, typed, isSet(input, 'keep'));
    const contact = await contactOf(session, input);
    await recordDecision(session, (plan) => decidePerson(plan, title, contact));
  },
};

/** What the flags say of somebody; only what was said. @throws Problem (2) */
async function contactOf(session: Session, input: Input): Promise<Contact> {
  const kept = async (name: string, what: string) => {
    const typed = textOption(input, name);
    return typed === undefined ? undefined : wordsToKeep(session, tidyWords(typed, what), isSet(input, 'keep'));
  };
  const email = textOption(input, 'email');
  const phone = textOption(input, 'phone');
  const said = {
    name: await kept('name', 'The name'),
    post: await kept('post', 'The post'),
    email: email === undefined ? undefined : tidyEmail(email),
    phone: phone === undefined ? undefined : tidyPhone(phone),
    pa: await kept('pa', "The PA's name"),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function tidyPhone(typed: string): string {
  const number = tidyWords(typed, 'The phone number');
  if (!/\d{3}/.test(number)) throw usage(`"${number}" is not a phone number.`, 'It looks like 0113 496 0000');
  return number;
}
