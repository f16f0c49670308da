import { holidayOn, sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import type { Clash } from '../../core/meetings/clashes.ts';
import type { Import } from '../../core/meetings/decide-import.ts';
import type { ImportedDate } from '../../core/meetings/import-dates.ts';
import { titleOf, typedFor } from '../../core/meetings/naming.ts';
import { papersOutBy } from '../../core/papers.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { type Block, heading, hints, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';

/** What importing a calendar file would keep, and what it would leave, before anything is kept. */
export function importText(plan: Plan, found: Import, clashes: readonly Clash[], unread: readonly number[]): Block[] {
  const list = (title: string, dates: readonly ImportedDate[], row: (one: ImportedDate) => Item) =>
    dates.length === 0 ? [] : [heading(`${title} (${dates.length})`), items(dates.map(row))];
  return spaced(
    list('INTO THE DIARY', found.added, (one) => ({ ...rowOf(plan, one), under: toKnow(plan, one) })),
    list('CHANGED', found.changed, (one) => ({
      ...rowOf(plan, one),
      under: [...sayBefore(plan, one), ...toKnow(plan, one)],
    })),
    list('CANCELLED', found.cancelled, (one) => ({
      label: one.was === null ? '' : sayDayDateNear(one.was, plan.today),
      text: titleOf(plan, one.meeting),
    })),
    sayClashes(plan, clashes),
    sayGone(plan, found),
    sayNear(plan, found),
    sayLeft(found, unread),
  );
}

function rowOf(plan: Plan, { meeting, one }: ImportedDate): Item {
  const day = sayDayDateNear(one.date, plan.today);
  const place = one.place === null ? '' : `, ${one.place}`;
  return {
    label: one.time === null ? day : `${day}, ${sayTime(one.time)}`,
    text: `${titleOf(plan, meeting)}${place}`,
  };
}

function toKnow(plan: Plan, { meeting, one }: ImportedDate): string[] {
  const papers = papersOutBy(meeting, one.date, plan.calendar);
  const holiday = holidayOn(one.date, plan.calendar);
  return [
    ...(holiday === undefined ? [] : [`That day is a bank holiday: ${holiday.name}.`]),
    ...(papers === null ? [] : [`Papers out by ${sayDayDateNear(papers, plan.today)}`]),
  ];
}

function sayBefore(plan: Plan, { was, one, meeting }: ImportedDate): string[] {
  if (was === null) return [];
  if (was !== one.date) return [`Instead of ${sayDayDateNear(was, plan.today)}`];
  const before = meeting.dates.find(({ date }) => date === was);
  const said = [before?.time ? sayTime(before.time) : 'no time', before?.place ?? 'no place'];
  return before === undefined ? [] : [`Before: ${said.join(', ')}`];
}

function sayClashes(plan: Plan, clashes: readonly Clash[]): Block[] {
  if (clashes.length === 0) return [];
  const rows = clashes.map(({ date, titles }) => ({
    label: sayDayDateNear(date, plan.today),
    text: titles.join(', and '),
  }));
  return [heading(`AT THE SAME TIME (${clashes.length})`), items(rows)];
}

function sayGone(plan: Plan, { gone }: Import): Block[] {
  if (gone.length === 0) return [];
  const rows = gone.map(({ meeting, date }) => ({
    label: sayDayDateNear(date, plan.today),
    text: titleOf(plan, meeting),
    under: [`Off? induct meetings cancel ${typedFor(plan, meeting)} ${date}`],
  }));
  return [heading(`NOT IN THIS FILE ANY MORE (${gone.length})`), items(rows)];
}

function sayNear(plan: Plan, { near }: Import): Block[] {
  if (near.length === 0) return [];
  const rows = near.map(({ name, meetings, count }) => ({
    label: sayDates(count),
    text: name,
    under: [`Perhaps ${meetings.map((meeting) => titleOf(plan, meeting)).join(', or ')}`],
  }));
  const [first] = near;
  const [meeting] = first?.meetings ?? [];
  if (first === undefined || meeting === undefined) return [];
  const how = [
    text('If one is: give the meeting that name, then import again.'),
    hints(`induct meetings rename ${typedFor(plan, meeting)} "${first.name}"`),
  ];
  return [heading(`NOT CERTAIN, SO LEFT (${near.length})`), items(rows), ...how];
}

/** So many other names are worth a word. */
const MOST_OTHERS = 6;

function sayLeft({ others, same, second, stayOut }: Import, unread: readonly number[]): Block[] {
  const count = others.reduce((sum, one) => sum + one.count, 0);
  const named = others.slice(0, MOST_OTHERS).map((one) => `${one.name} (${one.count})`);
  const more = others.length > MOST_OTHERS ? ` and ${others.length - MOST_OTHERS} more names` : '';
  const lines = [
    ...(same.length === 0 ? [] : [`In the diary already: ${sayDates(same.length)}.`]),
    ...(stayOut.length === 0 ? [] : [`Taken out by hand before, so left out: ${sayDates(stayOut.length)}.`]),
    ...(second.length === 0 ? [] : [`A second time on one day, so left out: ${sayDates(second.length)}.`]),
    ...(count === 0
      ? []
      : [`Left, since they are none of these meetings: ${sayDates(count)}. ${named.join(', ')}${more}.`]),
    ...(unread.length === 0
      ? []
      : [`Not readable, so left out: the ${unread.length === 1 ? 'event' : 'events'} on line ${unread.join(', ')}.`]),
  ];
  return lines.map((line) => text(line));
}

function sayDates(count: number): string {
  return sayAmount(count, 'date', 'dates');
}

/** What the receipt says: how many of each. */
export function sayImported(found: Import): string {
  const parts = [
    [found.added.length, 'new'],
    [found.changed.length, 'changed'],
    [found.cancelled.length, 'cancelled'],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]));
  if (parts.length === 0)
    return found.drafts.length === 0
      ? 'Nothing new in it.'
      : 'Nothing new in it. Its dates are known by it from now on.';
  return `In the diary: ${parts.join(', ')}.`;
}
