import { calledHere } from '../../core/called.ts';
import { type CivilDate, daysBetween, sayDayDateNear } from '../../core/dates/index.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import type { Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { PATIENCE_DAYS } from '../../core/plan/waiting.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { WaitingView } from './view.ts';

export function waitingText({ plan, waiting }: WaitingView): readonly Block[] {
  const head = text(`${sayHead(plan)}: asked for, and not here yet`);
  const [first] = waiting.flatMap((row) => row.actions);
  if (first === undefined) {
    return spaced(
      [head],
      [text('Nothing. What was asked for is here, or nothing was asked for yet.')],
      [hints('Emails ready to paste: induct letter', 'Sent one? induct ask 6')],
    );
  }
  return spaced([head], ...waiting.map((row) => sayRow(row, plan)), [
    hints(`Remind them: induct letter chase${isLong(waiting, plan) ? '' : ' --all'}`, whenItCame(first, plan.today)),
  ]);
}

/** Whether anything has been waited for so long that a reminder takes it by itself. */
function isLong(waiting: readonly Waiting[], { today }: Plan): boolean {
  return waiting.some(({ since }) => daysBetween(since, today) >= PATIENCE_DAYS);
}

function sayRow(row: Waiting, plan: Plan): Block[] {
  const rows = row.actions.map((action) => ({
    label: action.number,
    text: calledHere(action, plan),
    right: action.arrangedOn === row.since ? '' : `since ${sayDayDateNear(action.arrangedOn ?? row.since, plan.today)}`,
  }));
  return [text(sayOf(row, plan), { strong: true }), items(rows)];
}

/** `The DCS's office: 17, since Fri 22 May (10 days ago)`. */
function sayOf({ of, since, actions }: Waiting, plan: Plan): string {
  const days = daysBetween(since, plan.today);
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  const whom = of === null ? 'Nobody named' : `${of.charAt(0).toUpperCase()}${of.slice(1)}`;
  return `${whom}: ${actions.length}, since ${sayDayDateNear(since, plan.today)} (${ago})`;
}

/** What to type once it has come. */
function whenItCame({ kind, number }: PlanAction, today: CivilDate): string {
  if (kind === 'document') return `Come? induct got ${number}`;
  return kind === 'meeting'
    ? `A date? induct meetings add ${number} "${exampleDay(today)}"`
    : `Come? induct done ${number}`;
}
