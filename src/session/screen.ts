import type { Block } from '../formats/terminal/blocks.ts';
import { type Layout, render } from '../formats/terminal/render.ts';
import { NO_STYLE } from '../formats/terminal/style.ts';
import type { Host, Output } from '../host/host.ts';
import type { Flags } from './flags.ts';

const USUAL_WIDTH = 80;
const NARROWEST = 40;

/**
 * True for screen readers, and for terminals that can do no more: no redrawing, not one escape sequence. --accessible
 * and a dumb terminal come first, then INDUCT_ACCESSIBLE (0 says no), then what `induct accessible` keeps.
 */
export function isAccessible(host: Host, flags: Flags): boolean {
  if (flags.accessible || host.env.TERM === 'dumb') return true;
  const wished = host.env.INDUCT_ACCESSIBLE;
  return wished ? wished !== '0' : host.settings.accessible();
}

/** Whether the terminal shows more than ASCII for sure: an old console of Windows, without Windows Terminal, does not. */
export function hasSymbols({ platform, env, out }: Host): boolean {
  return platform !== 'win32' || !out.isTerminal || Boolean(env.WT_SESSION) || env.TERM_PROGRAM === 'vscode';
}

/**
 * Whether a stream gets colour: --color and --no-color first, then NO_COLOR and FORCE_COLOR (where not empty), then
 * whether it is a terminal. Plain and accessible screens never do.
 */
export function hasColour(host: Host, flags: Flags, output: Output): boolean {
  return !flags.plain && isColourWanted(host, flags, output) && !isAccessible(host, flags);
}

function isColourWanted({ env }: Host, flags: Flags, output: Output): boolean {
  if (flags.color !== undefined) return flags.color;
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  return forced ? forced !== '0' && forced !== 'false' : output.isTerminal;
}

/** How a stream is laid out: 80 columns where there is no terminal, never fewer than 40. */
export function layoutOf(host: Host, flags: Flags, output: Output): Layout {
  const columns = output.columns ?? (Number(host.env.COLUMNS) || USUAL_WIDTH);
  return {
    width: Math.max(NARROWEST, columns),
    style: hasColour(host, flags, output) ? host.colours : NO_STYLE,
    plain: flags.plain,
    ascii: !hasSymbols(host),
  };
}

/** Blocks as text for a stream. */
export function paint(host: Host, flags: Flags, output: Output, blocks: readonly Block[]): string {
  return render(blocks, layoutOf(host, flags, output));
}
