import { sayLongDate } from './dates/index.ts';
import type { Plan } from './plan/types.ts';
import { holderName } from './voice.ts';

/** Whose screen it is and of which day: `Leeds, Monday 1 June 2026`; for an officer with the holder's name. */
export function sayHead(plan: Plan): string {
  const { name, typing, council } = plan.induction;
  const whose = typing === 'officer' && name !== null ? `${holderName(name)}, ${council.short}` : council.short;
  return `${whose}, ${sayLongDate(plan.today)}`;
}
