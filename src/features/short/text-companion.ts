import { addDays, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import { questionsByWhom, sayPromise, sayPromised } from '../../core/say-companion.ts';
import { sayAround } from '../../core/say-habit.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, items, text } from '../../formats/terminal/blocks.ts';
import type { ShortView } from './view.ts';

/** Wider lines would break the command at their end over two. */
const WIDEST = 78;
/** A habit is mentioned so many days before it comes round. */
const DAYS_AROUND = 3;

/** What was promised and not kept yet, the soonest first; one line where there is no room for more. */
export function promised({ plan, promises }: ShortView, most: number): Block[] {
  const [first] = promises;
  if (first === undefined) return [];
  if (most === 0) {
    const count = promises.length === 1 ? '1 promise is open' : `${promises.length} promises are open`;
    const by = first.one.by === null ? '' : `, ${sayBy(first.one.by, plan.today)}`;
    return [text(`${count}${by} (induct promises)`)];
  }
  const rows = promises.slice(0, most).map(({ id, one }) => ({
    label: id,
    text: sayPromise(one, plan),
    right: sayPromised(one, plan.today),
  }));
  const left = promises.length - rows.length;
  return [
    heading('PROMISED'),
    items(rows),
    ...(left > 0 ? [text(`and ${left} more (induct promises)`, { indent: 2 })] : []),
  ];
}

function sayBy(by: string, today: string): string {
  return by < today ? `late since ${sayDayDateNear(by, today)}` : `the first by ${sayDayDateNear(by, today)}`;
}

/** The open questions in one line: `3 open questions to the director of children's services (induct questions)`. */
export function asked({ plan, questions }: ShortView): Block[] {
  const [most, ...others] = questionsByWhom(questions);
  if (most === undefined) return [];
  const count = questions.length === 1 ? '1 open question' : `${questions.length} open questions`;
  const whom = nameOfWhom(most.to, plan).replace(/ \([^)]*\)$/, '');
  const to = others.length === 0 ? ` to ${whom}` : `, ${most.count} to ${whom}`;
  return [text(fitting(`${count}${to} (induct questions)`, `${count} (induct questions)`))];
}

/** The habits that come round about now, in one line. */
export function comingRound(view: ShortView): Block[] {
  const { plan, habits } = view;
  const due = habits.filter(({ next }) => next !== null && next <= addDays(plan.today, DAYS_AROUND));
  const [only] = due;
  if (only === undefined) return [];
  if (due.length > 1) return [text(`${due.length} habits come round about now (induct habits)`)];
  const title = fill(only.pack.title, voiceOf(plan));
  return [text(fitting(`${title}, ${sayAround(only, plan)} (induct habits)`, 'A habit comes round (induct habits)'))];
}

function fitting(full: string, short: string): string {
  return full.length <= WIDEST ? full : short;
}
