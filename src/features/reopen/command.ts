import { type Command, isSet } from '../../commands.ts';
import type { Plan } from '../../core/plan/types.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import { decideReopen } from './decide.ts';

/** `induct reopen`: takes something up again that was recorded. */
export const reopen: Command = {
  name: 'reopen',
  group: 'Every day',
  about: 'Take up again what was done, asked for or not applicable',
  args: '[what...]',
  options: [{ flags: '--yes', about: 'record more than five at once without asking' }],
  examples: ['induct reopen 3.2', 'induct reopen dcs.urgent-news'],
  run: async (session, input) => {
    const plan = await session.plan();
    const takes = (action: Plan['actions'][number]) => action.status !== 'todo' && action.skippedBy !== 'answer';
    const verb = { name: 'reopen', question: 'What is to be taken up again?', takes };
    const chosen = await selectActions(session, plan, input.args, verb, isSet(input, 'yes'));
    await recordEach(session, { chosen, decide: decideReopen, receipt: 'Open again' });
  },
};
