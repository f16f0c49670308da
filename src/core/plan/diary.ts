import type { CivilDate } from '../dates/index.ts';
import type { Plan, PlanAction, PlanMeeting } from './types.ts';

/**
 * Something with a real date: a meeting, a talk with one person (as a meeting), or actions booked for one talk. A regular talk
 * has the actions that are booked for its time.
 */
export type DiaryEntry = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly meeting: PlanMeeting | null;
  readonly actions: readonly PlanAction[];
};

/** What has a date from today on, soonest first. Actions booked for one time are one entry; a meeting's are its own. */
export function buildDiary(plan: Plan): DiaryEntry[] {
  const meetings = plan.meetings.flatMap((meeting) =>
    meeting.next === null
      ? []
      : [{ ...pick(meeting.next), meeting, actions: plan.actions.filter((action) => action.id === meeting.action) }],
  );
  // Who meets whom is looked at only where a meeting or a talk was recorded.
  const people = plan.progress.meeting.size === 0 ? [] : plan.people;
  const ofMeetings = new Set(plan.meetings.map((meeting) => meeting.action));
  const booked = plan.actions.filter(
    (action) =>
      action.status === 'arranged' &&
      action.arrangedFor !== null &&
      action.arrangedFor >= plan.today &&
      !ofMeetings.has(action.id),
  );
  const talks = new Map<string, DiaryEntry>();
  for (const action of booked) {
    const date = action.arrangedFor as CivilDate;
    const key = `${date} ${action.arrangedTime ?? ''} ${action.step}`;
    const before = talks.get(key);
    talks.set(key, {
      date,
      time: action.arrangedTime,
      place: null,
      meeting: null,
      actions: [...(before?.actions ?? []), action],
    });
  }
  const regular = meetings.map((entry) => {
    // What is booked for the time of a regular talk with the same person is talked about there.
    const person = people.find((one) => one.regular.some(({ id }) => id === entry.meeting.id));
    if (person === undefined) return entry;
    const theirs = [...talks].filter(
      ([, talk]) =>
        talk.date === entry.date &&
        (talk.time === null || talk.time === entry.time) &&
        talk.actions.every((action) => [...person.covers, ...person.later].some((one) => one.id === action.id)),
    );
    for (const [key] of theirs) talks.delete(key);
    return { ...entry, actions: [...entry.actions, ...theirs.flatMap(([, talk]) => talk.actions)] };
  });
  const alone = people.flatMap(({ talks: { next }, talks: meeting }) =>
    next === null ? [] : [{ ...pick(next), meeting, actions: [] }],
  );
  return [...regular, ...alone, ...talks.values()].sort((a, b) => {
    const first = `${a.date} ${a.time ?? ''}`;
    return first < `${b.date} ${b.time ?? ''}` ? -1 : 1;
  });
}

function pick({ date, time, place }: { date: CivilDate; time: string | null; place: string | null }) {
  return { date, time, place };
}

/** What was asked for and has not come: of whom, since when; longest first. */
export type Waiting = {
  readonly of: string | null;
  readonly since: CivilDate;
  readonly actions: readonly PlanAction[];
};

export function buildWaiting(plan: Plan): Waiting[] {
  const found = new Map<string, Waiting>();
  const asked = plan.actions.filter(({ status, arrangedFor }) => status === 'arranged' && arrangedFor === null);
  for (const action of asked) {
    if (action.arrangedOn === null) continue;
    const key = `${action.arrangedWith ?? ''} ${action.arrangedOn} ${action.step}`;
    const before = found.get(key);
    found.set(key, {
      of: action.arrangedWith,
      since: action.arrangedOn,
      actions: [...(before?.actions ?? []), action],
    });
  }
  return [...found.values()].sort((a, b) => (a.since < b.since ? -1 : 1));
}
