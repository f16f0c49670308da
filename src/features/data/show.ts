import type { Command } from '../../commands.ts';
import { findIndicator } from '../../core/figures/indicator.ts';
import { usage } from '../../core/problem.ts';
import { showText } from './text-show.ts';
import { buildData, showDocument } from './view.ts';

/** `induct data show`: one figure whole. */
export const show: Command = {
  name: 'show',
  group: 'People and papers',
  about: 'Show one figure: its values, what it means, what to ask',
  args: '[figure...]',
  examples: ['induct data show repeat-referrals', 'induct data show stability'],
  run: async (session, input) => {
    const { plan, companion } = await session.gatherAll();
    const { indicators } = await session.host.packs().load('indicators');
    const word = input.args.join(' ').trim();
    if (word === '' && !session.canAsk) {
      throw usage('Say which figure.', 'For example: induct data show repeat-referrals');
    }
    const indicator = findIndicator(indicators, word === '' ? await choose() : word);
    const [figure] = buildData(plan, companion, [indicator], session.draws).figures;
    if (figure === undefined) return;
    await session.show(
      () => showDocument(plan, figure),
      () => showText(plan, figure, session.draws),
    );

    async function choose(): Promise<string> {
      const prompter = await session.prompter();
      const choices = indicators.map(({ id, title }) => ({ id, label: title }));
      return prompter.choose({ message: 'Which figure?' }, choices, choices[0]?.id);
    }
  },
};
