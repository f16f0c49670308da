import type { Command } from '../../commands.ts';
import { anyHabitOn, buildHabits } from '../../core/habits.ts';
import { isProblem } from '../../core/problem.ts';
import { type Layout, render } from '../../formats/terminal/render.ts';
import type { Session } from '../../session/session.ts';
import { ROOMS, shortText } from './text.ts';
import { afterText } from './text-after.ts';
import { buildShort, type ShortView, shortDocument } from './view.ts';
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
    const gathered = await gatheredOrNone(session);
    if (gathered === null) {
      await session.show(() => ({ schema: 'induct.short/1', today: session.today, induction: null }), welcome);
      return;
    }
    const { plan, companion } = gathered;
    // The list of habits is read only where one is on.
    const habits = anyHabitOn(companion) ? (await session.host.packs().load('habits')).habits : [];
    const view = buildShort(plan, companion, buildHabits(habits, companion, plan));
    await session.show(
      () => shortDocument(view),
      () => fitting(view, session.layout()),
    );
  },
};

/** As much as there is room for, as it is laid out. */
function fitting(view: ShortView, layout: Layout): string {
  const say = view.over === null ? shortText : afterText;
  let screen = '';
  for (const room of ROOMS) {
    screen = render(say(view, room), layout);
    if (screen.split('\n').length - 1 <= MOST_LINES) break;
  }
  return screen;
}

async function gatheredOrNone(session: Session) {
  try {
    return await session.gatherAll();
  } catch (error) {
    if (isProblem(error) && error.exitCode === 3) return null;
    throw error;
  }
}
