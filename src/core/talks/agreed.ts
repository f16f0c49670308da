import type { CivilDate } from '../dates/index.ts';
import type { Notes } from '../documents.ts';
import type { Note, Plan, PlanAction } from '../plan/types.ts';
import type { About } from './about.ts';
import { URGENT_NEWS } from './director.ts';

/** What was agreed, and on which day. */
export type Agreed = { readonly on: CivilDate; readonly text: string };

/**
 * What was agreed with somebody or at a meeting, a day each, oldest first: the notes of talks and attendances, and those kept
 * with an action on the day it was settled. Private notes stay out.
 */
export function allAgreed(about: About, notes: Notes): Agreed[] {
  const talks = about.held.flatMap((meeting) =>
    meeting.dates.flatMap(({ date, attended, note }) => (attended && note !== null ? [{ on: date, text: note }] : [])),
  );
  const actions = [about.action, ...(about.person?.covers ?? [])].filter((one): one is PlanAction => one !== null);
  const settled = actions
    .filter((action) => action.id !== URGENT_NEWS && action.doneOn !== null)
    .flatMap((action) =>
      open(notes, action.id)
        .filter((note) => note.on === action.doneOn)
        .map(({ on, text }) => ({ on, text })),
    );
  const byDay = new Map<CivilDate, string[]>();
  for (const { on, text } of [...talks, ...settled]) {
    const day = byDay.get(on) ?? [];
    if (!day.includes(text)) byDay.set(on, [...day, text]);
  }
  return [...byDay].map(([on, texts]) => ({ on, text: joined(texts) })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** How urgent news travels, as last agreed with the director; null before it was. */
export function urgentNews(notes: Notes): Agreed | null {
  const last = [...open(notes, URGENT_NEWS)].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  return last === undefined ? null : { on: last.on, text: last.text };
}

/** Whether a point of the plan has that note already. */
export function hasNote(notes: Notes, id: string, text: string): boolean {
  return open(notes, id).some((note) => note.text === text);
}

function open(notes: Notes, id: string): readonly Note[] {
  return (notes.get(id) ?? []).filter((note) => !note.private);
}

/** Several texts of one day as one. */
function joined(texts: readonly string[]): string {
  return texts.map((text, index) => (index < texts.length - 1 && !/[.?:;]$/.test(text) ? `${text}.` : text)).join(' ');
}

/** The point under which urgent news is kept, where the list has it. */
export function urgentAction(plan: Plan): PlanAction | undefined {
  return plan.actions.find((action) => action.id === URGENT_NEWS);
}
