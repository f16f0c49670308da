import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, Input } from '../src/commands.ts';
import { commandLoaders } from '../src/features/index.ts';
import { GLOBAL_OPTIONS } from '../src/global-options.ts';
import { readPlainCall } from '../src/plain-call.ts';
import { build, type Surroundings } from '../src/program.ts';
import type { Flags } from '../src/session/flags.ts';

/** What a call came to: the words that lead to the command, the flags of all commands, and its own words and flags. */
type Read = { readonly path: string; readonly flags: Flags; readonly input: Input };

const declared = await Promise.all(Object.values(commandLoaders()).map((load) => load(false)));

/** Reads a call with commander; null where commander refuses it or shows help. */
async function byCommander(argv: readonly string[]): Promise<Read | null> {
  let read: Read | null = null;
  const listen = (command: Command, path: string): Command => ({
    ...command,
    run: async (flags, input) => {
      read = { path, flags: flags as unknown as Flags, input };
    },
    ...(command.subcommands === undefined
      ? {}
      : { subcommands: command.subcommands.map((one) => listen(one, `${path} ${one.name}`)) }),
  });
  const around = {
    writeHelp: () => {},
    width: 80,
    wantsHelp: true,
    packs: () => {
      throw new Error('no list');
    },
    render: () => '',
    session: (flags: Flags) => flags,
  } as unknown as Surroundings;
  const root: Command = {
    name: 'induct',
    group: 'Every day',
    about: '',
    examples: [],
    options: GLOBAL_OPTIONS,
    subcommands: declared.map((command) => listen(command, command.name)),
    run: async () => {},
  };
  try {
    await (await build(root, around)).parseAsync([...argv], { from: 'user' });
    return read;
  } catch {
    return null;
  }
}

async function plainly(argv: readonly string[]): Promise<Read | null> {
  const call = await readPlainCall(argv, async (name) => declared.find((command) => command.name === name));
  if (call === null) return null;
  const parent = declared.find((command) => command.subcommands?.includes(call.command));
  const path = parent === undefined ? call.command.name : `${parent.name} ${call.command.name}`;
  return { path, flags: call.flags, input: call.input };
}

const flags = (command: Command) => [...GLOBAL_OPTIONS, ...(command.options ?? [])].map((option) => option.flags);

/** Words as people type them after a command's name: its flags, with and without values, slips, and texts. */
const anyCall = fc.constantFrom(...declared).chain((command) => {
  const sub = fc.option(fc.constantFrom(...(command.subcommands ?? [command])), { nil: command });
  return sub.chain((chosen) => {
    const text = fc.constantFrom('3.2', 'Ring the MP', '', '-5', '--', '28 May', 'help', 'add', '--bogus', '-h', 'a=b');
    const flag = fc.constantFrom(...flags(chosen)).chain((declaredFlag) => {
      const [name = ''] = declaredFlag.split(' ');
      return fc.constantFrom(name, `${name}=x`, `${name}=`, name.slice(0, -1));
    });
    const word = fc.oneof({ weight: 3, arbitrary: flag }, { weight: 4, arbitrary: text });
    const names = chosen === command ? [command.name] : [command.name, chosen.name];
    const before = fc.array(fc.constantFrom('--json', '--no-input', '--holder', 'Khan'), { maxLength: 2 });
    return fc.tuple(before, fc.array(word, { maxLength: 5 })).map(([first, rest]) => [...first, ...names, ...rest]);
  });
});

describe('a call that is read without commander', () => {
  test('is read as commander reads it', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(anyCall, async (argv) => {
        const plain = await plainly(argv);
        if (plain === null) return;
        read += 1;
        expect(plain).toEqual(await byCommander(argv));
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test.each([
    [['status']],
    [['status', '--all', '--json']],
    [['--plain', 'next', '3']],
    [['done', '3.2', '--note', 'A call, then a text', '--on=28 May']],
    [['meetings', 'add', '7.3', '18 June', '4:30pm', '--place', 'Civic Hall']],
    [['note', '3.2', 'words', '--holder', 'Khan']],
    [['got', '6.1']],
    [['got', '6.1', '--restricted', '--no-restricted']],
    [['got', '6.1', '--no-restricted', '--restricted']],
  ])('%j is one', async (argv) => {
    const plain = await plainly(argv);
    expect(plain).not.toBeNull();
    expect(plain).toEqual(await byCommander(argv));
  });

  test.each([
    [['status', '--help']],
    [['help', 'done']],
    [['statsu']],
    [['status', '--al']],
    [['status', 'more']],
    [['done', '--note']],
    [['done', '--', '-x']],
    [['-V']],
    [['start', '--council', 'Leeds']],
    [['meetings', '--place', 'Hall', 'add']],
    [['status', '--all=yes']],
  ])('%j is left to commander', async (argv) => {
    expect(await plainly(argv)).toBeNull();
  });
});
