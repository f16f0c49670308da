import { type Command, isSet } from '../../commands.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Tip } from '../../core/pack-advice.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { TO_HOLDER } from '../../core/voice.ts';
import type { Session } from '../../session/session.ts';
import { tipsText } from './text.ts';
import { buildTips, fittingTips, tipsDocument } from './view.ts';

/** `induct tips`: what former portfolio holders advise, with what fits the moment first. Works before `start`. */
export const tips: Command = {
  name: 'tips',
  group: 'People and papers',
  about: 'Show tips from people who have held the role',
  args: '[tip]',
  options: [{ flags: '--now', about: 'only those that fit what is next in the plan' }],
  examples: ['induct tips', 'induct tips 4', 'induct tips listening', 'induct tips --now'],
  run: async (session, input) => {
    const [wanted] = input.args;
    const now = isSet(input, 'now');
    if (now && wanted !== undefined) throw usage('--now goes without the name of a tip.', 'See: induct tips --now');
    const pack = await session.host.packs().load('tips');
    const { plan, fitting } = wanted === undefined ? await moment(session, pack.tips, now) : NO_MOMENT;
    const view = buildTips(pack.tips, session.today, wanted, { fitting, now });
    const voice = plan === null ? TO_HOLDER : voiceOf(plan);
    await session.show(
      () => tipsDocument(view),
      () => tipsText(view, voice),
    );
  },
};

type Moment = { readonly plan: Plan | null; readonly fitting: readonly Tip[] };
const NO_MOMENT: Moment = { plan: null, fitting: [] };

/** What fits what is next; nothing before `start` and where the record cannot be read, unless just that was wanted. */
async function moment(session: Session, all: readonly Tip[], now: boolean): Promise<Moment> {
  const gather = () => session.plan();
  const plan = now ? await gather() : await session.ifStarted(gather, { evenDamaged: true });
  return plan === null ? NO_MOMENT : { plan, fitting: fittingTips(all, plan.occasions) };
}
