import { beforeAll, describe, expect, test } from 'vitest';
import { commandLoaders } from '../../src/features/index.ts';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { type RunOptions, runInduct, startHome } from '../helpers/run.ts';
import { aMonth, everyCommand, flagsOf, wordsOf } from './everywhere.ts';

beforeAll(() => process.chdir(folderOfRun()));

const TODAY = '2026-06-22';
const ALL = await everyCommand();
const CASES = ALL.map((called) => [called.name, called] as const);
const squeeze = (text: string) => text.replace(/\s+/g, ' ');

/** A home that no wrong call may change. */
const home = await aMonth();
const events = async () => (await runInduct(['history', '--json'], { home, today: TODAY })).json.events[0].id;
const before = await events();
const wrong = async (argv: readonly string[], options: RunOptions = {}) => {
  const run = await runInduct(argv, { home, today: TODAY, ...options });
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  return squeeze(run.stderr);
};

describe('misspelt', () => {
  const names = Object.keys(commandLoaders()).filter((name) => name.length > 3);
  test.each(names)('%s: the nearest command is named, and nothing is run', async (name) => {
    const typed = name.slice(0, -2) + name.slice(-1);
    if (Object.hasOwn(commandLoaders(), typed)) return;
    expect(await wrong([typed])).toMatch(/^There is no command ".+"\. Did you mean [a-z]+\? $/);
    expect(await wrong([`${name}x`])).toContain(`Did you mean ${name}?`);
  });

  test.each(CASES)('a flag of induct %s: the nearest is named', async (_, { path, command }) => {
    for (const flag of await flagsOf(command)) {
      const said = await wrong([...path, `${flag}x`]);
      expect(said, flag).toContain(`There is no flag ${flag}x here.`);
      expect(said, flag).toMatch(/Did you mean --[a-z-]+\?/);
    }
  });

  test.each(CASES)('two flags of induct %s are told together, and nothing is recorded', async (_, { path }) => {
    const said = await wrong([...path, '--wrong-one', '--wrong-two']);
    expect(said).toContain('There are no flags --wrong-one and --wrong-two here.');
  });

  test('nothing was recorded by any of them', async () => {
    expect(await events()).toBe(before);
  });
});

describe('help', () => {
  test.each(CASES)('induct %s: what it is, two examples or more, then its flags', async (_, { path, command }) => {
    const { stdout, exit } = await runInduct([...path, '--help']);
    expect(exit).toBe(0);
    expect(command.examples.length).toBeGreaterThanOrEqual(2);
    expect(command.about).not.toMatch(/[.]$/);
    const places = ['Usage: induct ', command.about.slice(0, 20), 'Examples:\n', 'Flags:\n', 'induct help flags'].map(
      (part) => stdout.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).not.toMatch(/\boptions?\b/i);
  });

  test.each(CASES)('induct %s: -h anywhere in a call, right or wrong, shows it and runs nothing', async (_, called) => {
    const { stdout } = await runInduct([...called.path, '--help']);
    const [example = ''] = called.command.examples;
    const words = wordsOf(example, temporaryFolder());
    for (const argv of [
      [...words, '-h'],
      [...called.path, '-h', ...words.slice(called.path.length)],
      [...called.path, '--no-such-flag', 'and', 'too', 'many', 'words', '-h'],
    ]) {
      const run = await runInduct(argv, { home, today: TODAY });
      expect(run).toMatchObject({ exit: 0, stderr: '' });
      if (words.slice(0, called.path.length).join(' ') === called.name) expect(run.stdout).toBe(stdout);
    }
  });

  test('the order of the commands in the help is that of their groups', async () => {
    const { stdout } = await runInduct(['help', 'more']);
    const shown = [...stdout.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map((match) => match[1]);
    expect(shown).toEqual(ALL.map(({ name }) => name));
  });
});

describe('the flags of every command', () => {
  test.each(Object.keys(commandLoaders()).map((name) => [name]))('stand before %s or behind it', async (name) => {
    for (const flag of ['--json', '--plain']) {
      const run = async (argv: string[]) => {
        const { exit, stdout, stderr } = await runInduct(argv, { home: await aMonth(), today: TODAY });
        return { exit, out: (stdout + stderr).replace(/\S*induct-test-\S*/g, 'PATH') };
      };
      const one = await run([flag, name, '--no-input']);
      const other = await run([name, '--no-input', flag]);
      expect(other).toEqual(one);
    }
  });
});

describe('exit codes: each that the help names is reached', () => {
  test('0 to 4', async () => {
    const plan = await startHome();
    expect((await runInduct(['status'], { home: plan })).exit).toBe(0);
    expect((await runInduct(['status', '--wrong'], { home: plan })).exit).toBe(2);
    expect((await runInduct(['status'])).exit).toBe(3);
    expect((await runInduct(['status'], { home: plan, pack: '/no/such/folder' })).exit).toBe(4);
  });

  test('1: a defect says what is kept, and never what was typed', async () => {
    const plan = await startHome();
    const canary = 'canary-word-in-a-note';
    const broken: RunOptions = {
      home: plan,
      get now(): string {
        throw new TypeError(`cannot read ${canary} of undefined`);
      },
    };
    const argv = ['note', '3.2', canary];
    const run = await runInduct(argv, broken);
    expect(run).toMatchObject({ exit: 1, stdout: '' });
    expect(run.stderr).not.toContain(canary);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(squeeze(run.stderr)).toBe(
      'This is a defect in induct, not something you did (TypeError). What was recorded before is kept. ' +
        'To see whether this was too: induct history To see where it is, run the same again with INDUCT_DEBUG=1. ',
    );
    const told = await runInduct([...argv, '--json'], broken);
    expect(told).toMatchObject({ exit: 1, stdout: '', error: { code: 1 } });
    expect(told.stderr).not.toContain(canary);
    const debug = {
      ...Object.getOwnPropertyDescriptors(broken),
      env: { value: { INDUCT_DEBUG: '1' }, enumerable: true },
    };
    const loud = await runInduct(argv, Object.create({}, debug) as RunOptions);
    expect(loud.stderr).toMatch(/TypeError: cannot read/);
    expect(squeeze(loud.stderr)).toContain('look whether it holds words of yours');
  });
});
