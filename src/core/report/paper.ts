/** A document for others, before anyone knows whether it becomes Markdown or HTML. Text goes in as it is. */
export type Paper = {
  readonly title: string;
  /** What it is about, whose it is, as at when: a line each, under the title. */
  readonly about: readonly string[];
  readonly parts: readonly PaperPart[];
  /** Small, at the end. */
  readonly footer: readonly string[];
};

export type PaperPart = {
  readonly heading: string;
  readonly intro: string | null;
  readonly pictures: readonly Picture[];
  /** What the pictures show, in words. */
  readonly table: PaperTable | null;
  readonly entries: readonly PaperEntry[];
};

/** One entry: what leads it (a day, mostly), what it says, and what stands under it. */
export type PaperEntry = { readonly lead: string | null; readonly text: string; readonly under: readonly string[] };

/** `listed`: its rows belong into a text without tables too; else `says` of the pictures is enough there. */
export type PaperTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly listed: boolean;
};

/**
 * Something to see: bars, or a line through points. Everything it shows stands in the table of its part too, so that nobody
 * needs to see it. `at` lies between 0 and 1 along the width.
 */
export type Picture = {
  readonly id: string;
  readonly title: string;
  /** In a sentence, what there is to see. */
  readonly says: string;
  readonly shape: 'bars' | 'line';
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** Days or periods that are written under it. */
  readonly marks: readonly { readonly at: number; readonly words: string }[];
};
