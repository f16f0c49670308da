import { sayDayDateNear, sayLongDate, sayTime } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { nameOf, numberOf, titleOf, typedFor } from '../../core/meetings/naming.ts';
import { capacityCell, capacitySentence } from '../../core/meetings/say-capacity.ts';
import { sayPapers } from '../../core/papers.ts';
import type { PlanMeeting } from '../../core/plan/types.ts';
import { personOf } from '../../core/talks/about.ts';
import type { Voice } from '../../core/voice.ts';
import { type Block, heading, items, type Row, spaced, table, text } from '../../formats/terminal/blocks.ts';
import type { DiaryEntry, MeetingsView } from './view.ts';

/** A longer head would push the columns off the screen. */
const WIDEST_HEAD = 21;
const MOST_DATES = 4;
const COUNTS = ['', '', 'both', 'all three', 'all four', 'all five', 'all six', 'all seven', 'all eight'];

/** `induct meetings` as words. */
export function meetingsText(view: MeetingsView): readonly Block[] {
  const { plan } = view;
  const voice = voiceOf(plan);
  return spaced(
    [text(`${voice.Your} meetings, ${sayLongDate(plan.today)}`)],
    view.diary.length === 0
      ? []
      : [table({ heading: 'IN THE DIARY', heads: [], rows: view.diary.map((one) => diaryRow(one, view, voice)) })],
    undatedBlocks(view, voice),
    unansweredBlocks(view, voice),
    attendedBlocks(view),
    view.notApplicable.length === 0
      ? []
      : [text(`Not applicable: ${view.notApplicable.map((one) => titleOf(plan, one)).join(', ')}.`)],
    hints(view),
  );
}

function diaryRow({ meeting, next, papers, later }: DiaryEntry, { plan }: MeetingsView, voice: Voice): Row {
  const { today } = plan;
  const rhythm = meeting.pack === null && meeting.frequency !== null ? [meeting.frequency] : [];
  const place = next.place === null ? [] : [next.place];
  const about = [capacitySentence(meeting, voice), papers === null ? '' : sayPapers(papers, today)]
    .filter(Boolean)
    .join(' ');
  const person = personOf(plan, meeting);
  const days = later.slice(0, MOST_DATES).map((date) => sayDayDateNear(date, today));
  const more = later.length > MOST_DATES ? ` and ${later.length - MOST_DATES} more` : '';
  return {
    lead: [sayDayDateNear(next.date, today), next.time === null ? '' : sayTime(next.time)],
    text: [titleOf(plan, meeting), ...rhythm, ...place].join(', '),
    cells: [],
    under: [
      ...(about === '' ? [] : [about]),
      ...(person === undefined ? [] : [`induct brief ${person.id}`]),
      ...(days.length === 0 ? [] : [`Then ${days.join(', ')}${more}.`]),
    ],
  };
}

function undatedBlocks({ plan, undated }: MeetingsView, voice: Voice): Block[] {
  if (undated.length === 0) return [];
  const goes = `${voice.you} ${voice.officer ? 'goes' : 'go'} as`;
  const heads = [goes.length > WIDEST_HEAD ? 'goes as' : goes, 'usually'];
  const rows = undated.map((meeting) => ({
    lead: [numberOf(plan, meeting)],
    text: meeting.localName ?? meeting.pack?.short ?? meeting.name,
    cells: [capacityCell(meeting, voice), meeting.frequency ?? ''],
  }));
  return [table({ heading: `NO DATE YET (${undated.length})`, heads, rows })];
}

function unansweredBlocks({ plan, unanswered }: MeetingsView, voice: Voice): Block[] {
  if (unanswered.length === 0) return [];
  const there = voice.officer ? `was ${voice.you} there?` : 'were you there?';
  const list = unanswered.map(({ meeting, date }) => ({
    label: numberOf(plan, meeting),
    text: nameOf(meeting),
    under: [`Was on ${sayDayDateNear(date, plan.today)}: ${there} induct meetings attended ${typedFor(plan, meeting)}`],
  }));
  return [heading('PAST, NOT RECORDED YET'), items(list)];
}

function attendedBlocks({ plan, attended }: MeetingsView): Block[] {
  if (attended.length === 0) return [];
  const list = attended.map(({ meeting, last }) => ({
    label: numberOf(plan, meeting),
    text: nameOf(meeting),
    note: meeting.next === null ? 'no date ahead' : '',
    right: sayDayDateNear(last, plan.today),
  }));
  return [heading('ATTENDED'), items(list)];
}

function hints({ plan, undated, asked, toAsk }: MeetingsView): Block[] {
  const day = exampleDay(plan.today);
  const example = undated[1] ?? undated[0] ?? plan.meetings[0];
  const own = plan.meetings.some((meeting) => meeting.pack === null);
  return [
    ...(asked.length === 0
      ? []
      : [text(`Asked for, no date yet: ${asked.map((one) => typedFor(plan, one)).join(', ')}.`)]),
    ...askHint(toAsk, asked.length > 0, (one) => typedFor(plan, one)),
    ...(example === undefined ? [] : [text(`Add one: induct meetings add ${typedFor(plan, example)} "${day}" 4:30pm`)]),
    ...(own ? [] : [text('Another meeting: induct meetings new "DCS one-to-one" --every week')]),
  ];
}

/** How to ask for the dates that nobody asked for. */
function askHint(toAsk: readonly PlanMeeting[], someAsked: boolean, typed: (meeting: PlanMeeting) => string): Block[] {
  const [first] = toAsk;
  if (first === undefined) return [];
  if (toAsk.length === 1) return [text(`Ask for the dates of ${typed(first)}: induct letter dates`)];
  const count = someAsked ? `the other ${toAsk.length}` : (COUNTS[toAsk.length] ?? `all ${toAsk.length}`);
  return [text(`Ask for ${count} dates in one email: induct letter dates`)];
}
