import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { type CivilDate, sayDate } from '../../core/dates/index.ts';
import { decideAttended } from '../../core/meetings/decide-attended.ts';
import { decideAdd, decideCancel, decideMove } from '../../core/meetings/decide-dates.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { titleOf, typedFor } from '../../core/meetings/naming.ts';
import { readWhen, type When } from '../../core/meetings/when.ts';
import type { Plan, PlanMeeting } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { askFor, chooseMeeting, recordMeeting } from '../../session/record-meeting.ts';
import type { Session } from '../../session/session.ts';
import { pastDate, wordsToKeep } from '../../session/typed.ts';

const GROUP = 'People and papers';
const askWhen = (today: CivilDate) => `When? Such as ${exampleDay(today)} 4:30pm`;

/** The flag that keeps a text that looks as if it identified a child. */
export const KEEP = {
  flags: '--keep',
  about: 'keep a text that looks as if it identified a child, because it does not',
} as const;
/** The flag for where a meeting is. */
export const PLACE = { flags: '--place <place>', about: 'where it is' } as const;

/** The place typed, in one line; null for none. */
export async function placeOf(session: Session, input: Input): Promise<string | null> {
  const typed = (textOption(input, 'place') ?? '').replace(/\s+/g, ' ').trim();
  return typed === '' ? null : wordsToKeep(session, typed, isSet(input, 'keep'));
}

/** `induct meetings add`: puts a date into the diary. */
export const add: Command = {
  name: 'add',
  group: GROUP,
  about: 'Put a date into the diary',
  args: '[meeting] [date...]',
  options: [PLACE, KEEP],
  examples: [
    'induct meetings add 7.3 "18 June" 4:30pm',
    'induct meetings add scrutiny 10 June 10:30am --place "Civic Hall"',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting has a date?',
      what: 'Say which meeting, and its date.',
      example: `induct meetings add 7.3 "${exampleDay(plan.today)}" 4:30pm`,
    });
    const number = typedFor(plan, meeting);
    const passed = (date: CivilDate) => `If it took place: induct meetings attended ${number} --on "${sayDate(date)}"`;
    const read = (typed: string) => withDate(readWhen(typed, plan.today, '', passed), plan.today);
    const missing = {
      question: askWhen(plan.today),
      what: `Say the date of ${titleOf(plan, meeting)}.`,
      example: `induct meetings add ${number} "${exampleDay(plan.today)}" 4:30pm`,
    };
    const when = rest === '' ? await askFor(session, missing, read) : read(rest);
    const place = await placeOf(session, input);
    await recordMeeting(session, meeting.id, (now, one) => decideAdd(now, one, { ...when, place }));
  },
};

function withDate({ date, time }: When, today: CivilDate) {
  if (date === null) throw usage(`The date is missing. Type it like ${exampleDay(today)} 4:30pm.`);
  return { date, time };
}

/** `induct meetings move`: another day, time or place for a date in the diary. */
export const move: Command = {
  name: 'move',
  group: GROUP,
  about: 'Move the next date to another day or time',
  args: '[meeting] [date...]',
  options: [{ flags: '--from <date>', about: 'the date to move, where it is not the next' }, PLACE, KEEP],
  examples: ['induct meetings move 7.2 "17 June" 2pm', 'induct meetings move 7.2 8 July --from "10 June"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting moves?',
      what: 'Say which meeting, and its new date.',
      example: `induct meetings move 7.2 "${exampleDay(plan.today)}" 2pm`,
    });
    const from = textOption(input, 'from') ?? null;
    // That there is a date to move is said before another one is asked for.
    decideMove(plan, meeting, { from, to: { date: null, time: null }, place: null });
    const place = await placeOf(session, input);
    const read = (typed: string) => readWhen(typed, plan.today);
    const to =
      rest !== '' || place !== null ? readMoved(rest, read) : await askFor(session, newDate(plan, meeting), read);
    await recordMeeting(session, meeting.id, (now, one) => decideMove(now, one, { from, to, place }));
  },
};

function newDate(plan: Plan, meeting: PlanMeeting) {
  const example = `induct meetings move ${typedFor(plan, meeting)} "${exampleDay(plan.today)}" 2pm`;
  return { question: askWhen(plan.today), what: `Say the new date of ${titleOf(plan, meeting)}.`, example };
}

/** Where only the place moves, no date was typed. */
function readMoved(typed: string, read: (typed: string) => When): When {
  return typed === '' ? { date: null, time: null } : read(typed);
}

/** `induct meetings cancel`: takes a date out of the diary. */
export const cancel: Command = {
  name: 'cancel',
  group: GROUP,
  about: 'Take the next date, or the one named, out of the diary',
  args: '[meeting] [date...]',
  examples: ['induct meetings cancel 7.2', 'induct meetings cancel 7.2 "8 July"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting is cancelled?',
      what: 'Say which meeting.',
      example: 'induct meetings cancel 7.2',
    });
    await recordMeeting(session, meeting.id, (now, one) => decideCancel(now, one, rest === '' ? null : rest));
  },
};

/** `induct meetings attended`: records that the holder was there, or sent apologies. */
export const attended: Command = {
  name: 'attended',
  group: GROUP,
  about: 'Record that it was attended, or that apologies were sent',
  args: '[meeting...]',
  options: [
    { flags: '--on <date>', about: 'the day (its last date without an answer, else today)' },
    { flags: '--note <text>', about: 'a few words to keep with it. No names of children or families' },
    { flags: '--apologies', about: 'apologies were sent' },
    KEEP,
  ],
  examples: ['induct meetings attended 7.2', 'induct meetings attended 7.3 --on "18 June" --apologies'],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting was it?',
      what: 'Say which meeting.',
      example: 'induct meetings attended 7.2',
    });
    if (rest !== '') {
      throw usage(
        `"${rest}" is a word too many.`,
        `A day goes behind --on: induct meetings attended ${typedFor(plan, meeting)} --on "${rest}"`,
      );
    }
    const typedOn = textOption(input, 'on');
    const on = typedOn === undefined ? null : pastDate(typedOn, plan.today);
    const typedNote = textOption(input, 'note');
    const note = typedNote === undefined ? null : await wordsToKeep(session, typedNote, isSet(input, 'keep'));
    const apologies = isSet(input, 'apologies');
    await recordMeeting(session, meeting.id, (now, one) => decideAttended(now, one, { on, note, apologies }));
  },
};
