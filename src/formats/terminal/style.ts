/** The only door to chalk. */
import { Chalk } from 'chalk';

/** How words are set apart. Colour only repeats what a word says already; 4-bit colours only, never dim. */
export type Style = {
  readonly strong: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly problem: (text: string) => string;
};

export const NO_STYLE: Style = { strong: (text) => text, heading: (text) => text, problem: (text) => text };

/** The style of a stream that takes colour, or none. */
export function makeStyle(colour: boolean): Style {
  if (!colour) return NO_STYLE;
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    heading: (text) => chalk.bold(text),
    problem: (text) => chalk.red(text),
  };
}
