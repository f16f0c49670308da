import type { CalendarEntry } from '../../core/calendar/entry.ts';
import { sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { CalendarView } from './view.ts';

/** What is said beside the file: what is in it, what to delete by hand, and how it gets into Outlook. */
export function calendarText(view: CalendarView, file: string | null): readonly Block[] {
  const { entries, changes } = view;
  if (entries.length === 0) return [text(sayNothing(view)), ...sayDates(view)];
  const timed = entries.some((entry) => entry.time !== null);
  const old = (changes ?? []).flatMap(({ was }) => (was === null ? [] : [was]));
  return spaced(
    [text(sayCount(view, file))],
    old.length === 0
      ? []
      : [
          heading('DELETE THESE IN THE DIARY'),
          items(old.map((was) => ({ label: sayWhen(was, view), text: was.title }))),
          text('They have moved, changed or been cancelled. Outlook keeps the old entry beside the new one.'),
        ],
    [
      heading('INTO OUTLOOK'),
      items([
        { label: 'New, or web', text: 'Calendar, Add calendar, Upload from file' },
        { label: 'Classic', text: 'File, Open & Export, Import/Export, Import an iCalendar file; then Import' },
      ]),
      text('What is imported twice stands there twice. Only what is new since the last time:'),
      hints('induct calendar --new'),
      text('All entries have the category Induction, so that they can be found and deleted together.'),
    ],
    [
      ...(timed ? [text('Each meeting is entered for one hour: its length is not known here.')] : []),
      ...(entries.some((entry) => entry.private)
        ? [text('Talks with one person are marked private. No notes go with it.')]
        : []),
      ...sayDates(view),
    ],
  );
}

function sayNothing({ changes, since, plan }: CalendarView): string {
  if (changes === null || since === null)
    return 'Nothing ahead has a date yet, so no file was made. See: induct meetings';
  return `Nothing is new or changed since ${sayDayDateNear(since, plan.today)}, so no file was made.`;
}

function sayDates({ dates }: CalendarView): Block[] {
  return dates ? [] : [hints('The dates of the plan too: induct calendar --dates')];
}

function sayCount({ entries, changes, since, plan }: CalendarView, file: string | null): string {
  const count = sayAmount(entries.length, 'entry', 'entries');
  const fresh = since === null ? 'new' : `new or changed since ${sayDayDateNear(since, plan.today)}`;
  const which = changes === null ? '' : `, ${fresh}`;
  return file === null ? `${count}${which}.` : `${count}${which}, in ${file}`;
}

function sayWhen({ date, time }: CalendarEntry, { plan }: CalendarView): string {
  const day = sayDayDateNear(date, plan.today);
  return time === null ? day : `${day}, ${sayTime(time)}`;
}
