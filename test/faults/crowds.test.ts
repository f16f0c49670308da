import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { type ChildResult, runChild } from '../e2e/child.ts';
import { Terminal } from '../e2e/terminal.ts';
import { openBehind } from '../helpers/record.ts';
import { startHome } from '../helpers/run.ts';
import { count, howMany } from './counts.ts';
import { migrating } from './migrating.ts';
import { BIN, likeHome, without } from './program.ts';
import { HAS_STRACE, strace } from './strace.ts';
import { contentsOf, damageIn } from './verdict.ts';

const PROCESSES = 8;
const EACH = howMany('FAULTS_CROWD', 25, 4);
const desks = Array.from({ length: PROCESSES }, (_, desk) => desk);

/** What eight at once did: how many changes each sort made, and what went wrong. */
async function crowd(home: string, bin: string, each: number) {
  const tally = { notes: [] as string[], undos: 0, refused: [] as ChildResult[] };
  const on = async (...argv: readonly string[]) => {
    const result = await runChild(argv, { home, bin });
    if (result.exit !== 0) tally.refused.push(result);
    return result;
  };
  await Promise.all(
    desks.map(async (desk) => {
      for (let n = 0; n < each; n += 1) {
        const text = `Desk ${desk}, note ${n}`;
        if ((await on('note', '3.2', text)).exit === 0) tally.notes.push(text);
        if (n % 4 === 1 && /^Taken back/.test((await on('undo')).stderr)) tally.undos += 1;
        if (n % 3 === 0) await on('status', '--json');
      }
    }),
  );
  return tally;
}

beforeAll(ensureBuilt);

describe('eight at once', () => {
  test('write, take back and read: all is kept, and nobody is refused', async () => {
    const home = likeHome(await startHome());
    const before = (await contentsOf(home)).length;
    const { notes, undos, refused } = await crowd(home, BIN, EACH);
    expect(refused).toEqual([]);
    const contents = await contentsOf(home);
    const lost = notes.filter((text) => !contents.some((event) => event.includes(`"${text}"`)));
    expect(lost).toEqual([]);
    expect(contents.length).toBe(before + PROCESSES * EACH + undos);
    expect(await damageIn(home)).toEqual([]);
    count('writes by crowds', notes.length + undos);
    count('lost', lost.length);
  });

  test('a proof that can fail: without the write lock from the beginning, somebody is refused', async () => {
    const bin = without(['BEGIN IMMEDIATE', 'BEGIN']);
    let refused = 0;
    for (let round = 0; round < 10 && refused === 0; round += 1) {
      refused += (await crowd(likeHome(await startHome()), bin, 8)).refused.length;
    }
    expect(refused).toBeGreaterThan(0);
  });

  test('bring an older record up: one does, the others find it done', async () => {
    const { file, template } = await migrating();
    for (let round = 0; round < Math.max(2, EACH / 5); round += 1) {
      const home = likeHome(template);
      const runs = await Promise.all(
        desks.map(() =>
          runChild([], { home, bin: file, env: { NODE_PATH: join(import.meta.dirname, '../../node_modules') } }),
        ),
      );
      // Whoever comes last may meet a record that is newer than it knows, and says so.
      const odd = runs.filter(({ exit, stderr }) => exit !== 0 && !/newer version/.test(stderr));
      expect(odd).toEqual([]);
      expect(runs.some(({ exit }) => exit === 0)).toBe(true);
      expect((await contentsOf(home))[0]).toBe(`version ${MIGRATIONS.length + 1}`);
      expect(await damageIn(home)).toEqual([]);
      expect(readdirSync(join(home, 'backups')).filter((name) => !name.endsWith('.db'))).toEqual([]);
      count('writes by crowds', 1);
    }
  });
});

describe('a lock that is held', () => {
  const PATIENCE_MS = 4_500;

  test.each([
    ['for writing', 'BEGIN IMMEDIATE', ['done', '3.2'], 0],
    ['for everything', 'BEGIN EXCLUSIVE', ['done', '3.2'], 5],
  ] as const)('%s: told plainly after five seconds', async (_, begin, argv, reading) => {
    const home = likeHome(await startHome());
    const holder = await openBehind(home);
    holder.exec(begin);
    const began = performance.now();
    const { exit, stdout, stderr } = await runChild(argv, { home });
    expect({ exit, stdout }).toEqual({ exit: 5, stdout: '' });
    expect(performance.now() - began).toBeGreaterThan(PATIENCE_MS);
    expect(stderr).toMatch(
      /^Another induct is writing to the record\. Nothing was saved\.\nWait a moment, then try again\.\n$/,
    );
    expect((await runChild(['next'], { home })).exit).toBe(reading);
    holder.exec('ROLLBACK');
    expect((await runChild(argv, { home })).exit).toBe(0);
  });

  test('not while a person is asked', async () => {
    const home = likeHome(await startHome());
    for (const argv of [['skip', '1.1'], ['done'], ['ask', '6']] as const) {
      const terminal = new Terminal(argv, { home });
      await terminal.waitFor('?');
      const began = performance.now();
      expect((await runChild(['note', '3.2', `While ${argv.join(' ')} asks`], { home })).exit).toBe(0);
      expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
      terminal.kill();
    }
  });

  test.skipIf(!HAS_STRACE)('nor when the command has ended, nor by one that only reads', async () => {
    const home = likeHome(await startHome());
    const { log, exit } = await strace(['-e', 'trace=fcntl'], BIN, ['status'], { INDUCT_HOME: home });
    expect(exit).toBe(0);
    expect(log).toMatch(/F_RDLCK/);
    const taken = log.split('\n').filter((line) => /F_WRLCK/.test(line) && !/F_GETLK/.test(line));
    expect(taken).toEqual([]);
    expect(
      log
        .trimEnd()
        .split('\n')
        .filter((line) => /F_(RD|UN)LCK/.test(line))
        .at(-1),
    ).toMatch(/F_UNLCK/);
  });
});

test('start asks with no lock held', async () => {
  const home = likeHome(await startHome());
  const terminal = new Terminal(['start', '--new'], { home });
  await terminal.answer('Who is typing?', '\r');
  await terminal.waitFor('Which council?');
  const database = await openDatabase(join(home, 'induct.db'), { timeout: 0 });
  database.exec('BEGIN EXCLUSIVE; ROLLBACK');
  database.close();
  terminal.kill();
});
