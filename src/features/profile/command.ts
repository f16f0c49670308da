import { type Command, textOption } from '../../commands.ts';
import { readAnswer, sayPossible } from '../../core/answer-input.ts';
import type { CouncilAnswer } from '../../core/events.ts';
import type { Question } from '../../core/pack.ts';
import { usage } from '../../core/problem.ts';
import { typedId } from '../../core/say-answer.ts';
import { sayChanged, saySame } from '../../session/answer-receipt.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { decideAnswer, findQuestion } from './decide.ts';
import { profileText } from './text.ts';
import { buildProfile, profileDocument } from './view.ts';

/** `induct profile`: the answers given at `start` and later; with an answer it changes one, and the plan follows. */
export const profile: Command = {
  name: 'profile',
  group: 'Looking after it',
  about: 'Show the answers the plan rests on; change one',
  args: '[question] [answer...]',
  options: [{ flags: '--region <region>', about: 'with council: the region of a council that is not on the list' }],
  examples: ['induct profile', 'induct profile dcs-post vacant', 'induct profile appointed "20 May 2026"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const [word, ...words] = input.args;
    const question = word === undefined ? null : findQuestion(plan.pack.questions, word);
    const region = textOption(input, 'region');
    if (region !== undefined) refuseRegion(question, words);
    if (question === null || words.length === 0) {
      const view = buildProfile(plan, question);
      return session.show(
        () => profileDocument(view),
        () => profileText(view),
        { explain: true },
      );
    }
    const answer = await read(session, question, words.join(' '), region);
    const recorded = await session.record((current) => decideAnswer(current, question, answer));
    const { before, after, drafts } = recorded;
    const said = drafts.length === 0 ? [saySame(after, question)] : sayChanged(before, after, question);
    await giveReceipt(session, recorded, said);
  },
};

async function read(
  session: Session,
  question: Question,
  typed: string,
  region: string | undefined,
): Promise<string | CouncilAnswer> {
  const councils = question.kind === 'council' ? (await session.host.packs().load('councils')).councils : [];
  const reading = readAnswer(question, typed, { today: session.today, councils, region });
  if (reading.ok) return reading.answer;
  throw usage(`${typedId(question)}: ${reading.why}`, reading.hint ?? sayPossible(question));
}

function refuseRegion(question: Question | null, words: readonly string[]): void {
  if (question?.kind === 'council' && words.length > 0) return;
  throw usage('--region goes with a council.', 'For example: induct profile council "New Council" --region London');
}
