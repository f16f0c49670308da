import { type Problem, usage } from '../core/problem.ts';

/** What a call lacks, and what in it is wrong: told at once where nobody can be asked. */
export type Gaps = { readonly missing: readonly string[]; readonly wrong?: readonly string[] };

/** The error for a call with gaps; null where there are none. @param example a whole call that works */
export function sayGaps({ missing, wrong = [] }: Gaps, example: string): Problem | null {
  if (missing.length === 0 && wrong.length === 0) return null;
  const lacks =
    missing.length === 0 ? [] : [`${missing.length === 1 ? 'This is' : 'These are'} missing: ${missing.join('; ')}.`];
  return usage([...wrong, ...lacks].join('\n'), `For example: ${example}`);
}
