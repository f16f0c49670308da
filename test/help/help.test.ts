import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/commands.ts';
import { commandLoaders } from '../../src/features/index.ts';
import { PROGRAM, runInduct, startHome, TODAY } from '../helpers/run.ts';
import { fromTemplate } from '../helpers/templates.ts';

type Documented = { readonly words: readonly string[]; readonly command: Command };

const commands: Documented[] = [];
for (const load of Object.values(commandLoaders())) {
  const command = await load(false);
  commands.push({ words: [command.name], command });
  for (const sub of command.subcommands ?? []) commands.push({ words: [command.name, sub.name], command: sub });
}

/** An example as a shell takes it apart. */
function wordsOf(example: string): string[] {
  const words = [...example.matchAll(/(?:"((?:[^"\\]|\\.)*)"|[^\s"])+/g)].map((match) =>
    match[0].replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(["\\])/g, '$1')),
  );
  expect(words.shift()).toBe('induct');
  return words;
}

describe.each(commands.map(({ words, command }) => [words.join(' '), words, command] as const))(
  '%s',
  (_, words, command) => {
    test('--help, -h and help say the same, with at least one example, and 0', async () => {
      const run = await runInduct([...words, '--help']);
      expect(run).toMatchObject({ exit: 0, stderr: '' });
      expect(run.stdout.replace(/\s+/g, ' ')).toContain(command.about);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        expect(example.startsWith(`induct ${words[0]}`)).toBe(true);
        expect(run.stdout).toContain(`  ${example}\n`);
      }
      expect((await runInduct([...words, '-h'])).stdout).toBe(run.stdout);
      expect((await runInduct(['help', ...words])).stdout).toBe(run.stdout);
    });

    test('at the end of a call that is wrong, --help still helps', async () => {
      const run = await runInduct([...words, '--no-such-flag', '--help']);
      expect(run).toMatchObject({ exit: 0, stderr: '' });
      expect(run.stdout).toContain('Usage: induct');
    });

    test('says what each of its flags is for', async () => {
      const { stdout } = await runInduct([...words, '--help']);
      for (const { flags, about, hidden } of command.options ?? []) {
        if (hidden === true) expect(stdout).not.toContain(flags);
        else
          expect(stdout).toMatch(
            new RegExp(`${flags.replace(/[[\]<>]/g, '\\$&')} +${about.slice(0, 12).replace(/[()]/g, '\\$&')}`),
          );
      }
    });
  },
);

/** What an example needs before it, on a plan that was started. */
const NEEDS: Record<string, readonly (readonly string[])[]> = {
  'induct reopen': [['done', '3.2']],
  'induct local use leeds-list': [['local', 'new', 'leeds-list']],
  'induct local check leeds-list': [['local', 'new', 'leeds-list']],
  'induct due 6.6 --reset': [['due', '6.6', '30 June']],
  'induct undo': [['done', '3.2']],
  'induct meetings move 7.2 8 July': [['meetings', 'add', '7.2', '10 June']],
  'induct meetings move 7.2 "17': [['meetings', 'add', '7.2', '10 June']],
  'induct meetings cancel': [['meetings', 'add', '7.2', '8 July']],
  'induct questions answer': [['questions', 'ask', 'Why?']],
  'induct kept': [['promise', 'Come back', '--to', 'scrutiny', '--by', '10 July']],
  'induct restore copy.db': [['backup', 'copy.db']],
  'induct data reports came': [['data', 'reports', 'add', 'Monthly report']],
  'induct quiet remove': [['quiet', 'add', '27 July', '1 September', '--why', 'recess']],
};

/** Files that examples read; those that they write go into the folder of the record. */
const FIXTURES = join(PROGRAM, 'test', 'fixtures', 'examples');
/** Figures as the examples name them, and as they lie among the fixtures. */
const FIGURES: Record<string, string> = {
  'c1_children_in_need_referrals.csv': 'referrals.csv',
  'sn_model_2025.csv': 'neighbours.csv',
};

/** A home with three holders, the last of whom has no name. */
const threeHolders = () =>
  fromTemplate('three holders', async () => {
    const home = await startHome({ answers: { name: 'Aisha Khan' } });
    await startHome({ home, answers: { name: 'Tom Reed' } });
    return startHome({ home });
  });

/** Puts every file that an example may read into a folder. */
function layOut(home: string): void {
  cpSync(FIXTURES, home, { recursive: true });
  writeFileSync(join(home, 'structure.csv'), "name,post\nSam Lee,Director of children's services\n");
  for (const [name, file] of Object.entries(FIGURES)) {
    cpSync(join(PROGRAM, 'test', 'fixtures', 'figures', file), join(home, name));
  }
}

function inFolder(words: readonly string[], home: string): string[] {
  return words.map((word) => {
    const [name] = /[\w-]+\.(ics|csv|md|html|json|induct|db)$/.exec(word) ?? [];
    return name === undefined ? word : join(home, name);
  });
}

describe('every example runs', () => {
  const examples = commands.flatMap(({ command }) => command.examples);
  test.each(examples)('%s', async (example) => {
    // On the last day of June, by which what the examples name as attended has taken place, and before it.
    const ended: number[] = [];
    const said: string[] = [];
    for (const today of [TODAY, '2026-06-30']) {
      const home = await threeHolders();
      for (const [start, needed] of Object.entries(NEEDS)) {
        if (!example.startsWith(start)) continue;
        for (const argv of needed) expect((await runInduct(inFolder(argv, home), { home })).exit).toBe(0);
      }
      layOut(home);
      const run = await runInduct(inFolder(wordsOf(example), home), { home, today });
      ended.push(run.exit);
      said.push(run.stderr);
      expect(run.stdout + run.stderr).not.toContain('Nothing of it is open');
      expect(run.stdout + run.stderr).not.toContain('defect');
    }
    expect(Math.min(...ended), said.join('\n')).toBe(0);
  });

  test('those of start also where there is no plan yet', async () => {
    const [start] = commands.filter(({ words }) => words[0] === 'start');
    for (const example of start?.command.examples ?? []) {
      const words = wordsOf(example);
      if (words.length === 1) continue;
      const run = await runInduct(words);
      expect(run.exit, `${example}: ${run.stderr}`).toBe(0);
    }
  });
});

describe('induct help', () => {
  test('alone, as a flag, and on one screen', async () => {
    const { stdout, exit } = await runInduct(['help']);
    expect(exit).toBe(0);
    expect((await runInduct(['--help'])).stdout).toBe(stdout);
    expect((await runInduct(['-h'])).stdout).toBe(stdout);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(25);
    expect(stdout.match(/^ {2}induct /gm)).toHaveLength(10);
  });

  test('shows those that are marked as first, and help more', async () => {
    const { stdout } = await runInduct(['help']);
    const first = commands.filter(({ command }) => command.first === true).map(({ words }) => words[0]);
    const shown = [...stdout.matchAll(/^ {2}induct (\w+)/gm)].map((match) => match[1]);
    expect(shown.filter((name) => name !== 'help').sort()).toEqual(first.sort());
  });

  test('more: every command and subcommand', async () => {
    const { stdout } = await runInduct(['help', 'more']);
    for (const { words, command } of commands) {
      expect(stdout).toMatch(new RegExp(`^ {2}${words.join(' ')} `, 'm'));
      expect(stdout.replace(/\s+/g, ' ')).toContain(command.about);
    }
  });

  test.each(['dates', 'privacy', 'calendar', 'local', 'backup', 'accessibility', 'exit-codes', 'json', 'flags'])(
    '%s',
    async (topic) => {
      const run = await runInduct(['help', topic]);
      expect(run).toMatchObject({ exit: 0, stderr: '' });
      expect(run.stdout.split('\n').length).toBeGreaterThan(4);
      expect((await runInduct(['help'])).stdout).toContain(topic);
    },
  );

  test('json names every schema that a command prints', async () => {
    const { stdout } = await runInduct(['help', 'json']);
    const home = await startHome();
    for (const argv of [
      [],
      ['status'],
      ['next'],
      ['show', '3.2'],
      ['done', '3.2'],
      ['undo'],
      ['history'],
      ['meetings'],
      ['documents'],
      ['learning'],
      ['letter'],
      ['waiting'],
      ['adviser'],
      ['profile'],
      ['holders'],
      ['quiet'],
      ['tips'],
      ['links'],
      ['when'],
      ['when', 'press'],
      ['glossary'],
      ['year'],
    ]) {
      const { json } = await runInduct([...argv, '--json'], { home });
      expect(stdout, argv.join(' ')).toContain(json.schema);
    }
    for (const schema of stdout.match(/induct\.\w+\/\d/g) ?? []) expect(schema).toMatch(/\/1$/);
  });

  test('exit-codes names every one', async () => {
    const { stdout } = await runInduct(['help', 'exit-codes']);
    for (const code of ['0', '1', '2', '3', '4', '5', '129, 130, 143']) expect(stdout).toContain(`  ${code} `);
  });

  test('of nothing there is', async () => {
    expect(await runInduct(['help', 'xyzzy'])).toMatchObject({ exit: 2, stdout: '' });
    expect((await runInduct(['help', 'date'])).stderr).toContain('Did you mean dates?');
    expect((await runInduct(['help', 'meetings', 'ad'])).stderr).toContain('add');
  });
});
