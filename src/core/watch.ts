/** Told now and then while a long record is gone through: how many entries so far, of how many. */
export type Watch = (done: number, all: number) => void;

/** Nobody is told. */
export const UNWATCHED: Watch = () => {};

/** The same entries, with somebody told of each that is taken. */
export function* watched<T>(entries: Iterable<T>, all: number, watch: Watch): Generator<T> {
  let done = 0;
  for (const entry of entries) {
    yield entry;
    done += 1;
    watch(done, all);
  }
}
