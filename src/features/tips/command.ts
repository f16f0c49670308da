import type { Command } from '../../commands.ts';
import { tipsText } from './text.ts';
import { buildTips, tipsDocument } from './view.ts';

/** `induct tips`: what former portfolio holders advise. Works before `start`. */
export const tips: Command = {
  name: 'tips',
  group: 'People and papers',
  about: 'Show tips from people who have held the role',
  args: '[tip]',
  examples: ['induct tips', 'induct tips 4', 'induct tips listening'],
  run: async (session, input) => {
    const pack = await session.host.packs().load('tips');
    const view = buildTips(pack.tips, session.today, input.args[0]);
    await session.show(
      () => tipsDocument(view),
      () => tipsText(view),
    );
  },
};
