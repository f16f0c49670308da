/** The exit codes (`induct help exit-codes`) for what a person can mend: 2 the call, 3 no plan, 4 data or surroundings, 5 busy. */
export type ExitCode = 2 | 3 | 4 | 5;

/**
 * Something that a person can mend: what is wrong in one or two plain sentences, and what to do.
 * Everything else that is thrown is a defect in induct and ends with exit code 1.
 */
export class Problem extends Error {
  readonly exitCode: ExitCode;
  readonly hint: string | null;
  /** Recognised by this mark and not by its class, since a lazily loaded bundle carries a class of its own. */
  readonly isProblem = true;

  /**
   * @param exitCode what the process ends with
   * @param message what is wrong, with the value that caused it
   * @param hint what to do about it, such as a command to copy
   */
  constructor(exitCode: ExitCode, message: string, hint: string | null = null) {
    super(message);
    this.name = 'Problem';
    this.exitCode = exitCode;
    this.hint = hint;
  }
}

/** True for a Problem, from whichever bundle it was thrown. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && (error as { isProblem?: unknown }).isProblem === true;
}

/** A call or an input that is wrong: exit code 2. */
export function usage(message: string, hint: string | null = null): Problem {
  return new Problem(2, message, hint);
}

/** Data or surroundings at fault, such as a damaged file or a full disk: exit code 4. */
export function atFault(message: string, hint: string | null = null): Problem {
  return new Problem(4, message, hint);
}

/** What is read in pieces did not stay the same: exit code 5. */
export function changedWhileRead(): Problem {
  return new Problem(5, 'Another induct changed the record while it was read.', 'Run the same again.');
}
