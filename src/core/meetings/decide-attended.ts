import { type CivilDate, sayDayDateNear } from '../dates/index.ts';
import { voiceOf } from '../documents.ts';
import { draft } from '../events.ts';
import { lastOccurrence } from '../plan/meetings.ts';
import type { Plan, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import { type MeetingDecision, notApplicable } from './decide-dates.ts';
import { nameOf, titleOf, typedFor } from './naming.ts';
import { dateOn, isCancelled } from './when.ts';

/** `on`: the day, today or earlier; null for the last that has no answer yet. */
export type AttendedInput = {
  readonly on: CivilDate | null;
  readonly apologies: boolean;
  readonly note: string | null;
};

/** Records that the holder was at a meeting, or sent apologies. What is so already is not written again. */
export function decideAttended(plan: Plan, meeting: PlanMeeting, input: AttendedInput): MeetingDecision {
  const date = input.on ?? unanswered(plan, meeting) ?? answeredSo(plan, meeting, input.apologies) ?? plan.today;
  const known = dateOn(meeting, date);
  const title = titleOf(plan, meeting);
  const said = sentence(plan, title, date, input.apologies);
  if (known !== null && isSo(known, input.apologies) && (input.note === null || input.note === known.note)) {
    const another = `Another day: induct meetings attended ${typedFor(plan, meeting)} --on today`;
    return { drafts: [], lines: [`Already recorded: ${said}.`, ...(input.on === null ? [another] : [])] };
  }
  const body = { date, attended: !input.apologies, apologies: input.apologies, note: input.note };
  return {
    drafts: [draft('meeting-attended', meeting.id, nameOf(meeting), date, body)],
    lines: [`Recorded: ${said}.`, ...notApplicable(plan, meeting)],
  };
}

/** The last day up to today that nothing was said about: in the diary, or of a rhythm. */
function unanswered(plan: Plan, meeting: PlanMeeting): CivilDate | undefined {
  const listed = meeting.dates.filter((entry) => entry.date <= plan.today && !isAnswered(entry));
  const dates = listed.map((entry) => entry.date);
  const round = lastOccurrence(meeting, plan.today);
  if (round !== null && !isCancelled(meeting, round) && !meeting.dates.some((entry) => entry.date === round)) {
    dates.push(round);
  }
  return dates.sort().at(-1);
}

/** The last day of all, where it was answered just so: then typing it again adds nothing. */
function answeredSo(plan: Plan, meeting: PlanMeeting, apologies: boolean): CivilDate | undefined {
  const last = meeting.dates.filter((entry) => entry.date <= plan.today && isAnswered(entry)).at(-1);
  return last !== undefined && isSo(last, apologies) ? last.date : undefined;
}

function isAnswered(entry: PlanMeetingDate): boolean {
  return entry.attended || entry.apologies;
}

function isSo(entry: PlanMeetingDate, apologies: boolean): boolean {
  return apologies ? entry.apologies && !entry.attended : entry.attended;
}

function sentence(plan: Plan, title: string, date: CivilDate, apologies: boolean): string {
  const voice = voiceOf(plan);
  const day = sayDayDateNear(date, plan.today);
  if (apologies) return `apologies sent for ${title}, ${day}`;
  return `${voice.you} ${voice.officer ? 'was' : 'were'} at ${title}, ${day}`;
}
