import { daysBetween, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { groupEvents, sayGroup } from '../../core/say-change.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { HistoryView } from './view.ts';

/** An entry recorded more than this many days after its date shows both dates. */
const LATE_ENTRY = 14;

/** The record in lines: what a change recorded alike about many is one. */
export function historyText({ plan, events }: HistoryView, all: boolean): readonly Block[] {
  // Who typed it is worth a word only where more than one did.
  const shared = new Set(events.map(({ event }) => event.by)).size > 1;
  const voice = voiceOf(plan);
  const rows = groupEvents(events).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { event, undone } = first;
    const recorded = event.at.slice(0, 10);
    const gap = Math.abs(daysBetween(event.on, recorded));
    const both = gap > LATE_ENTRY ? [`recorded ${sayDayDateNear(recorded, plan.today)}`] : [];
    const who = shared ? [event.by === 'officer' ? 'recorded by the officer' : `recorded by ${voice.you}`] : [];
    const back = undone ? ['taken back'] : [];
    const said = sayGroup(
      group.map((one) => one.event),
      plan,
    );
    return [{ label: sayDayDateNear(event.on, plan.today), text: said, under: [...both, ...who, ...back] }];
  });
  return spaced(
    [text(`${sayHead(plan)}: the record, newest first`)],
    [items(rows)],
    all ? [] : [text('These are the latest. All: induct history --all')],
  );
}
