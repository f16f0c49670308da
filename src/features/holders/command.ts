import type { Command } from '../../commands.ts';
import { noPlan } from '../../session/session.ts';
import { holdersText } from './text.ts';
import { holdersDocument } from './view.ts';

/** `induct holders`: whose plans are kept here. */
export const holders: Command = {
  name: 'holders',
  group: 'Looking after it',
  about: 'Show the portfolio holders kept here',
  examples: ['induct holders', 'induct holders --json'],
  run: async (session) => {
    const store = await session.store();
    const view = { today: session.today, holders: store.inductions(), current: store.current() };
    if (view.holders.length === 0) throw noPlan();
    await session.show(
      () => holdersDocument(view),
      () => holdersText(view),
    );
  },
};
