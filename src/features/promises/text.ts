import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { MadePromise, PromisesView } from './view.ts';

/** `induct promises` as words. A date that has passed was set by whoever promised, so it is said. */
export function promisesText({ plan, open, kept, keptCount }: PromisesView): readonly Block[] {
  const { officer, you } = voiceOf(plan);
  const promised = `what ${you} ${officer ? 'has' : 'have'} promised`;
  const head = text(`${sayHead(plan)}: ${promised}`);
  const more = kept === null && keptCount > 0 ? [text(`${keptCount} kept: induct promises --all`)] : [];
  const one = 'induct promise "Come back on transport" --to scrutiny --by "10 July"';
  if (open.length === 0 && (kept ?? []).length === 0) {
    return spaced(
      [head, text(keptCount === 0 ? 'No promise is recorded yet.' : 'No promise is open.')],
      [
        text('A promise made in a meeting is remembered by whoever it was made to. Write it down the same day.'),
        text(one),
      ],
      more,
    );
  }
  const [first] = open;
  return spaced(
    [head],
    open.length === 0
      ? [text('None is open.')]
      : [heading(`OPEN (${open.length})`), items(open.map((made) => openRow(made, plan)))],
    kept === null || kept.length === 0
      ? []
      : [heading(`KEPT (${kept.length})`), items(kept.map((made) => keptRow(made, plan)))],
    [hints(...(first === undefined ? [] : [`Kept? induct kept ${first.id}`])), ...more],
  );
}

function openRow({ id, one }: MadePromise, plan: Plan) {
  return { label: id, text: one.text, right: sayBy(one.by, plan), under: [sayMade(one, plan)] };
}

function keptRow({ id, one }: MadePromise, plan: Plan) {
  const right = one.keptOn === null ? '' : sayDayDateNear(one.keptOn, plan.today);
  return { label: id, text: one.text, right, under: [sayMade(one, plan), ...(one.note === null ? [] : [one.note])] };
}

function sayMade(one: MadePromise['one'], plan: Plan): string {
  return `To ${nameOfWhom(one.to, plan)}, promised ${sayDayDateNear(one.madeOn, plan.today)}.`;
}

/** `by Fri 10 July`; once that has passed `was due Fri 10 July`. */
export function sayBy(by: CivilDate | null, { today }: Pick<Plan, 'today'>): string {
  if (by === null) return 'no date';
  return `${by < today ? 'was due' : 'by'} ${sayDayDateNear(by, today)}`;
}
