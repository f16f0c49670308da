import { type Command, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { type About, aboutOf, everyAbout } from '../../core/talks/about.ts';
import { openDates } from '../../core/talks/open-dates.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { recordTalk, sayingOnStop } from '../../session/record-talk.ts';
import type { Session } from '../../session/session.ts';
import { pastDate } from '../../session/typed.ts';
import { outcomeOf, tellsOutcome } from './flags.ts';
import { decideOutcome } from './outcome.ts';
import { walk } from './walk.ts';

/** `induct met`: what came of a talk or a meeting, asked a line at a time, or said with flags; one change for all of it. */
export const met: Command = {
  name: 'met',
  group: 'People and papers',
  about: 'Afterwards: record what came of a talk or a meeting, a line at a time',
  args: '[who...]',
  options: [
    { flags: '--on <date>', about: 'the day (its last date without an answer, else today)' },
    { flags: '--settled <what...>', about: 'the points that were settled, such as 3.3 3.5', many: true },
    { flags: '--agreed <text>', about: 'what was agreed. No names of children or families' },
    { flags: '--urgent <text>', about: 'how urgent news travels, as agreed with the director' },
    { flags: '--answer <text>', about: 'an answer to an open question: "q1 More families come back"', many: true },
    { flags: '--promise <text>', about: 'what was promised: "A reply on transport by 15 Sept"', many: true },
    { flags: '--by <date>', about: 'the day of the promise, where it is not in its text' },
    { flags: '--they-promised <text>', about: 'what they promised: it comes back in the next brief', many: true },
    { flags: '--next <date>', about: 'the next date: "18 June 4pm"' },
    { flags: '--moved <date>', about: 'it was moved to another day: "18 June 4pm"' },
    { flags: '--not-held', about: 'it was not held' },
    { flags: '--apologies', about: 'the meeting was held, and apologies were sent' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [
    'induct met dcs',
    'induct met dcs --settled 3.3 3.5 --agreed "We meet every Thursday"',
    'induct met leader --promise "A note by 15 Sept" --next "8 July 4pm"',
    'induct met 7.2 --not-held',
  ],
  run: async (session, input) => {
    const gathered = await session.gatherAll();
    const { plan } = gathered;
    const about = input.args.length === 0 ? await chooseWhom(session, plan) : aboutOf(plan, input.args.join(' '));
    const typedOn = textOption(input, 'on');
    const on = typedOn === undefined ? null : pastDate(typedOn, plan.today);
    const outcome =
      !tellsOutcome(input) && session.canAsk
        ? await sayingOnStop({ said: () => 'Nothing of this talk was kept.' }, () => walk(session, gathered, about, on))
        : await outcomeOf(session, gathered, about, input);
    const { recorded, lines } = await recordTalk(session, (state) => decideOutcome(state, about.id, outcome));
    await giveReceipt(session, recorded, lines);
  },
};

/** Offers those with a date that has no answer yet first. @throws Problem (2) where nobody can be asked */
async function chooseWhom(session: Session, plan: Plan): Promise<About> {
  if (!session.canAsk) throw usage('Say whom you met, or which meeting it was.', 'For example: induct met dcs');
  const all = everyAbout(plan).map((about) => ({ about, last: openDates(about, plan.today).at(-1) ?? null }));
  const sorted = [...all.filter(({ last }) => last !== null), ...all.filter(({ last }) => last === null)];
  const prompter = await session.prompter();
  const id = await prompter.choose(
    { message: 'Whom, or which meeting?' },
    sorted.map(({ about, last }) => ({
      id: about.id,
      label: last === null ? about.title : `${about.title}, ${sayDayDateNear(last.date, plan.today)}`,
    })),
    sorted[0]?.about.id,
  );
  return all.find(({ about }) => about.id === id)?.about as About;
}
