import type { CivilDate } from '../dates/index.ts';
import { buildDiary } from '../plan/diary.ts';
import type { Plan } from '../plan/types.ts';
import type { ImportedDate } from './import-dates.ts';
import { titleOf } from './naming.ts';

/** Two things at one time. */
export type Clash = { readonly date: CivilDate; readonly titles: readonly [string, string] };

type Held = { readonly date: CivilDate; readonly from: number; readonly to: number; readonly title: string };

/** How long a meeting is taken to last where nothing says. */
const MINUTES = 60;

/** What of the dates to be kept is at the same time as another, or as something in the diary. */
export function findClashes(plan: Plan, dates: readonly ImportedDate[]): Clash[] {
  const fresh = dates.flatMap(({ meeting, one }) => held(one.date, one.time, titleOf(plan, meeting), one.end));
  const moved = new Set(dates.map(({ meeting, was }) => `${meeting.id} ${was}`));
  const kept = [
    ...plan.meetings.map((meeting) => ({ meeting, title: titleOf(plan, meeting) })),
    ...plan.people.map((person) => ({ meeting: person.talks, title: person.talks.name })),
  ].flatMap(({ meeting, title }) =>
    meeting.dates
      .filter(({ date }) => !moved.has(`${meeting.id} ${date}`) && !dates.some((d) => isSame(d, meeting.id, date)))
      .flatMap(({ date, time }) => held(date, time, title)),
  );
  const booked = buildDiary(plan)
    .filter(({ meeting }) => meeting === null)
    .flatMap(({ date, time, actions }) => held(date, time, actions.map(({ number }) => number).join(', ')));
  const all = [...fresh, ...kept, ...booked];
  return fresh.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => one.date === other.date && one.from < other.to && other.from < one.to)
      .map((other) => ({ date: one.date, titles: [one.title, other.title] as const })),
  );
}

function isSame(imported: ImportedDate, id: string, date: CivilDate): boolean {
  return imported.meeting.id === id && imported.one.date === date;
}

function held(date: CivilDate, time: string | null, title: string, end: string | null = null): Held[] {
  if (time === null) return [];
  const from = minutes(time);
  return [{ date, from, to: end === null || minutes(end) <= from ? from + MINUTES : minutes(end), title }];
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
