import type { CivilDate } from '../core/dates/index.ts';
import type { Style } from '../formats/terminal/style.ts';
import type { PackLoader } from '../packs/load.ts';
import type { CheckedList } from '../packs/local/local-list.ts';
import type { Store } from '../store/store.ts';
import type { Upkeep } from '../store/upkeep.ts';
import type { Content } from './files/write-file.ts';
import type { Prompter } from './prompts/prompter.ts';

/** A stream to write to. `columns` is what a terminal says; undefined where there is none. */
export type Output = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
};

/** How to ask: with a moving list, with numbered lines, or not at all. */
export type PromptManner = 'inquirer' | 'lines' | 'none';

/** Files the user names, and pages made for printing. Relative paths are of the folder the program is run in. */
export type Files = {
  /** A whole file's bytes. @throws Problem (2, 4) where it is not there or can't be read */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** A file's bytes piece by piece, for files too large to hold. @throws Problem (2, 4) as `read`, from the first piece on */
  readonly chunks: (path: string) => AsyncIterable<Uint8Array>;
  /** Writes a whole file, or nothing. @returns its full path. @throws Problem (2) where the place is taken, (4) */
  readonly write: (path: string, content: Content, options: { readonly force: boolean }) => Promise<string>;
  /** Writes a page for printing into induct's own folder, in place of the one before. @returns its full path */
  readonly page: (name: string, html: string) => Promise<string>;
};

/** What is kept for this computer, whichever holder is meant. */
export type Settings = {
  /** Whether accessible screens were switched on for good; false where that can't be told. */
  readonly accessible: () => boolean;
  /** @throws Problem (4) where it can't be written */
  readonly keepAccessible: (on: boolean) => Promise<void>;
};

/** The council's own list, on top of the shipped one. */
export type LocalLists = {
  /** Where it lies; null where the shipped list is used alone. @throws Problem (4) for a damaged setting */
  readonly kept: () => string | null;
  /** The folder named by INDUCT_PACK, which is used instead of all others; null without. */
  readonly instead: () => string | null;
  /** What a folder changes. @throws Problem (4) that tells every mistake in it, (2) for what is no folder */
  readonly check: (folder: string) => Promise<CheckedList>;
  /** Checks the list in use, whatever it is. @throws Problem (4) that tells every mistake */
  readonly checkUsed: () => Promise<CheckedList>;
  /** Uses a folder from now on, or none. @throws Problem (4) where that can't be kept */
  readonly keep: (folder: string | null) => Promise<void>;
  /** Writes the beginning of one. @throws Problem (2) for a folder that holds something, (4) */
  readonly make: (folder: string) => Promise<{ readonly folder: string; readonly files: readonly string[] }>;
};

/** Everything outside: streams, environment, clock, files. Nothing else in the program touches them. */
export type Host = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As Node names it: linux, darwin, win32. */
  readonly platform: string;
  readonly version: string;
  readonly out: Output;
  readonly err: Output;
  readonly inputIsTerminal: boolean;
  /** How words are set apart on a stream that gets colour. */
  readonly colours: Style;
  /** The civil date of today, local time, or INDUCT_TODAY. @throws Problem (2) for an INDUCT_TODAY that is no date */
  readonly today: () => CivilDate;
  /** The real time in UTC, ISO 8601. */
  readonly now: () => string;
  /** The folder of the database. @throws Problem (2) for an INDUCT_HOME that cannot be one */
  readonly home: () => string;
  /** The list in use. */
  readonly packs: () => PackLoader;
  readonly localLists: LocalLists;
  /** The record; null when there is none and none is to be made. It is closed when the run ends. */
  readonly openStore: (options: { readonly create: boolean }) => Promise<Store | null>;
  /** What keeps the record in order, also where it is damaged or there is none. An open record is closed first. */
  readonly upkeep: () => Promise<Upkeep>;
  readonly makePrompter: (manner: PromptManner) => Promise<Prompter>;
  readonly files: Files;
  readonly settings: Settings;
  /** Opens a file or an address with the system's program. @returns false where that can't be */
  readonly open: (target: string) => Promise<boolean>;
  /** Puts a text on the system's clipboard. @returns false where that can't be */
  readonly copy: (text: string) => Promise<boolean>;
};
