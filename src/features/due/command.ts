import { type Command, isSet } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { alreadySo, recordFor } from '../../core/decision.ts';
import { draft } from '../../core/events.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { isOpen } from '../../core/reference.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import { askComingDate, comingDate } from '../../session/typed.ts';

/** `induct due`: another date than the suggested one, or back to it. */
export const due: Command = {
  name: 'due',
  group: 'Every day',
  about: 'Set another date, or go back to ours with --reset',
  args: '[what] [date...]',
  options: [
    { flags: '--reset', about: 'back to our suggested date' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct due 6.6 "30 June"', 'induct due 6.6 --reset'],
  run: async (session, input) => {
    const plan = await session.plan();
    const [what, ...words] = input.args;
    const reset = isSet(input, 'reset');
    const missing = what === undefined ? 'Say which action, and the date.' : 'The date is missing.';
    const day = exampleDay(plan.today);
    const example = `For example: induct due ${what ?? '6.6'} "${day}", or induct due ${what ?? '6.6'} --reset`;
    const lacks = what === undefined || (words.length === 0 && !reset);
    if (lacks && !session.canAsk) throw usage(missing, example);
    if (reset && words.length > 0) throw usage('A date and --reset cannot both be given.', example);
    const verb = { name: 'due', question: 'Which date is to change?', takes: isOpen };
    const chosen = await selectActions(session, plan, what === undefined ? [] : [what], verb, isSet(input, 'yes'));
    const date = reset
      ? null
      : comingDate(
          words.join(' ') || (await askComingDate(session, `By when? Such as ${day}`)),
          plan.today,
          'The date',
        );
    const receipt = date === null ? 'Back to our date' : `By ${sayDayDateNear(date, plan.today)}`;
    await recordEach(session, { chosen, decide: (current, action) => decideDue(current, action, date), receipt });
  },
};

/** `date` null: back to the suggested one. A date that is set already is not set again. */
function decideDue(plan: Plan, action: PlanAction, date: string | null) {
  if (date === null && !action.dueSet) return alreadySo(`${action.number} has our suggested date already.`);
  if (date !== null && action.dueSet && action.due === date)
    return alreadySo(`${action.number} has that date already.`);
  if (date === null && action.kind === 'own') throw usage(`${action.number} is your own, so there is no date of ours.`);
  return recordFor(action, draft('due-set', action.id, action.title, plan.today, { due: date }));
}
