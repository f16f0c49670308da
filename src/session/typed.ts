import { type CivilDate, type DateDirection, readDate, readTime, splitDateAndTime } from '../core/dates/index.ts';
import { mayIdentify } from '../core/may-identify.ts';
import { isProblem, usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';
import { text } from '../formats/terminal/blocks.ts';
import type { Asked } from '../host/prompts/prompter.ts';
import type { Session } from './session.ts';

/** In every prompt for text. */
export const NO_NAMES = 'No names of children or families.';
const LONGEST_TEXT = 10_000;

/** A date as typed. @throws Problem (2) that names the flag and says what is wrong with the date */
export function dateOf(typed: string, direction: DateDirection, today: CivilDate, flag: string): CivilDate {
  const read = readDate(typed, { today, direction });
  if (!read.ok) throw usage(flag === '' ? read.why : `${flag}: ${read.why}`);
  return read.date;
}

/** A day on which something took place: today or earlier. Without one, today. */
export function pastDate(typed: string | undefined, today: CivilDate, flag = '--on'): CivilDate {
  if (typed === undefined) return today;
  const date = dateOf(typed, 'past', today, flag);
  if (date > today) throw usage(`${flag}: ${typed} has not come yet. It must be today or earlier.`);
  return date;
}

/** A day to come: today or later. */
export function comingDate(typed: string, today: CivilDate, flag: string): CivilDate {
  const date = dateOf(typed, 'ahead', today, flag);
  if (date < today) throw usage(`${flag === '' ? '' : `${flag}: `}${typed} has passed. It must be today or later.`);
  return date;
}

/** A day and a time as typed together or apart: `3 June 4pm`, or `3 June` and `4pm`. The time is HH:MM or null. */
export function dateAndTime(
  typedDate: string,
  typedTime: string | undefined,
): { readonly date: string; readonly time: string | null } {
  const split = typedTime === undefined ? splitDateAndTime(typedDate) : { date: typedDate, time: typedTime };
  if (split.time === null) return { date: split.date, time: null };
  const time = readTime(split.time);
  if (time === null) throw usage(`"${shown(split.time)}" is not a time. Type it like 4pm, 9:30am or 16:00.`);
  return { date: split.date, time };
}

/**
 * Words that are to be kept. Text that looks as if it identified a child is asked about; where nobody can be
 * asked it is refused, unless --keep says that it does not.
 * @throws Problem (2) for an empty or far too long text, and when it is not to be kept
 */
export async function wordsToKeep(session: Session, words: string, keep: boolean): Promise<string> {
  const trimmed = words.trim();
  if (trimmed === '') throw usage('There are no words to record.');
  if (trimmed.length > LONGEST_TEXT) {
    throw usage(`The text is ${trimmed.length} characters long. It must be 10,000 or less.`);
  }
  const isClear = keep || !mayIdentify(trimmed);
  const found = isClear ? [] : (await import('../core/identifying.ts')).findIdentifying(trimmed);
  if (found.length === 0) return trimmed;
  const what = [...new Set(found.map((one) => one.what))].join(' and ');
  const warning = `This may identify a child or a family: it looks as if it holds ${what}.`;
  if (!session.canAsk)
    throw usage(`${warning} Nothing was recorded.`, 'Write it without, or add --keep if it does not.');
  session.tell([text(warning)]);
  const prompter = await session.prompter();
  if (await prompter.confirm({ message: 'Record it as it is?' }, false)) return trimmed;
  throw usage('Nothing was recorded.');
}

/** Asks for words where they are missing. @throws Problem (2) naming the flag where nobody can be asked */
export async function askWords(session: Session, message: string, missing: string, hint: string): Promise<string> {
  if (!session.canAsk) throw usage(missing, hint);
  const prompter = await session.prompter();
  return prompter.type({ message, why: NO_NAMES }, (typed) =>
    typed === '' ? { ok: false, why: 'Type a few words.' } : { ok: true, value: typed },
  );
}

/** Asks for words that may be left out. @returns null where Enter was pressed */
export async function askIfWanted(session: Session, asked: Asked): Promise<string | null> {
  const prompter = await session.prompter();
  return prompter.type(asked, (typed) => ({ ok: true, value: typed === '' ? null : typed }));
}

/** Asks until `read` takes what was typed. @param read throws a Problem for what is wrong, which is then said */
export async function askUntil<T>(session: Session, asked: Asked, read: (typed: string) => T): Promise<T> {
  const prompter = await session.prompter();
  return prompter.type(asked, (typed) => {
    try {
      return { ok: true, value: read(typed) };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { ok: false, why: error.message };
    }
  });
}

/** Asks for a day to come until it is one. @returns what was typed */
export async function askComingDate(session: Session, message: string): Promise<string> {
  const prompter = await session.prompter();
  return prompter.type({ message }, (typed) => {
    try {
      comingDate(dateAndTime(typed, undefined).date, session.today, '');
      return { ok: true, value: typed };
    } catch (error) {
      return { ok: false, why: (error as Error).message };
    }
  });
}
