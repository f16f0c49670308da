import { type CivilDate, sayDayDate, sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import { holderName } from '../../core/voice.ts';
import type { Page, PageLine } from '../../formats/html/page.ts';
import { sayEntry, sayMinds, sayQuiet, sayWeek } from './say.ts';
import type { WeekView } from './view.ts';

/** So many lines of text and ruled lines go on one side of A4, headings and all. */
const LINES_ON_A_SIDE = 44;
/** A ruled line takes as much as this many lines of text. */
const RULED = 1.4;
const LEAST_RULED = 4;
const MOST_RULED = 16;
/** Characters in a line of the page. */
const WIDTH = 88;
/** Headings, title and footer take as much as so many lines of text. */
const AROUND = 9;
/** So many of each list, where they leave room to write. */
const EACH = [4, 3, 2, 1];

/** The week on one side of A4, for the holder to take along: nothing private, and nobody's dates called missed. */
export function weekPage(view: WeekView): Page {
  const { plan, from, to } = view;
  const { name, council } = plan.induction;
  const year = from.slice(0, 4) === to.slice(0, 4) ? ` ${to.slice(0, 4)}` : '';
  const diary: PageLine[] = view.days.flatMap(({ date, holiday, entries }) => [
    ...(holiday === null ? [] : [{ lead: sayDayDate(date), text: holiday }]),
    ...entries.map((entry) => ({
      lead: entry.time === null ? sayDayDate(date) : `${sayDayDate(date)}, ${sayTime(entry.time)}`,
      text: sayEntry(entry),
    })),
  ]);
  const quiet = sayQuiet(view).map((text) => ({ text }));
  const nothing = [{ text: 'Nothing is in the diary yet.' }];
  const besides = EACH.map((each) => mindsOf(view, each));
  const roomLeft = (minds: readonly PageLine[]) =>
    Math.floor((LINES_ON_A_SIDE - linesOf([...diary, ...quiet, ...minds])) / RULED);
  const minds = besides.find((one) => roomLeft(one) >= LEAST_RULED) ?? besides.at(-1) ?? [];
  return {
    title: `Your week: ${sayWeek({ from, to })}${year}`,
    about: [...(name === null ? [] : [holderName(name)]), council.name].join(', '),
    parts: [
      { heading: 'In the diary', lines: diary.length + quiet.length === 0 ? nothing : [...diary, ...quiet] },
      ...(minds.length === 0 ? [] : [{ heading: 'To mind', lines: minds }]),
      { heading: 'Notes', lines: [], room: Math.max(LEAST_RULED, Math.min(MOST_RULED, roomLeft(minds))) },
    ],
    footer: ['No names of children or families.', 'Not a record of decisions.'],
  };
}

function mindsOf(view: WeekView, each: number): PageLine[] {
  const room = { briefs: false, each, diary: 99 };
  return sayMinds(view, room, sayBy(view.plan.today)).map(({ label, text, right }) => ({
    lead: label,
    text: right === '' ? text : `${text}, ${right}`,
  }));
}

function linesOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { lead = '', text }) => sum + Math.ceil((lead.length + text.length + 1) / WIDTH), AROUND);
}

function sayBy(today: CivilDate) {
  return (by: CivilDate | null) => (by === null ? '' : `for ${sayDayDateNear(by, today)}`);
}
