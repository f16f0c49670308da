import { beforeAll, describe, expect, test } from 'vitest';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { type RunOptions, type RunResult, runInduct, startHome } from '../helpers/run.ts';
import { aMonth, everyCommand, everyExample, isForPrograms, wordsOf } from './everywhere.ts';

beforeAll(() => process.chdir(folderOfRun()));

const TODAY = '2026-06-22';
const COMMANDS = await everyCommand();
const OFFICER = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;

/** What people do at a question: Enter throughout, the first choice, the last words of a sentence, and nonsense. */
const MANNERS: Readonly<Record<string, string>> = {
  'Enter throughout': '\n'.repeat(60),
  'a number': '1\n'.repeat(60),
  words: 'A few words\n'.repeat(60),
  'yes, then a day': 'yes\n30 June\n'.repeat(30),
};

const inLines = (argv: readonly string[], stdin: string, options: RunOptions = {}): Promise<RunResult> =>
  runInduct(argv, { tty: true, accessible: true, stdin, today: TODAY, ...options });

/** Every question of a conversation as it was put: the lines before each place to type. */
function questionsOf(run: RunResult): string[][] {
  return run.stderr
    .split(/^> /m)
    .slice(0, -1)
    .map((part) => {
      const lines = part.trimEnd().split('\n');
      return lines.slice(lines.lastIndexOf('') + 1);
    });
}

function expectAccessible(run: RunResult): void {
  const said = run.stdout + run.stderr;
  expect(said).not.toContain('\x1b');
  expect(isForPrograms(run.stdout) ? run.stderr : said).not.toContain('\r');
  expect(said).not.toMatch(/[─-╿▀-▟❯◯◉✔]/u);
  for (const question of questionsOf(run)) {
    const numbered = question.filter((line) => /^\d+\. /.test(line));
    if (numbered.length > 1) {
      expect(question.at(-1)).toMatch(/^Type a number( \(default: \d+\))?$/);
      expect(numbered.map((line) => Number.parseInt(line, 10))).toEqual(numbered.map((_, index) => index + 1));
    }
    if (question.some((line) => /^Type yes or no/.test(line))) {
      expect(question.at(-1)).toMatch(/^Type yes or no \(default: (yes|no)\)$/);
    }
  }
}

/** A refused answer is told, and the same question stands below it again. */
function expectRepeated(run: RunResult): void {
  const parts = run.stderr.split(/^> /m);
  for (const [index, part] of parts.entries()) {
    const [why = ''] = part.split('\n');
    if (!/^(Type a number from|Type yes or no\.|Type a few words\.)/.test(why)) continue;
    const before = parts[index - 1]?.trimEnd().split('\n').at(-1) ?? '';
    if (part.trimEnd().split('\n').length > 1) expect(part.trimEnd().endsWith(before)).toBe(true);
  }
}

describe.each(Object.entries(MANNERS))('in accessible mode, with %s', (_, stdin) => {
  test.each(COMMANDS.map(({ name, path }) => [name, path] as const))('induct %s', async (_name, path) => {
    const home = await aMonth(_name === 'start' ? {} : OFFICER);
    const run = await inLines(path, stdin, { home, columns: 80 });
    expect([0, 2, 4, 130]).toContain(run.exit);
    expect(run.stderr).not.toContain('defect');
    expectAccessible(run);
    expectRepeated(run);
  });
});

test('start, from the first question to the first screen', async () => {
  const run = await inLines(['start'], '3\n2\nAisha Khan\nLeeds\n\n4\n\n');
  expect(run.exit, run.stderr).toBe(0);
  expectAccessible(run);
  expectRepeated(run);
  expect(questionsOf(run).length).toBeGreaterThan(6);
});

test('every conversation that the examples begin', async () => {
  let asked = 0;
  for (const example of await everyExample()) {
    const home = await aMonth();
    const run = await inLines(wordsOf(example, temporaryFolder()), '\n'.repeat(60), { home });
    expectAccessible(run);
    asked += questionsOf(run).length;
  }
  expect(asked).toBeGreaterThan(20);
});

describe('where nobody can be asked', () => {
  test.each(COMMANDS.map(({ name, path }) => [name, path] as const))(
    'induct %s does the same in a pipe and with --no-input: it is done, or says what is missing and how',
    async (_, path) => {
      const piped = await runInduct(path, { home: await aMonth(), today: TODAY });
      const quiet = await runInduct([...path, '--no-input'], {
        home: await aMonth(),
        today: TODAY,
        tty: true,
        env: { NO_COLOR: '1' },
      });
      expect([0, 2]).toContain(piped.exit);
      expect(quiet).toMatchObject({ exit: piped.exit, asked: [] });
      const steady = (text: string) => text.replace(/\S*induct-test-\S*/g, '');
      expect(steady(quiet.stdout)).toBe(steady(piped.stdout));
      expect(steady(quiet.stderr)).toBe(steady(piped.stderr));
      expect(piped.stderr).not.toContain('\x1b');
      if (piped.exit === 0) return;
      expect(piped.stdout).toBe('');
      expect(piped.stderr.replace(/\s+/g, ' ')).toMatch(/\binduct [a-z]+/);
    },
  );
});

describe('kept for good', () => {
  test('on: no escape and numbered lines everywhere, before start too, until it is off', async () => {
    const home = temporaryFolder();
    const on = await runInduct(['accessible', 'on'], { home });
    expect(on).toMatchObject({ exit: 0, stdout: '' });
    expect(on.stderr).toContain('Accessible screens are now on');
    expect((await runInduct(['accessible', 'on'], { home })).stderr).toContain('on, on this computer already');

    const start = await runInduct(['start'], { home, tty: true, stdin: '1\nLeeds\n\n\n\n' });
    expect(start.exit, start.stderr).toBe(0);
    expect(start.stderr).toContain('Type a number (default: 1)');
    for (const argv of [[], ['status', '--color'], ['tips'], ['help'], ['data'], ['statsu']]) {
      const run = await runInduct(argv, { home, tty: true, env: { FORCE_COLOR: '1' } });
      expect(run.stdout + run.stderr).not.toContain('\x1b');
    }
    expect((await runInduct(['accessible', '--json'], { home })).json).toEqual({
      schema: 'induct.accessible/1',
      today: '2026-05-20',
      accessible: true,
      kept: true,
    });

    const once = await runInduct([], { home, tty: true, env: { INDUCT_ACCESSIBLE: '0' } });
    expect(once.stdout).toContain('\x1b[1m');
    expect((await runInduct(['accessible', 'off'], { home })).stderr).toContain('are now off');
    expect((await runInduct([], { home, tty: true })).stdout).toContain('\x1b[1m');
    expect((await runInduct([], { home, tty: true, accessible: true })).stdout).not.toContain('\x1b');
    expect((await runInduct([], { home, tty: true, env: { TERM: 'dumb' } })).stdout).not.toContain('\x1b');
  });

  test('another word is refused, and a file that is damaged says no', async () => {
    const home = await startHome();
    expect(await runInduct(['accessible', 'perhaps'], { home })).toMatchObject({ exit: 2, stdout: '' });
    expect((await runInduct(['accessible'], { home })).stdout).toContain('off');
    const changed = await runInduct(['accessible', 'on', '--json'], { home });
    expect(changed).toMatchObject({
      exit: 0,
      stderr: '',
      json: { schema: 'induct.changed/1', changed: [], created: [] },
    });
    expect((await runInduct(['accessible'], { home })).stdout).toContain('To switch them off');
    expect((await runInduct(['accessible', 'off'], { home, accessible: true })).stderr).toContain('INDUCT_ACCESSIBLE');
    expect((await runInduct(['accessible'], { home, accessible: true })).stdout).toContain(
      'In this window they are on',
    );
  });
});
