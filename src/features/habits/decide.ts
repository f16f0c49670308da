import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import { type Draft, draft, type Rhythm } from '../../core/events.ts';
import type { Habit } from '../../core/habits.ts';
import { distance } from '../../core/nearest.ts';
import { plainText, wordsOf } from '../../core/plain-words.ts';
import { usage } from '../../core/problem.ts';
import { typedRhythm } from '../../core/say-habit.ts';
import { shown } from '../../core/shown.ts';

/** What to write, or why there is nothing to write. */
export type HabitDecision = { readonly drafts: readonly Draft[]; readonly same: string | null };

/**
 * The habit that words mean: its id or place in the list exactly, else the beginning of its id, else words of its title.
 * @throws Problem (2) for what means none or several
 */
export function findHabit(habits: readonly Habit[], typed: string): Habit {
  const word = plainText(typed).replaceAll('_', '-');
  const tests: readonly ((habit: Habit, place: number) => boolean)[] = [
    ({ pack }, place) => pack.id === word || String(place + 1) === word,
    ({ pack }) => pack.id.startsWith(word.replaceAll(' ', '-')),
    ({ pack }) => ` ${wordsOf(`${plainText(pack.title)} ${pack.id}`)} `.includes(` ${wordsOf(word)} `),
  ];
  for (const test of word === '' ? [] : tests) {
    const found = habits.filter(test);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only;
    if (found.length > 1) {
      throw usage(`"${shown(typed)}" could be ${list(found)}.`, 'Use the name at the left: induct habits');
    }
  }
  const [nearest] = [...habits].sort((a, b) => distance(word, a.pack.id) - distance(word, b.pack.id));
  const near = nearest === undefined ? '' : ` The nearest: ${nearest.pack.id}.`;
  throw usage(`There is no habit "${shown(typed)}".${near}`, `They are: ${list(habits)}.`);
}

function list(habits: readonly Habit[]): string {
  return habits.map(({ pack }) => pack.id).join(', ');
}

/** Switches a habit on or off, or changes how often; `every` null leaves that as it is. */
export function decideHabit(
  habit: Habit,
  { on, every }: { readonly on: boolean; readonly every: Rhythm | null },
  today: CivilDate,
): HabitDecision {
  const { pack } = habit;
  const sameRhythm = every === null || typedRhythm(every) === typedRhythm(habit.every);
  if (on === habit.on && sameRhythm) {
    const how = on ? `on already, every ${typedRhythm(habit.every)}` : 'off already';
    return { drafts: [], same: `It is ${how}: ${pack.title}.` };
  }
  return { drafts: [draft('habit-set', pack.id, pack.title, today, { on, every })], same: null };
}

/** Records that a habit was kept on a day; once a day is enough, but for words to keep with it. */
export function decideLogged(habit: Habit, on: CivilDate, note: string | null, today: CivilDate): HabitDecision {
  const { pack } = habit;
  if (note === null && habit.kept.includes(on)) {
    return { drafts: [], same: `${sayDayDateNear(on, today)} is counted already: ${pack.title}.` };
  }
  return { drafts: [draft('habit-kept', pack.id, pack.title, on, { note })], same: null };
}
