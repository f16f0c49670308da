import { type Block, text } from '../../formats/terminal/blocks.ts';

const WHAT = 'Questions come as numbered lines, nothing is redrawn, and nothing is coloured.';

/** What is so, and how to change it. */
export function stateText(now: boolean, kept: boolean): readonly Block[] {
  const other = kept ? 'off' : 'on';
  const state = kept ? 'Accessible screens are on, on this computer.' : 'Accessible screens are off, on this computer.';
  const once = now && !kept ? ['In this window they are on.'] : [];
  return [state, ...once, ...(now ? [WHAT] : []), `To switch them ${other}: induct accessible ${other}`].map((line) =>
    text(line),
  );
}

/** The receipt. `still`: this terminal, or INDUCT_ACCESSIBLE, says on whatever is kept. */
export function sayKept(on: boolean, same: boolean, still: boolean): readonly string[] {
  const state = `Accessible screens ${same ? 'are' : 'are now'} ${on ? 'on' : 'off'}, on this computer${same ? ' already' : ''}.`;
  if (on) return [state, WHAT, 'To switch them off: induct accessible off'];
  return [
    state,
    ...(still ? ['In this window they stay on: its settings say so (INDUCT_ACCESSIBLE, or TERM=dumb).'] : []),
  ];
}
