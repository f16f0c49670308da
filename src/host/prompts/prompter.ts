/** One thing that can be chosen; `hint` says more about it. */
export type Choice = { readonly id: string; readonly label: string };

/** What is asked, and in one line why. `place`: question n of how many. */
export type Asked = {
  readonly message: string;
  readonly why?: string;
  readonly place?: { readonly number: number; readonly of: number };
};

/** Checks what was typed: what it means, or what to say before asking again. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/**
 * Asks a person. Three kinds stand behind it: a moving list, numbered lines, and none.
 * Every method throws Interrupted when the person stops, and the none-kind throws NobodyToAsk.
 */
export type Prompter = {
  readonly canAsk: boolean;
  /** One of several; `preset` is what Enter takes. */
  readonly choose: (asked: Asked, choices: readonly Choice[], preset?: string) => Promise<string>;
  /** A line of text, asked again with what was typed until `read` takes it. `preset` is what Enter takes. */
  readonly type: <T>(asked: Asked, read: (typed: string) => Reading<T>, preset?: string) => Promise<T>;
  /** Yes or no; `preset` is what Enter takes. */
  readonly confirm: (asked: Asked, preset: boolean) => Promise<boolean>;
};

/** The person pressed Ctrl-C or closed the input: exit code 130. */
export class Interrupted extends Error {
  readonly isInterrupted = true;
}

/** True for an Interrupted, from whichever bundle it was thrown. */
export function isInterrupted(error: unknown): boolean {
  return error instanceof Error && (error as { isInterrupted?: unknown }).isInterrupted === true;
}
