import { voiceOf } from '../../core/documents.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { OUR_DATES } from '../../core/say-occasion.ts';
import { sayBlocked, sayState } from '../../core/say-state.ts';
import { fill, type Voice } from '../../core/voice.ts';
import { type Block, heading, hints, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { StatusView } from './view.ts';

/** Everything outstanding, by step. */
export function statusText(view: StatusView): readonly Block[] {
  const { plan, steps } = view;
  const voice = voiceOf(plan);
  if (steps.length === 0) return [text(`${sayHead(plan)}.`), text(sayNothing(view))];
  return spaced(
    [text(`${sayHead(plan)}: ${sayCounts(view)}`)],
    ...steps.map((step) => [
      heading(`${step.number}  ${step.title}`),
      items(step.actions.map((action) => row(action, plan, voice))),
    ]),
    [hints(OUR_DATES, `More about one: induct show ${steps[0]?.actions[0]?.number ?? '3.2'}`)],
  );
}

function row(action: PlanAction, plan: Plan, voice: Voice): Item {
  const blocked = action.status === 'todo' ? sayBlocked(action, plan.actions) : '';
  const label = action.number;
  const words = fill(action.title, voice);
  const right = blocked === '' ? sayState(action, plan.today) : blocked;
  if (action.status !== 'skipped' || action.skippedBecause === null) return { label, text: words, right };
  return { label, text: words, right, under: [action.skippedBecause] };
}

function sayCounts({ shownCounts: counts, filter }: StatusView): string {
  const open = counts.todo + counts.arranged + counts.received;
  if (filter.overdue) return `${counts.overdue} past their date`;
  const parts = [`${open} outstanding`];
  if (counts.arranged > 0) parts.push(`${counts.arranged} of them asked for or booked`);
  if (counts.received > 0) parts.push(`${counts.received} here to read`);
  parts.push(`${counts.done} done`);
  return parts.join(', ');
}

function sayNothing({ filter }: StatusView): string {
  if (filter.overdue) return 'Nothing is overdue.';
  if (filter.step !== null || filter.kind !== null)
    return 'Nothing of this is outstanding. With what was done: add --all';
  return 'Nothing is outstanding. With what was done: induct status --all';
}
