import type { Command } from '../../commands.ts';
import { findMeeting } from '../../core/meetings/find.ts';
import { typedFor } from '../../core/meetings/naming.ts';
import { nearestOf } from '../../core/nearest.ts';
import type { Plan, PlanMeeting } from '../../core/plan/types.ts';
import { isProblem, type Problem, usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { add, attended, cancel, move } from './dates.ts';
import { importFile } from './import.ts';
import { listMeetings } from './list.ts';
import { as, newMeeting, rename } from './names.ts';

const SUBCOMMANDS: readonly Command[] = [add, move, cancel, attended, rename, as, newMeeting, importFile];

/** `induct meetings` with its subcommands, which record dates, names and roles. */
export const meetings: Command = {
  ...listMeetings,
  args: '[word...]',
  subcommands: SUBCOMMANDS,
  run: async (session, input) => {
    const [word, ...rest] = input.args;
    if (word !== undefined) throw noSuchWord(await session.plan(), word, rest);
    await listMeetings.run(session, input);
  },
};

/** A word that is no subcommand: the nearest one, or for a meeting what can be recorded about it. */
function noSuchWord(plan: Plan, word: string, rest: readonly string[]): Problem {
  const names = SUBCOMMANDS.map((command) => command.name);
  const unknown = `There is no command "meetings ${shown(word)}".`;
  const which = `After meetings comes one of: ${names.join(', ')}.`;
  const beginning = names.filter((name) => name.startsWith(word.toLowerCase()));
  if (beginning.length > 0) return usage(unknown, `Did you mean ${beginning.join(' or ')}?`);
  const meeting = meetingNamed(plan, [word, ...rest].join(' ')) ?? meetingNamed(plan, word);
  if (meeting !== null) {
    const example = `For example: induct meetings attended ${typedFor(plan, meeting)}`;
    return usage(`It is not clear what to record about "${shown(word)}". ${which}`, example);
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
