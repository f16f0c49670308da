import { type Command, isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askWords, comingDate, wordsToKeep } from '../../session/typed.ts';
import { decideAdd, ownId } from './decide.ts';

/** `induct add`: one's own action. */
export const add: Command = {
  name: 'add',
  group: 'Every day',
  about: 'Add something of your own to the plan',
  args: '[text...]',
  options: [
    { flags: '--by <date>', about: 'until when' },
    { flags: '--for <who>', about: 'who does it: me or officer (me)' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [
    'induct add "Ring the MP about the new school" --by "next friday"',
    'induct add "Badge for the civic hall" --for officer',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const by = textOption(input, 'by');
    const due = by === undefined ? null : comingDate(by, plan.today, '--by');
    const doer = readDoer(textOption(input, 'for'), plan.induction.typing);
    const typed = input.args.join(' ').trim();
    const example = 'For example: induct add "Ring the MP" --by 4/6/2026';
    const words =
      typed === '' ? await askWords(session, 'What is to be done?', 'Say what is to be done.', example) : typed;
    const title = await wordsToKeep(session, words, isSet(input, 'keep'));
    const recorded = await session.record((current) => decideAdd(current, { title, due, doer }));
    const made = recorded.after.actions.find((action) => action.id === ownId(recorded.before, title));
    const until = due === null ? '' : `, by ${sayDayDateNear(due, plan.today)}`;
    await giveReceipt(session, recorded, [`Added: ${made?.number ?? ''} ${title}${until}.`]);
  },
};

/** `me` is whoever types. */
function readDoer(typed: string | undefined, typing: 'holder' | 'officer'): 'holder' | 'officer' {
  const word = typed?.trim().toLowerCase() ?? 'me';
  if (word === 'me') return typing;
  if (word === 'holder' || word === 'officer') return word;
  throw usage(`--for: "${shown(typed ?? '')}" is neither me, holder nor officer.`);
}
