/** Told now and then while a long record is gone through: how many entries so far, of how many. */
export type Watch = (done: number, all: number) => void;

/** Nobody is told. */
export const UNWATCHED: Watch = () => {};
