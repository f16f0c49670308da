import { type Command, isSet } from '../../commands.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Situation } from '../../core/pack-advice.ts';
import { usage } from '../../core/problem.ts';
import { TO_HOLDER } from '../../core/voice.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { GatheredAll, Session } from '../../session/session.ts';
import { decideLater, findKept } from './decide.ts';
import { listText, pageText } from './text.ts';
import { findSituation, listDocument, pageDocument } from './view.ts';

/** `induct when`: one calm page for a hard day. Works before `start`, and with a record that cannot be read. */
export const when: Command = {
  name: 'when',
  group: 'People and papers',
  about: 'Show one calm page for a hard day: an incident, Ofsted, the press',
  args: '[situation...]',
  options: [{ flags: '--ask', about: 'keep the question under LATER, for the director' }],
  examples: ['induct when', 'induct when incident', 'induct when ofsted --ask'],
  run: async (session, input) => {
    const asks = isSet(input, 'ask');
    const gather = () => session.gatherAll();
    const gathered = asks ? await gather() : await session.ifStarted(gather, { evenDamaged: true });
    const { situations } = await session.host.packs().load('situations');
    const voice = gathered === null ? TO_HOLDER : voiceOf(gathered.plan);
    if (input.args.length === 0) {
      if (asks) throw usage('Say on which page the question stands.', 'For example: induct when incident --ask');
      return session.show(
        () => listDocument(situations, session.today, voice),
        () => listText(situations, voice),
      );
    }
    const situation = findSituation(situations, input.args.join(' '), voice);
    if (asks) return keep(session, situation);
    await showPage(session, situation, gathered);
  },
};

async function showPage(session: Session, situation: Situation, gathered: GatheredAll | null): Promise<void> {
  const voice = gathered === null ? TO_HOLDER : voiceOf(gathered.plan);
  const kept = gathered === null ? null : findKept(gathered.companion, situation);
  const offered = gathered !== null && kept === null;
  const asking = offered && session.canAsk && session.host.out.isTerminal && !session.flags.json;
  await session.show(
    () => pageDocument(situation, session.today, voice),
    () => pageText(situation, { kept, hint: offered && !asking }, voice),
    { explain: true },
  );
  if (!asking) return;
  const prompter = await session.prompter();
  if (await prompter.confirm({ message: 'Save that as a question for the director?' }, false)) {
    await keep(session, situation);
  }
}

async function keep(session: Session, situation: Situation): Promise<void> {
  let number = '';
  const recorded = await session.recordAll((gathered) => {
    const { id, drafts } = decideLater(gathered, situation);
    number = id;
    return drafts;
  });
  const said =
    recorded.drafts.length === 0
      ? `That question is kept already: ${number}.`
      : `Kept as ${number}, a question for the director: ${situation.later}`;
  await giveReceipt(session, recorded, [said]);
}
