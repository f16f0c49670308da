import { type CivilDate, sayDayDate, sayDayDateNear, sayRelative, sayTime } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { papersOutBy } from '../../core/papers.ts';
import type { DiaryEntry, Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanOccasion } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { sayOccasion, whatToType } from '../../core/say-occasion.ts';
import { personCovering, personOf } from '../../core/talks/about.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { asked, comingRound, promised } from './text-companion.ts';
import type { ShortView } from './view.ts';

/** How many of each list a screen has room for. */
export type Room = {
  readonly late: number;
  readonly next: number;
  readonly diary: number;
  readonly waiting: number;
  readonly promised: number;
};

/** From the fullest to the barest screen: the first that fits is taken. */
export const ROOMS: readonly Room[] = [
  { late: 6, next: 6, diary: 5, waiting: 3, promised: 4 },
  { late: 5, next: 5, diary: 4, waiting: 2, promised: 3 },
  { late: 4, next: 4, diary: 3, waiting: 2, promised: 2 },
  { late: 3, next: 3, diary: 3, waiting: 1, promised: 1 },
  { late: 3, next: 2, diary: 2, waiting: 1, promised: 1 },
  { late: 2, next: 1, diary: 1, waiting: 1, promised: 1 },
  { late: 1, next: 1, diary: 1, waiting: 1, promised: 1 },
  { late: 2, next: 1, diary: 1, waiting: 1, promised: 0 },
  { late: 1, next: 1, diary: 1, waiting: 0, promised: 0 },
];

/** The short view with so many lines in each list. Lists that are empty are left out, not shown as (0). */
export function shortText(view: ShortView, room: Room): readonly Block[] {
  const { plan } = view;
  return spaced(
    [text(`${sayHead(plan)}${sayDay(view)}`)],
    [
      ...occasions('LATE, BY DATES YOU SET OR BOOKED', view.late, room.late, plan),
      ...occasions('OVERDUE, BY OUR SUGGESTED DATES', view.overdue, room.late, plan),
      ...nextList(view, room.next),
      ...diary(view, room.diary),
      ...waiting(view, room.waiting),
      ...promised(view, room.promised),
    ],
    [...asked(view), ...comingRound(view), ...sayEnding(view).map((line) => hints(...line))],
  );
}

/** What kind of day it is, behind the head. */
export function sayDay({ plan, workingDay, quietUntil, back }: ShortView): string {
  if (quietUntil !== null) return `. Quiet until ${sayDayDate(quietUntil)}.`;
  if (back) return '. Back from quiet weeks.';
  if (plan.induction.appointed > plan.today) {
    const { appointed } = plan.induction;
    return `: in the role from ${sayDayDateNear(appointed, plan.today)}, ${sayRelative(appointed, plan.today)}.`;
  }
  return workingDay === null ? '' : `: working day ${workingDay} of the first ten.`;
}

/** Occasions under a heading with how many they are. */
export function occasions(title: string, list: readonly PlanOccasion[], most: number, plan: Plan): Block[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, most).map((occasion) => sayOccasion(occasion, plan));
  const words = voiceOf(plan).officer ? title.replace(' YOU SET', ' SET') : title;
  const more =
    list.length > most ? [text(`and ${list.length - most} more: induct status --overdue`, { indent: 2 })] : [];
  return [heading(`${words} (${list.length})`), items(shown), ...more];
}

/** What comes next; where the plan does not lead, what the user set. */
export function nextList({ plan, next, quietUntil, over }: ShortView, most: number): Block[] {
  if (next.length === 0) return [];
  const own = voiceOf(plan).officer ? 'SET BY HAND' : 'SET BY YOU';
  return [
    heading(quietUntil === null && over === null ? 'NEXT ACTIONS' : own),
    items(next.slice(0, most).map((occasion) => sayOccasion(occasion, plan))),
  ];
}

/** What has a real date. */
export function diary({ plan, diary: entries }: ShortView, most: number): Block[] {
  if (entries.length === 0) return [];
  const rows = entries.slice(0, most).map((entry) => ({
    label: sayWhenIs(entry),
    text: sayEntry(entry, plan),
    right: sayBrief(entry, plan),
  }));
  const more = entries.length > most ? [text(`and ${entries.length - most} more: induct meetings`, { indent: 2 })] : [];
  return [heading('IN THE DIARY'), items(rows), ...more];
}

/** What to type for the page to take along, where it is a talk with one person. */
function sayBrief({ meeting, actions }: DiaryEntry, plan: Plan): string {
  const person = meeting !== null ? personOf(plan, meeting) : personCovering(plan, actions);
  return person === undefined ? '' : `induct brief ${person.id}`;
}

function sayWhenIs({ date, time }: DiaryEntry): string {
  return time === null ? sayDayDate(date) : `${sayDayDate(date)}, ${sayTime(time)}`;
}

/** What it is, in what role one goes, or how many points are left to talk through. */
function sayEntry({ date, meeting, actions }: DiaryEntry, plan: Plan): string {
  const [only] = actions;
  if (meeting !== null) {
    const name = fill(meeting.localName ?? meeting.pack?.short ?? meeting.name, voiceOf(plan));
    const role = meeting.capacity === null ? '' : `, as ${AS[meeting.capacity]}`;
    const number = only === undefined || meeting.action !== only.id ? '' : `${only.number} `;
    const left = meeting.action === null && actions.length > 0 ? sayLeft(actions) : '';
    const out = papersOutBy(meeting, date, plan.calendar);
    return `${number}${name}${role}${left}${out === null ? '' : `; papers out by ${sayDayDate(out)}`}`;
  }
  if (actions.length === 1 && only !== undefined) return `${only.number} ${fill(only.name, voiceOf(plan))}`;
  const sitting = plan.pack.occasions.find((entry) => actions.every((action) => entry.covers.includes(action.id)));
  const step = plan.steps.find((candidate) => candidate.id === only?.step);
  const words = sitting?.verb === 'do' ? (sitting.short ?? sitting.title) : (step?.title ?? '');
  const name = fill(words.replace('{count} ', '').replace(/^the /, ''), voiceOf(plan));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${sayLeft(actions)}`;
}

/** How many points are left to talk through; the brief, named beside it, says which. */
function sayLeft(actions: DiaryEntry['actions']): string {
  return actions.length === 1 ? ': 1 point left' : `: ${actions.length} points left`;
}

const AS = {
  member: 'a member',
  chair: 'the chair',
  'ex-officio': 'a member by office',
  'speaking-right': 'a speaker without a vote',
  observer: 'an observer',
  witness: 'a witness',
  guest: 'a guest',
} as const;

/** What was asked for and has not come. */
export function waiting({ plan, waiting: list }: ShortView, most: number): Block[] {
  if (list.length === 0 || most === 0) return [];
  const lines = list.slice(0, most).map((entry, index) => ({
    label: '',
    text: sayWaiting(entry, plan),
    right: index === 0 ? 'induct waiting' : '',
  }));
  return [heading('WAITING FOR'), items(lines)];
}

function sayWaiting({ of, since, actions }: Waiting, plan: Plan): string {
  const [only] = actions;
  const whom = of === null ? '' : `, from ${of}`;
  const asked = `since ${day(since, plan)}`;
  if (actions.length === 1 && only !== undefined)
    return `${only.number} ${fill(only.name, voiceOf(plan))}${whom}, ${asked}`;
  const nouns: Record<string, string> = { document: 'documents', meeting: "meetings' dates" };
  const noun = nouns[only?.kind ?? ''] ?? 'things';
  return `${actions.length} ${noun}${whom}, ${asked}`;
}

function day(date: CivilDate, plan: Plan): string {
  return sayDayDateNear(date, plan.today);
}

const MOST_NUMBERS = 6;

function sayDone({ done }: ShortView): string {
  if (done.length === 0) return 'Nothing recorded as done yet.';
  const numbers = done.map((action) => action.number);
  const listed = numbers.length > MOST_NUMBERS ? '' : ` (${numbers.join(', ')})`;
  return `Done so far: ${done.length}${listed}.`;
}

/** So many past dates help nobody any more. */
const MANY = 10;

/** What was done and how to record more; then where the rest is. */
function sayEnding(view: ShortView): string[][] {
  const [first] = [...view.late, ...view.overdue, ...view.next];
  const all = 'All of it: induct status';
  if (first === undefined) {
    const rest = view.quietUntil !== null ? 'Nothing is due before that day.' : 'Nothing is outstanding now.';
    return [[sayDone(view)], [rest, view.quietUntil !== null ? all : 'What was done: induct status --all']];
  }
  const verb = first.verb === 'ask' ? 'Sent' : 'Done';
  const command = first.chase
    ? 'Come? induct got 6.1, for example'
    : `${verb}? induct ${first.verb === 'ask' ? 'ask' : 'done'} ${whatToType(first)}`;
  const { today } = view.plan;
  const pressing = view.overdue.length + (view.back ? view.next.filter(({ due }) => due === today).length : 0);
  const many = pressing >= MANY ? ['Count dates from today: induct profile dates_from today'] : [];
  return [
    [sayDone(view), command, ...many],
    [all, sayMore(view)],
  ];
}

/** The emails that are ready, where something is to be asked for or to be asked for again; else the help. */
function sayMore({ late, overdue, next }: ShortView): string {
  const open = [...late, ...overdue, ...next];
  if (open.some((occasion) => occasion.verb === 'ask' && !occasion.chase))
    return 'Emails ready to paste: induct letter';
  return open.some((occasion) => occasion.chase) ? 'Remind them: induct letter chase' : 'Help: induct help';
}
