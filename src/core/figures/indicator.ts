import { nearestOf } from '../nearest.ts';
import type { Source } from '../pack.ts';
import { plainText } from '../plain-words.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

export const MEASURES = ['number', 'percent', 'rate'] as const;
/** What a figure counts in: things, a share of a hundred, or so many for every 10,000 children. */
export type Measure = (typeof MEASURES)[number];

export const BETTER = ['higher', 'lower', 'neither'] as const;
export type Better = (typeof BETTER)[number];

/** One figure to follow, as the list has it. */
export type Indicator = {
  readonly id: string;
  readonly title: string;
  readonly pageWording: string;
  readonly unit: string;
  readonly measure: Measure;
  /** Which way is usually welcome; `neither`: a rise or a fall alone says nothing. */
  readonly better: Better;
  readonly means: string;
  readonly ask: readonly string[];
  readonly action: string;
  /** Where the DfE publishes it; null for a figure that only the council's own reports have. */
  readonly published: PublishedIn | null;
  readonly source: Source;
};

/** One figure of a published file: the file's id, the column of its values, and which rows are meant. */
export type PublishedIn = {
  readonly file: string;
  readonly value: string;
  /** The column that says of how many a share was taken; null where the file has none. */
  readonly base: string | null;
  /** For each column named, what it holds in the rows that are meant: the total among the filters. */
  readonly where: Readonly<Record<string, string>>;
};

/** A file to download: the beginning of its name, what it holds, and the page it is on. */
export type FigureFile = {
  readonly id: string;
  readonly name: string;
  readonly holds: string;
  readonly publication: string;
  readonly url: string;
};

/**
 * The figure that words mean: its place in the list, or an id or a title, exactly; else the beginning of one; else words of one.
 * @throws Problem (2) for what means none or several, with the names to use
 */
export function findIndicator(indicators: readonly Indicator[], typed: string): Indicator {
  const word = plainText(typed);
  const placed = /^[1-9]\d?$/.test(word) ? indicators[Number(word) - 1] : undefined;
  if (placed !== undefined) return placed;
  const names = (one: Indicator) => [one.id, plainText(one.title)];
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => name === word,
    (name) => name.startsWith(word),
    (name) => name.includes(word),
  ];
  for (const test of word === '' ? [] : tests) {
    const found = indicators.filter((one) => names(one).some(test));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only;
    if (found.length > 1) {
      const lines = found.map((one) => `  ${one.id}: ${one.title}`);
      throw usage(
        [`"${shown(typed)}" could be any of these:`, ...lines].join('\n'),
        'Use the name at the left, written out.',
      );
    }
  }
  const near = nearestOf(
    word,
    indicators.map((one) => one.id),
  );
  const hint = near === null ? 'All of them: induct data' : `Did you mean ${near}? All of them: induct data`;
  throw usage(`There is no figure "${shown(typed)}".`, hint);
}
