import type { CivilDate } from '../dates/index.ts';
import { decideAnswered, decidePromise, decideQuestion, openPromises, openQuestions } from '../decide-companion.ts';
import { type Draft, draft } from '../events.ts';
import { nameOf } from '../meetings/naming.ts';
import { dateOn } from '../meetings/when.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { isOpen } from '../reference.ts';
import { type About, aboutById } from './about.ts';
import { hasNote, urgentAction } from './agreed.ts';
import { type Day, decideLeftOver, decideNext, decideNoNext, nextAfter } from './decide-next.ts';
import { DIRECTOR, isFromBefore } from './director.ts';
import type { TalkDecision, TalkState } from './gathered.ts';
import { lastHeld, openDates, recordedIn } from './open-dates.ts';
import { sayHeld } from './say-held.ts';

/** What came of a talk. `on`: null for the last day without an answer, else today. `settled`: ids of actions. */
export type HeldInput = {
  readonly on: CivilDate | null;
  readonly settled: readonly string[];
  readonly agreed: string | null;
  readonly urgent: string | null;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
  readonly promises: readonly { readonly text: string; readonly by: CivilDate | null }[];
  /** What the others promised: kept as questions to them, so that it comes back in the next brief. */
  readonly theirs: readonly string[];
  /** The next date; `none` takes the one in the diary out of it; null leaves it. */
  readonly next: Day | 'none' | null;
};

/** Nothing but that it was held. */
export const HELD: HeldInput = {
  on: null,
  settled: [],
  agreed: null,
  urgent: null,
  answers: [],
  promises: [],
  theirs: [],
  next: null,
};

/** How a question begins that holds what somebody else promised. */
export const THEIR_PROMISE = 'Promised by them: ';

/**
 * Records a talk with somebody, or a meeting: that it was held and all that came of it, as one change. What is so already is
 * not written again.
 * @param id of the person or meeting
 */
export function decideHeld(state: TalkState, id: string, input: HeldInput): TalkDecision {
  const about = knownAbout(state.plan, id);
  const day = input.on ?? openDates(about, state.plan.today).at(-1)?.date;
  if (day !== undefined) return decideOn(state, about, day, input);
  const last = lastHeld(about, state.plan.today);
  const again = last === null ? null : decideOn(state, about, last, input);
  return again !== null && again.drafts.length === 0 ? again : decideOn(state, about, state.plan.today, input);
}

/** Whom an id means. @throws Problem (2) where it is not there any more */
export function knownAbout(plan: Plan, id: string): About {
  const about = aboutById(plan, id);
  if (about === undefined) throw usage('That person or meeting is not there any more. Nothing was recorded.');
  return about;
}

function decideOn(state: TalkState, about: About, on: CivilDate, input: HeldInput): TalkDecision {
  const { plan, companion } = state;
  const urgent = decideUrgent(state, about, on, input);
  const settled = settledBy(plan, about, input);
  const named = new Set(settled.map((action) => action.id));
  const asked = theirPromises(state, about, on, input);
  const promised = ownPromises(state, about, on, input);
  const next = input.next === null || input.next === 'none' ? null : input.next;
  const coming = input.next === 'none' ? null : (next ?? nextAfter(about, plan, on));
  const drafts = [
    ...attendance(about, on, input.agreed),
    ...settled.map((action) => draft('done', action.id, action.title, on, { was: action.status })),
    ...urgent,
    ...input.answers.flatMap(({ id, text }) => decideAnswered(companion, id, text, on)),
    ...promised,
    ...asked,
    ...(next === null ? [] : decideNext(about, plan, on, next)),
    ...(input.next === 'none' ? decideNoNext(about, plan, on) : []),
    ...decideLeftOver(about, plan, { on, settled: named, next: timed(coming, about) }),
  ];
  return { drafts, lines: sayHeld(plan, about, { on, drafts, settled, next: timed(coming, about) }) };
}

/** A day with the time of the regular meeting, where none was said. */
function timed(day: Day | null, about: About): Day | null {
  if (day === null) return null;
  const known = about.held.map((meeting) => dateOn(meeting, day.date)).find((found) => found !== null);
  return { date: day.date, time: day.time ?? known?.time ?? about.held[0]?.progress.own?.time ?? null };
}

function attendance(about: About, on: CivilDate, agreed: string | null): Draft[] {
  const meeting = recordedIn(about, on);
  const known = dateOn(meeting, on);
  const met = known?.attended === true || (about.kind === 'person' && about.action?.doneOn === on);
  if (met && (agreed === null || known?.note === agreed)) return [];
  const body = { date: on, attended: true, apologies: false, note: agreed };
  return [draft('meeting-attended', meeting.id, nameOf(meeting), on, body)];
}

/** What it settled: what was named, and to meet the person itself. A key meeting's own action follows from its date. */
function settledBy(plan: Plan, about: About, input: HeldInput): PlanAction[] {
  const own = about.kind === 'person' && about.action !== null ? [about.action.id] : [];
  const news = input.urgent !== null ? [urgentAction(plan)?.id ?? ''] : [];
  const wanted = new Set([...own, ...input.settled, ...news]);
  return plan.actions.filter(
    (action) => wanted.has(action.id) && (isOpen(action) || (about.id === DIRECTOR && isFromBefore(plan, action))),
  );
}

function decideUrgent({ plan, notes }: TalkState, about: About, on: CivilDate, { urgent }: HeldInput): Draft[] {
  const action = urgentAction(plan);
  if (urgent === null) return [];
  if (about.id !== DIRECTOR || action === undefined) {
    throw usage(
      'How urgent news travels is agreed with the director.',
      'For example: induct met dcs --urgent "A call"',
    );
  }
  if (hasNote(notes, action.id, urgent)) return [];
  return [draft('noted', action.id, action.title, on, { text: urgent, private: false })];
}

function theirPromises({ companion, next }: TalkState, about: About, on: CivilDate, { theirs }: HeldInput): Draft[] {
  const known = openQuestions(companion, about.id).map(({ one }) => one.text);
  const fresh = theirs.map((text) => THEIR_PROMISE + text).filter((text) => !known.includes(text));
  const first = fresh.length === 0 ? 0 : next('question');
  return fresh.map((text, index) => decideQuestion({ text, to: about.id, visit: null, on }, first + index));
}

function ownPromises({ companion, next }: TalkState, about: About, on: CivilDate, { promises }: HeldInput): Draft[] {
  const known = openPromises(companion, about.id).map(({ one }) => `${one.by} ${one.text}`);
  const fresh = promises.filter(({ text, by }) => !known.includes(`${by} ${text}`));
  const first = fresh.length === 0 ? 0 : next('promise');
  return fresh.map(({ text, by }, index) => decidePromise({ text, to: about.id, by, on }, first + index));
}
