import { voiceOf } from '../../core/documents.ts';
import { sayAround } from '../../core/say-habit.ts';
import { sayHead } from '../../core/say-head.ts';
import { whatToType } from '../../core/say-occasion.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { diary, nextList, occasions, type Room, sayDay, waiting } from './text.ts';
import { asked, promised } from './text-companion.ts';
import type { ShortView } from './view.ts';

/** The diary leads now, so it has more room. */
const MORE_DIARY = 3;

/**
 * The short view once the plan does not lead any more: the diary, what was promised and asked, habits, and the year. Of
 * dates only those count as late that the user set or booked.
 */
export function afterText(view: ShortView, room: Room): readonly Block[] {
  const { plan } = view;
  return spaced(
    [text(`${sayHead(plan)}${sayDay(view) || '.'}`), text(sayOver(view))],
    [
      ...occasions('LATE, BY DATES YOU SET OR BOOKED', view.late, room.late, plan),
      ...diary(view, room.promised === 0 ? room.diary : room.diary + MORE_DIARY),
      ...nextList(view, room.next),
      ...waiting(view, room.waiting),
      ...promised(view, room.promised),
      ...keepUp(view, room),
    ],
    [...asked(view), ...sayOpen(view), ...sayEnding(view)],
  );
}

function sayOver({ over, diary: entries, promises, questions }: ShortView): string {
  const said = over === 'done' ? 'Everything in the plan is settled' : 'The hundred days are over';
  const nothing = entries.length + promises.length + questions.length === 0;
  return nothing ? `${said}.` : `${said}; what is agreed and asked goes on.`;
}

function keepUp({ plan, habits }: ShortView, { promised: most }: Room): Block[] {
  const rows = habits.slice(0, most).map((habit) => ({
    label: '',
    text: fill(habit.pack.title, voiceOf(plan)),
    right: sayAround(habit, plan),
  }));
  return rows.length === 0 ? [] : [heading('TO KEEP UP'), items(rows)];
}

function sayOpen({ open }: ShortView): Block[] {
  if (open === 0) return [];
  const things = open === 1 ? '1 thing of the plan is' : `${open} things of the plan are`;
  return [text(`${things} still open (induct status)`)];
}

function sayEnding({ late, open }: ShortView): Block[] {
  const [first] = late;
  return [
    ...(open === 0 ? [text('What was done: induct status --all')] : []),
    ...(first === undefined || first.chase ? [] : [text(`Done? induct done ${whatToType(first)}`)]),
    hints('What the year brings: induct year', 'Next week: induct week'),
  ];
}
