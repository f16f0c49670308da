import type { Command } from '../../commands.ts';
import { catchupText } from './text.ts';
import { buildCatchup, catchupDocument } from './view.ts';
import { walk } from './walk.ts';

/** `induct catchup`: the weekly ten minutes. Where nobody can be asked, the list of what would be. */
export const catchup: Command = {
  name: 'catchup',
  group: 'People and papers',
  about: 'The weekly ten minutes: what was held, what came, what was kept, what is past its date',
  examples: ['induct catchup', 'induct catchup --no-input'],
  run: async (session) => {
    const { plan, companion } = await session.gatherAll();
    const view = buildCatchup(plan, companion);
    if (view.items.length > 0 && session.canAsk && !session.flags.json) return walk(session, view);
    await session.show(
      () => catchupDocument(view),
      () => catchupText(view),
      { explain: true },
    );
  },
};
