/** One thing that a council's own list does to the shipped one: an entry added, changed or taken out. */
export type ListChange = {
  readonly what: 'added' | 'changed' | 'hidden';
  /** The file it stands in: `steps.yaml`. */
  readonly file: string;
  readonly id: string;
  readonly title: string;
  /** What is changed of it, by the keys of the file. */
  readonly fields: readonly string[];
};
