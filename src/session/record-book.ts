import { looksLikeTime, sayDayDateNear, sayTime } from '../core/dates/index.ts';
import { decideBook } from '../core/decide-book.ts';
import { exampleDay } from '../core/meetings/example-day.ts';
import { usage } from '../core/problem.ts';
import { isOpen } from '../core/reference.ts';
import { recordEach } from './record-each.ts';
import { selectActions } from './select.ts';
import type { Session } from './session.ts';
import { askComingDate, comingDate, dateAndTime } from './typed.ts';

/** For when (as typed), with whom, and whether many may be recorded without asking. */
export type BookOptions = {
  readonly for: string | undefined;
  readonly with: string | null;
  readonly confirmed: boolean;
};

/** Records a date for actions: `book`, and `arrange` with one. A time may follow the date as a word of its own. */
export async function recordBook(session: Session, typed: readonly string[], options: BookOptions): Promise<void> {
  const plan = await session.plan();
  const words = typed.filter((word) => !looksLikeTime(word));
  const time = typed.find((word) => looksLikeTime(word));
  const verb = { name: 'book', question: 'What has a date now?', takes: isOpen };
  if (options.for === undefined && !session.canAsk) {
    const what =
      words.length === 0
        ? 'Say which action, and --for: the day it is booked for.'
        : 'Add --for: the day it is booked for.';
    throw usage(what, `For example: induct book ${words[0] ?? '4.8'} --for "${exampleDay(plan.today)}" 4pm`);
  }
  const chosen = await selectActions(session, plan, words, verb, options.confirmed);
  const split = dateAndTime(
    options.for ?? (await askComingDate(session, `For when? Such as ${exampleDay(plan.today)} 4pm`)),
    time,
  );
  const date = comingDate(split.date, plan.today, '--for');
  const input = { for: date, time: split.time, with: options.with, on: plan.today };
  const receipt = `Booked for ${sayDayDateNear(date, plan.today)}${split.time === null ? '' : `, ${sayTime(split.time)}`}`;
  await recordEach(session, { chosen, decide: (current, action) => decideBook(current, action, input), receipt });
}
