import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import type { Plan } from '../../core/plan/types.ts';
import { movedDates } from '../../core/plan-changes.ts';
import type { QuietProgress } from '../../core/progress.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';

const HOW = 'Add one, by its first day and the first day back:';
const EXAMPLE = 'induct quiet add "27 July" "1 September" --why "Summer recess"';

/** The quiet periods in order, or how to add one where there are none. */
export function quietText(plan: Plan): readonly Block[] {
  const { quiet, today } = plan;
  const [first] = quiet;
  if (first === undefined) {
    return spaced(
      [text(`${sayHead(plan)}: no quiet periods`)],
      [
        text(
          'In recess, before an election, on holiday or in illness, suggested dates can wait until the first day back.',
        ),
      ],
      [text(HOW), text(EXAMPLE, { indent: 2 })],
    );
  }
  const rows = quiet.map((period) => ({
    label: sayDayDateNear(period.from, today),
    text: period.why,
    note: state(period, today),
    right: `back ${sayDayDateNear(period.to, today)}`,
  }));
  return spaced(
    [text(`${sayHead(plan)}: quiet periods`)],
    [items(rows)],
    [text('Suggested dates inside move to the first working day back; nothing else does.')],
    [text(HOW), text(EXAMPLE, { indent: 2 }), text(`Remove one: induct quiet remove ${first.from}`)],
  );
}

function state({ from, to }: QuietProgress, today: CivilDate): string {
  if (to <= today) return 'over';
  return from <= today ? 'now' : '';
}

/** What the receipt of a new period says: the day back, and how many dates moved out of it. */
export function sayAdded(before: Plan, after: Plan, period: QuietProgress, same: boolean): string[] {
  const day = (date: CivilDate) => sayDayDateNear(date, after.today);
  if (same) return [`That period is recorded already. Quiet until ${day(period.to)}.`];
  const old = before.quiet.find((one) => one.from === period.from);
  const instead = old === undefined || old.to === period.to ? '' : ` Until now the first day back was ${day(old.to)}.`;
  const begins = period.from <= after.today ? 'It began on' : 'It begins on';
  return [`Quiet until ${day(period.to)}.`, `${begins} ${day(period.from)}.${instead} ${sayMoved(before, after)}`];
}

/** What the receipt of a removal says. */
export function sayRemoved(before: Plan, after: Plan, period: QuietProgress, same: boolean): string[] {
  const day = sayDayDateNear(period.from, after.today);
  if (same) return [`The quiet period from ${day} was removed already.`];
  return [`Removed: the quiet period from ${day}. ${sayMoved(before, after)}`];
}

function sayMoved(before: Plan, after: Plan): string {
  const moved = movedDates(before, after);
  const days = new Set(moved.map(({ to }) => to));
  const [day] = days;
  if (day === undefined) return 'No suggested date moves.';
  const to = days.size === 1 ? ` to ${sayDayDateNear(day, after.today)}` : '';
  return moved.length === 1 ? `1 suggested date moves${to}.` : `${moved.length} suggested dates move${to}.`;
}
