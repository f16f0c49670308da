import { type Command, isSet } from '../../commands.ts';
import { promisesText } from './text.ts';
import { buildPromises, promisesDocument } from './view.ts';

/** `induct promises`: what was promised, the soonest first. */
export const promises: Command = {
  name: 'promises',
  group: 'People and papers',
  about: 'Show what you promised and have not kept yet',
  options: [{ flags: '--all', about: 'also those that were kept' }],
  examples: ['induct promises', 'induct promises --all'],
  run: async (session, input) => {
    const { plan, companion } = await session.gatherAll();
    const view = buildPromises(plan, companion, isSet(input, 'all'));
    await session.show(
      () => promisesDocument(view),
      () => promisesText(view),
    );
  },
};
