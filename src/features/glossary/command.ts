import type { Command } from '../../commands.ts';
import { glossaryText } from './text.ts';
import { buildGlossary, glossaryDocument } from './view.ts';

/** `induct glossary`: the words of children's services, each in a sentence or two. Works before `start`. */
export const glossary: Command = {
  name: 'glossary',
  group: 'People and papers',
  about: 'Explain a word or a short form, or list them all',
  args: '[word...]',
  examples: ['induct glossary', 'induct glossary lado', 'induct glossary "care order"'],
  run: async (session, input) => {
    const pack = await session.host.packs().load('glossary');
    const wanted = input.args.length === 0 ? null : input.args.join(' ');
    const view = buildGlossary(pack.glossary, session.today, wanted);
    await session.show(
      () => glossaryDocument(view),
      () => glossaryText(view, session.flags.plain),
    );
  },
};
