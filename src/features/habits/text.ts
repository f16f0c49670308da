import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Habit } from '../../core/habits.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayAround, typedRhythm } from '../../core/say-habit.ts';
import { sayHead } from '../../core/say-head.ts';
import { fill } from '../../core/voice.ts';
import { type Block, hints, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { HabitsView } from './view.ts';

/** Each habit with what was kept; one that is off with what it is about. */
export function habitsText({ plan, habits }: HabitsView): readonly Block[] {
  const [first] = habits;
  if (first === undefined) return [text('There are no habits in this list.')];
  const off = habits.find(({ on }) => !on);
  const on = habits.find((habit) => habit.on) ?? first;
  return spaced(
    [text(`${sayHead(plan)}: habits, to keep up rather than do once`)],
    [items(habits.map((habit) => row(habit, plan)))],
    [
      ...(off === undefined ? [] : [text(`Switch one on: induct habits on ${off.pack.id}`)]),
      ...(on.on ? [hints(`Kept it: induct habits log ${on.pack.id}`, `Enough: induct habits off ${on.pack.id}`)] : []),
      text(`Another pace: induct habits every ${on.pack.id} month`),
      text('None is a duty, and what was missed is not added up.'),
    ],
  );
}

function row(habit: Habit, plan: Plan): Item {
  const { pack, on, every } = habit;
  return {
    label: pack.id,
    text: fill(pack.title, voiceOf(plan)),
    right: on ? `every ${typedRhythm(every)}` : 'off',
    under: on
      ? [sayKept(habit, plan)]
      : [`Every ${typedRhythm(every)}, in our suggestion.`, fill(pack.text, voiceOf(plan))],
  };
}

/** `Kept 2 times since 1 July, last on Tue 14 July, next around Tue 28 July.` */
export function sayKept(habit: Habit, plan: Plan): string {
  const { since, keptSince, last } = habit;
  const from = since === null ? '' : ` since ${dayOnly(since, plan.today)}`;
  const times = keptSince.length === 1 ? 'once' : `${keptSince.length} times`;
  return [
    keptSince.length === 0 ? `On${from}` : `Kept ${times}${from}`,
    ...(last === null ? [] : [`last on ${sayDayDateNear(last, plan.today)}`]),
    `next ${sayAround(habit, plan)}`,
  ]
    .join(', ')
    .concat('.');
}

/** `1 July`. */
function dayOnly(date: CivilDate, today: CivilDate): string {
  return sayDayDateNear(date, today).replace(/^\w+ /, '');
}

/** What the receipt of `on` and `every` says. */
export function saySet(habit: Habit, plan: Plan, switchedOn: boolean): string[] {
  const title = fill(habit.pack.title, voiceOf(plan));
  if (!habit.on) return [`Every ${typedRhythm(habit.every)}: ${title}. It is off: induct habits on ${habit.pack.id}`];
  const how = `every ${typedRhythm(habit.every)}, next ${sayAround(habit, plan)}`;
  const agreed =
    switchedOn && habit.pack.until_agreed_with !== null
      ? ['Agreed with the director? Where, when and with whom is best settled first.']
      : [];
  return [`On: ${title}, ${how}.`, ...agreed];
}

/** What the receipt of a day logged says. */
export function sayLogged(habit: Habit, on: CivilDate, plan: Plan): string[] {
  const title = fill(habit.pack.title, voiceOf(plan));
  const kept = `Kept, ${sayDayDateNear(on, plan.today)}: ${title}.`;
  if (!habit.on)
    return [kept, `It is off, so it will not be mentioned. Switch it on: induct habits on ${habit.pack.id}`];
  return [kept, sayKept(habit, plan)];
}
