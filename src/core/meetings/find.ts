import { distance } from '../nearest.ts';
import { plainText, wordsOf } from '../plain-words.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import { nameOf, numberOf, typedFor } from './naming.ts';

/** What a meeting is called by: `names` are its own, `aliases` what other councils call it. */
type Called = { readonly meeting: PlanMeeting; readonly names: readonly string[]; readonly aliases: readonly string[] };

const MOST_NEAR = 3;

/**
 * The meeting that a word means: its number, id or name exactly; else the beginning, else a word of one, where only one
 * meeting has it. Its own names go before those other councils use.
 * @throws Problem (2) for what means none, with the nearest, and for what means several, with all of them
 */
export function findMeeting(plan: Plan, typed: string): PlanMeeting {
  const found = matching(plan, typed);
  const [only] = found;
  if (found.length > 1) throw several(plan, typed, found);
  if (only === undefined) throw unknown(plan, typed);
  return only;
}

/**
 * The meeting that the first words name, and the words after it: as many words as name one, so that names need no
 * quotation marks.
 * @throws Problem (2) as `findMeeting`, for the first word
 */
export function takeMeeting(
  plan: Plan,
  words: readonly string[],
): { readonly meeting: PlanMeeting; readonly rest: readonly string[] } {
  for (let count = words.length; count > 1; count -= 1) {
    const found = matching(plan, words.slice(0, count).join(' '));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { meeting: only, rest: words.slice(count) };
  }
  return { meeting: findMeeting(plan, words[0] ?? ''), rest: words.slice(1) };
}

/** All meetings that a text names in the first way that any is named. */
function matching(plan: Plan, typed: string): readonly PlanMeeting[] {
  const word = plainText(typed);
  const called = plan.meetings.map((meeting) => callings(plan, meeting));
  for (const test of word === '' ? [] : [isExactly, begins, holdsWord]) {
    for (const which of ['names', 'aliases'] as const) {
      const found = called.filter((one) => one[which].some((name) => test(name, word)));
      if (found.length > 0) return found.map(({ meeting }) => meeting);
    }
  }
  return [];
}

function callings(plan: Plan, meeting: PlanMeeting): Called {
  const { pack } = meeting;
  const names = [numberOf(plan, meeting), meeting.id, meeting.action, meeting.localName, meeting.name, pack?.short];
  const aliases = [pack?.pageWording, ...(pack?.aliases ?? [])];
  const folded = (list: readonly (string | null | undefined)[]) =>
    list.flatMap((name) => (name ? [plainText(name)] : []));
  return { meeting, names: folded(names), aliases: folded(aliases) };
}

function isExactly(name: string, word: string): boolean {
  return name === word;
}

function begins(name: string, word: string): boolean {
  return name.startsWith(word);
}

function holdsWord(name: string, word: string): boolean {
  return ` ${wordsOf(name)} `.includes(` ${wordsOf(word)} `);
}

function several(plan: Plan, typed: string, found: readonly PlanMeeting[]) {
  const lines = found.map((meeting) => listed(plan, meeting));
  return usage(
    [`"${shown(typed)}" could be any of these:`, ...lines].join('\n'),
    'Use the number, or more of the name.',
  );
}

function unknown(plan: Plan, typed: string) {
  const word = plainText(typed);
  const called = plan.meetings.map((meeting) => callings(plan, meeting));
  const scored = called.map(({ meeting, names, aliases }) => ({
    meeting,
    score: Math.min(
      ...[...names, ...aliases].flatMap((name) =>
        [name, ...wordsOf(name).split(' ')].map((one) => distance(word, one)),
      ),
    ),
  }));
  const near = scored
    .filter(({ score }) => score <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_NEAR);
  const lines = near.map(({ meeting }) => listed(plan, meeting));
  const message = `There is no meeting "${shown(typed)}".${near.length === 0 ? '' : ' The nearest:'}`;
  return usage([message, ...lines].join('\n'), 'All of them: induct meetings');
}

function listed(plan: Plan, meeting: PlanMeeting): string {
  return `  ${typedFor(plan, meeting)} ${nameOf(meeting)}`;
}
