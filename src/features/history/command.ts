import { type Command, isSet } from '../../commands.ts';
import { historyText } from './text.ts';
import { historyDocument } from './view.ts';

const USUAL = 20;

/** `induct history`: what was recorded, newest first. */
export const history: Command = {
  name: 'history',
  group: 'Every day',
  about: 'Show what was recorded, and when',
  options: [{ flags: '--all', about: 'everything, not only the latest 20' }],
  examples: ['induct history', 'induct history --all'],
  run: async (session, input) => {
    const { plan, store } = await session.gather();
    const all = isSet(input, 'all');
    const events = store.events(plan.induction.id, all ? {} : { most: USUAL + 1 });
    const shown = all ? events : events.slice(0, USUAL);
    const view = { plan, events: shown };
    await session.show(
      () => historyDocument(view),
      () => historyText(view, shown.length === events.length),
    );
  },
};
