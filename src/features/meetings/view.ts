import type { CivilDate } from '../../core/dates/index.ts';
import { headOf } from '../../core/documents.ts';
import { papersOutBy } from '../../core/papers.ts';
import type { Plan, PlanMeeting, PlanMeetingDate } from '../../core/plan/types.ts';

/** The next date of a meeting; `papers`: the day its papers are out; `later`: the dates known after it. */
export type DiaryEntry = {
  readonly meeting: PlanMeeting;
  readonly next: PlanMeetingDate;
  readonly papers: CivilDate | null;
  readonly later: readonly CivilDate[];
};

/** What `induct meetings` shows. A meeting stands in every part that is true of it. */
export type MeetingsView = {
  readonly plan: Plan;
  /** Soonest first. */
  readonly diary: readonly DiaryEntry[];
  /** Never attended, and no date known; without those that do not apply. */
  readonly undated: readonly PlanMeeting[];
  /** Those of `undated` whose dates were asked for, and those nobody asked about yet. */
  readonly asked: readonly PlanMeeting[];
  readonly toAsk: readonly PlanMeeting[];
  /** The last date that passed without an answer. */
  readonly unanswered: readonly { readonly meeting: PlanMeeting; readonly date: CivilDate }[];
  readonly attended: readonly { readonly meeting: PlanMeeting; readonly last: CivilDate }[];
  readonly notApplicable: readonly PlanMeeting[];
};

/** Sorts the meetings of a plan by what is known of their dates. */
export function buildMeetingsView(plan: Plan): MeetingsView {
  const { meetings, today, calendar } = plan;
  const statusOf = (meeting: PlanMeeting) => plan.actions.find((action) => action.id === meeting.action)?.status;
  const unanswered = meetings.flatMap((meeting) => {
    const last = meeting.dates.filter((entry) => entry.date < today && !entry.attended && !entry.apologies).at(-1);
    return last === undefined ? [] : [{ meeting, date: last.date }];
  });
  const known = new Set(unanswered.map((one) => one.meeting));
  const blank = meetings.filter((one) => one.next === null && one.lastAttended === null && !known.has(one));
  const undated = blank.filter((meeting) => statusOf(meeting) !== 'skipped');
  return {
    plan,
    diary: meetings
      .flatMap((meeting) => (meeting.next === null ? [] : [{ meeting, next: meeting.next }]))
      .map(({ meeting, next }) => ({
        meeting,
        next,
        papers: papersOutBy(meeting, next.date, calendar),
        later: meeting.progress.own?.every
          ? []
          : meeting.dates.filter(({ date }) => date > next.date).map(({ date }) => date),
      }))
      .sort((a, b) => (startOf(a.next) < startOf(b.next) ? -1 : 1)),
    undated,
    asked: undated.filter((meeting) => statusOf(meeting) === 'arranged'),
    toAsk: undated.filter((meeting) => statusOf(meeting) === 'todo'),
    unanswered,
    attended: meetings.flatMap((meeting) =>
      meeting.lastAttended === null ? [] : [{ meeting, last: meeting.lastAttended }],
    ),
    notApplicable: blank.filter((meeting) => statusOf(meeting) === 'skipped'),
  };
}

/** Sorts by day, then by time; without a time first, since it may be the whole day. */
function startOf({ date, time }: PlanMeetingDate): string {
  return `${date} ${time ?? ''}`;
}

/** Where one's own meetings come from. */
const OWN_SOURCE = { page: 'induct', section: 'Your own', url: null } as const;

/** All meetings as `induct meetings --json` prints them. */
export function meetingsDocument({ plan }: MeetingsView) {
  return { ...headOf('induct.meetings/1', plan), meetings: plan.meetings.map(meetingDocument) };
}

function meetingDocument(meeting: PlanMeeting) {
  const { pack, next } = meeting;
  return {
    id: meeting.id,
    name: meeting.name,
    localName: meeting.localName,
    capacity: meeting.capacity,
    capacityConfirmed: meeting.capacityConfirmed,
    frequency: meeting.frequency,
    basis: pack?.basis ?? null,
    chair: pack?.chair ?? null,
    bring: (meeting.lastAttended === null ? pack?.bringFirstTime : pack?.bring) ?? [],
    listenFor: pack?.listenFor ?? [],
    next: next === null ? null : { date: next.date, time: next.time, place: next.place },
    dates: meeting.dates.map(({ date, time, place, attended, apologies, note }) => ({
      date,
      time,
      place,
      attended,
      apologies,
      note,
    })),
    lastAttended: meeting.lastAttended,
    action: meeting.action,
    source: pack?.source ?? OWN_SOURCE,
  };
}
