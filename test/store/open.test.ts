import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { openHome, write } from '../../src/store/open.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { program } from '../helpers/processes.ts';
import { openBehind, openStore, STAMP } from '../helpers/record.ts';
import { runInduct, startHome } from '../helpers/run.ts';

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);

async function problemOf(work: () => Promise<unknown>): Promise<Problem> {
  const problem = await work().then(
    () => null,
    (error: unknown) => error,
  );
  if (!isProblem(problem)) throw new Error(`not a problem: ${problem}`);
  return problem;
}

describe('no file', () => {
  test('nothing is opened and nothing is made', async () => {
    const folder = temporaryFolder();
    expect(await Store.open(folder, { create: false })).toBeNull();
    expect(await Store.open(join(folder, 'not', 'there'), { create: false })).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['000', '022', '077'])('with umask %s, only the owner may read what is made', async (umask) => {
    const home = join(temporaryFolder(), 'new', 'induct');
    const before = process.umask(umask);
    try {
      await openStore(home);
    } finally {
      process.umask(before);
    }
    expect([mode(home), mode(join(home, 'induct.db'))]).toEqual(['700', '600']);
    expect(readdirSync(home)).toEqual(['induct.db']);
  });

  test('what is made is ours, of this version, and whole', async () => {
    const home = temporaryFolder();
    await openStore(home);
    const header = readFileSync(join(home, 'induct.db'));
    expect([header.readUInt32BE(68), header.readUInt32BE(60)]).toEqual([APPLICATION_ID, SCHEMA_VERSION]);
    // Rollback journal, not WAL (SQLite file format, 1.3: bytes 18 and 19).
    expect([header[18], header[19]]).toEqual([1, 1]);
    const database = await openBehind(home);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const strict = database
      .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 ORDER BY name`)
      .pluck()
      .all();
    expect(strict).toEqual(['sqlite_schema', 'sqlite_sequence']);
  });
});

describe('what is no record of ours', () => {
  async function damagedFile(change: (path: string) => void | Promise<void>): Promise<string> {
    const home = await startHome();
    await change(join(home, 'induct.db'));
    return home;
  }
  const scramble = (path: string, from: number) => {
    const bytes = readFileSync(path);
    for (let index = from; index < bytes.length; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0x5a;
    writeFileSync(path, bytes);
  };
  const setHeader = (offset: number, value: number) => (path: string) => {
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(value, offset);
    writeFileSync(path, bytes);
  };

  const FILES: readonly (readonly [string, (path: string) => void | Promise<void>, RegExp])[] = [
    ['zero bytes', (path) => truncateSync(path, 0), /is damaged/],
    ['fifty bytes', (path) => truncateSync(path, 50), /is damaged/],
    ['only the header', (path) => truncateSync(path, 100), /is damaged/],
    ['half of it', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)), /is damaged/],
    ['scrambled throughout', (path) => scramble(path, 0), /is damaged/],
    ['scrambled behind the header', (path) => scramble(path, 100), /is damaged/],
    ['a text', (path) => writeFileSync(path, 'Shopping: milk, eggs.\n'.repeat(50)), /is damaged/],
    ['a database of another program', setHeader(68, 0x47504b47), /another program/],
    ['a database of no program', setHeader(68, 0), /another program/],
    ['a newer version', setHeader(60, SCHEMA_VERSION + 1), /newer version/],
    ['a far newer version', setHeader(60, 0x7fffffff), /newer version/],
  ];

  test.each(FILES)('%s: refused with 4, and not a byte changed', async (_, change, words) => {
    const home = await damagedFile(change);
    const path = join(home, 'induct.db');
    const before = sha256(path);
    for (const argv of [['next'], ['next', '--json'], ['done', 'dcs.vision'], ['status'], ['undo']]) {
      const run = await runInduct(argv, { home });
      expect([argv, run.exit, run.stdout]).toEqual([argv, 4, '']);
      expect(run.stderr.replace(/\s+/g, ' ')).toMatch(words);
      expect(sha256(path)).toBe(before);
    }
    const problem = await problemOf(async () => {
      const store = await openStore(home);
      store.append(store.create(STAMP), [], STAMP, 0);
    });
    expect([problem.exitCode, problem.message.includes(path)]).toEqual([4, true]);
    expect(sha256(path)).toBe(before);
    expect(readdirSync(home)).toEqual(['induct.db']);
  });

  test('one byte changed anywhere never reads as a defect', async () => {
    const home = await startHome({ drafts: [draft('done', 'dcs.vision', 'Vision', '2026-05-21', { was: 'todo' })] });
    const path = join(home, 'induct.db');
    const whole = readFileSync(path);
    const wrong: string[] = [];
    for (let round = 0; round < 250; round += 1) {
      const bytes = Buffer.from(whole);
      const at = (round * 7919) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (round % 2 === 0 ? 0xff : 0x01);
      writeFileSync(path, bytes);
      const run = await runInduct(['next', '--json'], { home });
      if (run.exit !== 0 && run.exit !== 4) wrong.push(`byte ${at}: exit ${run.exit} ${run.stderr}`);
    }
    expect(wrong).toEqual([]);
  });

  test('what is recorded in a state that is no state reads as damage', async () => {
    const home = await startHome();
    const database = await openBehind(home);
    database.exec(`UPDATE progress SET state = '"?"' WHERE kind = 'answer' AND subject = 'council'`);
    expect((await runInduct(['next'], { home })).exit).toBe(4);
  });

  test('a folder in its place', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'induct.db'));
    const problem = await problemOf(() => Store.open(home, { create: true }));
    expect([problem.exitCode, problem.message]).toEqual([4, expect.stringContaining('not an ordinary file')]);
    expect(lstatSync(join(home, 'induct.db')).isDirectory()).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('a pipe in its place is not waited for', async () => {
    const home = temporaryFolder();
    execFileSync('mkfifo', [join(home, 'induct.db')]);
    const problem = await problemOf(() => Store.open(home, { create: false }));
    expect([problem.exitCode, problem.message]).toEqual([4, expect.stringContaining('not an ordinary file')]);
  });

  test('a link that leads nowhere is not followed', async () => {
    const home = temporaryFolder();
    const elsewhere = join(temporaryFolder(), 'elsewhere.db');
    symlinkSync(elsewhere, join(home, 'induct.db'));
    const problem = await problemOf(() => Store.open(home, { create: true }));
    expect(problem.exitCode).toBe(4);
    expect(existsSync(elsewhere)).toBe(false);
  });

  test.skipIf(process.getuid?.() !== 0)('a folder that may not be read is not taken for an empty one', async () => {
    const home = await startHome();
    chmodSync(home, 0o700);
    const reader = program(`
      import { Store } from './src/store/store.ts';
      process.setuid(65534);
      Store.open(process.argv[2], { create: process.argv[3] === 'create' }).then(console.log, (error) => {
        console.log(error.exitCode, error.message);
      });
    `);
    expect(await reader.run(home, 'read')).toMatch(/^4 .*induct\.db may not be/);
    expect(await reader.run(home, 'create')).toMatch(/^4 .*induct\.db may not be/);
  });

  test('a file where the folder should be', async () => {
    const home = join(temporaryFolder(), 'home');
    writeFileSync(home, 'a file');
    const problem = await problemOf(() => Store.open(home, { create: true }));
    expect(problem.exitCode).toBe(4);
    expect(readFileSync(home, 'utf8')).toBe('a file');
    expect((await runInduct(['next'], { home })).exit).toBe(4);
  });
});

describe('a connection', () => {
  test.each([
    ['synchronous', 3],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['journal_mode', 'delete'],
    ['busy_timeout', 5000],
    ['query_only', 1],
  ])('%s is %s', async (setting, value) => {
    const home = await startHome();
    const database = await openHome(home, { create: false });
    expect(database?.pragma(setting, { simple: true })).toBe(value);
    database?.close();
  });

  test('SQLite is not one with known faults', async () => {
    const database = await openDatabase(':memory:');
    const [major = 0, minor = 0, patch = 0] = (database.prepare('SELECT sqlite_version()').pluck().get() as string)
      .split('.')
      .map(Number);
    database.close();
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  test('writes only inside a transaction, all or nothing', async () => {
    const database = await openHome(await startHome(), { create: false });
    if (database === null) throw new Error('no record');
    const add = (key: string) => database.prepare('INSERT INTO settings VALUES (?, ?)').run(key, 'x');
    expect(() => add('a')).toThrow(/readonly/);
    expect(() =>
      write(database, () => {
        add('b');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(() => add('c')).toThrow(/readonly/);
    expect(write(database, () => add('d').changes)).toBe(1);
    expect(database.prepare(`SELECT key FROM settings WHERE value = 'x'`).pluck().all()).toEqual(['d']);
    database.close();
  });

  test('removed words do not stay in the file', async () => {
    const home = await startHome();
    const store = await openStore(home);
    const path = join(home, 'induct.db');
    store.keepSetting('canary', 'a-word-to-look-for');
    expect(readFileSync(path).includes('a-word-to-look-for')).toBe(true);
    store.keepSetting('canary', 'x');
    expect(readFileSync(path).includes('a-word-to-look-for')).toBe(false);
  });

  test('leaves one file when it is closed', async () => {
    const home = await startHome();
    await runInduct(['done', 'dcs.vision'], { home });
    expect(readdirSync(home).filter((name) => name.startsWith('induct.db'))).toEqual(['induct.db']);
    expect(openSync(join(home, 'induct.db'), 'r')).toBeGreaterThan(0);
  });
});

describe('another holds the database', () => {
  test('after five seconds of patience: 5, nothing written, and then it works', async () => {
    const home = await startHome();
    const holder = await openBehind(home);
    holder.exec('BEGIN IMMEDIATE');
    const began = performance.now();
    const run = await runInduct(['done', 'dcs.vision', '--json'], { home });
    expect(performance.now() - began).toBeGreaterThan(4500);
    expect([run.exit, run.stdout, run.error?.code]).toEqual([5, '', 5]);
    // Reading goes on meanwhile.
    expect((await runInduct(['next', '--json'], { home })).json.next.length).toBeGreaterThan(0);
    holder.exec('ROLLBACK');
    expect((await runInduct(['done', 'dcs.vision'], { home })).exit).toBe(0);
    const store = await openStore(home);
    expect(store.events(store.current() ?? '', { subjects: ['dcs.vision'] })).toHaveLength(1);
  });
});
