import { type Command, isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { decideQuestion, openQuestions } from '../../core/decide-companion.ts';
import { nameOfWhom } from '../../core/people.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askWords, pastDate, wordsToKeep } from '../../session/typed.ts';
import { DIRECTOR, whomToKeep } from '../../session/whom.ts';
import { sayQuestion } from './text.ts';

const EXAMPLE = 'induct questions ask "Repeat referrals are above England. Why?"';

/** `induct questions ask`: keeps a question until it is answered. */
export const ask: Command = {
  name: 'ask',
  group: 'People and papers',
  about: 'Keep a question, for the director or somebody else',
  args: '[text...]',
  options: [
    { flags: '--to <who>', about: 'for whom: a person, a meeting or any name (the director)' },
    { flags: '--on <date>', about: 'the day it was asked (today)' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct questions ask "Who chairs the board?" --to adviser'],
  run: async (session, input) => {
    const plan = await session.plan();
    const on = pastDate(textOption(input, 'on'), plan.today);
    const keep = isSet(input, 'keep');
    const whom = textOption(input, 'to');
    const typed = input.args.join(' ').trim();
    const words =
      typed === ''
        ? await askWords(
            session,
            'What is the question?',
            'The words of the question are missing.',
            `For example: ${EXAMPLE}`,
          )
        : typed;
    const text = await wordsToKeep(session, words, keep);
    const to = whom === undefined ? DIRECTOR : await whomToKeep(session, plan, whom, keep);
    const recorded = await session.recordAll(({ companion, next }) =>
      openQuestions(companion, to).some(({ one }) => one.text === text)
        ? []
        : [decideQuestion({ text, to, visit: null, on }, next('question'))],
    );
    const [made] = recorded.drafts;
    const name = nameOfWhom(to, recorded.after);
    const day = on === plan.today ? '' : `, asked ${sayDayDateNear(on, plan.today)}`;
    await giveReceipt(session, recorded, [
      made === undefined
        ? `That question for ${name} is open already.`
        : `Question for ${name}${day}: ${sayQuestion(made.subject, text)}`,
    ]);
  },
};
