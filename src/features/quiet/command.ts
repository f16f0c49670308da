import { type Command, isSet, textOption } from '../../commands.ts';
import { readDate, sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import type { QuietProgress } from '../../core/progress.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { askWords, wordsToKeep } from '../../session/typed.ts';
import { decideQuiet, decideRemoval, findQuiet, quietId } from './decide.ts';
import { readPeriod, splitPeriod, type TypedPeriod } from './period.ts';
import { quietText, sayAdded, sayRemoved } from './text.ts';
import { quietDocument } from './view.ts';

const GROUP = 'People and papers';
const EXAMPLE = 'induct quiet add "27 July" "1 September" --why "Summer recess"';

const add: Command = {
  name: 'add',
  group: GROUP,
  about: 'Add a quiet period: its first day, the first day back, and why',
  args: '[dates...]',
  options: [
    { flags: '--why <text>', about: 'the reason, always. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct quiet add "23 December" "4 January" --why Christmas'],
  run: async (session, input) => {
    const { today } = await session.plan();
    const typed = splitPeriod(input.args, today);
    const typedWhy = textOption(input, 'why');
    const gaps = sayGaps({ missing: missingOf(typed, typedWhy) }, EXAMPLE);
    if (gaps !== null && !session.canAsk) throw gaps;
    const from = typed.from ?? (await askDate(session, 'From which day? Such as 27 July'));
    const to = typed.to ?? (await askDate(session, 'Which is the first day back? Such as 1 September'));
    const period = readPeriod(from, to, today);
    const words = typedWhy ?? (await askWords(session, 'Why? Such as Summer recess', '', ''));
    const quiet = { ...period, why: await wordsToKeep(session, words, isSet(input, 'keep')) };
    const recorded = await session.record((plan) => decideQuiet(plan, quiet));
    const { before, after, drafts } = recorded;
    await giveReceipt(session, recorded, sayAdded(before, after, quiet, drafts.length === 0));
  },
};

const remove: Command = {
  name: 'remove',
  group: GROUP,
  about: 'Remove the quiet period that begins on a day',
  args: '[from...]',
  examples: ['induct quiet remove "27 July"', 'induct quiet remove 2026-07-27'],
  run: async (session, input) => {
    const plan = await session.plan();
    const period = input.args.length > 0 ? findQuiet(plan, input.args.join(' ')) : await choose(session, plan);
    const recorded = await session.record((current) => decideRemoval(current, period));
    const { before, after, drafts } = recorded;
    await giveReceipt(session, recorded, sayRemoved(before, after, period, drafts.length === 0));
  },
};

/** `induct quiet`: the weeks in which suggested dates wait. */
export const quiet: Command = {
  name: 'quiet',
  group: GROUP,
  about: 'Show quiet periods, in which suggested dates wait; add or remove one',
  examples: ['induct quiet', 'induct quiet add "27 July" "1 September" --why "Summer recess"'],
  subcommands: [add, remove],
  run: async (session) => {
    const plan = await session.plan();
    await session.show(
      () => quietDocument(plan),
      () => quietText(plan),
    );
  },
};

/** All that is missing, told at once. */
function missingOf({ from, to }: TypedPeriod, why: string | undefined): string[] {
  return [
    ...(from === null ? ['the first day'] : []),
    ...(to === null ? ['the first day back'] : []),
    ...(why === undefined ? ['--why, the reason'] : []),
  ];
}

async function askDate(session: Session, message: string): Promise<string> {
  const prompter = await session.prompter();
  return prompter.type({ message }, (typed) => {
    const read = readDate(typed, { today: session.today, direction: 'ahead' });
    return read.ok ? { ok: true, value: typed } : { ok: false, why: read.why };
  });
}

async function choose(session: Session, plan: Plan): Promise<QuietProgress> {
  const [first] = plan.quiet;
  if (first === undefined) throw usage('There are no quiet periods to remove.', 'To add one: induct quiet add');
  const example = `For example: induct quiet remove ${first.from}`;
  if (!session.canAsk) throw usage('Say which quiet period, by its first day.', example);
  const prompter = await session.prompter();
  const id = await prompter.choose(
    { message: 'Which quiet period?' },
    plan.quiet.map(({ from, why }) => ({ id: quietId(from), label: `${sayDayDateNear(from, plan.today)}  ${why}` })),
    quietId(first.from),
  );
  return plan.quiet.find(({ from }) => quietId(from) === id) as QuietProgress;
}
