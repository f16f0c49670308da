import type { Command } from '../../commands.ts';
import { voiceOf } from '../../core/documents.ts';
import { TO_HOLDER } from '../../core/voice.ts';
import { yearText } from './text.ts';
import { buildYearView, yearDocument } from './view.ts';

/** `induct year`: what the year usually brings, from this month on. Works before `start`. */
export const year: Command = {
  name: 'year',
  group: 'People and papers',
  about: 'Show what the year usually brings, from this month on',
  args: '[month]',
  examples: ['induct year', 'induct year march', 'induct year --json'],
  run: async (session, input) => {
    const plan = await session.ifStarted(() => session.plan(), { evenDamaged: true });
    const list = (await session.host.packs().load('year')).year;
    const view = buildYearView(list, session.today, input.args[0]);
    const voice = plan === null ? TO_HOLDER : voiceOf(plan);
    await session.show(
      () => yearDocument(view, voice),
      () => yearText(view, voice),
      { explain: true },
    );
  },
};
