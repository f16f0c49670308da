import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startHome, temporaryFolder } from '../helpers/run.ts';
import { BIN, ensureBuilt, NODE, warm } from './built.ts';
import { type ChildOptions, runChild } from './child.ts';

const START = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'];
const STACK = /^\s+at |node:internal|Error:|\u001b/m;
const POSIX = process.platform !== 'win32';

/** 4, nothing on standard output, and a few plain words on standard error. @returns those */
async function refused(argv: readonly string[], options: ChildOptions): Promise<string> {
  const { exit, stdout, stderr } = await runChild(argv, options);
  expect({ exit, stdout }, stderr).toEqual({ exit: 4, stdout: '' });
  expect(stderr).not.toMatch(STACK);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  return stderr.replace(/\s+/g, ' ');
}

beforeAll(ensureBuilt, 120_000);

describe.skipIf(!POSIX)('INDUCT_HOME', () => {
  test('a file', async () => {
    const home = join(temporaryFolder(), 'home');
    writeFileSync(home, 'a file');
    for (const argv of [START, ['status']]) expect(await refused(argv, { home })).toContain(home);
    expect(readFileSync(home, 'utf8')).toBe('a file');
  });

  test('under a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'a file');
    for (const argv of [START, ['status']]) expect(await refused(argv, { home: join(file, 'home') })).toContain(file);
  });

  test('a pipe is not waited for', async () => {
    const home = join(temporaryFolder(), 'home');
    execFileSync('mkfifo', [home]);
    for (const argv of [START, ['status']]) expect(await refused(argv, { home })).toContain(home);
  });

  test('a link to a folder is that folder', async () => {
    const folder = await startHome();
    const home = join(temporaryFolder(), 'link');
    symlinkSync(folder, home);
    expect((await runChild(['done', '3.2'], { home })).exit).toBe(0);
    expect((await runChild(['status'], { home: folder })).stdout).toContain('1 done');
    expect(lstatSync(home).isSymbolicLink()).toBe(true);
  });

  test('a link that leads nowhere', async () => {
    const home = join(temporaryFolder(), 'link');
    symlinkSync(join(temporaryFolder(), 'nowhere'), home);
    expect(await refused(START, { home })).toContain(home);
  });

  test('a name with a line feed and an escape in it makes no line and acts on nothing', async () => {
    const home = join(temporaryFolder(), 'a\nb\u001b[31mc');
    writeFileSync(home, 'a file');
    const { exit, stderr } = await runChild(START, { home });
    expect(exit).toBe(4);
    expect(stderr.replace(/\s/g, '')).toContain('a\\u000ab\\u001b[31mc');
    expect(stderr).not.toContain('\u001b');
  });
});

describe.skipIf(!POSIX)('what is written', () => {
  test.each(['000', '077'])('is for its owner alone, with a umask of %s', async (mask) => {
    const home = join(temporaryFolder(), 'home');
    const shell = `umask ${mask}; $INDUCT ${START.join(' ')} && $INDUCT note 3.2 words && $INDUCT next`;
    const { exit, stderr } = await runChild([], { home, shell });
    expect(exit, stderr).toBe(0);
    const all = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name));
    const open = [home, ...all].filter((path) => (lstatSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

/** As somebody who is not root: to root no permission means anything. */
const USER = process.getuid?.() === 0 ? 65_534 : process.getuid?.();
/** Whether that somebody can run the program where it lies. */
const canRun = () =>
  POSIX && spawnSync(NODE, [BIN, '--version'], { uid: USER, env: { PATH: '' }, encoding: 'utf8' }).stdout.length > 1;

describe.skipIf(!canRun())('permissions', () => {
  /** A home that belongs to somebody who is not root. */
  async function theirs(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'induct-user-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    cpSync(join(await startHome(), 'induct.db'), join(home, 'induct.db'));
    warm(home);
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    for (const path of [folder, ...all]) chownSync(path, USER ?? 0, USER ?? 0);
    return home;
  }
  const asUser = (argv: readonly string[], env: Readonly<Record<string, string>>) => {
    const run = spawnSync(NODE, [BIN, ...argv], {
      uid: USER,
      env: { INDUCT_TODAY: '2026-05-20', PATH: process.env.PATH ?? '', ...env },
      encoding: 'utf8',
    });
    expect(run.stderr).not.toMatch(STACK);
    return { exit: run.status, stdout: run.stdout, stderr: run.stderr.replace(/\s+/g, ' ') };
  };

  test.each([
    ['a record that may only be read', (home: string) => chmodSync(join(home, 'induct.db'), 0o400)],
    ['a folder that may only be read', (home: string) => chmodSync(home, 0o500)],
    [
      'a folder and a record that may only be read',
      (home: string) => {
        chmodSync(join(home, 'induct.db'), 0o400);
        chmodSync(home, 0o500);
      },
    ],
  ])('%s: reading works, and writing says why it can not', async (_, restrict) => {
    const home = await theirs();
    const bytes = readFileSync(join(home, 'induct.db'));
    restrict(home);
    const env = { INDUCT_HOME: home };
    for (const argv of [[], ['status'], ['next', '--json'], ['history'], ['show', '3.2']]) {
      expect([argv, asUser(argv, env)]).toMatchObject([argv, { exit: 0, stderr: '' }]);
    }
    for (const argv of [['done', '3.2'], ['note', '3.2', 'words'], ['undo'], START.with(2, 'Camden')]) {
      const { exit, stdout, stderr } = asUser(argv, env);
      if (argv[0] === 'undo' && exit === 0) continue;
      expect({ exit, stdout }, stderr).toEqual({ exit: 4, stdout: '' });
      expect(stderr).toMatch(
        /may not be written\. Your change was not saved\. Check who owns the file and its folder\./,
      );
    }
    expect(readFileSync(join(home, 'induct.db')).equals(bytes)).toBe(true);
    chmodSync(home, 0o700);
  });

  test('a HOME in which nothing may be written', async () => {
    const home = await theirs();
    chmodSync(home, 0o500);
    const { exit, stdout, stderr } = asUser(START, { HOME: home });
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(stderr).toMatch(/may not be opened by you\. Nothing was saved\./);
    expect(asUser(['tips'], { HOME: home }).exit).toBe(0);
  });
});

describe.skipIf(!POSIX)('streams that are full or closed', () => {
  test.each(['status', 'history', 'show 3.2', 'tips'])('%s to a full disk: 4', async (call) => {
    const { exit, stderr } = await runChild([], { home: await startHome(), shell: `$INDUCT ${call} > /dev/full` });
    expect(exit).toBe(4);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      /^The result could not be written: there is no space left, or the disk failed\./,
    );
  });

  test('a receipt that can not be told does not unsay what was recorded', async () => {
    for (const to of ['2> /dev/full', '2>&-', '--json > /dev/full', '--json >&-']) {
      const home = await startHome();
      const { stderr } = await runChild([], { home, shell: `$INDUCT done 3.2 ${to}` });
      expect(stderr).not.toMatch(STACK);
      expect((await runChild(['status'], { home })).stdout, to).toContain('1 done');
    }
  });

  test('standard input closed', async () => {
    const { exit, stderr } = await runChild([], { home: await startHome(), shell: '$INDUCT skip 1.1 <&-' });
    expect(exit).toBe(2);
    expect(stderr).toContain('skip needs a reason.');
  });
});
