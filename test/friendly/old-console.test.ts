import { describe, expect, test } from 'vitest';
import { inAscii } from '../../src/formats/terminal/ascii.ts';
import { text } from '../../src/formats/terminal/blocks.ts';
import { render } from '../../src/formats/terminal/render.ts';
import { NO_STYLE } from '../../src/formats/terminal/style.ts';
import { prepare } from '../contract/calls.ts';
import { A_MONTH, SCREENS } from '../contract/screens.ts';
import { type RunOptions, runInduct } from '../helpers/run.ts';

const TODAY = '2026-06-22';
const BARS = /[▁-█]/u;
const home = await prepare([...A_MONTH, ['data', 'record', 'referrals', '1,405', '--period', '2026-06']]);
const on = (argv: readonly string[], options: RunOptions) =>
  runInduct(argv, { home, today: TODAY, tty: true, env: { NO_COLOR: '1' }, ...options });

describe('the console of Windows without Windows Terminal', () => {
  const old: RunOptions = { platform: 'win32' };

  test('a trend is told in words alone, elsewhere also drawn', async () => {
    for (const argv of [['data'], ['data', 'show', 'referrals', '--no-input']]) {
      const drawn = await on(argv, {});
      const told = await on(argv, old);
      expect(drawn.stdout).toMatch(BARS);
      expect(told.stdout).not.toMatch(BARS);
      expect(told.stdout).toContain('rising');
    }
  });

  test.each([
    ['Windows Terminal', { platform: 'win32', env: { WT_SESSION: 'a', NO_COLOR: '1' } }],
    ['the terminal of Visual Studio Code', { platform: 'win32', env: { TERM_PROGRAM: 'vscode', NO_COLOR: '1' } }],
    ['macOS', { platform: 'darwin' }],
  ] as const)('%s draws', async (_, options) => {
    expect((await on(['data', 'show', 'referrals', '--no-input'], options)).stdout).toMatch(BARS);
  });

  test('no screen needs more than ASCII for what is ours', async () => {
    for (const argv of SCREENS) {
      const { stdout, stderr } = await on([...argv, '--no-input'], old);
      const beyond = (stdout + stderr).match(/[^\x00-\x7f]/gu) ?? [];
      expect(
        [...new Set(beyond)].filter((letter) => !/\p{L}/u.test(letter)),
        argv.join(' '),
      ).toEqual([]);
    }
  });

  test('letters stay as they are typed', async () => {
    const named = await prepare([['note', '3.2', 'Tŷ Gwyn, café – “a word” …']]);
    const { stdout } = await runInduct(['show', '3.2'], { home: named, tty: true, ...old, env: { NO_COLOR: '1' } });
    expect(stdout).toContain('Tŷ Gwyn, café - "a word" ...');
    const piped = await runInduct(['show', '3.2'], { home: named, ...old });
    expect(piped.stdout).toContain('Tŷ Gwyn, café – “a word” …');
  });
});

test('inAscii takes whatever is made of texts', () => {
  expect(inAscii({ text: 'a … b', list: ['it’s', 3, null], no: true })).toEqual({
    text: 'a ... b',
    list: ["it's", 3, null],
    no: true,
  });
  const layout = { width: 20, style: NO_STYLE, plain: false };
  expect(render([text('eighteen letters …')], { ...layout, ascii: true })).toBe('eighteen letters ...\n');
});
