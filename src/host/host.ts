import type { CivilDate } from '../core/dates/index.ts';
import type { PackLoader } from '../packs/load.ts';
import type { Store } from '../store/store.ts';
import type { Prompter } from './prompts/prompter.ts';

/** A stream to write to. `columns` is what a terminal says; undefined where there is none. */
export type Output = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
};

/** How to ask: with a moving list, with numbered lines, or not at all. */
export type PromptManner = 'inquirer' | 'lines' | 'none';

/** Everything outside: streams, environment, clock, files. Nothing else in the program touches them. */
export type Host = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly out: Output;
  readonly err: Output;
  readonly inputIsTerminal: boolean;
  /** The civil date of today, local time, or INDUCT_TODAY. @throws Problem (2) for an INDUCT_TODAY that is no date */
  readonly today: () => CivilDate;
  /** The real time in UTC, ISO 8601. */
  readonly now: () => string;
  /** The folder of the database. @throws Problem (2) for an INDUCT_HOME that cannot be one */
  readonly home: () => string;
  /** The list in use. */
  readonly packs: () => PackLoader;
  /** The record; null when there is none and none is to be made. It is closed when the run ends. */
  readonly openStore: (options: { readonly create: boolean }) => Promise<Store | null>;
  readonly makePrompter: (manner: PromptManner) => Promise<Prompter>;
};
