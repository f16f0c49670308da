import { sayDayDateNear, sayLongDate } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';
import { whatToType } from '../../core/say-occasion.ts';
import { isOwnDate, sayWhen } from '../../core/say-state.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { CatchupView, Item } from './view.ts';

const HEADINGS: readonly (readonly [string, (item: Item) => boolean])[] = [
  ['HELD?', ({ what }) => what === 'held'],
  ['COME?', ({ what }) => what === 'came'],
  ['KEPT?', ({ what }) => what === 'kept'],
  ['PAST, BY DATES SET OR BOOKED', (item) => item.what === 'past' && isOwnDate(item.occasion)],
  [
    'PAST, BY OUR SUGGESTED DATES',
    (item) => item.what === 'again' || (item.what === 'past' && !isOwnDate(item.occasion)),
  ],
];

/** What would be asked, with the command to type for each: where nobody can be asked. */
export function catchupText({ plan, items: list }: CatchupView): readonly Block[] {
  const groups = HEADINGS.map(([title, belongs]) => ({ title, found: list.filter(belongs) }));
  return spaced(
    [text(`To catch up with, ${sayLongDate(plan.today)}`)],
    list.length === 0 ? [text('Nothing is open of the last two weeks.')] : [],
    ...groups.map(({ title, found }) =>
      found.length === 0 ? [] : [heading(`${title} (${found.length})`), items(found.map((one) => row(one, plan)))],
    ),
    [text(sayNext(plan))],
  );
}

function row(item: Item, plan: Plan) {
  return { label: '', text: item.title, right: sayDay(item, plan), under: [item.command] };
}

/** The day with the word that says what it is. */
export function sayDay({ what, date }: Item, plan: Plan): string {
  if (date === null) return '';
  const day = sayDayDateNear(date, plan.today);
  if (what === 'came') return `asked for ${day}`;
  if (what === 'kept') return `by ${day}`;
  return what === 'past' ? `was ${day}` : day;
}

/** What comes next. */
export function sayNext(plan: Plan): string {
  const next = plan.occasions.find((occasion) => !occasion.overdue) ?? plan.occasions[0];
  if (next === undefined) return 'Nothing else is outstanding.';
  const when = sayWhen(next, plan.today);
  return `Next: ${whatToType(next)} ${fill(next.title, voiceOf(plan))}${when === '' ? '' : `, ${when}`}.`;
}
