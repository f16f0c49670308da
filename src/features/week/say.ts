import { type CivilDate, sayDayDate, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOf } from '../../core/meetings/naming.ts';
import { sayAs } from '../../core/meetings/say-capacity.ts';
import type { Plan } from '../../core/plan/types.ts';
import { questionsByWhom, sayPromise, sayQuestionsTo } from '../../core/say-companion.ts';
import { sayAround } from '../../core/say-habit.ts';
import { sayName } from '../../core/say-name.ts';
import { sayAwaited } from '../../core/say-waiting.ts';
import { fill } from '../../core/voice.ts';
import type { WeekView } from './view.ts';
import type { WeekEntry } from './view-days.ts';

/** One thing to mind beside the diary: what it is, in words, and its date. */
export type Mind = { readonly label: string; readonly text: string; readonly right: string };

/** How many of each list there is room for. */
export type Room = { readonly briefs: boolean; readonly each: number; readonly diary: number };

/** `Mon 1 to Sun 7 June`. */
export function sayWeek({ from, to }: Pick<WeekView, 'from' | 'to'>): string {
  const start = from.slice(0, 7) === to.slice(0, 7) ? sayDayDate(from).replace(/ \D+$/, '') : sayDayDate(from);
  return `${start} to ${sayDayDate(to, { year: from.slice(0, 4) !== to.slice(0, 4) })}`;
}

/** What it is, where, and in what role. */
export function sayEntry({ title, place, capacity, meeting, actions }: WeekEntry): string {
  const number = actions.length === 1 ? `${actions[0]?.number} ` : '';
  const words = meeting?.progress.capacity === null ? (meeting.pack?.capacityWords ?? '') : '';
  const role = /^ask:/.test(words) ? 'ask in what role' : capacity === null ? null : sayAs(capacity);
  return [`${number}${title}`, place, role].filter((part) => part !== null).join(', ');
}

/** A date of a promise, as the screen or the printed page says it. */
type SayBy = (by: CivilDate | null) => string;

/** Everything beside the diary, in the order to look at it. */
export function sayMinds(view: WeekView, { each }: Room, sayBy: SayBy): Mind[] {
  const { plan } = view;
  const voice = voiceOf(plan);
  const day = (date: CivilDate) => sayDayDateNear(date, plan.today);
  const papers = view.papers.map(({ meeting, date, outBy }) => ({
    label: 'Papers',
    text: `${nameOf(meeting)}, for ${day(date)}`,
    right: outBy < plan.today ? `out since ${day(outBy)}` : `out by ${day(outBy)}`,
  }));
  const promises = view.promises.map(({ one }) => ({
    label: 'Promised',
    text: sayPromise(one, plan),
    right: sayBy(one.by),
  }));
  const questions = questionsByWhom(view.questions).map((one) => ({
    label: 'To ask',
    text: sayQuestionsTo(one, plan),
    right: '',
  }));
  const waiting = view.waiting.map((one) => ({ label: 'To come', text: sayAwaited(one, plan), right: '' }));
  const habits = view.habits.map((habit) => ({
    label: 'Habit',
    text: fill(habit.pack.title, voice),
    right: sayAround(habit, plan),
  }));
  return [papers, promises, questions, waiting, habits, [...sayRead(view.read, plan)]].flatMap((list) =>
    cut(list, each),
  );
}

/** The first of a list; the last row says how many more there are. */
function cut(list: readonly Mind[], most: number): Mind[] {
  const [first] = list;
  if (first === undefined || list.length <= most) return [...list];
  return [...list.slice(0, most), { label: first.label, text: `and ${list.length - most} more`, right: '' }];
}

function sayRead(read: WeekView['read'], plan: Plan): Mind[] {
  if (read === null) return [];
  const here =
    read.status === 'received' && read.receivedOn !== null
      ? `here since ${sayDayDateNear(read.receivedOn, plan.today)}`
      : '';
  return [{ label: 'To read', text: `${read.number} ${sayName(read, voiceOf(plan))}`, right: here }];
}

/** The quiet weeks that the week touches. */
export function sayQuiet({ quiet, plan }: WeekView): string[] {
  return quiet.map(({ to, why }) => `Quiet until ${sayDayDateNear(to, plan.today)}: ${why}.`);
}
