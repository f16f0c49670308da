import { sayMonth } from '../../core/dates/index.ts';
import type { YearEntry } from '../../core/pack-advice.ts';
import { fill, type Voice } from '../../core/voice.ts';
import type { YearMonth } from '../../core/year.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { YearView } from './view.ts';

const TYPICAL = 'Typical; our own summary. Check locally.';

/** What is now and next whole, the rest by a line each; or one month whole. */
export function yearText({ months, one }: YearView, voice: Voice): readonly Block[] {
  const [now, next, ...later] = months;
  if (now === undefined) return [text('There is nothing about the year in this list.')];
  if (one || next === undefined) return spaced(whole(sayMonth(now.month, true), now.entries, voice), [text(TYPICAL)]);
  const beginning = next.entries.filter((entry) => !now.entries.includes(entry));
  const told = new Set([...now.entries, ...beginning]);
  return spaced(
    [text(`What the year usually brings, from ${sayMonth(now.month, true)}`)],
    whole(`NOW, IN ${sayMonth(now.month).toUpperCase()}`, now.entries, voice),
    whole(`NEXT, IN ${sayMonth(next.month).toUpperCase()}`, beginning, voice),
    sayLater(later, told, voice),
    [hints(TYPICAL, `One month: induct year ${sayMonth(later[0]?.month ?? next.month).toLowerCase()}`)],
  );
}

function whole(title: string, entries: readonly YearEntry[], voice: Voice): Block[] {
  if (entries.length === 0) return [heading(title), text('Nothing in particular.', { indent: 2 })];
  const told = entries.map((entry) => ({
    label: '-',
    text: `${fill(entry.title, voice)}.`,
    under: [fill(entry.text, voice), `Ask: ${fill(entry.ask, voice)}`],
  }));
  return [heading(title), items(told)];
}

/** Each once, in the first month it falls in. */
function sayLater(months: readonly YearMonth[], told: ReadonlySet<YearEntry>, voice: Voice): Block[] {
  const seen = new Set(told);
  const rows = months.flatMap(({ month, entries }) => {
    const fresh = entries.filter((entry) => !seen.has(entry));
    for (const entry of fresh) seen.add(entry);
    return fresh.map((entry, index) => ({
      label: index === 0 ? sayMonth(month) : '',
      text: `${fill(entry.title, voice)}${until(entry)}`,
    }));
  });
  return rows.length === 0 ? [] : [heading('LATER'), items(rows)];
}

function until({ months }: YearEntry): string {
  const last = months.at(-1);
  return months.length < 2 || last === undefined ? '' : `, until ${sayMonth(`0000-${String(last).padStart(2, '0')}`)}`;
}
