import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/commands.ts';
import { commandLoaders } from '../../src/features/index.ts';
import { GLOBAL_OPTIONS } from '../../src/global-options.ts';
import { folderOfRun } from '../helpers/folders.ts';
import { shippedLoader } from '../helpers/shipped.ts';
import { some } from '../helpers/whole.ts';
import { induct, prepare } from './calls.ts';
import { actingIn, HOSTILE } from './hostile.ts';

/** Whatever a call writes without saying where goes here. */
beforeAll(() => process.chdir(folderOfRun()));

/** All of them in one, for every day; each by itself as well where there is time. */
const TEXTS = [...some(Object.values(HOSTILE), Number.POSITIVE_INFINITY), Object.values(HOSTILE).join('')];

/** Every way to call a command in which a hostile text can stand: as each argument, and as the value of each flag. */
async function callsOf(command: Command, before: readonly string[], text: string): Promise<string[][]> {
  const path = [...before, command.name];
  const options = [
    ...(command.options ?? []),
    ...((await command.moreOptions?.(shippedLoader)) ?? []),
    ...GLOBAL_OPTIONS,
  ];
  const valued = options.filter(({ flags }) => flags.includes('<') || flags.includes('['));
  const long = (flags: string) => /--[\w-]+/.exec(flags)?.[0] ?? flags;
  const needed = (command.args?.match(/</g) ?? []).map(() => '3.2');
  const own = [
    [text],
    [text, text],
    ['3.2', text],
    ['3.2', text, text],
    ['3.2', '4 June', text],
    [`--${text}`],
    [`-${text}`],
    ...valued.map(({ flags }) => [...needed, `${long(flags)}=${text}`]),
    ...valued.map(({ flags }) => [...needed, 'x', `${long(flags)}=${text}`]),
  ].map((more) => [...path, ...more]);
  const further = (command.subcommands ?? []).map((one) => callsOf(one, path, text));
  return [...own, ...(await Promise.all(further)).flat()];
}

describe.each(Object.entries(commandLoaders()))('%s', (_, load) => {
  test('whatever hostile stands in a call, nothing that acts reaches either stream', async () => {
    const command = await load(false);
    const wrong: string[] = [];
    for (const text of TEXTS) {
      const home = await prepare([], { answers: { name: `K${text}` } });
      for (const argv of await callsOf(command, [], text)) {
        for (const flags of [[], ['--json']]) {
          const run = await induct(home, [...argv, ...flags]);
          const acting = actingIn(run.stdout + run.stderr);
          if (acting !== null) wrong.push(`${JSON.stringify([...argv, ...flags])}: ${acting}`);
          if (![0, 2, 3, 4].includes(run.exit)) wrong.push(`${JSON.stringify(argv)}: ${run.exit} ${run.stderr}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('a proof that can fail: the texts themselves act', () => {
  for (const text of TEXTS) expect(actingIn(text)).not.toBeNull();
});
