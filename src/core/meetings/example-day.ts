import { addDays, type CivilDate, sayDate } from '../dates/index.ts';

const EXAMPLE_DAYS = 17;

/** A day ahead for an example to copy: `18 June` on 1 June. */
export function exampleDay(today: CivilDate): string {
  return sayDate(addDays(today, EXAMPLE_DAYS)).replace(/ \d{4}$/, '');
}
