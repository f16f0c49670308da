// Apart from the patterns themselves (identifying.ts), which take longer to load than a record takes to open.

/** What needs no more than its spaces tidied before it is looked through. */
export const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** What every mention of an age holds some of; every number, date and postcode holds a digit. */
export const MAY_HOLD_AGE = /\d|age|old|y\/?\.?o|yrs|mths/i;

/** What every name after "called", or as somebody's son or daughter, stands beside. */
export const MAY_NAME_CHILD =
  /boy|girl|child|baby|toddler|son|daughter|pupil|twin|teenager|lad|youngster|infant|newborn/i;

/** What every word for one child, or for a relative, holds some of. */
export const MAY_HOLD_PERSON =
  /toddler|baby|newborn|infant|boy|girl|teen|lad|youngster|twins|sibling|son|daughter|child|pupil|student|mum|mother|dad|father|family/i;

/** False where nothing of a text can be anything that `findIdentifying` finds, as can be said of most short notes. */
export function mayIdentify(text: string): boolean {
  return !PLAIN.test(text) || MAY_HOLD_AGE.test(text) || MAY_HOLD_PERSON.test(text) || MAY_NAME_CHILD.test(text);
}
