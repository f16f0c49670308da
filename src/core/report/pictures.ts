import type { FigureValue } from '../companion.ts';
import { addDays, addWorkingDays, type CivilDate, daysBetween, sayDate, weekdayOf } from '../dates/index.ts';
import type { FigureName } from '../lists/index.ts';
import type { PaperPart, Picture } from './paper.ts';
import type { ReportSource } from './source.ts';

/** The working days after which it is usual to look back with the director. Our own rule. */
const LOOKS_BACK = [10, 30, 60, 100] as const;

/** What happened in each week of the first hundred working days, and how it added up. */
export function timelineParts(source: ReportSource): PaperPart[] {
  const { plan } = source;
  const from = plan.datesFrom;
  const to = addWorkingDays(from, 100, plan.calendar);
  const days = daysDone(source).filter((day) => day >= from && day <= to);
  if (days.length === 0) return [];
  const until = plan.today < to ? plan.today : to;
  const weeks = weeksBetween(from, until).map((monday) => ({
    monday,
    count: days.filter((day) => day >= monday && day < addDays(monday, 7)).length,
  }));
  const at = (day: CivilDate) => Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, to)));
  const marks = [
    { at: 0, words: 'start' },
    ...LOOKS_BACK.map((n) => ({ at: at(addWorkingDays(from, n, plan.calendar)), words: `day ${n}` })),
  ];
  const totals = weeks.map((_, index) => weeks.slice(0, index + 1).reduce((sum, { count }) => sum + count, 0));
  const said = `From ${sayDate(from)} to ${sayDate(until)}`;
  const busiest = [...weeks].sort((a, b) => b.count - a.count)[0];
  const bars: Picture = {
    id: 'hundred-days',
    title: 'What was done and attended, week by week',
    says: `${said}: ${many(days.length)}. Most in the week of ${sayDate(busiest?.monday ?? from)}: ${busiest?.count ?? 0}.`,
    shape: 'bars',
    points: weeks.map(({ monday, count }) => ({ at: at(monday), value: count })),
    marks,
  };
  const line: Picture = {
    id: 'so-far',
    title: 'The same, added up',
    says: `${said}: from 0 to ${days.length}.`,
    shape: 'line',
    points: [
      { at: 0, value: 0 },
      ...weeks.map(({ monday }, index) => ({ at: at(addDays(monday, 6)), value: totals[index] ?? 0 })),
    ],
    marks,
  };
  const table = {
    caption: 'Week by week',
    columns: ['Week of', 'Done or attended', 'So far'],
    rows: weeks.map(({ monday, count }, index) => [sayDate(monday), String(count), String(totals[index] ?? 0)]),
    listed: false,
  };
  return [{ heading: 'The first hundred working days', intro: null, pictures: [bars, line], table, entries: [] }];
}

/** The day of each action done and each meeting and talk attended, without what only its reader sees. */
function daysDone({ plan, companion, sight }: ReportSource): CivilDate[] {
  const done = plan.actions.flatMap(({ status, doneOn, kind, retired }) =>
    status === 'done' && doneOn !== null && kind !== 'meeting' && !retired && (sight.own || kind !== 'own')
      ? [doneOn]
      : [],
  );
  const attended = [...plan.meetings, ...plan.people.map(({ talks }) => talks)].flatMap(({ dates }) =>
    dates.flatMap(({ date, attended: was }) => (was ? [date] : [])),
  );
  return [...done, ...attended, ...[...companion.visit.values()].map(({ on }) => on)];
}

function weeksBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const first = addDays(from, 1 - weekdayOf(from));
  const count = Math.max(1, Math.ceil((daysBetween(first, to) + 1) / 7));
  return Array.from({ length: count }, (_, week) => addDays(first, 7 * week));
}

function many(count: number): string {
  return count === 1 ? '1 thing done or attended' : `${count} things done or attended`;
}

/** How a figure moved, where there are two values or more, and its values as a table. */
export function figurePart(
  figure: FigureName,
  values: readonly FigureValue[],
  entries: PaperPart['entries'],
): PaperPart {
  const [first] = values;
  const last = values.at(-1);
  const moved = first !== undefined && last !== undefined && values.length > 1;
  const at = (index: number) => index / Math.max(1, values.length - 1);
  const picture: Picture = {
    id: `figure-${figure.id}`,
    title: `${figure.title}, over time`,
    says: `From ${first?.value} in ${first?.period} to ${last?.value} in ${last?.period}.`,
    shape: 'line',
    points: values.map(({ value }, index) => ({ at: at(index), value })),
    marks: [
      { at: 0, words: first?.period ?? '' },
      { at: 1, words: last?.period ?? '' },
    ],
  };
  return {
    heading: `Figure: ${figure.title}`,
    intro: `Counted: ${figure.unit}.`,
    pictures: moved ? [picture] : [],
    table: {
      caption: figure.title,
      columns: ['Period', 'Value'],
      rows: values.map(({ period, value }) => [period, String(value)]),
      listed: true,
    },
    entries,
  };
}
