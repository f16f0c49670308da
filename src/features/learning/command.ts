import type { Command } from '../../commands.ts';
import { learningText } from './text.ts';
import { buildLearning, learningDocument } from './view.ts';

/** `induct learning`: modules and courses. */
export const learning: Command = {
  name: 'learning',
  group: 'People and papers',
  about: 'Show the training: what comes first, what is booked, what was done',
  examples: ['induct learning', 'induct learning --json'],
  run: async (session) => {
    const view = buildLearning(await session.plan());
    await session.show(
      () => learningDocument(view),
      () => learningText(view),
      { explain: true },
    );
  },
};
