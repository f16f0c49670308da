import { addDays, type CivilDate, holidayOn } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOf } from '../../core/meetings/naming.ts';
import { dateOn } from '../../core/meetings/when.ts';
import type { Capacity } from '../../core/pack.ts';
import { titleOfPerson } from '../../core/people.ts';
import type { Plan, PlanAction, PlanMeeting } from '../../core/plan/types.ts';
import { sayName } from '../../core/say-name.ts';
import { fill } from '../../core/voice.ts';

/** Something at a time of a day. `brief` is what `induct brief` takes for it, where there is a page to take along. */
export type WeekEntry = {
  readonly time: string | null;
  readonly place: string | null;
  readonly title: string;
  readonly capacity: Capacity | null;
  readonly meeting: PlanMeeting | null;
  readonly actions: readonly PlanAction[];
  readonly brief: string | null;
};

/** One day; `holiday` is the bank holiday's name. */
export type WeekDay = {
  readonly date: CivilDate;
  readonly holiday: string | null;
  readonly entries: readonly WeekEntry[];
};

/** The seven days from a Monday, with what each holds by real dates; those that apologies were sent for are left out. */
export function buildDays(plan: Plan, from: CivilDate): WeekDay[] {
  return Array.from({ length: 7 }, (_, n) => {
    const date = addDays(from, n);
    const entries = [...meetingsOn(plan, date), ...talksOn(plan, date), ...bookedOn(plan, date)];
    const holiday = holidayOn(date, plan.calendar);
    const note = holiday?.note === undefined ? '' : `, ${holiday.note}`;
    return {
      date,
      holiday: holiday === undefined ? null : `${holiday.name}${note}`,
      entries: entries.sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1)),
    };
  });
}

function meetingsOn(plan: Plan, date: CivilDate): WeekEntry[] {
  return plan.meetings.flatMap((meeting) => {
    const found = dateOn(meeting, date);
    if (found === null || found.apologies) return [];
    const person = plan.people.find(({ regular }) => regular.some(({ id }) => id === meeting.id));
    return [
      {
        time: found.time,
        place: found.place,
        title: fill(nameOf(meeting), voiceOf(plan)),
        capacity: meeting.capacity,
        meeting,
        actions: plan.actions.filter((action) => action.id === meeting.action),
        brief: person?.id ?? meeting.id,
      },
    ];
  });
}

function talksOn(plan: Plan, date: CivilDate): WeekEntry[] {
  return plan.people.flatMap((person) => {
    const found = dateOn(person.talks, date);
    if (found === null || found.apologies) return [];
    const { time, place } = found;
    const title = titleOfPerson(person, plan);
    return [{ time, place, title, capacity: null, meeting: person.talks, actions: [], brief: person.id }];
  });
}

/** What was booked without a meeting; actions of one step at one time are one talk. */
function bookedOn(plan: Plan, date: CivilDate): WeekEntry[] {
  const ofMeetings = new Set(plan.meetings.map((meeting) => meeting.action));
  const booked = plan.actions.filter(
    (action) => action.status === 'arranged' && action.arrangedFor === date && !ofMeetings.has(action.id),
  );
  const talks = new Map<string, PlanAction[]>();
  for (const action of booked) {
    const key = `${action.arrangedTime ?? ''} ${action.step}`;
    talks.set(key, [...(talks.get(key) ?? []), action]);
  }
  return [...talks.values()].map((actions) => ({
    time: actions[0]?.arrangedTime ?? null,
    place: null,
    title: titleOfTalk(plan, actions),
    capacity: null,
    meeting: null,
    actions,
    brief: personOf(plan, actions),
  }));
}

function personOf(plan: Plan, actions: readonly PlanAction[]): string | null {
  const person = plan.people.find(({ action, covers }) =>
    actions.every(({ id }) => action?.id === id || covers.some((one) => one.id === id)),
  );
  return person?.id ?? null;
}

/** The action's name, or that of the sitting with how many points are left. */
function titleOfTalk(plan: Plan, actions: readonly PlanAction[]): string {
  const [only] = actions;
  const voice = voiceOf(plan);
  if (actions.length === 1 && only !== undefined) return sayName(only, voice);
  const sitting = plan.pack.occasions.find(
    ({ covers, verb }) => verb === 'do' && actions.every(({ id }) => covers.includes(id)),
  );
  const step = plan.steps.find(({ id }) => id === only?.step);
  const name = sitting === undefined ? (step?.title ?? '') : fill(sitting.title, voice);
  return `${name.replace('{count} ', '')}: ${actions.length} points left`;
}
