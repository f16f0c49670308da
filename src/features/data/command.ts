import type { Command } from '../../commands.ts';
import { record } from './record.ts';
import { show } from './show.ts';
import { dataText } from './text.ts';
import { buildData, dataDocument } from './view.ts';

/** `induct data`: the figures to follow. */
export const data: Command = {
  name: 'data',
  group: 'People and papers',
  about: 'Show the figures to follow, and which way they move; keep one',
  examples: ['induct data', 'induct data show repeat-referrals'],
  subcommands: [record, show],
  run: async (session) => {
    const { plan, companion } = await session.gatherAll();
    const { indicators } = await session.host.packs().load('indicators');
    const view = buildData(plan, companion, indicators, session.draws);
    await session.show(
      () => dataDocument(view),
      () => dataText(view),
    );
  },
};
