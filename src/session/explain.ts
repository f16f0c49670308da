import { explainTerms, sayShortForm } from '../core/explain-terms.ts';
import { BLANK, type Block, heading, hints, textsOf } from '../formats/terminal/blocks.ts';
import type { Conversation } from './conversation.ts';

/** What goes below a screen that uses short forms without spelling them out; nothing where there are none. */
export async function inShort({ host }: Conversation, blocks: readonly Block[]): Promise<readonly Block[]> {
  const { shortForms } = await host.packs().load('shortForms');
  const forms = explainTerms(textsOf(blocks), shortForms);
  if (forms.length === 0) return [];
  return [BLANK, heading('IN SHORT'), hints(...forms.map(sayShortForm), 'More: induct glossary')];
}
