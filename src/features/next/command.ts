import type { Command } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { nextText } from './text.ts';
import { buildNext, nextDocument, USUAL_NEXT } from './view.ts';

/** `induct next`: the next occasions. */
export const next: Command = {
  name: 'next',
  group: 'Every day',
  about: 'Show the next things to do',
  args: '[n]',
  first: true,
  examples: ['induct next', 'induct next 10'],
  run: async (session, input) => {
    const view = buildNext(await session.plan(), readCount(input.args[0]));
    await session.show(
      () => nextDocument(view),
      () => nextText(view),
    );
  },
};

function readCount(typed: string | undefined): number {
  if (typed === undefined) return USUAL_NEXT;
  if (!/^\d{1,3}$/.test(typed) || Number(typed) === 0) throw usage(`"${shown(typed)}" is not a number from 1 to 999.`);
  return Number(typed);
}
