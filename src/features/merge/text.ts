import { voiceOf } from '../../core/documents.ts';
import type { Joined } from '../../core/merge/join.ts';
import type { Plan } from '../../core/plan/types.ts';
import { grouped, sayAmount } from '../../core/say-amount.ts';
import { type Block, hints, text } from '../../formats/terminal/blocks.ts';

/** What came in, who recorded it, and what has another number now. */
export function sayMerged(plan: Plan, { events, fresh, renumbered }: Joined): readonly Block[] {
  const voice = voiceOf(plan);
  const all = `${sayEntries(events.length)} in all.`;
  if (fresh.length === 0) return [text(`Nothing in it is new here. ${all}`), ...sayNumbers(renumbered)];
  const officers = fresh.filter(({ by }) => by === 'officer').length;
  const holders = fresh.length - officers;
  const who = [
    ...(officers === 0 ? [] : [`${grouped(officers)} by the officer`]),
    ...(holders === 0 ? [] : [`${grouped(holders)} by ${voice.you}`]),
  ];
  return [
    text(`Merged: ${sayEntries(fresh.length)} new here, ${who.join(', ')}. ${all}`),
    ...sayNumbers(renumbered),
    text('So that the other computer has what is recorded here too:'),
    hints('induct share shared.json'),
  ];
}

function sayNumbers(renumbered: Joined['renumbered']): Block[] {
  return renumbered.map(({ was, now, title }) => text(`${was} was given on both computers. "${title}" is ${now} now.`));
}

function sayEntries(count: number): string {
  return sayAmount(count, 'entry', 'entries');
}
