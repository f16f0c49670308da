import { headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';
import { quietId } from './decide.ts';

export function quietDocument(plan: Plan) {
  const quiet = plan.quiet.map(({ from, to, why }) => ({ id: quietId(from), from, to, why }));
  return { ...headOf('induct.quiet/1', plan), quiet };
}
