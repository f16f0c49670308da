import { type CivilDate, sayDayDateNear, sayTime } from '../core/dates/index.ts';
import { exampleDay } from '../core/meetings/example-day.ts';
import { readWhen } from '../core/meetings/when.ts';
import type { Plan } from '../core/plan/types.ts';
import { isProblem } from '../core/problem.ts';
import type { About } from '../core/talks/about.ts';
import { type Day, nextAfter } from '../core/talks/decide-next.ts';
import { text } from '../formats/terminal/blocks.ts';
import type { Session } from './session.ts';
import { NO_NAMES, wordsToKeep } from './typed.ts';

/** A day and a time to type: `Such as 18 June 4pm`. */
export const suchAs = (today: CivilDate): string => `Such as ${exampleDay(today)} 4pm`;

/**
 * Asks for a few words that are to be kept; Enter leaves them out. What looks as if it identified a child and is not to be kept
 * is asked for again.
 */
export async function askToKeep(session: Session, message: string, why = NO_NAMES): Promise<string | null> {
  const prompter = await session.prompter();
  for (;;) {
    const typed = await prompter.type({ message, why }, (words) => ({ ok: true, value: words }));
    if (typed === '') return null;
    try {
      return await wordsToKeep(session, typed, false);
    } catch (error) {
      if (!isProblem(error)) throw error;
      session.tell([text('Write it without, or press Enter to leave it out.')]);
    }
  }
}

/** Asks for a day to come after another, with a time or without; Enter for none, where that may be. */
export async function askDay(
  session: Session,
  message: string,
  { after, optional }: { readonly after: CivilDate | null; readonly optional: boolean },
): Promise<Day | null> {
  const prompter = await session.prompter();
  return prompter.type<Day | null>({ message }, (typed) => {
    if (typed === '' && optional) return { ok: true, value: null };
    try {
      const { date, time } = readWhen(typed, session.today);
      if (date === null) return { ok: false, why: `Type a day. ${suchAs(session.today)}.` };
      if (after !== null && date <= after) return { ok: false, why: 'It must come after the day you record.' };
      return { ok: true, value: { date, time } };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { ok: false, why: error.message };
    }
  });
}

/**
 * Asks for the next date with somebody: whether the one in the diary holds, else for one.
 * @returns null where the diary is right as it is, `none` where its date is to go
 */
export async function askNext(session: Session, plan: Plan, about: About, on: CivilDate): Promise<Day | 'none' | null> {
  const coming = nextAfter(about, plan, on);
  if (coming === null) {
    return askDay(session, `The next date? ${suchAs(plan.today)}, or Enter for none`, { after: on, optional: true });
  }
  const time = coming.time === null ? '' : `, ${sayTime(coming.time)}`;
  const always = about.held[0]?.progress.own?.every ? ', as always' : '';
  const prompter = await session.prompter();
  const message = `Next: ${sayDayDateNear(coming.date, plan.today)}${time}${always}?`;
  if (await prompter.confirm({ message }, true)) return null;
  const instead = await askDay(session, `When instead? ${suchAs(plan.today)}, or Enter for no date`, {
    after: on,
    optional: true,
  });
  return instead ?? 'none';
}
