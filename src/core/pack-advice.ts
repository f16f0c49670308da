import type { CivilDate } from './dates/index.ts';
import type { Source } from './pack.ts';

// What the list gives beside the plan: advisers, tips, words, pages for hard days, the year, links, letters, habits.

export type Adviser = { readonly name: string; readonly regions: readonly string[]; readonly source: Source };
export type Advisers = {
  readonly asListed: CivilDate;
  readonly note: string | null;
  readonly advisers: readonly Adviser[];
};
export type Tip = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly fits: readonly string[];
  readonly source: Source;
};
/** A word of the glossary. `also` holds other names for it, some with their own short form: `name (SHORT)`. */
export type Term = {
  readonly id: string;
  readonly term: string;
  readonly short: string | null;
  readonly meaning: string;
  readonly also: readonly string[];
  readonly source: Source;
};
/** One page for a hard day. `later` is the question it offers to keep. */
export type Situation = {
  readonly id: string;
  readonly title: string;
  readonly forWhom: string;
  readonly ask: readonly string[];
  readonly doNot: readonly string[];
  readonly next: readonly string[];
  readonly later: string;
  readonly checkLocally: string;
  readonly aliases: readonly string[];
  readonly source: Source;
};
/** Something a year usually brings. `months` count from 1 and follow each other, December before January. */
export type YearEntry = {
  readonly id: string;
  readonly months: readonly number[];
  readonly title: string;
  readonly text: string;
  readonly ask: string;
  readonly source: Source;
};
export type Link = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly source: Source;
};

/** One email in words: who gets it, what it asks for, its paragraphs. `covers` holds ids of actions and steps. */
export type PackLetter = {
  readonly id: string;
  readonly title: string;
  /** Printed by `induct letter` alone. */
  readonly ready: boolean;
  readonly person: string | null;
  readonly to: string | null;
  readonly covers: readonly string[];
  readonly item: string | null;
  readonly first: string | null;
  readonly firstSoon: string | null;
  readonly rest: string | null;
  readonly restSoon: string | null;
  readonly subject: string;
  readonly body: readonly string[];
};
export type Letters = {
  readonly introduction: {
    readonly holder: string;
    readonly officer: string;
    readonly holderAhead: string;
    readonly officerAhead: string;
  };
  readonly signature: { readonly holder: readonly string[]; readonly officer: readonly string[] };
  readonly letters: readonly PackLetter[];
};

/** Something to keep doing. `every` reads as `readEvery` has it; `until_agreed_with` is who should agree first. */
export type PackHabit = {
  readonly id: string;
  readonly title: string;
  readonly every: string;
  readonly until_agreed_with: string | null;
  readonly text: string;
  readonly source: Source;
};
