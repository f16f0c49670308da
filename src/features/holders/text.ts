import { isCivilDate, sayDate, sayLongDate } from '../../core/dates/index.ts';
import { holderName } from '../../core/voice.ts';
import { type Block, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { Holder, HoldersView } from './view.ts';

/** The holders by number, the current one with that word, and how to change to another. */
export function holdersText({ today, holders, current }: HoldersView): readonly Block[] {
  const [other] = holders.filter((holder) => holder.id !== current);
  return spaced(
    [text(`Holders kept here, ${sayLongDate(today)}`)],
    [items(holders.map((holder) => row(holder, holder.id === current)))],
    [
      ...(other === undefined ? [] : [text(`Work on another: induct switch ${other.position}`)]),
      text('One more holder: induct start --new'),
    ],
  );
}

function row(holder: Holder, current: boolean): Item {
  const { position, name, council, appointed, started } = holder;
  const who = name === null ? 'No name yet' : holderName(name);
  const since = appointed !== null && isCivilDate(appointed) ? [`in the role from ${sayDate(appointed)}`] : [];
  const left = started ? [] : ['the first questions are not all answered'];
  return {
    label: String(position),
    text: [who, council?.name ?? 'no council yet'].join(', '),
    right: current ? 'current' : '',
    under: [[...since, ...left].join('; ')].filter((line) => line !== ''),
  };
}
