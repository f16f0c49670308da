import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/dates/index.ts';
import { actionsOf, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { openBehind } from '../../helpers/record.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';

const backupsOf = (home: string) =>
  existsSync(join(home, 'backups')) ? readdirSync(join(home, 'backups')).sort() : [];

/** Changes a value in the record behind its back. */
async function doctored(home: string, sql: string): Promise<void> {
  const database = await openBehind(home);
  database.exec(sql);
  database.close();
}

const bytesOf = (home: string) => readFileSync(join(home, 'induct.db')).toString('hex');

describe('the daily copy', () => {
  test('is made before the first record of a day, once, and seven are kept', async () => {
    const home = await startHome();
    for (let day = 0; day < 10; day += 1) {
      const today = addDays(TODAY, day);
      await induct(home, ['note', '3.2', `Day ${day}`], { today });
      await induct(home, ['note', '3.2', 'Later'], { today });
      await induct(home, ['status'], { today: addDays(TODAY, day + 100) });
    }
    expect(backupsOf(home)).toEqual([3, 4, 5, 6, 7, 8, 9].map((day) => `daily-${addDays(TODAY, day)}.db`));
    await induct(home, ['restore', `daily-${addDays(TODAY, 9)}`]);
    const { notes } = actionsOf(await statusOf(home))['dcs.urgent-news'];
    expect(notes).toHaveLength(18);
    expect(notes.at(-2)).toMatchObject({ text: 'Day 8' });
  });

  test('is readable by its owner alone, and nothing else is left', async () => {
    const home = await prepare([['done', '3.2']]);
    expect(readdirSync(home).sort()).toEqual(['backups', 'induct.db']);
    if (process.platform === 'win32') return;
    expect(statSync(join(home, 'backups')).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'backups', `daily-${TODAY}.db`)).mode & 0o777).toBe(0o600);
  });

  test('never stands in the way of recording', async () => {
    const home = await startHome();
    writeFileSync(join(home, 'backups'), 'a file where the folder should be');
    const run = await induct(home, ['done', '3.2']);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr).toContain("Today's copy of the record could not be made");
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].status).toBe('done');
  });

  test('once a month a copy elsewhere is asked for, until one was made', async () => {
    const home = await startHome();
    const asks = async (today: string) =>
      (await induct(home, ['note', '3.2', 'x'], { today })).stderr.includes(
        "copy the record to the council's own drive",
      );
    expect(await asks('2026-06-03')).toBe(false);
    expect(await asks('2026-06-19')).toBe(true);
    expect(await asks('2026-06-20')).toBe(false);
    expect(await asks('2026-07-20')).toBe(true);
    await induct(home, ['backup', join(temporaryFolder(), 'away.db')], { today: '2026-08-10' });
    expect(await asks('2026-08-25')).toBe(false);
    expect(await asks('2026-09-10')).toBe(true);
  });
});

describe('backup and restore', () => {
  test('bring back the same, and keep what was there', async () => {
    const home = await prepare([['done', '3.2'], ['note', '3.1', 'Ŷ'], ['done', '2.1'], ['undo']]);
    const file = join(temporaryFolder(), 'copy.db');
    const made = await induct(home, ['backup', file, '--json']);
    expect(made.json).toMatchObject({ schema: 'induct.backup/1', today: TODAY, path: file, holders: 1 });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = await eventsOf(home);
    await induct(home, ['done', '3.4']);
    const run = await induct(home, ['restore', file]);
    expect(run, run.stderr).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr).toContain(`Restored: ${before.length} entries of 1 holder.`);
    expect(await eventsOf(home)).toEqual(before);
    expect((await induct(home, ['undo'])).stderr).toContain('All of it was restored or imported');
    await induct(home, ['done', '3.5']);
    expect((await induct(home, ['undo'])).stderr).toContain('Taken back: done: 3.5');

    const [kept = ''] = backupsOf(home).filter((name) => name.startsWith('before-restore'));
    const back = await induct(home, ['restore', kept, '--json']);
    expect(back.json).toMatchObject({ schema: 'induct.restored/1', holders: 1, events: before.length + 1 });
    expect(actionsOf(await statusOf(home))['dcs.meetings-to-attend'].status).toBe('done');
    expect((await induct(home, ['doctor'])).exit).toBe(0);
  });

  test('two in one second are two copies', async () => {
    const home = await prepare([['done', '3.2']]);
    const file = join(temporaryFolder(), 'copy.db');
    await induct(home, ['backup', file]);
    for (const action of ['3.4', '3.5']) {
      await induct(home, ['done', action]);
      await induct(home, ['backup']);
      await induct(home, ['restore', file]);
    }
    const kept = backupsOf(home).filter((name) => name.startsWith('before-restore'));
    expect(backupsOf(home).filter((name) => name.startsWith('by-hand'))).toHaveLength(2);
    expect(kept).toHaveLength(2);
    await induct(home, ['restore', kept.at(0) ?? '']);
    const first = actionsOf(await statusOf(home));
    await induct(home, ['restore', kept.at(1) ?? '']);
    const second = actionsOf(await statusOf(home));
    const done = [first, second].map((actions) =>
      Object.values(actions).filter(({ number, status }) => /^3\.[45]$/.test(number) && status === 'done'),
    );
    expect(new Set(done.flat().map(({ number }) => number))).toEqual(new Set(['3.4', '3.5']));
  });

  test('into a new home, which need not be there', async () => {
    const from = await prepare([['done', '3.2']]);
    const file = join(temporaryFolder(), 'copy.db');
    await induct(from, ['backup', file]);
    const home = join(temporaryFolder(), 'new');
    expect((await runInduct(['restore', file], { home, today: TODAY })).exit).toBe(0);
    expect(await eventsOf(home)).toEqual(await eventsOf(from));
  });

  test('without a plan there is nothing to copy', async () => {
    expect((await runInduct(['backup'])).exit).toBe(3);
  });

  test('a file that is there is replaced only with --force', async () => {
    const home = await prepare();
    const file = join(temporaryFolder(), 'copy.db');
    writeFileSync(file, 'mine');
    expect((await induct(home, ['backup', file])).exit).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await induct(home, ['backup', file, '--force'])).exit).toBe(0);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });

  test('which backup is asked in a terminal, and named without one', async () => {
    const home = await prepare([['done', '3.2']]);
    await induct(home, ['backup']);
    const names = backupsOf(home);
    const refused = await induct(home, ['restore']);
    expect(refused.exit).toBe(2);
    for (const name of names) expect(refused.stderr).toContain(`  ${name}\n`);
    const run = await induct(home, ['restore'], { tty: true, answers: [''] });
    expect(run.offered[0]?.[0]).toBe('3 June 2026  made by hand');
    expect(run.stderr).toContain('Restored: 6 entries');
    expect((await runInduct(['restore'])).exit).toBe(2);
  });

  test.each([
    ['nothing', 'no-such.db', null, 2, /There is no file/],
    ['an empty file', 'empty.db', '', 4, /damaged/],
    ['something else', 'text.db', 'x'.repeat(5000), 4, /damaged/],
  ])('%s is refused, and nothing is changed', async (_, name, content, exit, message) => {
    const home = await prepare([['done', '3.2']]);
    const file = join(temporaryFolder(), name);
    if (content !== null) writeFileSync(file, content);
    const before = [bytesOf(home), backupsOf(home)];
    const run = await induct(home, ['restore', file]);
    expect(run).toMatchObject({ exit, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect([bytesOf(home), backupsOf(home)]).toEqual(before);
    expect(readdirSync(home).sort()).toEqual(['backups', 'induct.db']);
  });

  test('a backup in which a value was changed is refused', async () => {
    const other = await prepare([['done', '3.2']]);
    await doctored(other, "UPDATE events SET on_date = '2020-01-01' WHERE type = 'done'");
    const home = await prepare([['done', '3.1']]);
    const run = await induct(home, ['restore', join(other, 'induct.db')]);
    expect(run.exit).toBe(4);
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(/is damaged: holder 1: 1 entry was changed: .*Nothing was changed/);
    expect(actionsOf(await statusOf(home))['dcs.meeting-rhythm'].status).toBe('done');
  });

  test.each([
    ['empty', ''],
    ['scrambled', 'scrambled '.repeat(2000)],
  ])('a record that is %s is kept as it is, and the backup takes its place', async (_, content) => {
    const home = await prepare([['done', '3.2']]);
    const file = join(temporaryFolder(), 'copy.db');
    await induct(home, ['backup', file]);
    const events = await eventsOf(home);
    writeFileSync(join(home, 'induct.db'), content);
    const broken = await induct(home, ['status']);
    expect(broken).toMatchObject({ exit: 4, stdout: '' });
    expect(broken.stderr).toContain('induct restore');
    const run = await induct(home, ['restore', file]);
    expect(run, run.stderr).toMatchObject({ exit: 0 });
    const kept = backupsOf(home).find((name) => name.includes('damaged')) ?? '';
    expect(readFileSync(join(home, 'backups', kept), 'utf8')).toBe(content);
    expect(await eventsOf(home)).toEqual(events);
  });
});

describe('doctor', () => {
  const doctor = (home: string, ...more: string[]) => induct(home, ['doctor', '--json', ...more]);

  test('finds nothing wrong, before start and after a month', async () => {
    const none = await runInduct(['doctor', '--json']);
    expect(none).toMatchObject({ exit: 0, stderr: '', json: { schema: 'induct.doctor/1', there: false, ok: true } });
    const home = await prepare([['done', '3.2'], ['note', '3.1', 'x'], ['undo'], ['profile', 'dcs_post', 'vacant']]);
    const { exit, json, stderr } = await doctor(home);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(json).toMatchObject({ ok: true, there: true, holders: 1, lastCopy: TODAY, advice: [] });
    expect(json.checks.map(({ id, ok }: { id: string; ok: boolean }) => [id, ok])).toEqual([
      ['database', true],
      ['digest', true],
      ['projection', true],
      ['pack', true],
    ]);
    expect((await induct(home, ['doctor'])).stdout).toContain('Nothing is wrong with the record.');
  });

  test.each([
    ['a changed date', "UPDATE events SET on_date = '2020-01-01' WHERE type = 'done'", 'digest'],
    ['a changed text', "UPDATE events SET body = json_set(body, '$.text', 'y') WHERE type = 'noted'", 'digest'],
    ['a missing entry', "DELETE FROM events WHERE type = 'noted'", 'digest'],
    ['a changed count', 'UPDATE inductions SET events = events + 1', 'digest'],
    ['a changed digest', 'UPDATE inductions SET digest = zeroblob(32)', 'digest'],
    [
      'another state',
      "UPDATE progress SET state = json_set(state, '$.state', 'todo') WHERE subject = 'dcs.urgent-news'",
      'projection',
    ],
    ['a missing state', "DELETE FROM progress WHERE subject = 'dcs.urgent-news'", 'projection'],
    [
      'an entry of nobody',
      "PRAGMA foreign_keys = OFF; UPDATE events SET induction = 'gone' WHERE type = 'noted'",
      'database',
    ],
  ])('%s is found: %s', async (_, sql, id) => {
    const home = await prepare([
      ['done', '3.2'],
      ['note', '3.1', 'x'],
    ]);
    await doctored(home, sql);
    const { exit, json, error } = await doctor(home);
    expect(exit).toBe(4);
    expect(error?.message).toContain(id);
    const wrong = json.checks.filter(({ ok }: { ok: boolean }) => !ok).map((check: { id: string }) => check.id);
    expect(wrong).toContain(id);
    const told = await induct(home, ['doctor']);
    expect(told.stdout).toMatch(/ {2}wrong +/);
    const fixed = await doctor(home, '--fix');
    expect(fixed.exit).toBe(id === 'projection' ? 0 : 4);
    if (id === 'projection') {
      expect(actionsOf(await statusOf(home))['dcs.urgent-news'].status).toBe('done');
      expect((await doctor(home)).exit).toBe(0);
    }
  });

  test('a damaged file, and a list with mistakes', async () => {
    const home = await prepare([['done', '3.2']]);
    const pack = temporaryFolder();
    const { exit, json } = await induct(home, ['doctor', '--json'], { pack });
    expect(exit).toBe(4);
    expect(json.checks.at(-1)).toMatchObject({ id: 'pack', ok: false });
    writeFileSync(join(home, 'induct.db'), 'broken');
    const broken = await induct(home, ['doctor']);
    expect(broken.exit).toBe(4);
    expect(broken.stdout).toContain('induct restore');
    expect(readFileSync(join(home, 'induct.db'), 'utf8')).toBe('broken');
  });

  test.skipIf(process.platform === 'win32')('closes what others may read, and removes what was left', async () => {
    const home = await prepare([['done', '3.2']]);
    chmodSync(home, 0o755);
    chmodSync(join(home, 'induct.db'), 0o644);
    writeFileSync(join(home, '.induct.db.1.new'), 'x');
    const old = new Date('2020-01-01');
    utimesSync(join(home, '.induct.db.1.new'), old, old);
    writeFileSync(join(home, 'induct-LAPTOP.db'), 'x');
    const found = await doctor(home);
    expect(found.exit).toBe(0);
    expect(found.json.advice.map(({ id }: { id: string }) => id)).toEqual(['permissions', 'leftover', 'conflict']);
    const { stdout } = await induct(home, ['doctor'], { columns: 50 });
    expect(stdout).toContain('WORTH DOING');
    await doctor(home, '--fix');
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'induct.db')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(home, '.induct.db.1.new'))).toBe(false);
    expect((await doctor(home)).json.advice.map(({ id }: { id: string }) => id)).toEqual(['conflict']);
  });

  test('a folder that is copied while in use', async () => {
    const home = join(temporaryFolder(), 'OneDrive - Council', 'induct');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    await startHome({ home });
    expect((await doctor(home)).json.advice).toMatchObject([{ id: 'sync' }]);
    const other = await startHome();
    const env = { OneDriveCommercial: other, INDUCT_HOME: other };
    expect((await induct(other, ['doctor', '--json'], { env })).json.advice).toMatchObject([{ id: 'sync' }]);
  });

  test('the age of the last copy', async () => {
    const home = await prepare([['done', '3.2']]);
    expect((await induct(home, ['doctor'], { today: '2026-08-01' })).stdout).toContain(
      'The last copy is of 3 June 2026: induct backup',
    );
    rmSync(join(home, 'backups'), { recursive: true });
    expect((await induct(home, ['doctor'])).stdout).toContain('There is no copy of it yet: induct backup');
  });
});
