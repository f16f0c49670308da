import { calledHere } from '../../core/called.ts';
import { type CivilDate, earliest, sayLongDate, sayLongDayDate, yearOf } from '../../core/dates/index.ts';
import type { PackLetter } from '../../core/pack-advice.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';

/** One line of a letter; `label` is a number or a dash in a list. */
export type Line = { readonly label: string | null; readonly text: string };

/** What a letter asks for, numbered: first what is needed first, each part under its line with the day it is wanted by. */
export function listOf(
  letter: PackLetter,
  actions: readonly PlanAction[],
  plan: Plan,
  say: (action: PlanAction) => string,
): Line[] {
  const [first, rest] = inOrder(letter, actions);
  const parts = [
    { actions: first, dated: letter.first, soon: letter.firstSoon ?? letter.first },
    { actions: rest, dated: letter.rest, soon: letter.restSoon ?? letter.rest },
  ];
  let number = 0;
  return parts.flatMap(({ actions: part, dated, soon }) => {
    const by = dated?.includes('{by}') ? wantedBy(part, plan.today) : null;
    const words = by === null ? soon : (dated?.replace('{by}', longDay(by, plan.today)) ?? null);
    const alone = first.length === 0 && words !== null && dated?.includes('{by}') !== true;
    const lines = part.map((action) => {
      number += 1;
      return { label: `${number}.`, text: `${say(action)}${sooner(action, by, plan.today)}` };
    });
    return part.length === 0 || words === null || alone ? lines : [{ label: null, text: words }, ...lines];
  });
}

/** What is needed first, and the others, in the order of the plan; all of them together where the letter makes no two parts. */
export function inOrder(letter: PackLetter, actions: readonly PlanAction[]): [PlanAction[], PlanAction[]] {
  const isFirst = (action: PlanAction) => letter.first !== null && action.pack?.first === true;
  return [actions.filter(isFirst), actions.filter((action) => !isFirst(action))];
}

/** The earliest day that several of them are wanted by, else the earliest of all; null once a day has passed. */
function wantedBy(actions: readonly PlanAction[], today: CivilDate): CivilDate | null {
  const days = actions.flatMap((action) => (action.due === null ? [] : [action.due]));
  const ahead = days.filter((day) => day >= today);
  if (ahead.length < days.length && ahead.length === 0) return null;
  const shared = ahead.filter((day, index) => ahead.indexOf(day) !== index);
  return earliest(...(shared.length > 0 ? shared : ahead)) ?? null;
}

/** Said with one that is wanted before the others of its part. */
function sooner({ due }: PlanAction, by: CivilDate | null, today: CivilDate): string {
  return due === null || by === null || due >= by || due < today ? '' : ` (by ${longDay(due, today)})`;
}

function longDay(day: CivilDate, today: CivilDate): string {
  return yearOf(day) === yearOf(today) ? sayLongDayDate(day) : sayLongDate(day);
}

/** How one thing stands in a letter that reminds or thanks: as the letter that asked for it calls it. */
export function sayItem(action: PlanAction, letters: readonly PackLetter[], plan: Plan): string {
  const name = calledHere(action, plan).replace(/\s+/g, ' ').trim();
  const asking = letters.find((letter) => covers(letter, action));
  return asking?.item?.replace('{item}', () => name) ?? name;
}

/** Whether a letter asks for an action, by its id or its step's. */
export function covers(letter: PackLetter, action: PlanAction): boolean {
  return letter.covers.includes(action.id) || letter.covers.includes(action.step);
}
