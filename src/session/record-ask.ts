import { sayDayDateNear } from '../core/dates/index.ts';
import { decideAsk } from '../core/decide-ask.ts';
import type { Plan } from '../core/plan/types.ts';
import { recordEach } from './record-each.ts';
import { selectActions } from './select.ts';
import type { Session } from './session.ts';
import { pastDate } from './typed.ts';

/** The command as typed, whom was asked, on which day (as typed), and whether many may be recorded without asking. */
export type AskOptions = {
  readonly name: 'ask' | 'arrange';
  readonly of: string | null;
  readonly on: string | undefined;
  readonly confirmed: boolean;
};

/** Records that actions were asked for: `ask`, and `arrange` without a date. Of a step only those still open to it. */
export async function recordAsk(session: Session, words: readonly string[], options: AskOptions): Promise<void> {
  const plan = await session.plan();
  const verb = {
    name: options.name,
    asks: true,
    question: 'What was asked for?',
    takes: (action: Plan['actions'][number]) => action.status === 'todo',
  };
  const chosen = await selectActions(session, plan, words, verb, options.confirmed);
  const on = pastDate(options.on, plan.today);
  const whom = options.of === null ? '' : `, of ${options.of}`;
  const receipt = `Asked for, ${sayDayDateNear(on, plan.today)}${whom}`;
  await recordEach(session, { chosen, decide: (_, action) => decideAsk(action, { on, of: options.of }), receipt });
}
