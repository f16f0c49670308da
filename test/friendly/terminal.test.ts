import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { runChild } from '../e2e/child.ts';
import { KEYS, Terminal } from '../e2e/terminal.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { runInduct, startHome } from '../helpers/run.ts';
import { everyCommand } from './everywhere.ts';

beforeAll(ensureBuilt, 120_000);

describe('in a real terminal', () => {
  test('an answer that is refused stays on the line, to be mended', async () => {
    const home = temporaryFolder();
    const terminal = new Terminal(['start', '--typing', 'holder', '--council', 'Leeds'], { home });
    await terminal.answer('Since when do you have this role?', '4 May 202\r');
    await terminal.waitFor('has the year 202: type a year from 1950 to 2100.');
    terminal.type('6\r');
    await terminal.answer("The director of children's services is", KEYS.enter);
    await terminal.answer('Check the answers', KEYS.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect((await runInduct(['profile', '--json'], { home })).json.answers.appointed).toBe('2026-05-04');
  });

  test('what is said when someone stops fits 40 columns, and says how to carry on', async () => {
    const home = temporaryFolder();
    const stopped = async (...steps: readonly (readonly [string, string])[]) => {
      const terminal = new Terminal(['start'], { home, columns: 40 });
      for (const [asked, keys] of steps) await terminal.answer(asked, keys);
      expect((await terminal.exit()).code).toBe(130);
      return terminal.text;
    };
    const first = await stopped(['Who is typing?', KEYS.ctrlC]);
    expect(first).toContain('Stopped. Nothing is kept yet. To begin\nagain: induct start\n');
    const second = await stopped(['Who is typing?', KEYS.enter], ['Which council?', KEYS.ctrlC]);
    expect(second).toContain('Stopped. What was answered is kept. To\ncarry on: induct start\n');
  });

  test('accessible: Ctrl-C in a talk says that nothing of it was kept', async () => {
    const home = await startHome();
    const terminal = new Terminal(['met', 'dcs', '--accessible'], { home, today: '2026-05-21' });
    await terminal.answer('Held?', '1\r');
    await terminal.answer('Which numbers?', KEYS.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.text.trimEnd().split('\n').at(-1)).toBe('Stopped. Nothing of this talk was kept.');
    expect(terminal.raw).not.toContain('\u001b');
  });

  test('accessible, kept for good: no escape byte, and the cursor is left alone', async () => {
    const home = await startHome();
    await runInduct(['accessible', 'on'], { home });
    const terminal = new Terminal(['skip'], { home });
    await terminal.answer('Type a number', '1\r');
    await terminal.answer('Why does it not apply?', 'Not here\r');
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.raw).not.toContain('\u001b');
  });
});

const STRACE = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path));

describe.skipIf(STRACE === undefined)('the network', () => {
  test('no command opens a socket to it', { timeout: 180_000 }, async () => {
    const home = await startHome();
    const log = join(temporaryFolder(), 'calls');
    const names = (await everyCommand()).map(({ name }) => name);
    const shell = names.map((name) => `$INDUCT ${name} --no-input </dev/null >/dev/null 2>&1`).join('; ');
    // --seccomp-bpf stops a process at these two calls alone, and not at every other as well.
    const strace = `${STRACE} -f --seccomp-bpf -qq -e trace=socket,connect -e signal=none`;
    const traced = `${strace} -o ${log} /bin/bash -c '${shell}; exit 0'`;
    expect((await runChild([], { home, shell: traced })).exit).toBe(0);
    expect(
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /AF_INET/.test(line)),
    ).toEqual([]);
    // The trace has teeth: it sees what is looked for.
    const other = join(temporaryFolder(), 'calls');
    const program = 'require("net").connect(9, "127.0.0.1").on("error", () => {})';
    const probe = `${strace} -o ${other} ${process.execPath} -e '${program}'`;
    expect((await runChild([], { shell: probe })).exit).toBe(0);
    expect(readFileSync(other, 'utf8')).toContain('AF_INET');
  });
});
