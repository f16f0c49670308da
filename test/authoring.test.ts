import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LAYER_FILES } from '../src/packs/files.ts';
import { checkList } from '../src/packs/local/local-list.ts';
import { layerOf, mistakesOf } from './helpers/layers.ts';
import { readOnce } from './helpers/read-once.ts';
import { DATA, PROGRAM } from './helpers/run.ts';

const guide = readFileSync(join(PROGRAM, 'docs', 'authoring.md'), 'utf8');

type Example = { readonly name: string; readonly text: string; readonly told: readonly string[] | null };

/** Every example: a block named for its file; where it is wrong, the block behind it holds what is said. */
const examples: Example[] = [
  ...guide.matchAll(/```yaml (\S+)( wrong)?\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g),
].map(([, name = '', wrong, text = '', told = '']) => ({
  name,
  text,
  told: wrong === undefined ? null : told.trim().split('\n'),
}));

describe('the authoring guide', () => {
  test('has a good and a bad example for every file', () => {
    const files = Object.values(LAYER_FILES);
    for (const good of [true, false]) {
      const shown = examples.filter(({ told }) => (told === null) === good).map(({ name }) => name);
      expect(files.filter((file) => !shown.includes(file))).toEqual([]);
    }
  });

  test.each(examples.filter(({ told }) => told === null).map((one) => [one.name, one] as const))(
    'what it shows of %s is right, and changes something',
    async (_, { name, text }) => {
      const { changes } = await checkList(layerOf({ [name]: text }), { base: DATA, read: readOnce });
      expect(changes.length).toBeGreaterThan(0);
    },
  );

  test.each(examples.flatMap((one) => (one.told === null ? [] : [[one.name, one, one.told] as const])))(
    'what it shows as wrong of %s is told as it says',
    async (_, { name, text }, told) => {
      expect(await mistakesOf({ [name]: text })).toEqual(told);
    },
  );
});
