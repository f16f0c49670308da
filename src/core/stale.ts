/** What a decision rests on has changed since it was read: read again, decide again. */
export class Stale extends Error {
  /** Recognised by this mark and not by its class, since a lazily loaded bundle carries a class of its own. */
  readonly isStale = true;
}

/** True for a Stale, from whichever bundle it was thrown. */
export function isStale(error: unknown): boolean {
  return error instanceof Error && (error as { isStale?: unknown }).isStale === true;
}
