import { type Command, isSet, textOption } from '../../commands.ts';
import type { Companion } from '../../core/companion.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { decideKept, findPromise, openPromises } from '../../core/decide-companion.ts';
import { usage } from '../../core/problem.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { pastDate, wordsToKeep } from '../../session/typed.ts';

/** `induct kept`: a promise was kept. */
export const kept: Command = {
  name: 'kept',
  group: 'People and papers',
  about: 'Record that a promise was kept',
  args: '[id]',
  options: [
    { flags: '--on <date>', about: 'the day it was kept (today)' },
    { flags: '--note <text>', about: 'how. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: ['induct kept p1', 'induct kept p1 --on today --note "Wrote to the chair"'],
  run: async (session, input) => {
    const { plan, companion } = await session.gatherAll();
    const on = pastDate(textOption(input, 'on'), plan.today);
    const words = textOption(input, 'note');
    const [typed] = input.args;
    const { id, one } = typed === undefined ? await choose(session, companion) : findPromise(companion, typed);
    if (on < one.madeOn) {
      throw usage(
        `--on: ${id} was promised on ${sayDayDateNear(one.madeOn, plan.today)}, so it was kept that day or later.`,
      );
    }
    const note = words === undefined ? null : await wordsToKeep(session, words, isSet(input, 'keep'));
    const same = one.keptOn !== null && (note === null || one.note === note);
    const recorded = await session.recordAll(({ companion: now }) => (same ? [] : decideKept(now, id, on, note)));
    const since = one.keptOn === null ? '' : `, ${sayDayDateNear(one.keptOn, plan.today)}`;
    await giveReceipt(session, recorded, [
      recorded.drafts.length === 0
        ? `${id} is recorded as kept already${since}.`
        : `Kept, ${sayDayDateNear(on, plan.today)}: ${id} ${one.text}`,
    ]);
  },
};

async function choose(session: Session, companion: Companion) {
  const open = openPromises(companion);
  const [first] = open;
  if (!session.canAsk) throw usage('Say which promise was kept.', `For example: induct kept ${first?.id ?? 'p1'}`);
  if (first === undefined) throw usage('No promise is open.', 'All of them: induct promises --all');
  const prompter = await session.prompter();
  const choices = open.map(({ id, one }) => ({ id, label: `${id}  ${one.text}` }));
  return findPromise(companion, await prompter.choose({ message: 'Which promise was kept?' }, choices, first.id));
}
