import { nearestOf } from '../../core/nearest.ts';
import type { Letters } from '../../core/pack-advice.ts';
import { PATIENCE_DAYS } from '../../core/plan/waiting.ts';
import { type Problem, usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import type { Letter } from './compose.ts';
import { isMeantBy } from './recipients.ts';
import { buildAsking, buildFollowing, groupsOf, type LetterInput, type Wanted } from './view.ts';

/** The letters that were wanted, or the sentences to say where there is none. */
export type Choice = { readonly letters: readonly Letter[]; readonly instead: readonly string[] };

const FOLLOWING = new Set(['chase', 'thanks']);

/** Those that `induct letter` alone prints: what is to be asked for first. */
export function chooseReady(input: LetterInput, wanted: Wanted): Choice {
  const ready = input.letters.letters.filter((letter) => letter.ready);
  const letters = ready.flatMap((letter) => buildAsking(letter, input, wanted) ?? []);
  return {
    letters,
    instead:
      letters.length > 0 ? [] : ['No email is ready: what can be asked for was asked for, or is here.', ...AFTER],
  };
}

const AFTER = ['What has not come: induct waiting', 'To remind those who were asked: induct letter chase'];

/** The one that was named. @throws Problem (2) for a name that is none's, with those there are */
export function chooseNamed(name: string, input: LetterInput, wanted: Wanted): Choice {
  const letter = findLetter(input.letters, name);
  if (!FOLLOWING.has(letter.id)) {
    const one = buildAsking(letter, input, wanted);
    return one === null
      ? { letters: [], instead: ['There is nothing left to ask for in this email.', ...AFTER] }
      : { letters: [one], instead: [] };
  }
  const groups = groupsOf(input);
  const { who } = wanted;
  if (who !== null && !groups.some(({ to }) => isMeantBy(to, who, input)))
    throw notAsked(
      who,
      groups.map(({ to }) => to),
    );
  const letters = buildFollowing(letter, input, wanted);
  if (letters.length > 0) return { letters, instead: [] };
  return {
    letters,
    instead: letter.id === 'thanks' ? NOTHING_CAME : nothingOwed(groups.some(({ waiting }) => waiting.length > 0)),
  };
}

const NOTHING_CAME = [
  'Nothing that was asked for is here yet, so there is nobody to thank.',
  'Something came? induct got 6.1',
];

function nothingOwed(waiting: boolean): string[] {
  if (!waiting)
    return [
      'Nothing that was asked for is still to come, so nobody has to be reminded.',
      'Emails that ask for something: induct letter',
    ];
  return [
    `Nothing has been waited for ${PATIENCE_DAYS} days yet, so nobody has to be reminded.`,
    'To remind them all the same: induct letter chase --all',
  ];
}

function notAsked(who: string, names: readonly string[]): Problem {
  if (names.length === 0)
    return usage(
      'Nothing was asked for yet, so nobody can be reminded or thanked.',
      'Emails to begin with: induct letter',
    );
  return usage(`Nothing was asked of "${shown(who)}".`, `Asked were: ${names.map(shown).join('; ')}.`);
}

function findLetter({ letters }: Letters, name: string) {
  const word = name.trim().toLowerCase().replaceAll('_', '-');
  const exact = letters.find((letter) => letter.id === word);
  if (exact !== undefined) return exact;
  const beginning = word === '' ? [] : letters.filter((letter) => letter.id.startsWith(word));
  const [only] = beginning;
  if (beginning.length === 1 && only !== undefined) return only;
  const ids = letters.map((letter) => letter.id);
  const near = beginning.length > 1 ? beginning.map((letter) => letter.id).join(' or ') : nearestOf(word, ids);
  throw usage(
    `There is no email "${shown(name)}".${near === null ? '' : ` Did you mean ${near}?`}`,
    `These there are: ${ids.join(', ')}.`,
  );
}
