import { type Command, isSet, textOption } from '../../commands.ts';
import type { Companion } from '../../core/companion.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { decideAnswered, findQuestion, openQuestions } from '../../core/decide-companion.ts';
import { usage } from '../../core/problem.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { askWords, pastDate, wordsToKeep } from '../../session/typed.ts';
import { sayQuestion } from './text.ts';

const EXAMPLE = 'induct questions answer q1 "More schools refer since January"';

/** `induct questions answer`: what came back. */
export const answer: Command = {
  name: 'answer',
  group: 'People and papers',
  about: 'Record the answer to a question',
  args: '[id] [text...]',
  options: [
    { flags: '--on <date>', about: 'the day it was answered (today)' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct questions answer q1 "A new form, not more need" --on "2 June"'],
  run: async (session, input) => {
    const { plan, companion } = await session.gatherAll();
    const on = pastDate(textOption(input, 'on'), plan.today);
    const [typed, ...words] = input.args;
    const said = words.join(' ').trim();
    const missing = [
      ...(typed === undefined ? ['which question, such as q1'] : []),
      ...(said === '' ? ['the words of the answer'] : []),
    ];
    const found = typed === undefined ? null : findQuestion(companion, typed);
    const gaps = sayGaps({ missing }, EXAMPLE);
    if (gaps !== null && !session.canAsk) throw gaps;
    const { id, one } = found ?? (await choose(session, companion));
    if (on < one.askedOn) {
      throw usage(`--on: ${id} was asked on ${sayDayDateNear(one.askedOn, plan.today)}. The answer can't be older.`);
    }
    const wanted = said === '' ? await askWords(session, `What is the answer to ${id}?`, '', '') : said;
    const kept = await wordsToKeep(session, wanted, isSet(input, 'keep'));
    const recorded = await session.recordAll(({ companion: now }) => decideAnswered(now, id, kept, on));
    await giveReceipt(session, recorded, [
      recorded.drafts.length === 0
        ? `${id} has that answer already.`
        : `Answered, ${sayDayDateNear(on, plan.today)}: ${sayQuestion(id, one.text)}`,
    ]);
  },
};

async function choose(session: Session, companion: Companion) {
  const open = openQuestions(companion);
  const [first] = open;
  if (first === undefined) throw usage('No question is open.', 'All of them: induct questions --all');
  const prompter = await session.prompter();
  const choices = open.map(({ id, one }) => ({ id, label: `${id}  ${one.text}` }));
  return findQuestion(companion, await prompter.choose({ message: 'Which question was answered?' }, choices, first.id));
}
