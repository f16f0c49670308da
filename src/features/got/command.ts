import { type Command, isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan } from '../../core/plan/types.ts';
import { isOpen } from '../../core/reference.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import { pastDate } from '../../session/typed.ts';
import { decideGot } from './decide.ts';

/** `induct got`: records that documents have come. */
export const got: Command = {
  name: 'got',
  group: 'Every day',
  about: 'Record that a document has come, and where it is',
  args: '[what...]',
  first: true,
  options: [
    { flags: '--where <place>', about: 'a path or an address' },
    { flags: '--on <date>', about: 'the day it came (today)' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct got 6.1', 'induct got 6.4 --where "T:\\Children\\self-assessment.pdf"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const takes = (action: Plan['actions'][number]) =>
      action.kind === 'document' && isOpen(action) && action.status !== 'received';
    const verb = { name: 'got', question: 'Which document has come?', takes };
    const chosen = await selectActions(session, plan, input.args, verb, isSet(input, 'yes'));
    const on = pastDate(textOption(input, 'on'), plan.today);
    const where = textOption(input, 'where') ?? null;
    const receipt = `Received, ${sayDayDateNear(on, plan.today)}`;
    await recordEach(session, { chosen, decide: (_, action) => decideGot(action, { on, where }), receipt });
  },
};
