import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { isProblem } from '../../src/core/problem.ts';
import { checkEntries } from '../../src/store/check.ts';
import { migrate } from '../../src/store/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/migrations.ts';
import { openHome } from '../../src/store/open.ts';
import { type Database, openDatabase } from '../../src/store/sqlite.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { toVersionOne } from '../helpers/older.ts';
import { append, openStore, progressTable, STAMP, wrongWith } from '../helpers/record.ts';
import { runInduct, startHome } from '../helpers/run.ts';

const NEXT = `
  ALTER TABLE inductions ADD COLUMN ended_on TEXT;
  UPDATE settings SET value = 'two' WHERE key = 'schema-word';
`;
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
const versionOf = (database: Database) => database.pragma('user_version', { simple: true });

/** A home whose file is ours, of version 0, with nothing in it yet. */
async function versionZero(): Promise<string> {
  const home = temporaryFolder();
  const database = await openDatabase(join(home, 'induct.db'));
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.exec("CREATE TABLE before (words TEXT); INSERT INTO before VALUES ('kept')");
  database.close();
  return home;
}

async function opened(home: string): Promise<Database> {
  const database = await openHome(home, { create: false });
  if (database === null) throw new Error(`no record in ${home}`);
  return database;
}

describe('from version 0', () => {
  test('opening brings the file up, after a copy of it', async () => {
    const home = await versionZero();
    const store = await openStore(home);
    const induction = store.create(STAMP);
    append(store, induction, draft('done', 'dcs.vision', 'Vision', '2026-05-21', { was: 'todo' }));
    const database = await opened(home);
    expect(versionOf(database)).toBe(MIGRATIONS.length);
    expect(wrongWith(database, induction)).toEqual([]);
    expect(database.prepare('SELECT words FROM before').pluck().get()).toBe('kept');
    database.close();

    const backups = join(home, 'backups');
    const [copy = '', ...others] = readdirSync(backups);
    expect(others).toEqual([]);
    expect(copy).toMatch(/^before-version-1-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-\d+\.db$/);
    expect([mode(backups), mode(join(backups, copy))]).toEqual(['700', '600']);
    const old = await openDatabase(join(backups, copy));
    expect([versionOf(old), old.pragma('application_id', { simple: true })]).toEqual([0, APPLICATION_ID]);
    expect(old.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['before']);
    old.close();
  });

  test('what is of this version is left alone', async () => {
    const home = await startHome();
    const before = sha256(join(home, 'induct.db'));
    (await opened(home)).close();
    expect(sha256(join(home, 'induct.db'))).toBe(before);
    expect(readdirSync(home)).toEqual(['induct.db']);
  });
});

describe('a further step', () => {
  async function recorded() {
    const home = await startHome({ drafts: [draft('done', 'dcs.vision', 'Vision', '2026-05-21', { was: 'todo' })] });
    const store = await openStore(home);
    store.keepSetting('schema-word', 'one');
    const database = await opened(home);
    return { home, path: join(home, 'induct.db'), database, induction: store.current() ?? '' };
  }

  test('keeps every row', async () => {
    const { home, path, database, induction } = await recorded();
    const rows = database.prepare('SELECT * FROM events').all();
    const table = progressTable(database, induction);
    migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT]);
    expect(versionOf(database)).toBe(MIGRATIONS.length + 1);
    expect(database.prepare('SELECT * FROM events').all()).toEqual(rows);
    expect(progressTable(database, induction)).toEqual(table);
    expect(wrongWith(database, induction)).toEqual([]);
    expect(database.prepare('SELECT ended_on FROM inductions').get()).toEqual({ ended_on: null });
    expect(database.prepare(`SELECT value FROM settings WHERE key = 'schema-word'`).pluck().get()).toBe('two');
    expect(() => database.exec('DELETE FROM settings')).toThrow(/readonly/);
    database.close();
    const [copy = ''] = readdirSync(join(home, 'backups'));
    const old = await openDatabase(join(home, 'backups', copy));
    expect(versionOf(old)).toBe(MIGRATIONS.length);
    expect(old.prepare('SELECT * FROM events').all()).toEqual(rows);
    old.close();
  });

  test('that fails leaves the file and its version as they were', async () => {
    const { home, path, database, induction } = await recorded();
    const before = database.prepare('SELECT * FROM events').all();
    expect(() => migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT, 'CREATE TABLE events (x)'])).toThrow(
      /already exists/,
    );
    expect(versionOf(database)).toBe(MIGRATIONS.length);
    expect(database.prepare('SELECT * FROM events').all()).toEqual(before);
    expect(database.prepare(`SELECT value FROM settings WHERE key = 'schema-word'`).pluck().get()).toBe('one');
    expect(
      database.prepare(`SELECT count(*) FROM pragma_table_info('inductions') WHERE name = 'ended_on'`).pluck().get(),
    ).toBe(0);
    expect(wrongWith(database, induction)).toEqual([]);
    database.close();
    expect((await runInduct(['next'], { home })).exit).toBe(0);
  });

  test('that another process took already is not taken again', async () => {
    const { path, database } = await recorded();
    migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT]);
    migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT]);
    expect(versionOf(database)).toBe(MIGRATIONS.length + 1);
    // A program that knows only today's steps does not make a newer file older.
    migrate(database, path, 0, MIGRATIONS);
    expect(versionOf(database)).toBe(MIGRATIONS.length + 1);
    database.close();
  });

  test('without a copy there is no step', async () => {
    const { home, path, database } = await recorded();
    writeFileSync(join(home, 'backups'), 'a file in the way');
    expect(() => migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT])).toThrow();
    expect(versionOf(database)).toBe(MIGRATIONS.length);
    rmSync(join(home, 'backups'));
    mkdirSync(join(home, 'backups'));
    chmodSync(join(home, 'backups'), 0o755);
    migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT]);
    expect(versionOf(database)).toBe(MIGRATIONS.length + 1);
    database.close();
  });

  test('a file in the way of the copies is told plainly', async () => {
    const home = await versionZero();
    writeFileSync(join(home, 'backups'), 'a file in the way');
    const before = sha256(join(home, 'induct.db'));
    const error = await openHome(home, { create: false }).catch((thrown: unknown) => thrown);
    expect(isProblem(error) && error.exitCode).toBe(4);
    expect(sha256(join(home, 'induct.db'))).toBe(before);
  });
});

describe('from version 1', () => {
  const vision = (day: number) =>
    draft('done', 'dcs.vision', 'Vision', `2026-06-${String(day).padStart(2, '0')}`, { was: 'todo' });

  /** A record as version 1 wrote it, with thirty entries about one action. */
  async function versionOne() {
    const home = await startHome({ drafts: Array.from({ length: 30 }, (_, index) => vision(index + 1)) });
    const path = join(home, 'induct.db');
    await toVersionOne(path);
    return { home, path };
  }

  /** The tables as SQLite keeps them. */
  const tables = (database: Database) => database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all();

  test('what the tests make is what version 1 made', async () => {
    const { path } = await versionOne();
    const made = await openDatabase(path);
    const first = await openDatabase(join(temporaryFolder(), 'first.db'));
    first.exec(MIGRATIONS[0] ?? '');
    expect(tables(made)).toEqual(tables(first));
    made.close();
    first.close();
  });

  test('all of it is there, can be taken back and added to, and the copy of before is of version 1', async () => {
    const { home, path } = await versionOne();
    const old = await openDatabase(path);
    const rows = (database: Database) =>
      ['settings', 'inductions', 'events', 'progress'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
    const before = rows(old);
    old.close();
    const store = await openStore(home);
    const database = await opened(home);
    const induction = store.current() ?? '';
    expect(versionOf(database)).toBe(2);
    expect(rows(database)).toEqual(before);
    const doneOn = () => store.snapshot(induction).progress.action.get('dcs.vision')?.doneOn;
    store.undo(induction, STAMP, '2026-06-30');
    expect(doneOn()).toBe('2026-06-29');
    append(store, induction, vision(15), vision(16));
    expect(doneOn()).toBe('2026-06-16');
    store.undo(induction, STAMP, '2026-06-30');
    expect(doneOn()).toBe('2026-06-29');
    store.undo(induction, STAMP, '2026-06-30');
    expect(doneOn()).toBe('2026-06-28');
    expect(checkEntries(database)).toEqual({ entries: [], progress: [] });
    database.close();
    const [copy = '', ...others] = readdirSync(join(home, 'backups'));
    expect([copy.startsWith('before-version-2-'), others]).toEqual([true, []]);
    const kept = await openDatabase(join(home, 'backups', copy));
    expect([versionOf(kept), rows(kept)]).toEqual([1, before]);
    kept.close();
  });

  test('a backup of it is restored, and no further copy of it is made', async () => {
    const { path } = await versionOne();
    const home = await startHome({ drafts: [vision(3)] });
    const run = await runInduct(['restore', path], { home });
    expect(run, run.stderr).toMatchObject({ exit: 0 });
    const database = await opened(home);
    expect(versionOf(database)).toBe(2);
    expect(database.prepare("SELECT count(*) FROM events WHERE type = 'done'").pluck().get()).toBe(30);
    database.close();
    expect(readdirSync(join(home, 'backups')).filter((name) => !name.startsWith('before-restore'))).toEqual([]);
  });

  test('words are removed from a backup of it, a holder is erased from one, and it stays of version 1', async () => {
    const home = await startHome();
    await startHome({ home });
    const backups = join(home, 'backups');
    const call = async (...argv: string[]) => {
      const run = await runInduct(argv, { home });
      expect(run, run.stderr).toMatchObject({ exit: 0 });
      return run;
    };
    await call('note', '3.2', 'Canary-1 was here');
    await call('backup');
    const [copy = ''] = readdirSync(backups).filter((name) => name.startsWith('by-hand'));
    await toVersionOne(join(backups, copy));
    const holds = (words: string) => readFileSync(join(backups, copy)).includes(words);
    expect(holds('Canary-1')).toBe(true);
    const [note] = (await call('history', '--json')).json.events;
    await call('redact', note.id, '--confirm', 'redact');
    expect(holds('Canary-1')).toBe(false);
    const [gone] = (await call('holders', '--json')).json.holders;
    expect(holds(gone.id)).toBe(true);
    await call('erase', '--holder', '1', '--confirm', 'erase');
    expect(holds(gone.id)).toBe(false);
    const kept = await openDatabase(join(backups, copy));
    expect(versionOf(kept)).toBe(1);
    kept.close();
    expect(readdirSync(backups).filter((name) => !name.endsWith('.db'))).toEqual([]);
  });
});
