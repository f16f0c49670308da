import type { Command } from '../../commands.ts';
import type { PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { findAction } from '../../core/reference.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { selectActions } from '../../session/select.ts';
import type { Session } from '../../session/session.ts';
import { placeOf } from './place.ts';
import { documentsText } from './text.ts';
import { buildDocuments, documentsDocument } from './view.ts';

const open: Command = {
  name: 'open',
  group: 'People and papers',
  about: 'Open a document where it lies; without a terminal, print where that is',
  args: '[what]',
  examples: ['induct documents open 2.1', 'induct documents open statutory-guidance'],
  run: async (session, input) => {
    const plan = await session.plan();
    const action = await documentMeant(session, input.args[0]);
    const place = placeOf(action);
    if (session.flags.json) {
      await session.show(
        () => documentsDocument(buildDocuments(plan), [action]),
        () => [],
      );
      return;
    }
    if (session.canAsk && (await session.host.open(place))) {
      session.tell([text(`Opened: ${place}`), ...(action.restricted ? [text(RESTRICTED)] : [])]);
      return;
    }
    session.host.out.write(`${visible(place)}\n`);
    if (session.canAsk) session.tell([text('It could not be opened here. That is where it lies.')]);
  },
};

const RESTRICTED = 'Restricted: do not copy from it into notes.';

/** `induct documents`: the reading list. */
export const documents: Command = {
  name: 'documents',
  group: 'People and papers',
  about: 'Show the reading list: here, asked for, not asked for, read',
  examples: ['induct documents', 'induct documents open 2.1'],
  subcommands: [open],
  run: async (session) => {
    const view = buildDocuments(await session.plan());
    await session.show(
      () => documentsDocument(view),
      () => documentsText(view),
      { explain: true },
    );
  },
};

/** The document that was named, or chosen from those that are not read yet. */
async function documentMeant(session: Session, typed: string | undefined): Promise<PlanAction> {
  const plan = await session.plan();
  const takes = (action: PlanAction) => action.kind === 'document' && action.status === 'received';
  if (typed === undefined && !session.canAsk) {
    throw usage('Say which document, by its number or name.', 'For example: induct documents open 2.1');
  }
  const verb = { name: 'documents open', question: 'Which document?', takes };
  const action =
    typed === undefined ? (await selectActions(session, plan, [], verb, true))[0] : findAction(plan, typed);
  if (action !== undefined && action.kind === 'document') return action;
  throw usage(`${action?.number ?? 'That'} is not a document.`, 'All of them: induct documents');
}
