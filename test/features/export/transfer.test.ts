import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, type EventType } from '../../../src/core/events.ts';
import { readExport } from '../../../src/core/transfer/document.ts';
import { wrongField } from '../../../src/core/transfer/shapes.ts';
import { toJson } from '../../../src/formats/json.ts';
import { actionsOf, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { A_MONTH } from '../../contract/screens.ts';
import { draftOf, EVENT_TYPES, laterDrafts } from '../../helpers/drafts.ts';
import { longHome } from '../../helpers/long-home.ts';
import { openBehind, wrongWith } from '../../helpers/record.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';

const CANARY = 'Canary-91be';
const fileWith = (content: string, name = 'record.json') => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
};
const exported = async (home: string, ...flags: string[]) => (await induct(home, ['export', ...flags])).stdout;

describe('export and import', () => {
  test('give the same entries in an empty home, so that export is equal again', async () => {
    const from = await prepare(A_MONTH);
    const text = await exported(from);
    const home = temporaryFolder();
    const run = await induct(home, ['import', fileWith(text)]);
    expect(run, run.stderr).toMatchObject({ exit: 0, stdout: '' });
    expect(await exported(home)).toBe(text);
    expect(await eventsOf(home)).toEqual(await eventsOf(from));
    expect(await statusOf(home)).toEqual(await statusOf(from));
    expect((await induct(home, ['doctor'])).exit).toBe(0);
    expect((await induct(home, ['undo'])).stderr).toContain('All of it was restored or imported');
    await induct(home, ['done', '3.5']);
    expect((await induct(home, ['undo'])).stderr).toContain('Taken back: done: 3.5');
  });

  test('whatever was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(laterDrafts({ maxLength: 20 }), async (drafts) => {
        const from = await startHome({
          home: temporaryFolder(),
          drafts: drafts.filter(({ type }) => type !== 'answered'),
        });
        const text = await exported(from);
        expect(toJson(JSON.parse(text))).toBe(text);
        const home = temporaryFolder();
        const { exit, stderr } = await induct(home, ['import', fileWith(text)]);
        expect({ exit, stderr }).toMatchObject({ exit: 0 });
        expect(await exported(home)).toBe(text);
        const database = await openBehind(home);
        expect(wrongWith(database, JSON.parse(text).induction.id)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('a record of many pieces is written as it would be as a whole, into a file too, and read back', async () => {
    const from = await longHome(1300);
    const text = await exported(from);
    const document = JSON.parse(text);
    expect(text).toBe(toJson(document));
    expect(document.events).toHaveLength(1305);
    const file = join(temporaryFolder(), 'record.json');
    await exported(from, '--output', file);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const home = temporaryFolder();
    expect((await induct(home, ['import', file])).exit).toBe(0);
    expect(await exported(home)).toBe(text);
    const table = await exported(from, '--format', 'csv', '--list', 'history');
    const ids = table
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(-1));
    expect(ids).toEqual(document.events.map(({ id }: { id: string }) => id).reverse());
    const shared = JSON.parse((await induct(from, ['share', '-'])).stdout);
    const isPrivate = (event: { type: string; body: { private?: boolean } }) =>
      event.type === 'noted' && event.body.private;
    expect(shared.events).toEqual(document.events.filter((event: never) => !isPrivate(event)));
    expect((await induct(from, ['share', '-', '--private'])).stdout).toBe(text);
  });

  test('as another holder beside a plan, and the same one never', async () => {
    const from = await prepare([['done', '3.2']], { answers: { name: 'Tom Reed' } });
    const home = await prepare([['done', '3.1']]);
    const file = fileWith(await exported(from));
    const { json } = await induct(home, ['import', file, '--json']);
    expect(json).toMatchObject({ schema: 'induct.changed/1', changed: [], created: [{ type: 'induction' }] });
    expect(actionsOf(await statusOf(home))['dcs.meeting-rhythm'].status).toBe('done');
    const other = (await induct(home, ['status', '--json', '--holder', 'Tom Reed'])).json;
    expect(actionsOf(other)['dcs.urgent-news'].status).toBe('done');
    const again = await induct(home, ['import', file]);
    expect(again).toMatchObject({ exit: 2, stdout: '' });
    expect(again.stderr).toContain('This holder is kept here already. Nothing was imported.');
    expect((await induct(from, ['import', file])).exit).toBe(2);
    expect((await induct(home, ['holders', '--json'])).json.holders).toHaveLength(2);
  });

  test('a file changed by hand is told for what it is, and nothing is kept of it', async () => {
    const from = await prepare([['note', '3.2', 'x']]);
    const document = JSON.parse(await exported(from));
    const bad = (change: (copy: typeof document) => void) => {
      const copy = structuredClone(document);
      change(copy);
      return JSON.stringify(copy);
    };
    const cases: readonly (readonly [string, RegExp])[] = [
      ['', /not JSON/],
      ['[]', /not what induct export writes/],
      ['{"schema":"induct.status/1"}', /its schema is induct\.status\/1/],
      [bad((copy) => (copy.events.at(-1).body.text = 'y')), /changed after it was exported/],
      [bad((copy) => copy.events.pop()), /changed after it was exported/],
      [bad((copy) => (copy.digest = '0'.repeat(64))), /changed after it was exported/],
      [bad((copy) => (copy.digest = 7)), /not whole/],
      [bad((copy) => (copy.induction.id = '../../x')), /not whole/],
      [bad((copy) => delete copy.events), /no entries/],
      [bad((copy) => (copy.events[0].type = '__proto__')), /entry 1 has no right type/],
      [bad((copy) => (copy.events[0].on = '2026-02-30')), /entry 1 has no right date/],
      [bad((copy) => (copy.events[0].id = 'x')), /entry 1 has no right id/],
      [bad((copy) => (copy.events.at(-1).body = { text: 7, private: false })), /no right "text" \(noted\)/],
      [bad((copy) => (copy.events[1].id = copy.events[0].id)), /is kept here already/],
    ];
    for (const [text, message] of cases) {
      const home = await prepare([], { dcsPost: 'new' });
      const before = await eventsOf(home);
      const run = await induct(home, ['import', fileWith(text)]);
      expect(run.exit, String(message)).toBe(2);
      expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
      expect(await eventsOf(home)).toEqual(before);
      expect((await induct(home, ['holders', '--json'])).json.holders).toHaveLength(1);
    }
    expect((await induct(await prepare(), ['import', 'no-such.json'])).exit).toBe(2);
    expect((await runInduct(['import'])).exit).toBe(2);
  });

  test('every body that can be recorded can be read', () => {
    for (const type of EVENT_TYPES) {
      fc.assert(
        fc.property(draftOf(type as EventType), ({ body }) => wrongField(type, body as never) === null),
        { numRuns: 30 },
      );
    }
    expect(() => readExport('{"__proto__": {"schema": "x"}}', 'x')).toThrow('not what');
  });
});

describe('export', () => {
  test('is for a plan, and writes no file that is there', async () => {
    expect((await runInduct(['export'])).exit).toBe(3);
    const home = await prepare();
    const file = fileWith('mine');
    expect((await induct(home, ['export', '--output', file])).exit).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const run = await induct(home, ['export', '--output', file, '--force']);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(await exported(home));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('the lists as tables, without private notes', async () => {
    const home = await prepare([
      ['note', '3.2', CANARY, '--private'],
      ['note', '3.2', '=1+1'],
    ]);
    const csv = await exported(home, '--format', 'csv');
    expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(85);
    expect(csv).not.toContain(CANARY);
    for (const list of ['documents', 'meetings', 'people', 'questions', 'history']) {
      expect((await exported(home, '--format', 'csv', '--list', list)).startsWith('\ufeff'), list).toBe(true);
    }
    for (const flags of [
      ['--format', 'xml'],
      ['--list', 'nonsense'],
      ['--format', 'json', '--list', 'people'],
    ]) {
      expect((await induct(home, ['export', ...flags])).exit).toBe(2);
    }
  });
});

describe('erase', () => {
  const holding = (home: string) =>
    readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
      (name) => statSync(join(home, name)).isFile() && readFileSync(join(home, name)).includes(CANARY),
    );

  async function full() {
    const home = await prepare([['note', '3.2', CANARY], ['backup'], ['note', '3.1', `${CANARY} again`]]);
    mkdirSync(join(home, 'print'));
    mkdirSync(join(home, 'cache', 'pack'), { recursive: true });
    writeFileSync(join(home, 'print', 'brief.html'), CANARY);
    writeFileSync(join(home, 'cache', 'pack', 'x'), CANARY);
    writeFileSync(join(home, '.induct.db.5.new'), CANARY);
    writeFileSync(join(home, 'backups', '.5.tmp'), CANARY);
    return home;
  }

  test('leaves nothing', async () => {
    const home = await full();
    expect(holding(home).length).toBeGreaterThan(5);
    const run = await induct(home, ['erase', '--confirm', 'erase']);
    expect(run, run.stderr).toMatchObject({ exit: 0, stdout: '' });
    expect(readdirSync(home)).toEqual([]);
    expect((await induct(home, ['status'])).exit).toBe(3);
    expect((await induct(home, ['erase', '--confirm', 'erase', '--json'])).json).toMatchObject({
      schema: 'induct.erased/1',
      left: [],
    });
  });

  test('asks first, by a word of its own', async () => {
    const home = await full();
    const before = readdirSync(home).sort();
    for (const flags of [[], ['--yes'], ['--confirm', 'yes'], ['--no-input']]) {
      const run = await induct(home, ['erase', ...flags]);
      expect(run).toMatchObject({ exit: 2, stdout: '' });
    }
    const asked = await induct(home, ['erase'], { tty: true, answers: ['no'] });
    expect(asked.exit).toBe(2);
    expect(asked.stderr.replace(/\s+/g, ' ')).toContain(
      'Has anyone asked the council for this, or is there a review or inquiry? Then do not: ask information governance.',
    );
    expect(readdirSync(home).sort()).toEqual(before);
    expect((await induct(home, ['erase'], { tty: true, answers: ['erase'] })).exit).toBe(0);
    expect(readdirSync(home)).toEqual([]);
  });

  test('takes what was set on this computer too, and says so; the list itself stays', async () => {
    const home = await full();
    const list = join(temporaryFolder(), 'list');
    for (const argv of [
      ['local', 'new', list],
      ['local', 'use', list],
      ['accessible', 'on'],
      ['week', '--print'],
    ])
      expect(await induct(home, argv)).toMatchObject({ exit: 0 });
    writeFileSync(join(home, '.settings.json.5.tmp'), CANARY);
    const told = await induct(home, ['erase', '--confirm', 'erase'], { columns: 200 });
    expect(told.stderr).toContain(`The council's own list is not used any more. It stays where it is:\n  ${list}\n`);
    expect(told.stderr).toContain('Accessible screens are off again.');
    expect(readdirSync(home)).toEqual([]);
    expect(readdirSync(list)).not.toEqual([]);
    expect((await induct(home, ['local', '--json'])).json.list).toMatchObject({ own: null });
  });

  test.skipIf(process.platform === 'win32')('takes only the link of what is linked', async () => {
    const home = await full();
    const elsewhere = join(temporaryFolder(), 'mine.db');
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, join(home, 'backups', 'mine.db'));
    expect((await induct(home, ['erase', '--confirm', 'erase'])).exit).toBe(0);
    expect(readdirSync(home)).toEqual([]);
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  });

  test('waits for another induct, and then takes nothing', async () => {
    const home = await full();
    const before = readdirSync(home, { recursive: true }).sort();
    const database = await openBehind(home);
    database.exec('BEGIN IMMEDIATE');
    expect((await induct(home, ['erase', '--confirm', 'erase'])).exit).toBe(5);
    database.exec('ROLLBACK');
    expect(readdirSync(home, { recursive: true }).sort()).toEqual(before);
  });

  test('leaves what induct did not make, and names it', async () => {
    const home = await full();
    writeFileSync(join(home, 'shopping.txt'), 'milk');
    const run = await induct(home, ['erase', '--confirm', 'erase']);
    expect(run.stderr.replace(/\n\s*/g, '')).toContain('shopping.txt');
    expect(readdirSync(home)).toEqual(['shopping.txt']);
  });

  test('also a damaged record, and never that of another program', async () => {
    const home = await full();
    writeFileSync(join(home, 'induct.db'), CANARY);
    expect((await induct(home, ['erase', '--confirm', 'erase'])).exit).toBe(0);
    expect(readdirSync(home)).toEqual([]);
    const other = await prepare();
    const database = await openBehind(other);
    database.pragma('application_id = 7');
    database.close();
    expect((await induct(other, ['erase', '--confirm', 'erase'])).exit).toBe(4);
    expect(readdirSync(other)).toContain('induct.db');
  });

  test('one holder of several, also from the backups', async () => {
    const home = await full();
    await startHome({
      home,
      answers: { name: 'Tom Reed' },
      drafts: [draft('noted', 'dcs.vision', 'x', TODAY, { text: 'stays', private: false })],
    });
    const run = await induct(home, ['erase', '--holder', '1', '--confirm', 'erase']);
    expect(run, run.stderr).toMatchObject({ exit: 0 });
    expect(holding(home).filter((name) => !name.startsWith('cache') && !name.startsWith('.induct'))).toEqual([]);
    const { holders } = (await induct(home, ['holders', '--json'])).json;
    expect(holders).toMatchObject([{ name: 'Tom Reed', current: true }]);
    expect(actionsOf(await statusOf(home))['dcs.vision'].notes).toMatchObject([{ text: 'stays' }]);
    expect((await induct(home, ['doctor'])).exit).toBe(0);
  });
});
