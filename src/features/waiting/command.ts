import type { Command } from '../../commands.ts';
import { waitingText } from './text.ts';
import { buildWaitingView, waitingDocument } from './view.ts';

/** `induct waiting`: what was asked for and has not come. */
export const waiting: Command = {
  name: 'waiting',
  group: 'People and papers',
  about: 'Show what was asked for and has not come: of whom, since when',
  examples: ['induct waiting', 'induct waiting --json'],
  run: async (session) => {
    const view = buildWaitingView(await session.plan());
    await session.show(
      () => waitingDocument(view),
      () => waitingText(view),
      { explain: true },
    );
  },
};
