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
const EACH = 4;

/** The week on one side of A4, for the holder to take along: nothing private, and nobody's dates called missed. */
export function weekPage(view: WeekView): Page {
  const { plan, from, to } = view;
  const { name, council } = plan.induction;
  const year = to.slice(0, 4);
  const diary: PageLine[] = view.days.flatMap(({ date, holiday, entries }) => [
    ...(holiday === null ? [] : [{ lead: sayDayDate(date), text: holiday }]),
    ...entries.map((entry) => ({
      lead: entry.time === null ? sayDayDate(date) : `${sayDayDate(date)}, ${sayTime(entry.time)}`,
      text: sayEntry(entry),
    })),
  ]);
  const minds = sayMinds(view, { briefs: false, each: EACH, diary: 99 }, sayBy(plan.today)).map(
    ({ label, text, right }) => ({
      lead: label,
      text: right === '' ? text : `${text}, ${right}`,
    }),
  );
  const quiet = sayQuiet(view).map((text) => ({ text }));
  const nothing = [{ text: 'Nothing is in the diary yet.' }];
  const lines: readonly PageLine[] = [...diary, ...quiet, ...minds];
  const used = lines.reduce((sum, { lead = '', text }) => sum + Math.ceil((lead.length + text.length + 1) / WIDTH), 9);
  const ruled = Math.floor((LINES_ON_A_SIDE - used) / RULED);
  return {
    title: `Your week: ${sayWeek({ from, to })} ${year}`,
    about: [...(name === null ? [] : [holderName(name)]), council.name].join(', '),
    parts: [
      { heading: 'In the diary', lines: diary.length + quiet.length === 0 ? nothing : [...diary, ...quiet] },
      ...(minds.length === 0 ? [] : [{ heading: 'To mind', lines: minds }]),
      { heading: 'Notes', lines: [], room: Math.max(LEAST_RULED, Math.min(MOST_RULED, ruled)) },
    ],
    footer: ['No names of children or families.', 'Not a record of decisions.'],
  };
}

function sayBy(today: CivilDate) {
  return (by: CivilDate | null) => (by === null ? '' : `for ${sayDayDateNear(by, today)}`);
}
