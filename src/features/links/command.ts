import type { Command } from '../../commands.ts';
import { linksText } from './text.ts';
import { linksDocument } from './view.ts';

/** `induct links`: the pages worth opening. Works before `start`. */
export const links: Command = {
  name: 'links',
  group: 'People and papers',
  about: 'Show the pages worth opening',
  examples: ['induct links', 'induct links --json'],
  run: async (session) => {
    const view = { today: session.today, links: (await session.host.packs().load('links')).links };
    await session.show(
      () => linksDocument(view),
      () => linksText(view),
    );
  },
};
