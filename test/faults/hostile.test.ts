import { beforeAll, expect, test } from 'vitest';
import { actingIn, HOSTILE } from '../contract/hostile.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { runChild } from '../e2e/child.ts';
import { startHome } from '../helpers/run.ts';
import { count } from './counts.ts';
import { BIN, likeHome, without } from './program.ts';

const CONTROLS = '[\\u0000-\\u001f\\u007f-\\u009f';
const texts = Object.values(HOSTILE).map((text) => text.replaceAll('\0', ''));
const SHOWING = [
  ['show', '3.2'],
  ['status', '--all'],
  ['history', '--all'],
  ['show', '3.2', '--plain'],
];

/** Records every text, and gives what of them acts on a terminal in what the program then writes. */
async function actingWith(bin: string): Promise<string[]> {
  const home = likeHome(await startHome());
  const said: string[] = [];
  for (const text of texts) {
    for (const argv of [['note', '3.2', text], ['add', text], [text], ['done', text]]) {
      const { stdout, stderr } = await runChild(argv, { home, bin });
      said.push(stdout, stderr);
    }
  }
  for (const argv of SHOWING) {
    const { exit, stdout, stderr } = await runChild(argv, { home, bin });
    expect(exit, stderr).toBe(0);
    said.push(stdout, stderr);
  }
  return said.flatMap((one) => actingIn(one) ?? []);
}

beforeAll(ensureBuilt);

test('of what was typed, nothing acts on a terminal', async () => {
  expect(await actingWith(BIN)).toEqual([]);
  count('fuzz inputs', texts.length * 4);
});

test('a proof that can fail: without writing out what would act, it does', async () => {
  const acting = await actingWith(without([CONTROLS, '[\\ue000-\\ue001']));
  expect(acting.length).toBeGreaterThan(texts.length);
});
