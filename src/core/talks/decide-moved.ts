import type { CivilDate } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import { decideAttended } from '../meetings/decide-attended.ts';
import { exampleDay } from '../meetings/example-day.ts';
import { nameOf } from '../meetings/naming.ts';
import { dateOn } from '../meetings/when.ts';
import type { PlanMeeting } from '../plan/types.ts';
import { usage } from '../problem.ts';
import type { About } from './about.ts';
import { knownAbout } from './decide-held.ts';
import { type Day, decideLeftOver, nextAfter } from './decide-next.ts';
import type { TalkDecision, TalkState } from './gathered.ts';
import { bookedActions, openDates, type TalkDate, talkOn } from './open-dates.ts';
import { sayDay } from './say-held.ts';

/** Records that a talk was moved. `on`: which; null for the last day without an answer, else the next. */
export function decideMoved({ plan }: TalkState, id: string, on: CivilDate | null, to: Day): TalkDecision {
  const about = knownAbout(plan, id);
  const ahead = about.next === null ? null : talkOn(about, about.next.date);
  const from = on === null ? (openDates(about, plan.today).at(-1) ?? ahead) : talkOn(about, on);
  if (from === null) throw noDate(about, `induct met ${about.id} --next "${exampleDay(plan.today)} 4pm"`);
  const day = { date: to.date, time: to.time ?? from.time };
  const said = `${about.title}, ${sayDay(day, plan.today)}`;
  if (from.date === day.date && from.time === day.time) {
    return { drafts: [], lines: [`Already in the diary: ${said}.`] };
  }
  const booked = bookedActions(about).filter((action) => action.arrangedFor === from.date);
  const drafts: Draft[] = [
    ...(from.meeting === null ? [] : [moved(from.meeting, from, day, plan.today)]),
    ...booked.map((action) => {
      const body = { for: day.date, time: day.time, with: action.arrangedWith };
      return draft('arranged', action.id, action.title, plan.today, body);
    }),
  ];
  return { drafts, lines: [`Kept. Moved: ${said}, instead of ${sayDay({ ...from, time: null }, plan.today)}.`] };
}

function moved(meeting: PlanMeeting, from: TalkDate, to: Day, today: CivilDate): Draft {
  const { place } = from;
  if (from.date !== to.date) {
    return draft('meeting-moved', meeting.id, nameOf(meeting), today, { from: from.date, ...to, place });
  }
  return draft('meeting-dated', meeting.id, nameOf(meeting), today, { ...to, place });
}

/** Records that a talk was not held, and is in no diary any more. `on`: which; null for the last without an answer. */
export function decideNotHeld({ plan }: TalkState, id: string, on: CivilDate | null): TalkDecision {
  const about = knownAbout(plan, id);
  const from = on === null ? openDates(about, plan.today).at(-1) : talkOn(about, on);
  if (from === undefined || from === null) {
    return { drafts: [], lines: [`${about.title} has no date without an answer.`] };
  }
  const listed = from.meeting === null ? null : dateOn(from.meeting, from.date);
  if (listed?.attended === true) {
    const hint = 'To take back the last record: induct undo';
    throw usage(`${about.title} is recorded as held on ${sayDay({ ...from, time: null }, plan.today)}.`, hint);
  }
  const next = nextAfter(about, plan, from.date);
  const drafts = [
    ...(from.meeting === null
      ? []
      : [draft('meeting-cancelled', from.meeting.id, nameOf(from.meeting), plan.today, { date: from.date })]),
    ...decideLeftOver(about, plan, { on: from.date, settled: new Set(), next }),
  ];
  const lines = [`Kept. ${about.title}: not held on ${sayDay({ ...from, time: null }, plan.today)}.`];
  const again = next === null ? [] : [`The next date: ${sayDay(next, plan.today)}.`];
  return { drafts, lines: [...lines, ...again] };
}

/** Records that a meeting was held and apologies were sent. @throws Problem (2) for a talk with one person */
export function decideApologies({ plan }: TalkState, id: string, on: CivilDate | null): TalkDecision {
  const { meeting, title } = knownAbout(plan, id);
  if (meeting === null) {
    throw usage(
      `Apologies are for meetings, and ${title} is a person.`,
      `If it was not held: induct met ${id} --not-held`,
    );
  }
  return decideAttended(plan, meeting, { on, apologies: true, note: null });
}

function noDate(about: About, example: string) {
  return usage(`${about.title} has no date to move.`, `To give it one: ${example}`);
}
