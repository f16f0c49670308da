import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM, startHome, temporaryFolder } from '../helpers/run.ts';
import { ensureBuilt } from './built.ts';
import { type ChildOptions, type ChildResult, runChild } from './child.ts';
import { Terminal } from './terminal.ts';

const START = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'];
const STACK = /^\s+at |node:internal/m;

/** At most two sentences, none of them a programmer's. */
function expectPlain(stderr: string): void {
  expect(stderr.trim()).not.toBe('');
  expect(stderr).not.toMatch(STACK);
  expect(stderr).not.toMatch(/Error:|undefined|null/);
  expect(stderr).not.toContain('\u001b');
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
}

/** What lies in a home beside the caches, which decide nothing. */
const kept = (home: string): string[] => (existsSync(home) ? readdirSync(home).filter((name) => name !== 'cache') : []);

/** A file for Node's --require that changes something before the program runs. */
function preload(source: string): string {
  const file = join(temporaryFolder(), 'preload.cjs');
  writeFileSync(file, source);
  return file;
}

async function documentOf(argv: readonly string[], options: ChildOptions) {
  const { stdout, stderr, exit } = await runChild([...argv, '--json'], options);
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  return JSON.parse(stdout);
}

beforeAll(ensureBuilt, 120_000);

describe('without a terminal', () => {
  test.each([
    ['nothing on standard input', {}],
    ['answers piped in', { stdin: '1\nLeeds\n20 May 2026\n1\n' }],
    ['an empty pipe', { stdin: '' }],
    ['standard input closed', { shell: '$INDUCT start <&-' }],
  ] as const)('start tells all that is missing and writes nothing: %s', async (_, more) => {
    const home = temporaryFolder();
    const { exit, stdout, stderr } = await runChild(['start'], { home, ...more });
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expectPlain(stderr);
    expect(stderr).toContain('--council');
    expect(stderr).toContain('--appointed');
    expect(stderr).toMatch(/For example: induct start --council \S+ --appointed \S+ --yes/);
    expect(kept(home)).toEqual([]);
  });

  test.each([
    [['done'], 'Say which action'],
    [['skip', '1.1'], 'skip needs a reason.'],
    [['ask', '6'], '20 actions'],
    [['done', '3.2', '--note', 'Jayden Smith, 4, of LS8 5DT'], 'This may identify a child or a family'],
  ] as const)('%j asks nothing and records nothing', async (argv, words) => {
    const home = await startHome();
    const { exit, stdout, stderr } = await runChild(argv, { home });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expectPlain(stderr);
    expect(stderr).toContain(words);
    expect((await documentOf(['status'], { home })).counts).toMatchObject({ done: 0, arranged: 0 });
  });

  test('commands before start say how to begin', async () => {
    const home = join(temporaryFolder(), 'new');
    const { exit, stdout, stderr } = await runChild(['status'], { home });
    expect({ exit, stdout, stderr }).toEqual({
      exit: 3,
      stdout: '',
      stderr: 'There is no plan yet.\nBegin with: induct start\n',
    });
    expect(kept(home)).toEqual([]);
  });
});

describe('where the output goes', () => {
  test.each([['status'], ['status --all'], ['tips'], ['history --all'], ['--help']])(
    '%s | head -1 ends quietly',
    async (command) => {
      const home = await startHome();
      const shell = `$INDUCT ${command} | head -1; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = await runChild([], { home, shell });
      expect(stdout.trim().split('\n')).toHaveLength(2);
      expect(stdout.trim().split('\n').at(-1)).toBe('0');
      expect(stderr).toBe('');
    },
  );

  test('nobody reads at all', async () => {
    const home = await startHome();
    const { exit, stderr } = await runChild(['status'], { home, closeStdout: true });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  });

  test.each(['status', 'next', 'tips', '--help', '--version'])('a full disk: %s', async (command) => {
    const home = await startHome();
    const { exit, stderr } = await runChild([], { home, shell: `$INDUCT ${command} > /dev/full` });
    expect(exit).toBe(4);
    expectPlain(stderr);
    expect(stderr).toContain('there is no space left');
  });
});

describe('signals while a question is open', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with %i, and a rerun carries on', async (signal, code) => {
    for (const flags of [[], ['--accessible']]) {
      const home = temporaryFolder();
      const first = new Terminal(['start', ...flags], { home });
      await first.answer('Who is typing?', '\r');
      await first.waitFor('Which council?');
      first.kill(signal);
      expect(await first.exit()).toEqual({ code, signal: 0 });
      expect(first.text).not.toMatch(STACK);
      expect(first.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(first.raw.lastIndexOf('\u001b[?25l'));
      expect(first.text.split('Stopped.').length - 1).toBe(signal === 'SIGINT' ? 1 : 0);
      const second = new Terminal(['start', ...flags], { home });
      expect(await second.waitFor('Which council?')).toContain('Question 2 of 4');
    }
  });
});

describe('the surroundings', () => {
  /** A copy of the program without the packages it needs. */
  const copy = (...folders: readonly string[]): string => {
    const folder = temporaryFolder();
    for (const name of [...folders, 'package.json']) {
      cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
    }
    return join(folder, 'bin', 'induct.js');
  };

  test('SQLite is missing', async () => {
    const bin = copy('bin', 'data', 'dist');
    const withPlan = await startHome();
    const without = join(temporaryFolder(), 'new');
    for (const [argv, home] of [
      [['status'], withPlan],
      [START, without],
    ] as const) {
      const { exit, stdout, stderr } = await runChild(argv, { home, bin });
      expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
      expectPlain(stderr);
      expect(stderr).toMatch(/SQLite.* is missing/);
      expect(stderr).toContain('npm install');
    }
    expect(kept(without)).toEqual([]);
    expect((await runChild(['tips'], { home: without, bin })).exit).toBe(0);
  });

  test('it is not built', async () => {
    const { exit, stdout, stderr } = await runChild(['status'], { home: temporaryFolder(), bin: copy('bin', 'data') });
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expectPlain(stderr);
    expect(stderr).toContain('npm ci');
  });

  test.each([
    ['18.20.4', 4],
    ['20.18.3', 4],
    ['22.13.1', 4],
    ['23.11.0', 4],
    ['20.19.0', 0],
    ['22.14.0', 0],
    ['24.0.0', 0],
    ['26.1.0', 0],
  ] as const)('Node %s', async (version, code) => {
    const file = preload(`
      const versions = { ...process.versions, node: '${version}' };
      Object.defineProperty(process, 'versions', { value: versions });
      Object.defineProperty(process, 'version', { value: 'v${version}' });
    `);
    const { exit, stdout, stderr } = await runChild(['--version'], { nodeFlags: ['--require', file] });
    expect(exit).toBe(code);
    if (code === 0) return;
    expect(stdout).toBe('');
    expectPlain(stderr);
    expect(stderr).toContain(`this is v${version}.`);
  });

  test.each([
    ['relative', 'somewhere/else'],
    ['a whole disk', '/'],
  ])('an INDUCT_HOME that is %s', async (_, home) => {
    const cwd = temporaryFolder();
    const { exit, stdout, stderr } = await runChild(START, { home, cwd });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expectPlain(stderr);
    expect(stderr).toContain(`INDUCT_HOME is "${home}"`);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')("without INDUCT_HOME it keeps to the platform's folders", async () => {
    const folder = temporaryFolder();
    const env = { HOME: folder };
    expect((await runChild(START, { env })).exit).toBe(0);
    expect(existsSync(join(folder, '.local', 'share', 'induct', 'induct.db'))).toBe(true);
    expect(existsSync(join(folder, '.cache', 'induct'))).toBe(true);
    expect((await runChild(['status'], { env, cwd: temporaryFolder() })).stdout).toContain('Leeds');

    const other = temporaryFolder();
    const withoutHome = { XDG_DATA_HOME: join(other, 'data'), XDG_CACHE_HOME: join(other, 'cache') };
    expect((await runChild(START, { env: withoutHome })).exit).toBe(0);
    expect(existsSync(join(other, 'data', 'induct', 'induct.db'))).toBe(true);
  });

  test('INDUCT_DEBUG=1 shows where a defect is, and nothing more about a mistake', async () => {
    const home = await startHome();
    const file = preload(`
      const fs = require('node:fs');
      const write = fs.writeSync;
      fs.writeSync = (descriptor, ...rest) => {
        if (descriptor === 1) throw new TypeError('broken on purpose');
        return write(descriptor, ...rest);
      };
    `);
    const nodeFlags = ['--require', file];
    const quiet = await runChild(['status'], { home, nodeFlags });
    expect(quiet.exit).toBe(1);
    expect(quiet.stderr).toContain('This is a defect in induct, not something you did (TypeError).');
    expect(quiet.stderr).not.toContain('broken on purpose');
    expect(quiet.stderr).not.toMatch(STACK);
    const loud = await runChild(['status'], { home, nodeFlags, env: { INDUCT_DEBUG: '1' } });
    expect(loud.exit).toBe(1);
    expect(loud.stderr).toMatch(/TypeError: broken on purpose\n\s+at /);
    const mistake = await runChild(['done', '99.9'], { home, env: { INDUCT_DEBUG: '1' } });
    expect(mistake.exit).toBe(2);
    expect(mistake.stderr).not.toMatch(STACK);
  });
});

// The files of the program are read as one byte a character, so every other character in them is an escape.
test('what Word types is understood: a curly apostrophe is an apostrophe', async () => {
  const options = { home: await startHome(), today: '2026-06-01' };
  const { created } = await documentOf(['add', 'The Mayor\u2019s ch\u00e2teau'], options);
  expect(created).toEqual([{ type: 'action', id: 'own.the-mayors-chateau' }]);
});

describe('several at once', () => {
  test('eight processes record on one home, and nothing is lost or refused', async () => {
    const home = await startHome();
    // Otherwise each of them would first compile the list, which takes longer than all the rest.
    await runChild(['status'], { home });
    const documents = Array.from({ length: 8 }, (_, index) => `6.${index + 1}`);
    const results = await Promise.all(
      documents.flatMap((number) => [
        runChild(['got', number], { home }),
        runChild(['note', '3.2', `From the desk of ${number}`], { home }),
      ]),
    );
    expect(results.filter(({ exit }) => exit !== 0)).toEqual([]);
    for (const number of documents) {
      expect((await documentOf(['show', number], { home })).action.status).toBe('received');
    }
    const { action } = await documentOf(['show', '3.2'], { home });
    const texts = action.notes.map((note: { text: string }) => note.text).sort();
    expect(texts).toEqual(documents.map((number) => `From the desk of ${number}`).sort());
  });

  test('two starts keep the answers of both', async () => {
    const home = join(temporaryFolder(), 'new');
    const councils = ['Leeds', 'Camden'];
    const results: readonly ChildResult[] = await Promise.all(
      councils.map((council) => runChild(['start', '--council', council, '--appointed', 'today', '--yes'], { home })),
    );
    expect(results.map(({ exit }) => exit)).toEqual([0, 0]);
    const { holders } = await documentOf(['holders'], { home });
    expect(holders.every((holder: { started: boolean }) => holder.started)).toBe(true);
    // Whoever comes second finds a plan and changes it; what was there before is in its history.
    const said = await Promise.all(
      holders.map((holder: { number: number }) =>
        runChild(['history', '--all', '--holder', String(holder.number)], { home }),
      ),
    );
    const all = said.map(({ stdout }) => stdout).join('\n');
    for (const council of councils) expect(all).toContain(council);
    expect(kept(home).filter((name) => name !== 'backups')).toEqual(['induct.db']);
  });
});

test('the first days in Leeds, from the appointment to the first of June', async () => {
  const home = join(temporaryFolder(), 'new');
  mkdirSync(home);
  const on = (today: string, ...argv: readonly string[]) => runChild(argv, { home, today });
  const first = await on('2026-05-20', ...START);
  expect(first.exit).toBe(0);
  for (const fact of [
    /^Saved\. Leeds City Council, in the role from today, Wednesday 20 May 2026\.$/m,
    /^ +3\.2 +Ring the director of children's services \(DCS\) +by Thu 21 May$/m,
    /^ +2\.1 +Read "Your first ten days".* by Tue 26 May$/m,
    /^ +3 +First hour with the DCS.* by Tue 26 May$/m,
    /^ +6 +Ask for 20 documents +one email +by Thu 28 May$/m,
    /^ +7 +Ask for the dates of 8 meetings +one email +by Thu 28 May$/m,
    /^ +8\.1 +Ask for your LGA e-learning login +one email +by Thu 28 May$/m,
    /^ +1\.1 +Speak to the last portfolio holder.* by Thu 28 May$/m,
    /^By Thursday 4 June: .*leader/m,
    /Mon 25 May is a\s+bank holiday in half-term week/,
    /suggestion, not the LGA's/,
  ]) {
    expect(first.stdout).toMatch(fact);
  }
  expect(first.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  expect(first.stdout).not.toMatch(/%|\bof 1?\d\d\b/);

  const days: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['2026-05-21', ['done', '3.2'], /^Done, Thu 21 May: 3\.2 Ring the director/],
    [
      '2026-05-22',
      ['ask', '6', '--of', "the DCS's office", '--yes'],
      /^Asked for, Fri 22 May, of the DCS's office: 20/,
    ],
    ['2026-05-26', ['done', '2.1'], /^Done, Tue 26 May: 2\.1/],
    ['2026-05-28', ['done', '3.1', '3.4'], /^Done, Thu 28 May: 2 actions, 3\.1, 3\.4/],
    ['2026-05-29', ['got', '6.1', '6.2', '6.3', '6.4', '6.5', '6.6'], /6\.1/],
    ['2026-05-29', ['book', '4.8', '--for', '3 June', '4pm'], /3 June/],
    ['2026-05-29', ['book', 'dcs-hour', '--for', '4 June', '9:30am'], /4 June/],
    ['2026-05-29', ['meetings', 'add', '7.2', '10 June', '10:30am'], /10 June/],
  ];
  for (const [today, argv, receipt] of days) {
    const { exit, stdout, stderr } = await on(today, ...argv);
    expect({ exit, stdout }, argv.join(' ')).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toMatch(receipt);
    expect(stderr).toContain('To take it back: induct undo');
  }

  const short = await on('2026-06-01');
  expect(short.exit).toBe(0);
  for (const fact of [
    /^Leeds, Monday 1 June 2026: working day 7 of the first ten\.$/m,
    /^OVERDUE, BY OUR SUGGESTED DATES \(3\)$/m,
    /^ +1\.1 +Speak to the last portfolio holder.* was Thu 28 May$/m,
    /^ +7 +Ask for the dates of 7 meetings +one email +was Thu 28 May$/m,
    /^ +8\.1 +Ask for your LGA e-learning login +one email +was Thu 28 May$/m,
    /^NEXT ACTIONS$/m,
    /^ +4\.1 .*leader.* by Thu 4 June$/m,
    /^ +5(\.1)? .*adviser.* by Thu 4 June$/m,
    /^IN THE DIARY$/m,
    /^ +Wed 3 June, 4pm .*[Cc]hief executive/m,
    /^ +Thu 4 June, 9:30am .*4\s+points left/m,
    /^ +Wed 10 June, 10:30am +7\.2 .*[Ss]crutiny.*as a witness/m,
    /papers\s+out by Tue 2 June/,
    /^WAITING FOR$/m,
    /14 documents, from the DCS's office, since Fri 22 May/,
    /^Done so far: 4 \(2\.1, 3\.1, 3\.2, 3\.4\)/m,
  ]) {
    expect(short.stdout).toMatch(fact);
  }
  expect(short.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);

  const { counts, overdue } = await documentOf(['status'], { home, today: '2026-06-01' });
  expect(counts).toMatchObject({ done: 4, received: 6 });
  // The emails are overdue, and the meetings' and the module's own dates still lie ahead.
  expect(overdue.map((action: { number: string }) => action.number)).toEqual(['1.1']);

  const back = await on('2026-06-01', 'undo');
  expect(back.exit).toBe(0);
  expect((await on('2026-06-01')).stdout).not.toContain('10 June');
});
