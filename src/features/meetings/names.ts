import { type Command, isSet, textOption } from '../../commands.ts';
import { addMonths, type CivilDate, looksLikeTime } from '../../core/dates/index.ts';
import { findPerson } from '../../core/decide-people.ts';
import type { Rhythm } from '../../core/events.ts';
import { decideCapacity, decideNew, decideRename } from '../../core/meetings/decide-names.ts';
import { readEvery } from '../../core/meetings/every.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { titleOf, typedFor } from '../../core/meetings/naming.ts';
import { readCapacity } from '../../core/meetings/say-capacity.ts';
import { readWhen, splitTyped } from '../../core/meetings/when.ts';
import { usage } from '../../core/problem.ts';
import { askFor, chooseMeeting, recordDecision, recordMeeting } from '../../session/record-meeting.ts';
import { dateAndTime, dateOf, NO_NAMES, wordsToKeep } from '../../session/typed.ts';
import { KEEP, PLACE, placeOf } from './dates.ts';

const GROUP = 'People and papers';
/** How far back the first date of a rhythm may lie. */
const MONTHS_BACK = 12;

/** `induct meetings rename`: the council's own name for a meeting. */
export const rename: Command = {
  name: 'rename',
  group: GROUP,
  about: "Give a meeting your council's own name",
  args: '[meeting] [name...]',
  options: [KEEP],
  examples: [
    'induct meetings rename 7.2 "Scrutiny Board (Children and Families)"',
    'induct meetings rename corporate-parenting-board "Corporate Parenting Panel"',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting has another name here?',
      what: 'Say which meeting, and its name here.',
      example: 'induct meetings rename 7.2 "Scrutiny Board (Children and Families)"',
    });
    const missing = {
      question: `What is it called here? ${NO_NAMES}`,
      what: `Say what ${titleOf(plan, meeting)} is called here.`,
      example: `induct meetings rename ${typedFor(plan, meeting)} "Scrutiny Board"`,
    };
    const typed = rest === '' ? await askFor(session, missing, someWords) : rest;
    const name = await wordsToKeep(session, typed, isSet(input, 'keep'));
    await recordMeeting(session, meeting.id, (now, one) => decideRename(now, one, name));
  },
};

function someWords(typed: string): string {
  if (typed === '') throw usage('Type a few words.');
  return typed;
}

/** `induct meetings as`: confirms in what role one goes. */
export const as: Command = {
  name: 'as',
  group: GROUP,
  about: 'Confirm in what role you go: member, chair, ex-officio, speaking-right, observer, witness, guest',
  args: '[meeting] [role...]',
  examples: ['induct meetings as 7.7 chair', 'induct meetings as 7.8 observer'],
  run: async (session, input) => {
    const plan = await session.plan();
    const { meeting, rest } = await chooseMeeting(session, plan, input.args, {
      question: 'Which meeting?',
      what: 'Say which meeting, and in what role you go.',
      example: 'induct meetings as 7.7 chair',
    });
    const missing = {
      question: 'In what role? Such as member, chair, observer or guest',
      what: `Say in what role you go to ${titleOf(plan, meeting)}.`,
      example: `induct meetings as ${typedFor(plan, meeting)} member`,
    };
    const capacity = rest === '' ? await askFor(session, missing, readCapacity) : readCapacity(rest);
    await recordMeeting(session, meeting.id, (now, one) => decideCapacity(now, one, capacity));
  },
};

/** `induct meetings new`: a meeting of one's own. */
export const newMeeting: Command = {
  name: 'new',
  group: GROUP,
  about: 'Add a meeting of your own: the one-to-one with the director, cabinet, full council',
  args: '[name...]',
  options: [
    { flags: '--every <rhythm>', about: 'how often: week, "2 weeks", fortnight, month; one date without' },
    { flags: '--from <date>', about: 'its date, or the first of them; a time may follow' },
    { flags: '--with <who>', about: 'the person it is held with, such as dcs' },
    PLACE,
    KEEP,
  ],
  examples: [
    'induct meetings new "DCS one-to-one" --every week --from "4 June" 9:30am',
    'induct meetings new "Full council" --from "15 July" 1pm',
    'induct meetings new "Portfolio hour" --every month --from "11 June" --with dcs',
  ],
  run: async (session, input) => {
    const plan = await session.plan();
    const from = textOption(input, 'from');
    const { words, time } = timeApart(input.args, from);
    const typedEvery = textOption(input, 'every');
    const every = typedEvery === undefined ? null : readEvery(typedEvery);
    const when = from === undefined ? { date: null, time: null } : firstDate(from, time, plan.today, every);
    const missing = {
      question: `What is it called? ${NO_NAMES}`,
      what: 'Say what the meeting is called.',
      example: `induct meetings new "DCS one-to-one" --every week --from "${exampleDay(plan.today)}" 9:30am`,
    };
    const typed = words.length === 0 ? await askFor(session, missing, someWords) : words.join(' ');
    const name = await wordsToKeep(session, typed, isSet(input, 'keep'));
    const place = await placeOf(session, input);
    const typedWith = textOption(input, 'with');
    const whom = typedWith === undefined ? {} : { with: findPerson(plan, typedWith).id };
    const start = { from: when.date, time: when.time };
    await recordDecision(session, (now) => decideNew(now, { name, every, ...start, place, ...whom }));
  },
};

/** A time that stands as a word of its own behind --from comes in as the last word of the name. */
function timeApart(args: readonly string[], from: string | undefined) {
  const last = args.at(-1);
  if (from === undefined || last === undefined || args.length < 2 || !looksLikeTime(last)) {
    return { words: args, time: undefined };
  }
  return splitTyped(from).time === null ? { words: args.slice(0, -1), time: last } : { words: args, time: undefined };
}

/** The first date: a day to come, or for a rhythm also one of the last year. */
function firstDate(typed: string, time: string | undefined, today: CivilDate, every: Rhythm | null) {
  const passed = () => 'To record that you were at a meeting: induct meetings attended';
  if (every === null && time === undefined) return needsDate(readWhen(typed, today, '--from', passed), today);
  const split = dateAndTime(typed, time);
  if (every === null)
    return { date: needsDate(readWhen(split.date, today, '--from', passed), today).date, time: split.time };
  const date = dateOf(split.date, 'ahead', today, '--from');
  if (date < addMonths(today, -MONTHS_BACK)) throw usage(`--from: ${typed} is more than a year ago.`);
  return { date, time: split.time };
}

function needsDate<T extends { readonly date: CivilDate | null }>(when: T, today: CivilDate): T {
  if (when.date === null) throw usage(`--from needs a date, such as "${exampleDay(today)}" 9:30am.`);
  return when;
}
