import { decideAsk } from '../../core/decide-ask.ts';
import { type Decision, joinDecisions } from '../../core/decision.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { Letter } from './compose.ts';

/** What sending a letter records: each thing it asks for was asked for today, of whom it goes to. */
export function decideSent(plan: Plan, letter: Letter): Decision {
  const ids = new Set(letter.records ? letter.actions.map((action) => action.id) : []);
  const asked = plan.actions.filter((action) => ids.has(action.id));
  return joinDecisions(asked.map((action) => decideAsk(action, { on: plan.today, of: letter.to })));
}
