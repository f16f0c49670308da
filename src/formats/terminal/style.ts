/** How words are set apart. Colour only repeats what a word says already; 4-bit colours only, never dim. */
export type Style = {
  readonly strong: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly problem: (text: string) => string;
};

export const NO_STYLE: Style = { strong: (text) => text, heading: (text) => text, problem: (text) => text };
