import type { CivilDate } from '../dates/index.ts';
import type { Contact } from '../events.ts';
import type { PackPerson } from '../pack.ts';
import { plainText, wordsOf } from '../plain-words.ts';
import { NO_PERSON_PROGRESS, type Progress } from '../progress.ts';
import { buildTalk } from './meetings.ts';
import type { PlanAction, PlanMeeting, PlanMeetingDate, Status } from './types.ts';

/**
 * One person or group, with what was recorded about them. `talks` holds the dates with them alone; `regular` the meetings
 * of the user's own that are held with them. `next` and `met` are of both, and of the actions; `met` in order, each day once.
 */
export type PlanPerson = {
  readonly id: string;
  readonly title: string;
  readonly contact: Contact;
  readonly action: PlanAction | null;
  readonly covers: readonly PlanAction[];
  readonly later: readonly PlanAction[];
  readonly talks: PlanMeeting;
  readonly regular: readonly PlanMeeting[];
  readonly next: PlanMeetingDate | null;
  readonly met: readonly CivilDate[];
  readonly lastMet: CivilDate | null;
  readonly status: Status;
  readonly pack: PackPerson | null;
};

type Context = {
  readonly pack: readonly PackPerson[];
  /** By their ids. */
  readonly actions: ReadonlyMap<string, PlanAction>;
  readonly meetings: readonly PlanMeeting[];
  readonly progress: Progress;
  readonly today: CivilDate;
};

/** The people of the list in its order, then those the user added. */
export function buildPeople(context: Context): PlanPerson[] {
  const own = [...context.progress.person].flatMap(([id, { own: title }]) =>
    title === null || context.pack.some((person) => person.id === id) ? [] : [{ id, title }],
  );
  return [
    ...context.pack.map((person) => build(person.id, person.title, person, context)),
    ...own.map(({ id, title }) => build(id, title, null, context)),
  ];
}

function build(id: string, title: string, pack: PackPerson | null, context: Context): PlanPerson {
  const { actions, meetings, progress, today } = context;
  const find = (wanted: readonly string[]) => wanted.flatMap((one) => actions.get(one) ?? []);
  const action = pack?.action === undefined || pack.action === null ? null : (find([pack.action])[0] ?? null);
  const covers = find(pack?.covers ?? []);
  const talks = buildTalk(id, title, progress, today);
  const regular = meetings.filter((meeting) => isWith(meeting, id, pack));
  const next = soonest([talks.next, ...regular.map((meeting) => meeting.next), ...covers.map(bookedDate(today))]);
  const attended = [talks, ...regular].flatMap((one) => one.dates.filter((entry) => entry.attended));
  const settled = (action === null ? covers.filter((one) => one.kind === 'topic') : [action]).flatMap(({ doneOn }) =>
    doneOn === null ? [] : [doneOn],
  );
  const met = [...new Set([...attended.map((entry) => entry.date), ...settled])].sort();
  const lastMet = met.at(-1) ?? null;
  return {
    id,
    title,
    contact: { ...pack?.contact, ...(progress.person.get(id) ?? NO_PERSON_PROGRESS).contact },
    action,
    covers,
    later: find(pack?.later ?? []),
    talks,
    regular,
    next,
    met,
    lastMet,
    status: action?.status ?? (lastMet !== null ? 'done' : next !== null ? 'arranged' : 'todo'),
    pack,
  };
}

const ONE_TO_ONE =
  /\bone.to.one\b|\b1\s?[:-]?\s?2?\s?[:-]?\s?1\b|\bwith\b|\bcatch.?up\b|\btalk\b|\bportfolio meeting\b/;

/** Whether a meeting of the user's own is held with a person: as said when it was added, else by its name. */
function isWith({ progress: { own } }: PlanMeeting, id: string, pack: PackPerson | null): boolean {
  if (own === null) return false;
  if (own.with) return own.with === id;
  if (!ONE_TO_ONE.test(own.name.toLowerCase())) return false;
  const name = ` ${wordsOf(plainText(own.name))} `;
  return (pack?.aliases ?? []).some((word) => name.includes(` ${wordsOf(plainText(word))} `));
}

function bookedDate(today: CivilDate) {
  return (action: PlanAction): PlanMeetingDate | null =>
    action.status === 'arranged' && action.arrangedFor !== null && action.arrangedFor >= today
      ? {
          date: action.arrangedFor,
          time: action.arrangedTime,
          place: null,
          attended: false,
          apologies: false,
          note: null,
        }
      : null;
}

function soonest(dates: readonly (PlanMeetingDate | null)[]): PlanMeetingDate | null {
  const known = dates.filter((date): date is PlanMeetingDate => date !== null);
  return known.sort((a, b) => (`${a.date} ${a.time ?? ''}` < `${b.date} ${b.time ?? ''}` ? -1 : 1))[0] ?? null;
}
