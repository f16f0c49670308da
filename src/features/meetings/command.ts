import type { Command } from '../../commands.ts';
import { nearestOf } from '../../core/nearest.ts';
import type { Plan, PlanMeeting } from '../../core/plan/types.ts';
import { isProblem, type Problem, usage } from '../../core/problem.ts';
import { add, attended, cancel, move } from './dates.ts';
import { findMeeting, typedFor } from './find.ts';
import { as, newMeeting, rename } from './names.ts';
import { meetingsText } from './text.ts';
import { buildMeetingsView, meetingsDocument } from './view.ts';

const SUBCOMMANDS: readonly Command[] = [add, move, cancel, attended, rename, as, newMeeting];

/** `induct meetings`: what has a date, then what has none; its subcommands record dates, names and roles. */
export const meetings: Command = {
  name: 'meetings',
  group: 'People and papers',
  about: 'Show the meetings: dates, in what role you go, how often',
  args: '[word...]',
  first: true,
  subcommands: SUBCOMMANDS,
  examples: ['induct meetings', 'induct meetings add 7.3 "18 June" 4:30pm', 'induct meetings attended 7.2'],
  run: async (session, input) => {
    const plan = await session.plan();
    const [word] = input.args;
    if (word !== undefined) throw noSuchWord(plan, word, input.args.slice(1));
    const view = buildMeetingsView(plan);
    await session.show(
      () => meetingsDocument(view),
      () => meetingsText(view),
    );
  },
};

/** A word that is no subcommand: the nearest one, or for a meeting what can be recorded about it. */
function noSuchWord(plan: Plan, word: string, rest: readonly string[]): Problem {
  const names = SUBCOMMANDS.map((command) => command.name);
  const unknown = `There is no command "meetings ${word}".`;
  const which = `After meetings comes one of: ${names.join(', ')}.`;
  const beginning = names.filter((name) => name.startsWith(word.toLowerCase()));
  if (beginning.length > 0) return usage(unknown, `Did you mean ${beginning.join(' or ')}?`);
  const meeting = meetingNamed(plan, [word, ...rest].join(' ')) ?? meetingNamed(plan, word);
  if (meeting !== null) {
    const example = `For example: induct meetings attended ${typedFor(plan, meeting)}`;
    return usage(`It is not clear what to record about "${word}". ${which}`, example);
  }
  const near = nearestOf(word, names);
  return usage(unknown, near === null ? which : `Did you mean ${near}?`);
}

/** The meeting that words mean; null when they mean none. */
function meetingNamed(plan: Plan, words: string): PlanMeeting | null {
  try {
    return findMeeting(plan, words);
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
