import type { Block } from '../formats/terminal/blocks.ts';
import { type Layout, render } from '../formats/terminal/render.ts';
import { NO_STYLE } from '../formats/terminal/style.ts';
import type { Host, Output } from '../host/host.ts';
import type { Flags } from './flags.ts';

const USUAL_WIDTH = 80;
const NARROWEST = 40;

/** True for screen readers, and for terminals that can do no more: no redrawing, not one escape sequence. */
export function isAccessible(host: Host, flags: Flags): boolean {
  const wished = host.env.INDUCT_ACCESSIBLE;
  return flags.accessible || (wished !== undefined && wished !== '' && wished !== '0') || host.env.TERM === 'dumb';
}

/**
 * True in the old console of Windows, whose fonts lack the characters that lines and bars are drawn with. Windows
 * Terminal and the terminals of editors tell that they are none (the rule of the npm package is-unicode-supported).
 */
export function isOldConsole(env: Host['env']): boolean {
  return env.OS === 'Windows_NT' && !env.WT_SESSION && !env.TERM_PROGRAM && !env.ConEmuTask && !env.TERM;
}

/**
 * Whether a stream gets colour: --color and --no-color first, then NO_COLOR and FORCE_COLOR (where not empty), then
 * whether it is a terminal. Plain and accessible screens never do.
 */
export function hasColour(host: Host, flags: Flags, output: Output): boolean {
  if (flags.plain || isAccessible(host, flags)) return false;
  if (flags.color !== undefined) return flags.color;
  if (host.env.NO_COLOR) return false;
  const forced = host.env.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return output.isTerminal;
}

/** How a stream is laid out: 80 columns where there is no terminal, never fewer than 40. */
export function layoutOf(host: Host, flags: Flags, output: Output): Layout {
  const columns = output.columns ?? (Number(host.env.COLUMNS) || USUAL_WIDTH);
  return {
    width: Math.max(NARROWEST, columns),
    style: hasColour(host, flags, output) ? host.colours : NO_STYLE,
    plain: flags.plain,
  };
}

/** Blocks as text for a stream. */
export function paint(host: Host, flags: Flags, output: Output, blocks: readonly Block[]): string {
  return render(blocks, layoutOf(host, flags, output));
}
