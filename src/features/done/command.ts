import type { Command } from '../../commands.ts';
import { isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { findAll, isOpen } from '../../core/reference.ts';
import { shown } from '../../core/shown.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import { pastDate, wordsToKeep } from '../../session/typed.ts';
import { decideDone } from './decide.ts';

/** `induct done`: records that something was done, read, held or attended. */
export const done: Command = {
  name: 'done',
  group: 'Every day',
  about: 'Record what was done, read, held or attended',
  args: '[what...]',
  first: true,
  options: [
    { flags: '--on <date>', about: 'the day it was done (today); also before the appointment' },
    { flags: '--note <text>', about: 'a few words to keep with it. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: [
    'induct done 3.2',
    'induct done 3.1 3.4 --on "28 May"',
    'induct done 2.1 --note "The checklist is useful"',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    refuseAskOccasions(plan, input.args);
    const verb = { name: 'done', question: 'What was done?', takes: isOpen };
    const chosen = await selectActions(session, plan, input.args, verb, isSet(input, 'yes'));
    const typedOn = textOption(input, 'on');
    const on = typedOn === undefined ? null : pastDate(typedOn, plan.today);
    const typedNote = textOption(input, 'note');
    const note = typedNote === undefined ? null : await wordsToKeep(session, typedNote, isSet(input, 'keep'));
    const receipt = `Done, ${sayDayDateNear(on ?? plan.today, plan.today)}`;
    const decide = (current: Plan, action: PlanAction) => decideDone(current, action, { on, note });
    await recordEach(session, { chosen, decide, receipt });
  },
};

/** What is asked for by one email is settled later, so `done` on it would say more than is so. */
function refuseAskOccasions(plan: Plan, words: readonly string[]): void {
  if (words.length === 0) return;
  const asking = findAll(plan, words).find((reference) => reference.occasion?.verb === 'ask');
  if (asking === undefined) return;
  const chase = asking.occasion?.chase === true;
  throw usage(
    chase
      ? `"${shown(asking.typed)}" is about what has not come yet, so it cannot be done.`
      : `"${shown(asking.typed)}" asks for something, so it cannot be done yet.`,
    chase
      ? 'When something has come: induct got 6.1, for example'
      : `When the email is sent: induct ask ${asking.typed}`,
  );
}
