/** The only door to chalk. It is loaded where a stream may get colour. */
import { Chalk } from 'chalk';
import type { Style } from './style.ts';

const chalk = new Chalk({ level: 1 });

/** Bold for what leads, red for problems. */
export const COLOURS: Style = {
  strong: (text) => chalk.bold(text),
  heading: (text) => chalk.bold(text),
  problem: (text) => chalk.red(text),
};
