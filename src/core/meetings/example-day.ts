import { addDays, type CivilDate, sayDate, weekdayOf } from '../dates/index.ts';

const EXAMPLE_DAYS = 17;

const FRIDAY = 5;

/** A day ahead for an example to copy, from Monday to Friday: `18 June` on 1 June. */
export function exampleDay(today: CivilDate): string {
  const day = addDays(today, EXAMPLE_DAYS);
  const beyondFriday = Math.max(0, weekdayOf(day) - FRIDAY);
  return sayDate(addDays(day, -beyondFriday)).replace(/ \d{4}$/, '');
}
