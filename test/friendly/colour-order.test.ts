import { expect, test } from 'vitest';
import { COLOURS } from '../../src/formats/terminal/colour.ts';
import type { Host, Output } from '../../src/host/host.ts';
import { NO_FLAGS } from '../../src/session/flags.ts';
import { hasColour } from '../../src/session/screen.ts';
import { sgrCodes } from './everywhere.ts';

type Case = readonly [
  env: Readonly<Record<string, string>>,
  flag: boolean | undefined,
  terminal: boolean,
  kept: boolean,
  colour: boolean,
];

/** --color and --no-color, then NO_COLOR, then FORCE_COLOR, then the terminal; accessible screens never. */
const CASES: readonly Case[] = [
  [{}, undefined, true, false, true],
  [{}, undefined, false, false, false],
  [{ NO_COLOR: '1' }, undefined, true, false, false],
  [{ NO_COLOR: '0' }, undefined, true, false, false],
  [{ NO_COLOR: '' }, undefined, true, false, true],
  [{ NO_COLOR: '' }, undefined, false, false, false],
  [{ FORCE_COLOR: '1' }, undefined, false, false, true],
  [{ FORCE_COLOR: '0' }, undefined, true, false, false],
  [{ FORCE_COLOR: '' }, undefined, false, false, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, undefined, true, false, false],
  [{ NO_COLOR: '1' }, true, false, false, true],
  [{ FORCE_COLOR: '1' }, false, true, false, false],
  [{ TERM: 'dumb' }, undefined, true, false, false],
  [{ TERM: 'dumb', FORCE_COLOR: '1' }, undefined, true, false, false],
  [{ TERM: 'dumb' }, true, true, false, false],
  [{ INDUCT_ACCESSIBLE: '1' }, true, true, false, false],
  [{}, undefined, true, true, false],
  [{}, true, true, true, false],
  [{ INDUCT_ACCESSIBLE: '0' }, undefined, true, true, true],
];

test.each(CASES)('%j, flag %s, terminal %s, kept accessible %s: colour %s', (env, color, isTerminal, kept, colour) => {
  const output: Output = { write: () => {}, isTerminal, columns: 80 };
  let read = 0;
  const settings = {
    accessible: () => {
      read += 1;
      return kept;
    },
    keepAccessible: async () => {},
  };
  const host = { env, settings, platform: 'linux' } as unknown as Host;
  expect(hasColour(host, { ...NO_FLAGS, color }, output)).toBe(colour);
  expect(hasColour(host, { ...NO_FLAGS, color, plain: true }, output)).toBe(false);
  expect(hasColour(host, { ...NO_FLAGS, color, accessible: true }, output)).toBe(false);
  if (!isTerminal && !env.FORCE_COLOR && color !== true) expect(read, 'a pipe reads no settings').toBe(0);
});

test('what there is of colour is bold and one of eight, never dim and never hidden', () => {
  for (const style of Object.values(COLOURS)) {
    for (const code of sgrCodes(style('words'))) expect(['0', '1', '22', '31', '39']).toContain(code);
  }
});
