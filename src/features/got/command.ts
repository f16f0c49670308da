import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { isOpen } from '../../core/reference.ts';
import { recordEach } from '../../session/record-each.ts';
import { selectActions } from '../../session/select.ts';
import type { Session } from '../../session/session.ts';
import { pastDate, wordsToKeep } from '../../session/typed.ts';
import { decideGot } from './decide.ts';

/** `induct got`: records that documents have come, and what is known of them. */
export const got: Command = {
  name: 'got',
  group: 'Every day',
  about: 'Record that a document has come, and where it is',
  args: '[what...]',
  first: true,
  options: [
    { flags: '--where <place>', about: 'a path or an address' },
    { flags: '--title <text>', about: 'what it is called at this council' },
    { flags: '--dated <date>', about: 'the date on the document itself' },
    { flags: '--restricted', about: 'not to be copied from' },
    { flags: '--no-restricted', about: 'take that back' },
    { flags: '--on <date>', about: 'the day it came (today)' },
    { flags: '--yes', about: 'record more than five at once without asking' },
    { flags: '--keep', about: 'keep a title that looks as if it identified a child, because it does not' },
  ],
  examples: [
    'induct got 6.1',
    'induct got 6.4 --where "T:\\Children\\self-assessment.pdf"',
    'induct got 6.5 --title "Leeds JSNA, children" --dated "14 March 2022"',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const takes = (action: Plan['actions'][number]) =>
      action.kind === 'document' && isOpen(action) && action.status !== 'received';
    const verb = { name: 'got', question: 'Which document has come?', takes };
    const chosen = await selectActions(session, plan, input.args, verb, isSet(input, 'yes'));
    const on = pastDate(textOption(input, 'on'), plan.today);
    const dated = textOption(input, 'dated');
    const facts = {
      on,
      where: textOption(input, 'where') ?? null,
      title: await titleOf(session, input, chosen),
      dated: dated === undefined ? null : pastDate(dated, plan.today, '--dated'),
      restricted: typeof input.options.restricted === 'boolean' ? input.options.restricted : null,
    };
    const known = chosen.every((action) => action.status === 'received' || action.status === 'done');
    const receipt = known ? 'Recorded' : `Received, ${sayDayDateNear(on, plan.today)}`;
    const ending = facts.restricted === true ? ' Restricted: do not copy from it into notes.' : '';
    await recordEach(session, { chosen, decide: (_, action) => decideGot(action, facts), receipt, ending });
  },
};

const LONGEST = 200;

/** The local title, in one line. @throws Problem (2) for one title of several documents, and one that is far too long */
async function titleOf(session: Session, input: Input, chosen: readonly PlanAction[]): Promise<string | null> {
  const typed = textOption(input, 'title');
  if (typed === undefined) return null;
  if (chosen.length > 1) {
    throw usage('--title is for one document, and several are named.', 'For example: induct got 6.5 --title "JSNA"');
  }
  const title = typed.trim().replace(/\s+/g, ' ');
  if (title.length > LONGEST)
    throw usage(`The title is ${title.length} characters long. It must be ${LONGEST} or less.`);
  return wordsToKeep(session, title, isSet(input, 'keep'));
}
