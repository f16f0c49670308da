import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { buildHabits, type Habit } from '../../core/habits.ts';
import { readEvery } from '../../core/meetings/every.ts';
import type { PackHabit } from '../../core/pack-advice.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askFor } from '../../session/record-meeting.ts';
import type { Recorded, Session } from '../../session/session.ts';
import { pastDate, wordsToKeep } from '../../session/typed.ts';
import { decideHabit, decideLogged, findHabit, type HabitDecision } from './decide.ts';
import { habitsText, sayLogged, saySet } from './text.ts';
import { habitsDocument } from './view.ts';

const GROUP = 'People and papers';
const EVERY_EXAMPLE = 'induct habits every service-visit "2 weeks"';

const on: Command = {
  name: 'on',
  group: GROUP,
  about: 'Switch a habit on',
  args: '[habit...]',
  options: [{ flags: '--every <time>', about: 'how often: week, "2 weeks", month' }],
  examples: ['induct habits on service-visit', 'induct habits on data-look --every month'],
  run: async (session, input) => {
    const typed = textOption(input, 'every');
    const every = typed === undefined ? null : readEvery(typed);
    const chosen = await choose(session, input.args, 'Which one to switch on?', 'induct habits on service-visit');
    await record(session, chosen, {
      decide: (habit, today) => decideHabit(habit, { on: true, every }, today),
      say: (habit, plan) => saySet(habit, plan, !chosen.on),
    });
  },
};

const off: Command = {
  name: 'off',
  group: GROUP,
  about: 'Switch a habit off; what was logged stays',
  args: '[habit...]',
  examples: ['induct habits off duty-desk', 'induct habits off data-look'],
  run: async (session, input) => {
    const chosen = await choose(session, input.args, 'Which one to switch off?', 'induct habits off service-visit');
    await record(session, chosen, {
      decide: (habit, today) => decideHabit(habit, { on: false, every: null }, today),
      say: (habit) => [`Off: ${habit.pack.title}. What was logged stays.`],
    });
  },
};

const every: Command = {
  name: 'every',
  group: GROUP,
  about: 'Change how often a habit comes round',
  args: '[habit] [time...]',
  examples: [EVERY_EXAMPLE, 'induct habits every data-look month'],
  run: async (session, input) => {
    const [habitTyped, ...time] = input.args;
    if (habitTyped === undefined && !session.canAsk) {
      throw usage('These are missing: which habit; how often.', `For example: ${EVERY_EXAMPLE}`);
    }
    const chosen = await choose(session, habitTyped === undefined ? [] : [habitTyped], 'Which one?', EVERY_EXAMPLE);
    const missing = {
      question: 'How often? Such as 2 weeks, or month',
      what: 'Say how often.',
      example: `induct habits every ${chosen.pack.id} "2 weeks"`,
    };
    const read = (typed: string) => readEvery(typed, '');
    const rhythm = time.length === 0 ? await askFor(session, missing, read) : read(time.join(' '));
    await record(session, chosen, {
      decide: (habit, today) => decideHabit(habit, { on: habit.on, every: rhythm }, today),
      say: (habit, plan) => saySet(habit, plan, false),
    });
  },
};

const log: Command = {
  name: 'log',
  group: GROUP,
  about: 'Record that a habit was kept, today or on a day',
  args: '[habit...]',
  options: [
    { flags: '--on <date>', about: 'the day (today)' },
    { flags: '--note <text>', about: 'a few words to keep with it. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: ['induct habits log data-look', 'induct habits log duty-desk --on yesterday'],
  run: async (session, input) => {
    const chosen = await choose(session, input.args, 'Which one was kept?', 'induct habits log data-look');
    const day = pastDate(textOption(input, 'on'), session.today);
    const note = await noteOf(session, input);
    await record(session, chosen, {
      decide: (habit, today) => decideLogged(habit, day, note, today),
      say: (habit, plan) => sayLogged(habit, day, plan),
    });
  },
};

/** `induct habits`: what to keep up rather than do once. */
export const habits: Command = {
  name: 'habits',
  group: GROUP,
  about: 'Show what to keep up: a visit, the duty desk, the data; switch one on or off',
  examples: ['induct habits', 'induct habits on service-visit', EVERY_EXAMPLE],
  subcommands: [on, off, every, log],
  run: async (session) => {
    const view = await load(session);
    await session.show(
      () => habitsDocument(view),
      () => habitsText(view),
    );
  },
};

async function load(session: Session): Promise<{ readonly plan: Plan; readonly habits: readonly Habit[] }> {
  const { plan, companion } = await session.gatherAll();
  return { plan, habits: buildHabits(await packOf(session), companion, plan) };
}

async function packOf(session: Session): Promise<readonly PackHabit[]> {
  return (await session.host.packs().load('habits')).habits;
}

async function noteOf(session: Session, input: Input): Promise<string | null> {
  const typed = textOption(input, 'note');
  return typed === undefined ? null : wordsToKeep(session, typed, isSet(input, 'keep'));
}

/** The habit that was typed, or one chosen from all. @throws Problem (2) when nobody can be asked */
async function choose(session: Session, words: readonly string[], question: string, example: string): Promise<Habit> {
  const { habits: all } = await load(session);
  if (words.length > 0) return findHabit(all, words.join(' '));
  if (!session.canAsk) throw usage('Say which habit.', `For example: ${example}`);
  const prompter = await session.prompter();
  const choices = all.map(({ pack }) => ({ id: pack.id, label: pack.title }));
  return findHabit(all, await prompter.choose({ message: question }, choices, choices[0]?.id));
}

type Recording = {
  readonly decide: (habit: Habit, today: string) => HabitDecision;
  readonly say: (habit: Habit, plan: Plan) => readonly string[];
};

/** Decides on what is so now, records, and says how the habit stands afterwards. */
async function record(session: Session, chosen: Habit, { decide, say }: Recording): Promise<void> {
  const pack = await packOf(session);
  let same: string | null = null;
  const recorded: Recorded = await session.recordAll(({ plan, companion }) => {
    const now = findHabit(buildHabits(pack, companion, plan), chosen.pack.id);
    const decision = decide(now, plan.today);
    same = decision.same;
    return decision.drafts;
  });
  const after = await load(session);
  const habit = findHabit(after.habits, chosen.pack.id);
  await giveReceipt(session, recorded, same === null ? say(habit, after.plan) : [same]);
}
