import type { CivilDate } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import { plainText } from '../plain-words.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import { type FoundDates, startImport } from './import-dates.ts';
import { matchTitle, nameIn } from './match.ts';
import { nameOf } from './naming.ts';
import type { Occurrence } from './occurrence.ts';

/** Which meeting a name in the file means, as answered: its id, or null for none. By the name, as `nameKey` folds it. */
export type Choices = ReadonlyMap<string, string | null>;

/** A name in the file that may be one of ours, and one that is none, with how many dates each has. */
export type NearName = { readonly name: string; readonly meetings: readonly PlanMeeting[]; readonly count: number };
export type OtherName = { readonly name: string; readonly count: number };

/** What importing a calendar file comes to. */
export type Import = FoundDates & {
  /** Came from a file once, and are in it no more. */
  readonly gone: readonly { readonly meeting: PlanMeeting; readonly date: CivilDate }[];
  readonly near: readonly NearName[];
  readonly others: readonly OtherName[];
  readonly drafts: readonly Draft[];
};

/** A name as choices are looked up by it. */
export function nameKey(title: string): string {
  return plainText(nameIn(title));
}

/** The names in a file that may be one of ours, and are not settled by what came from it before. */
export function nearNames(plan: Plan, occurrences: readonly Occurrence[]): readonly NearName[] {
  return decideImport(plan, occurrences, new Map()).near;
}

/** Sorts a calendar file by what it means for the plan, and says what to write. */
export function decideImport(plan: Plan, occurrences: readonly Occurrence[], choices: Choices): Import {
  const work = startImport(plan);
  const sorted = [...occurrences].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const others = new Map<string, OtherName>();
  const near = new Map<string, NearName>();
  for (const one of sorted) {
    const key = nameKey(one.title);
    const known = work.bySource(one);
    if (known !== null) {
      work.again(known, one);
      continue;
    }
    const { certain, near: perhaps } = matchTitle(plan, nameIn(one.title));
    const chosen = choices.get(key);
    const meeting = certain ?? plan.meetings.find(({ id }) => id === chosen) ?? null;
    if (meeting !== null) work.first(meeting, one);
    else if (perhaps.length > 0 && chosen === undefined) {
      const name = nameIn(one.title);
      near.set(key, { name, meetings: perhaps, count: (near.get(key)?.count ?? 0) + 1 });
    } else {
      const name = nameIn(one.title) || 'without a name';
      others.set(key, { name: others.get(key)?.name ?? name, count: (others.get(key)?.count ?? 0) + 1 });
    }
  }
  const renamed = [...choices].flatMap(([key, id]) => renaming(plan, sorted, key, id));
  return {
    ...work.found,
    gone: work.gone(),
    near: [...near.values()],
    others: [...others.values()].sort((a, b) => b.count - a.count),
    drafts: [...renamed, ...work.drafts],
  };
}

/** What was said to be a meeting is its name here from now on, so that it need not be asked again. */
function renaming(plan: Plan, all: readonly Occurrence[], key: string, id: string | null): Draft[] {
  const meeting = plan.meetings.find((one) => one.id === id);
  const one = all.find(({ title }) => nameKey(title) === key);
  if (meeting === undefined || one === undefined || meeting.localName !== null || meeting.pack === null) return [];
  return [draft('meeting-renamed', meeting.id, nameOf(meeting), plan.today, { name: nameIn(one.title) })];
}

function startOf({ date, time }: Occurrence): string {
  return `${date} ${time ?? ''}`;
}
