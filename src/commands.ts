import { usage } from './core/problem.ts';
import type { PackLoader } from './packs/load.ts';
import type { Session } from './session/session.ts';

/** Where a command stands in the help. */
export type Group = 'Every day' | 'People and papers' | 'Out into the world' | 'Looking after it';

/** One flag, as commander writes it: `--on <date>`, `--private`. */
export type Option = {
  readonly flags: string;
  readonly about: string;
  /** Given more than once, or with several values, it becomes a list. */
  readonly many?: boolean;
  readonly hidden?: boolean;
};

/** What was typed after a command's name: arguments in order, flags by their camel-cased name. */
export type Input = { readonly args: readonly string[]; readonly options: Readonly<Record<string, unknown>> };

/** One command, declared: the program and the README's reference are made from this. */
export type Command = {
  readonly name: string;
  readonly group: Group;
  /** One line: what it does. */
  readonly about: string;
  /** Arguments, as commander writes them: `<what...>`, `[n]`. */
  readonly args?: string;
  readonly options?: readonly Option[];
  /** Flags that follow from the list, such as one a question. */
  readonly moreOptions?: (packs: PackLoader) => Promise<readonly Option[]>;
  readonly examples: readonly string[];
  /** Among the ten on the first help screen. */
  readonly first?: boolean;
  readonly subcommands?: readonly Command[];
  readonly run: (session: Session, input: Input) => Promise<void>;
};

/** A text flag's value, if it was given. @throws Problem (2) for one of spaces only */
export function textOption(input: Input, name: string): string | undefined {
  const value = input.options[name];
  if (typeof value !== 'string') return undefined;
  if (value.trim() !== '') return value;
  throw usage(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} needs a value.`);
}

/** Whether a yes-or-no flag was given. */
export function isSet(input: Input, name: string): boolean {
  return input.options[name] === true;
}

/** The values of a text flag that may be given several times. @throws Problem (2) for one of spaces only */
export function textsOption(input: Input, name: string): string[] {
  const values = input.options[name];
  if (!Array.isArray(values)) return [];
  return values.map((value) => textOption({ ...input, options: { [name]: value } }, name) ?? '');
}
