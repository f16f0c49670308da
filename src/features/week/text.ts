import { daysBetween, sayDayDate, sayTime } from '../../core/dates/index.ts';
import { sayPromised } from '../../core/say-companion.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, heading, hints, items, type Row, spaced, table, text } from '../../formats/terminal/blocks.ts';
import { type Room, sayEntry, sayMinds, sayQuiet, sayWeek } from './say.ts';
import { sayIdeas } from './text-ideas.ts';
import type { WeekView } from './view.ts';
import type { WeekDay } from './view-days.ts';

/** From the fullest to the barest screen: the first that fits is taken. */
export const ROOMS: readonly Room[] = [
  { briefs: true, each: 4, diary: 99 },
  { briefs: true, each: 2, diary: 99 },
  { briefs: false, each: 3, diary: 99 },
  { briefs: false, each: 2, diary: 99 },
  { briefs: false, each: 1, diary: 99 },
  { briefs: false, each: 1, diary: 12 },
  { briefs: false, each: 1, diary: 8 },
];

/** The week on one page. */
export function weekText(view: WeekView, room: Room): readonly Block[] {
  const { plan } = view;
  const rows = view.days.flatMap((day) => dayRows(day, room));
  const minds = sayMinds(view, room, (by) => (by === null ? '' : sayPromised({ by }, plan.today)));
  const quiet = sayQuiet(view).map((line) => text(line, { indent: 2 }));
  const booked = view.days.some(({ entries }) => entries.length > 0);
  const left = rows.length - room.diary;
  const more = left > 0 ? [text(`and ${left} more (induct meetings)`, { indent: 2 })] : [];
  const shown = table({ heading: 'IN THE DIARY', heads: [], rows: rows.slice(0, room.diary) });
  const diary = rows.length === 0 ? [] : [shown, ...more, ...quiet];
  return spaced(
    [text(`${sayHead(plan)}: ${sayWhich(view)} ${sayWeek(view)}`)],
    rows.length === 0 && quiet.length > 0 ? [heading('IN THE DIARY'), ...quiet] : diary,
    minds.length === 0 ? [] : [heading('TO MIND'), items(minds)],
    booked ? [] : sayIdeas(view, minds.length === 0),
    ending(view, room, booked),
  );
}

function sayWhich({ plan: { today }, from, to }: WeekView): string {
  if (from <= today && today <= to) return 'this week,';
  const days = daysBetween(today, from);
  return days >= 1 && days <= 7 ? 'next week,' : 'the week of';
}

function dayRows({ date, holiday, entries }: WeekDay, { briefs }: Room): Row[] {
  const off = holiday === null ? [] : [{ lead: [sayDayDate(date), ''], text: holiday, cells: [] }];
  const held = entries.map((entry) => ({
    lead: [sayDayDate(date), entry.time === null ? '' : sayTime(entry.time)],
    text: sayEntry(entry),
    cells: [],
    under: briefs && entry.brief !== null ? [`induct brief ${entry.brief}`] : [],
  }));
  return [...off, ...held];
}

function ending({ plan, due, to, waiting, questions }: WeekView, { briefs }: Room, booked: boolean): Block[] {
  const things = due === 1 ? '1 thing of the plan falls' : `${due} things of the plan fall`;
  const more =
    waiting.length > 0 ? ['Who owes what: induct waiting'] : questions.length > 0 ? ['Asked: induct questions'] : [];
  return [
    ...(due === 0 || to < plan.today ? [] : [text(`${things} due in it (induct next).`)]),
    ...(briefs || !booked ? [] : [text('A page to take along: induct brief, and the name.')]),
    hints('On paper: induct week --print', ...more),
  ];
}
