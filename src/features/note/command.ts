import { type Command, isSet } from '../../commands.ts';
import { draft } from '../../core/events.ts';
import { usage } from '../../core/problem.ts';
import { findAction } from '../../core/reference.ts';
import { giveReceipt, sayAction } from '../../session/receipt.ts';
import { selectActions } from '../../session/select.ts';
import { askWords, wordsToKeep } from '../../session/typed.ts';

/** `induct note`: a few words kept with an action. */
export const note: Command = {
  name: 'note',
  group: 'Every day',
  about: 'Keep a few words with something',
  args: '[what] [text...]',
  options: [
    { flags: '--private', about: 'stays out of everything that is made for others' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [
    'induct note 3.2 "Urgent news: a call first, then a text"',
    'induct note 4.1 "Wants a word before cabinet" --private',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const [what, ...words] = input.args;
    const verb = { name: 'note', question: 'What is the note about?', takes: () => true };
    const chosen =
      what === undefined ? (await selectActions(session, plan, [], verb, true))[0] : findAction(plan, what);
    if (chosen === undefined) throw usage('Say what the note is about.', 'For example: induct note 3.2 "…"');
    const example = `For example: induct note ${what ?? '3.2'} "Urgent news: a call, then a text"`;
    const typed = words.join(' ').trim();
    const wanted =
      typed === '' ? await askWords(session, 'The note', 'The words of the note are missing.', example) : typed;
    const kept = await wordsToKeep(session, wanted, isSet(input, 'keep'));
    const body = { text: kept, private: isSet(input, 'private') };
    const recorded = await session.record((current) => [draft('noted', chosen.id, chosen.title, current.today, body)]);
    const how = body.private ? 'Private note' : 'Note';
    await giveReceipt(session, recorded, [`${how} kept with ${sayAction(chosen, plan)}.`]);
  },
};
