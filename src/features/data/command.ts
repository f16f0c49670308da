import type { Command } from '../../commands.ts';
import { buildFigures } from '../../core/figures/figure.ts';
import { files } from './files.ts';
import { importFigures } from './import.ts';
import { record } from './record.ts';
import { reports } from './reports.ts';
import { show } from './show.ts';
import { dataText } from './text.ts';
import { dataDocument } from './view.ts';

/** `induct data`: the figures, where the council stands, against whom, which way it moves. */
export const data: Command = {
  name: 'data',
  group: 'People and papers',
  about: 'Show the figures: where the council stands, against whom, which way it moves',
  examples: ['induct data', 'induct data show repeat-referrals'],
  subcommands: [show, record, importFigures, files, reports],
  run: async (session) => {
    const { plan, companion, published } = await session.gatherFigures();
    const { indicators, figureFiles } = await session.host.packs().load('indicators', 'figureFiles');
    const view = {
      plan,
      figures: buildFigures(plan, companion, published, indicators),
      files: figureFiles,
      neighbours: published.neighbours !== null,
      draws: session.draws,
    };
    await session.show(
      () => dataDocument(view),
      () => dataText(view),
    );
  },
};
