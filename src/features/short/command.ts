import type { Command } from '../../commands.ts';
import { isProblem } from '../../core/problem.ts';
import { render } from '../../formats/terminal/render.ts';
import type { Session } from '../../session/session.ts';
import { ROOMS, shortText } from './text.ts';
import { buildShort, shortDocument } from './view.ts';
import { welcome } from './welcome.ts';

/** A screen that is read at a glance: at most so many lines. */
const MOST_LINES = 24;

/** Bare `induct`: the short view; before `start`, what this is and how to begin. */
export const short: Command = {
  name: 'induct',
  group: 'Every day',
  about: 'Show what presses, what comes next and what is in the diary',
  examples: ['induct'],
  run: async (session) => {
    const plan = await planOrNone(session);
    if (plan === null) {
      await session.show(
        () => ({ schema: 'induct.short/1', today: session.today, induction: null }),
        () => welcome,
      );
      return;
    }
    const view = buildShort(plan);
    const layout = session.layout();
    const fits = ROOMS.find((room) => render(shortText(view, room), layout).split('\n').length - 1 <= MOST_LINES);
    await session.show(
      () => shortDocument(view),
      () => shortText(view, fits ?? (ROOMS.at(-1) as (typeof ROOMS)[number])),
    );
  },
};

async function planOrNone(session: Session) {
  try {
    return await session.plan();
  } catch (error) {
    if (isProblem(error) && error.exitCode === 3) return null;
    throw error;
  }
}
