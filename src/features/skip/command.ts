import { type Command, isSet, textOption } from '../../commands.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { findAll, isOpen } from '../../core/reference.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import { askWords, wordsToKeep } from '../../session/typed.ts';
import { decideSkip } from './decide.ts';

/** `induct skip`: records that something does not apply here, and why. */
export const skip: Command = {
  name: 'skip',
  group: 'Every day',
  about: 'Record that it does not apply here, with the reason',
  args: '[what...]',
  options: [
    { flags: '--why <text>', about: 'the reason, always. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct skip 1.1 --why "She has moved abroad"', 'induct skip 8.4 --why "Done in another role"'],
  run: async (session, input) => {
    const plan = await session.plan();
    if (input.args.length > 0) findAll(plan, input.args);
    const missing = 'skip needs a reason.';
    const example = `Add one: induct skip ${input.args.join(' ') || '1.1'} --why "…"`;
    const typed = textOption(input, 'why');
    if (typed === undefined && !session.canAsk) await askWords(session, '', missing, example);
    const verb = { name: 'skip', question: 'What does not apply?', takes: isOpen };
    const chosen = await selectActions(session, plan, input.args, verb, isSet(input, 'yes'));
    const words = typed ?? (await askWords(session, 'Why does it not apply?', missing, example));
    const why = await wordsToKeep(session, words, isSet(input, 'keep'));
    const decide = (current: Plan, action: PlanAction) => decideSkip(action, why, current.today);
    await recordEach(session, { chosen, decide, receipt: 'Not applicable', ending: ` Reason: ${why}` });
  },
};
