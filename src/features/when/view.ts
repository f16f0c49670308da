import type { CivilDate } from '../../core/dates/index.ts';
import { matchNames, nearestNames } from '../../core/match-names.ts';
import type { Situation } from '../../core/pack-advice.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { fill, type Voice } from '../../core/voice.ts';

const SCHEMA = 'induct.when/1';
/** Longer than any name of a page: it may be somebody's story, which an error does not repeat. */
const LONGEST_NAME = 30;

/** The page that words mean. @throws Problem (2) for words that mean none or several, with the nearest and all of them */
export function findSituation(situations: readonly Situation[], typed: string, voice: Voice): Situation {
  const found = matchNames(situations, typed, namesOf);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const word = typed.trim().length > LONGEST_NAME ? '' : ` "${shown(typed.trim())}"`;
  if (found.length > 1)
    throw usage([`More than one page could be meant by${word}:`, ...lines(found, voice)].join('\n'));
  const near = nearestNames(situations, typed, namesOf).map(({ id }) => id);
  const nearest = near.length === 0 ? '' : ` The nearest: ${near.join(', ')}.`;
  const none = word === '' ? 'There is no page for that.' : `There is no page${word}.`;
  throw usage(
    [`${none}${nearest} There are these:`, ...lines(situations, voice)].join('\n'),
    'Show one: induct when incident',
  );
}

function lines(situations: readonly Situation[], voice: Voice): string[] {
  return situations.map(({ id, title }) => `  ${id}: ${fill(title, voice)}`);
}

function namesOf({ id, aliases }: Situation): string[] {
  return [id, ...aliases];
}

export function listDocument(situations: readonly Situation[], today: CivilDate, voice: Voice) {
  return {
    schema: SCHEMA,
    today,
    situations: situations.map(({ id, title, forWhom }) => ({
      id,
      title: fill(title, voice),
      forWhom: fill(forWhom, voice),
    })),
  };
}

export function pageDocument(situation: Situation, today: CivilDate, voice: Voice) {
  const { id, title, ask, doNot, next, later, checkLocally, source } = situation;
  const all = (list: readonly string[]) => list.map((line) => fill(line, voice));
  return {
    schema: SCHEMA,
    today,
    situation: {
      id,
      title: fill(title, voice),
      ask: all(ask),
      doNot: all(doNot),
      next: all(next),
      later: fill(later, voice),
      checkLocally: fill(checkLocally, voice),
      source,
    },
  };
}
