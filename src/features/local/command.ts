import type { Command } from '../../commands.ts';
import { type LocalFacts, localFacts } from '../../core/local/local-facts.ts';
import type { Plan } from '../../core/plan/types.ts';
import { isProblem } from '../../core/problem.ts';
import type { Session } from '../../session/session.ts';
import { checkLocal } from './check.ts';
import { newList } from './new.ts';
import { localText } from './text.ts';
import { useLocal } from './use.ts';
import { localDocument } from './view.ts';

const NONE: LocalFacts = { names: [], meetings: [], people: [], papers: [], calendar: [], quiet: [], adviser: null };

/** `induct local`: what belongs to the council and not to its holder. */
export const local: Command = {
  name: 'local',
  group: 'Looking after it',
  about: "Show the council's own facts, which stay for the next holder, and which list is used",
  examples: ['induct local', 'induct local --json'],
  subcommands: [newList, useLocal, checkLocal],
  run: async (session) => {
    const plan = await planIfAny(session);
    const { localLists } = session.host;
    const instead = localLists.instead();
    const list = { instead, own: instead === null ? localLists.kept() : null };
    const view = { plan, today: session.today, facts: plan === null ? NONE : localFacts(plan), list };
    await session.show(
      () => localDocument(view),
      () => localText(view),
    );
  },
};

/** The plan, or null before `start` and in the middle of it. */
async function planIfAny(session: Session): Promise<Plan | null> {
  try {
    return await session.plan();
  } catch (error) {
    if (isProblem(error) && error.exitCode === 3) return null;
    throw error;
  }
}
