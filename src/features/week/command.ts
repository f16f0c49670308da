import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { addDays, type CivilDate, weekdayOf } from '../../core/dates/index.ts';
import { anyHabitOn, buildHabits } from '../../core/habits.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { render } from '../../formats/terminal/render.ts';
import { printPage } from '../../session/print-page.ts';
import type { Session } from '../../session/session.ts';
import { dateOf } from '../../session/typed.ts';
import { weekPage } from './print.ts';
import { ROOMS, weekText } from './text.ts';
import { buildWeek, type WeekView, weekDocument } from './view.ts';

/** One page to read: about so many lines. */
const MOST_LINES = 30;

/** `induct week`: next week on one page. */
export const week: Command = {
  name: 'week',
  group: 'Out into the world',
  about: 'Show next week on one page: the diary, papers, promises, questions, one thing to read',
  options: [
    { flags: '--this', about: 'the week that today is in' },
    { flags: '--from <date>', about: 'the week that a day is in' },
    { flags: '--print', about: 'as an A4 page for the holder, with room to write' },
    { flags: '--output <file>', about: 'write the page there; - is standard output' },
    { flags: '--force', about: 'replace a file that is there' },
  ],
  examples: ['induct week', 'induct week --this', 'induct week --from "8 June"', 'induct week --print'],
  run: async (session, input) => {
    const output = textOption(input, 'output') ?? null;
    const { plan, companion } = await session.gatherAll();
    const from = mondayOf(input, session.today);
    const pack = anyHabitOn(companion) ? (await session.host.packs().load('habits')).habits : [];
    const build = (one: Plan) => buildWeek(one, companion, buildHabits(pack, companion, one), from);
    if (isSet(input, 'print') || output !== null) {
      const page = weekPage(build(forHolder(plan)));
      if (!session.flags.json || output !== '-') {
        await printPage(session, `week-${from}.html`, page, { output, force: isSet(input, 'force') });
      }
      if (!session.flags.json) return;
    }
    const view = build(plan);
    await session.show(
      () => weekDocument(view),
      () => fitting(session, view),
      { explain: true },
    );
  },
};

/** The Monday meant: the next one after today, that of this week, or that of the week a day is in. */
function mondayOf(input: Input, today: CivilDate): CivilDate {
  const typed = textOption(input, 'from');
  if (typed !== undefined && isSet(input, 'this')) {
    throw usage('--this and --from name two weeks.', 'Give one of them: induct week --this');
  }
  if (typed !== undefined) return monday(dateOf(typed, 'ahead', today, '--from'));
  return isSet(input, 'this') ? monday(today) : addDays(monday(today), 7);
}

function monday(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** A printed page speaks to the holder, whoever prints it. */
function forHolder(plan: Plan): Plan {
  return { ...plan, induction: { ...plan.induction, typing: 'holder' } };
}

function fitting(session: Session, view: WeekView) {
  const layout = session.layout();
  const room = ROOMS.find((one) => render(weekText(view, one), layout).split('\n').length - 1 <= MOST_LINES);
  return weekText(view, room ?? (ROOMS.at(-1) as (typeof ROOMS)[number]));
}
