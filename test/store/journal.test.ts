import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { Stale } from '../../src/core/stale.ts';
import { anyDrafts, draftOf, EVENT_TYPES, laterDrafts } from '../helpers/drafts.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import {
  append,
  countingEvents,
  foldAll,
  openBehind,
  openStore,
  progressTable,
  STAMP,
  wrongWith,
} from '../helpers/record.ts';
import { rounds } from '../helpers/whole.ts';

const done = (subject: string, on = '2026-05-21') => draft('done', subject, `Title of ${subject}`, on, { was: 'todo' });
const started = draft('started', '', 'The plan', '2026-05-20', { notice: true });
const typing = draft('answered', 'typing', 'Who?', '2026-05-20', { answer: 'officer', initial: true });

async function home() {
  const folder = temporaryFolder();
  const store = await openStore(folder);
  const database = await openBehind(folder);
  return { store, database, induction: store.create(STAMP) };
}

describe('append and snapshot', () => {
  test('nothing recorded', async () => {
    const { store, induction } = await home();
    const { progress, version } = store.snapshot(induction);
    expect(version).toBe(0);
    expect(Object.values(progress).map((map) => map.size)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(store.events(induction)).toEqual([]);
    expect(store.isStarted(induction)).toBe(false);
  });

  test('what is recorded is there, as one change with its time and who recorded it', async () => {
    const { store, database, induction } = await home();
    const first = append(store, induction, typing, started);
    const second = append(store, induction, done('dcs.vision'), done('dcs.partnerships'));
    expect(first).not.toBe(second);
    const { progress, version } = store.snapshot(induction);
    expect(version).toBe(4);
    expect(progress.answer.get('typing')).toEqual({ answer: 'officer', since: null, earlier: [] });
    expect(progress.plan.get('')).toEqual({ startedOn: '2026-05-20' });
    expect(progress.action.get('dcs.vision')).toMatchObject({ state: 'done', doneOn: '2026-05-21' });
    expect(store.isStarted(induction)).toBe(true);
    expect(
      store.events(induction).map(({ event, undone }) => [event.type, event.subject, event.change, event.at, undone]),
    ).toEqual([
      ['done', 'dcs.partnerships', second, STAMP.at, false],
      ['done', 'dcs.vision', second, STAMP.at, false],
      ['started', '', first, STAMP.at, false],
      ['answered', 'typing', first, STAMP.at, false],
    ]);
    expect(
      database.prepare('SELECT DISTINCT recorded_by, title FROM events WHERE subject = ?').all('dcs.vision'),
    ).toEqual([{ recorded_by: 'holder', title: 'Title of dcs.vision' }]);
  });

  test('the newest few, and those of one subject', async () => {
    const { store, induction } = await home();
    for (const subject of ['a.a', 'b.b', 'a.a']) append(store, induction, done(subject));
    expect(store.events(induction, { most: 2 }).map(({ event }) => event.subject)).toEqual(['a.a', 'b.b']);
    expect(store.events(induction, { subjects: ['a.a'] })).toHaveLength(2);
    expect(store.events(induction, { subjects: ['c.c'] })).toEqual([]);
  });

  test('notes, oldest first, by action, without those taken back', async () => {
    const { store, induction } = await home();
    const note = (subject: string, text: string) =>
      draft('noted', subject, 'Title', '2026-05-19', { text, private: text === 'b' });
    append(store, induction, started);
    append(store, induction, note('x.x', 'a'), note('y.y', 'c'));
    append(store, induction, note('x.x', 'b'));
    append(store, induction, note('x.x', 'd'));
    store.undo(induction, STAMP, '2026-05-20');
    expect([...store.notes(induction)]).toEqual([
      [
        'x.x',
        [
          { on: '2026-05-19', recordedOn: '2026-05-20', text: 'a', private: false },
          { on: '2026-05-19', recordedOn: '2026-05-20', text: 'b', private: true },
        ],
      ],
      ['y.y', [{ on: '2026-05-19', recordedOn: '2026-05-20', text: 'c', private: false }]],
    ]);
  });

  test('several inductions are kept apart', async () => {
    const { store, database, induction } = await home();
    const other = store.create(STAMP);
    append(
      store,
      induction,
      draft('answered', 'name', 'Name', '2026-05-20', { answer: 'Aisha Khan', initial: true }),
      started,
    );
    append(store, other, draft('answered', 'name', 'Name', '2026-05-20', { answer: 'not-sure', initial: true }));
    append(store, other, done('dcs.vision'));
    expect(store.snapshot(induction).progress.action.size).toBe(0);
    expect(store.snapshot(other).progress.action.size).toBe(1);
    expect(store.events(induction)).toHaveLength(2);
    expect(store.notes(other).size).toBe(0);
    expect([store.isStarted(induction), store.isStarted(other)]).toEqual([true, false]);
    expect([store.current(), store.count()]).toEqual([other, 2]);
    expect(store.inductions().map(({ id, position, name, started: is }) => [id, position, name, is])).toEqual([
      [induction, 1, 'Aisha Khan', true],
      [other, 2, null, false],
    ]);
    store.switchTo(induction);
    expect(store.current()).toBe(induction);
    store.undo(other, STAMP, '2026-05-22');
    expect(store.snapshot(other).progress.action.size).toBe(0);
    expect(store.snapshot(induction).progress.answer.size).toBe(1);
    expect([...wrongWith(database, induction), ...wrongWith(database, other)]).toEqual([]);
  });

  test('an old version is stale, and writes nothing', async () => {
    const { store, database, induction } = await home();
    append(store, induction, done('dcs.vision'));
    const before = database
      .prepare('SELECT count(*) AS n, (SELECT hex(digest) FROM inductions) AS d FROM events')
      .get();
    expect(() => store.append(induction, [done('dcs.partnerships')], STAMP, 0)).toThrow(Stale);
    expect(() => store.append(induction, [started], STAMP, 2)).toThrow(Stale);
    expect(() => store.append('no-such-induction', [started], STAMP, 0)).toThrow(Stale);
    expect(
      database.prepare('SELECT count(*) AS n, (SELECT hex(digest) FROM inductions) AS d FROM events').get(),
    ).toEqual(before);
    expect(store.isStarted(induction)).toBe(false);
    expect(store.snapshot(induction).version).toBe(1);
  });

  test('a change that fails half way leaves nothing of it', async () => {
    const { store, database, induction } = await home();
    append(store, induction, done('dcs.vision'));
    const broken = { ...done('dcs.partnerships'), subject: null } as unknown as ReturnType<typeof done>;
    expect(() => append(store, induction, done('dcs.strengths'), broken)).toThrow();
    expect(store.snapshot(induction).version).toBe(1);
    expect([...store.snapshot(induction).progress.action.keys()]).toEqual(['dcs.vision']);
    expect(wrongWith(database, induction)).toEqual([]);
    append(store, induction, done('dcs.partnerships'));
    expect(store.snapshot(induction).version).toBe(2);
  });

  test('a reading connection can not write', async () => {
    const { store, induction } = await home();
    append(store, induction, done('dcs.vision'));
    expect(() => store.append(induction, [done('dcs.vision')], STAMP, 0)).toThrow(Stale);
    // After a refused write, too, the connection is back to reading only.
    expect(store.snapshot(induction).version).toBe(1);
  });

  test('a clock that went back changes no order: what was recorded last is last', async () => {
    const { store, database, induction } = await home();
    const at = (time: string, subject: string) =>
      store.append(induction, [done(subject)], { by: 'holder', at: time }, store.snapshot(induction).version);
    append(store, induction, started);
    at('2027-01-01T09:00:00.000Z', 'a.a');
    at('2025-06-01T09:00:00.000Z', 'b.b');
    expect(store.events(induction).map(({ event }) => event.subject)).toEqual(['b.b', 'a.a', '']);
    expect(store.undo(induction, STAMP, '2026-05-20')?.events[0]?.subject).toBe('b.b');
    expect(wrongWith(database, induction)).toEqual([]);
  });

  test('small facts are kept', async () => {
    const { store } = await home();
    expect(store.setting('notice')).toBeNull();
    store.keepSetting('notice', 'shown');
    store.keepSetting('notice', 'again');
    expect(store.setting('notice')).toBe('again');
  });
});

describe('the digest', () => {
  async function recorded() {
    const made = await home();
    append(made.store, made.induction, typing, started);
    append(made.store, made.induction, done('dcs.vision'));
    append(made.store, made.induction, done('dcs.partnerships'));
    made.store.undo(made.induction, STAMP, '2026-05-22');
    expect(wrongWith(made.database, made.induction)).toEqual([]);
    return made;
  }

  test('is the XOR of the hashes, with their count', async () => {
    const { database, induction } = await recorded();
    expect(database.prepare('SELECT events FROM inductions').get()).toEqual({ events: 5 });
    const hashes = (database.prepare('SELECT hash FROM events').all() as { hash: Buffer }[]).map((row) => row.hash);
    const xor = hashes.reduce(
      (all, hash) => Buffer.from(all.map((byte, index) => byte ^ (hash[index] ?? 0))),
      Buffer.alloc(32),
    );
    expect(database.prepare('SELECT digest FROM inductions WHERE id = ?').get(induction)).toEqual({ digest: xor });
  });

  const BEHIND: readonly (readonly [string, string, RegExp])[] = [
    ['a body changed', `UPDATE events SET body = '{"was":"done"}' WHERE seq = 3`, /was changed/],
    ['a title changed', `UPDATE events SET title = title || ' ' WHERE seq = 3`, /was changed/],
    ['a date changed', `UPDATE events SET on_date = '2026-05-01' WHERE seq = 4`, /was changed/],
    ['a time changed', `UPDATE events SET at = '2026-05-20T09:00:01.000Z' WHERE seq = 1`, /was changed/],
    ['who recorded it changed', `UPDATE events SET recorded_by = 'officer' WHERE seq = 1`, /was changed/],
    ['a change split', `UPDATE events SET change = 'x' WHERE seq = 1`, /was changed/],
    ['a hash changed', `UPDATE events SET hash = zeroblob(32) WHERE seq = 1`, /was changed/],
    ['the first row removed', 'DELETE FROM events WHERE seq = 1', /4 events, and not 5/],
    ['the last row removed', 'DELETE FROM events WHERE seq = 5', /the digest differs/],
    [
      'a row put in',
      `INSERT INTO events SELECT 99, 'new', change, induction, type, kind, subject, title, at, on_date, recorded_by, body, hash
       FROM events WHERE seq = 3`,
      /6 events, and not 5/,
    ],
    [
      'one row put in and another removed',
      `INSERT INTO events SELECT 99, 'new', change, induction, type, kind, subject, title, at, on_date, recorded_by, body, zeroblob(32)
       FROM events WHERE seq = 3; DELETE FROM events WHERE seq = 3`,
      /the digest differs/,
    ],
    ['the count changed', 'UPDATE inductions SET events = 4', /5 events, and not 4/],
    ['the digest changed', 'UPDATE inductions SET digest = zeroblob(32)', /the digest differs/],
  ];
  test.each(BEHIND)('shows %s', async (_, sql, what) => {
    const { database, induction } = await recorded();
    database.exec(sql);
    expect(wrongWith(database, induction).join('\n')).toMatch(what);
  });

  test('does not depend on where the rows lie', async () => {
    const { database, induction } = await recorded();
    database.exec('UPDATE events SET seq = 100 - seq');
    expect(wrongWith(database, induction)).toEqual([]);
  });
});

describe('progress', () => {
  test.each(EVENT_TYPES)('an event of type %s is written, folded and read again as it was', async (type) => {
    const { store, database, induction } = await home();
    for (const one of fc.sample(draftOf(type), 20)) {
      append(store, induction, one);
      expect(store.events(induction, { most: 1 })[0]?.event).toMatchObject(one);
    }
    expect(progressTable(database, induction)).toEqual(foldAll(countingEvents(database, induction)));
    expect(wrongWith(database, induction)).toEqual([]);
  });

  test('whatever is recorded, the table is what folding the journal gives', async () => {
    const { store, database } = await home();
    fc.assert(
      fc.property(fc.array(anyDrafts({ minLength: 1, maxLength: 6 }), { maxLength: 8 }), (changes) => {
        const induction = store.create(STAMP);
        for (const drafts of changes) append(store, induction, ...drafts);
        const table = progressTable(database, induction);
        expect(table).toEqual(foldAll(countingEvents(database, induction)));
        expect(table).toEqual(foldAll(changes.flat()));
        expect(wrongWith(database, induction)).toEqual([]);
      }),
      { numRuns: rounds(1000, 60) },
    );
  });

  test('a title that is no good Unicode does not upset the digest', async () => {
    const { store, database, induction } = await home();
    append(store, induction, { ...done('dcs.vision'), title: 'half a pair: \ud83d' });
    expect(wrongWith(database, induction)).toEqual([]);
  });
});

describe('undo', () => {
  test('takes back the last change whole, and says what it was', async () => {
    const { store, database, induction } = await home();
    append(store, induction, typing, started);
    const change = append(store, induction, done('dcs.vision'), done('dcs.partnerships'));
    const undone = store.undo(induction, STAMP, '2026-05-22');
    expect(undone?.change).toBe(change);
    expect(undone?.events.map((event) => [event.type, event.subject])).toEqual([
      ['done', 'dcs.vision'],
      ['done', 'dcs.partnerships'],
    ]);
    expect(store.snapshot(induction).progress.action.size).toBe(0);
    expect(store.events(induction).map(({ event, undone: is }) => [event.type, event.on, is])).toEqual([
      ['undone', '2026-05-22', false],
      ['done', '2026-05-21', true],
      ['done', '2026-05-21', true],
      ['started', '2026-05-20', false],
      ['answered', '2026-05-20', false],
    ]);
    expect(wrongWith(database, induction)).toEqual([]);
  });

  test('again takes back the one before, and never start', async () => {
    const { store, induction } = await home();
    append(store, induction, typing);
    append(store, induction, started);
    append(store, induction, done('dcs.vision', '2026-05-21'));
    append(store, induction, done('dcs.vision', '2026-05-22'));
    append(store, induction, done('dcs.partnerships'));
    const state = () => store.snapshot(induction).progress.action;
    expect(store.undo(induction, STAMP, '2026-05-23')?.events[0]?.subject).toBe('dcs.partnerships');
    expect(state().get('dcs.vision')?.doneOn).toBe('2026-05-22');
    expect(store.undo(induction, STAMP, '2026-05-23')).not.toBeNull();
    expect(state().get('dcs.vision')?.doneOn).toBe('2026-05-21');
    expect(store.undo(induction, STAMP, '2026-05-23')).not.toBeNull();
    expect(state().size).toBe(0);
    const { version } = store.snapshot(induction);
    expect(store.undo(induction, STAMP, '2026-05-23')).toBeNull();
    expect(store.snapshot(induction).version).toBe(version);
    expect(store.isStarted(induction)).toBe(true);
    expect(store.snapshot(induction).progress.answer.size).toBe(1);
  });

  test('what is recorded after an undo is taken back first', async () => {
    const { store, induction } = await home();
    append(store, induction, started);
    append(store, induction, done('a.a'));
    append(store, induction, done('b.b'));
    store.undo(induction, STAMP, '2026-05-23');
    append(store, induction, done('c.c'));
    const subjects = () => [...store.snapshot(induction).progress.action.keys()];
    expect(subjects()).toEqual(['a.a', 'c.c']);
    expect(store.undo(induction, STAMP, '2026-05-23')?.events[0]?.subject).toBe('c.c');
    expect(store.undo(induction, STAMP, '2026-05-23')?.events[0]?.subject).toBe('a.a');
    expect(store.undo(induction, STAMP, '2026-05-23')).toBeNull();
    expect(subjects()).toEqual([]);
  });

  test('a later answer goes back to the one before it', async () => {
    const { store, induction } = await home();
    append(
      store,
      induction,
      draft('answered', 'dcs_post', 'Post', '2026-05-20', { answer: 'in-post', initial: true }),
      started,
    );
    append(store, induction, draft('answered', 'dcs_post', 'Post', '2026-07-01', { answer: 'vacant', initial: false }));
    expect(store.snapshot(induction).progress.answer.get('dcs_post')).toEqual({
      answer: 'vacant',
      since: '2026-07-01',
      earlier: [{ answer: 'in-post', since: null }],
    });
    store.undo(induction, STAMP, '2026-07-02');
    expect(store.snapshot(induction).progress.answer.get('dcs_post')).toEqual({
      answer: 'in-post',
      since: null,
      earlier: [],
    });
  });

  test('before anything was recorded there is nothing to take back', async () => {
    const { store, induction } = await home();
    expect(store.undo(induction, STAMP, '2026-05-20')).toBeNull();
    expect(store.events(induction)).toEqual([]);
  });

  test('append, then undo, gives the table of before', async () => {
    const { store, database } = await home();
    fc.assert(
      fc.property(anyDrafts({ maxLength: 12 }), laterDrafts({ minLength: 1, maxLength: 6 }), (before, change) => {
        const induction = store.create(STAMP);
        append(store, induction, ...before);
        const table = progressTable(database, induction);
        append(store, induction, ...change);
        expect(store.undo(induction, STAMP, '2026-06-30')?.events).toHaveLength(change.length);
        expect(progressTable(database, induction)).toEqual(table);
        expect(wrongWith(database, induction)).toEqual([]);
      }),
      { numRuns: rounds(1000, 60) },
    );
  });

  test('any mixture of changes and undoes leaves what the changes that count give', async () => {
    const { store, database } = await home();
    const step = fc.oneof(
      { weight: 3, arbitrary: laterDrafts({ minLength: 1, maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constant('undo' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const induction = store.create(STAMP);
        append(store, induction, typing, started);
        const kept: Extract<(typeof steps)[number], readonly unknown[]>[] = [];
        for (const one of steps) {
          if (one === 'undo') {
            expect(store.undo(induction, STAMP, '2026-06-30') === null).toBe(kept.length === 0);
            kept.pop();
          } else {
            append(store, induction, ...one);
            kept.push(one);
          }
          expect(progressTable(database, induction)).toEqual(foldAll([typing, started, ...kept.flat()]));
        }
        expect(wrongWith(database, induction)).toEqual([]);
      }),
      { numRuns: rounds(600, 40) },
    );
  });
});
