import type { CivilDate } from '../../core/dates/index.ts';
import { matchNames, nearestNames } from '../../core/match-names.ts';
import type { Term } from '../../core/pack-advice.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

/** All terms in alphabetical order, or those that a word means. */
export type GlossaryView = { readonly today: CivilDate; readonly terms: readonly Term[]; readonly all: boolean };

/**
 * The terms a word means: the same as one of their names, else its beginning, else held in it.
 * @throws Problem (2) for a word that means none, with the nearest
 */
export function buildGlossary(terms: readonly Term[], today: CivilDate, wanted: string | null): GlossaryView {
  if (wanted === null) return { today, terms, all: true };
  const found = matchNames(terms, wanted, callings);
  if (found.length > 0) return { today, terms: found, all: false };
  const near = nearestNames(terms, wanted, callings).map((term) => sayTerm(term));
  const nearest = near.length === 0 ? '' : ` The nearest: ${near.join('; ')}.`;
  throw usage(`The glossary has no "${shown(wanted)}".${nearest}`, 'All of its words: induct glossary');
}

/** `Independent reviewing officer (IRO)` */
export function sayTerm({ term, short }: Term): string {
  return short === null ? term : `${term} (${short})`;
}

/** Everything a term is called: what stands in brackets behind a name is a name too. */
function callings({ id, term, short, also }: Term): string[] {
  const others = also.flatMap((name) => {
    const [, before, inside] = /^(.+?)\s*\(([^()]+)\)/.exec(name) ?? [];
    return before === undefined || inside === undefined ? [name] : [before, inside];
  });
  return [id, term, ...(short === null ? [] : [short]), ...others];
}

export function glossaryDocument({ today, terms }: GlossaryView) {
  return {
    schema: 'induct.glossary/1',
    today,
    terms: terms.map(({ id, term, short, meaning, also, source }) => ({ id, term, short, meaning, also, source })),
  };
}
