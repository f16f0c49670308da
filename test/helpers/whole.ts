/**
 * `npm run test:faults` runs some files of tests again, with all the cases there are; `npm test` takes a selection of them.
 */
const WHOLE = process.env.INDUCT_TEST_WHOLE === '1';

/** So many of a whole number of rounds. */
export const rounds = (whole: number, few: number): number => (WHOLE ? whole : few);

/** All of them, or one of them: for the case at a place another than for the one before it. */
export function inTurn<T>(all: readonly T[], place: number): readonly T[] {
  return WHOLE ? all : all.filter((_, index) => index === place % all.length);
}

/** Every so manieth case, the first and the last among them; none with an endless number. */
export function some<T>(all: readonly T[], every: number): readonly T[] {
  if (WHOLE || every === Number.POSITIVE_INFINITY) return WHOLE ? all : [];
  return all.filter((_, place) => place % every === 0 || place === all.length - 1);
}
