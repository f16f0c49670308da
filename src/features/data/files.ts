import type { Command } from '../../commands.ts';
import { filesBlocks } from './text-files.ts';
import { filesDocument } from './view.ts';

/** `induct data files`: which published files to download, and from where. */
export const files: Command = {
  name: 'files',
  group: 'People and papers',
  about: 'Show which published files to download, and from where',
  examples: ['induct data files', 'induct data files --json'],
  run: async (session) => {
    const { figureFiles } = await session.host.packs().load('figureFiles');
    await session.show(
      () => filesDocument(session.headWithoutPlan('induct.data-files/1'), figureFiles),
      () => filesBlocks(figureFiles),
    );
  },
};
