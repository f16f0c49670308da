import { type Command, isSet } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { adviserName, decideAdviser } from './decide.ts';
import { adviserText } from './text.ts';
import { adviserDocument, buildAdviser } from './view.ts';

const set: Command = {
  name: 'set',
  group: 'People and papers',
  about: 'Record who the adviser is, where the list is out of date',
  args: '[name...]',
  examples: ['induct adviser set "Jo Bloggs"', 'induct adviser set Jo Bloggs --json'],
  run: async (session, input) => {
    await session.plan();
    const name = adviserName(input.args.length === 0 ? await askName(session) : input.args.join(' '));
    const recorded = await session.record((plan) => decideAdviser(plan, name));
    const { region } = recorded.after.induction.council;
    const said =
      recorded.drafts.length === 0
        ? `${name} is recorded as the LGA adviser already.`
        : `Recorded: ${name} is the LGA adviser for ${region}.`;
    await giveReceipt(session, recorded, [said]);
  },
};

/** `induct adviser`: the LGA's adviser for the council's region. With --all it works before `start`. */
export const adviser: Command = {
  name: 'adviser',
  group: 'People and papers',
  about: "Show the LGA's adviser for the region",
  options: [{ flags: '--all', about: 'those of all nine regions' }],
  examples: ['induct adviser', 'induct adviser --all', 'induct adviser set "Jo Bloggs"'],
  subcommands: [set],
  run: async (session, input) => {
    const all = isSet(input, 'all');
    const plan = all ? await session.ifStarted(() => session.plan()) : await session.plan();
    const { advisers } = await session.host.packs().load('advisers');
    const view = buildAdviser(advisers, plan, session.today, all);
    await session.show(
      () => adviserDocument(view),
      () => adviserText(view),
      { explain: true },
    );
  },
};

async function askName(session: Session): Promise<string> {
  if (!session.canAsk)
    throw usage('The name of the adviser is missing.', 'For example: induct adviser set "Jo Bloggs"');
  const prompter = await session.prompter();
  return prompter.type({ message: 'Who is the LGA adviser now?' }, (typed) =>
    typed === '' ? { ok: false, why: 'Type a name.' } : { ok: true, value: typed },
  );
}
