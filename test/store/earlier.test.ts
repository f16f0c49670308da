import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/dates/index.ts';
import { type Draft, draft, type EventType } from '../../src/core/events.ts';
import { checkEntries } from '../../src/store/check.ts';
import { EVERY } from '../../src/store/earlier.ts';
import type { Database } from '../../src/store/sqlite.ts';
import { draftOf } from '../helpers/drafts.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import {
  append,
  countingEvents,
  foldAll,
  openBehind,
  openStore,
  progressTable,
  STAMP,
  wrongEarlier,
} from '../helpers/record.ts';
import { runInduct, startHome } from '../helpers/run.ts';
import { rounds } from '../helpers/whole.ts';

const SUBJECT = 'dcs.urgent-news';
const FIRST = 'the safe';
const started = draft('started', '', 'The plan', '2026-05-20', { notice: true });
const dueOn = (day: number) => addDays('2026-07-01', day);
const due = (day: number) => draft('due-set', SUBJECT, 'A title', '2026-05-20', { due: dueOn(day) });
const located = (location: string) => draft('located', SUBJECT, 'A title', '2026-05-20', { location });

/** A few types of entries, each kind about one subject alone, so that each gets many. */
const TYPES = ['done', 'reopened', 'received', 'noted', 'due-set', 'quiet-added', 'quiet-removed', 'meeting-dated'];
const one = fc
  .constantFrom(...(TYPES as EventType[]))
  .chain(draftOf)
  .map(
    (any) =>
      ({
        ...any,
        subject: any.type.startsWith('quiet') ? 'quiet.1' : any.type === 'meeting-dated' ? 'm1' : SUBJECT,
      }) as Draft,
  );

/** So many changes of one action's date, after where its paper lies. */
async function recorded(count: number) {
  const home = await startHome();
  const store = await openStore(home);
  const database = await openBehind(home);
  const induction = store.current() ?? '';
  append(store, induction, located(FIRST));
  for (let day = 1; day <= count; day += 1) append(store, induction, due(day));
  return { home, store, database, induction };
}

const keptOf = (database: Database) =>
  database.prepare('SELECT seq, state FROM earlier WHERE subject = ? ORDER BY seq').all(SUBJECT) as {
    readonly seq: number;
    readonly state: string;
  }[];

/** What the action has from its first entry, and from its last. */
function now(database: Database, induction: string) {
  const state = progressTable(database, induction)[`action ${SUBJECT}`] as Record<string, unknown>;
  return { location: state.location, due: state.due };
}
const at = (day: number) => ({ location: FIRST, due: dueOn(day) });

async function call(home: string, ...argv: readonly string[]): Promise<void> {
  const run = await runInduct(argv, { home });
  expect(run, run.stderr).toMatchObject({ exit: 0 });
}

/** Behind the record's back: what is folded from them would be wrong. */
function loseAllBut(database: Database, last: number): void {
  database.prepare('DELETE FROM events WHERE seq <= (SELECT max(seq) FROM events) - ?').run(last);
}

/** Takes back one entry after another, from that of a day down to the state before it, and looks at each. */
function expectUndosFrom(last: number, { store, database, induction }: Awaited<ReturnType<typeof recorded>>): void {
  for (let day = last; day > 200 - EVERY; day -= 1) {
    store.undo(induction, STAMP, '2026-06-30');
    expect(now(database, induction)).toEqual(at(day));
  }
}

describe('what is kept to fold from', () => {
  test('whatever is recorded and taken back, folding from it is folding from the start', async () => {
    const home = temporaryFolder();
    const store = await openStore(home);
    const database = await openBehind(home);
    const change = fc.array(one, { minLength: 1, maxLength: 3 });
    const step = fc.oneof({ weight: 5, arbitrary: change }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) });
    let kept = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const induction = store.create(STAMP);
        append(store, induction, started);
        const changes: Draft[][] = [];
        for (const what of steps) {
          if (typeof what !== 'number') {
            append(store, induction, ...what);
            changes.push(what);
          } else {
            for (let undo = 0; undo < what; undo += 1) store.undo(induction, STAMP, '2026-06-30');
            changes.splice(Math.max(0, changes.length - what));
          }
          expect(progressTable(database, induction)).toEqual(foldAll([started, ...changes.flat()]));
        }
        expect(wrongEarlier(database, induction)).toEqual([]);
        expect(checkEntries(database, { induction })).toEqual({ entries: [], progress: [] });
        kept += database.prepare('SELECT count(*) FROM earlier WHERE induction = ?').pluck().get(induction) as number;
      }),
      { numRuns: rounds(400, 25) },
    );
    expect(kept).toBeGreaterThan(rounds(400, 25));
  });

  test('an undo folds only what came after it', async () => {
    const record = await recorded(200);
    loseAllBut(record.database, 2 * EVERY);
    expectUndosFrom(199, record);
  });

  test('where none is kept, the first undo folds all, and those after it few', async () => {
    const record = await recorded(200);
    const { store, database, induction } = record;
    database.exec('DELETE FROM earlier');
    store.undo(induction, STAMP, '2026-06-30');
    expect(now(database, induction)).toEqual(at(199));
    loseAllBut(database, 2 * EVERY);
    expectUndosFrom(198, record);
  });

  test('a change of more entries than lie between two states is taken back from the one before it', async () => {
    const { store, database, induction } = await recorded(200);
    append(store, induction, ...Array.from({ length: 5 * EVERY }, (_, day) => due(day)));
    append(store, induction, due(7));
    store.undo(induction, STAMP, '2026-06-30');
    loseAllBut(database, 7 * EVERY);
    store.undo(induction, STAMP, '2026-06-30');
    expect(now(database, induction)).toEqual(at(200));
  });

  test('is nothing for few entries, and two states for many', async () => {
    const { store, database, induction } = await recorded(EVERY - 1);
    expect(keptOf(database)).toEqual([]);
    append(store, induction, due(0));
    expect(keptOf(database)).toHaveLength(1);
    for (let day = 1; day <= 3 * EVERY + 1; day += 1) append(store, induction, due(day));
    expect(keptOf(database)).toHaveLength(2);
    for (let day = 1; day <= 10 * EVERY; day += 1) append(store, induction, due(day));
    expect(keptOf(database)).toHaveLength(2);
  });
});

describe('what is kept to fold from, where the record is changed in another way', () => {
  test('holds no words that were removed, though a newer entry had taken their place', async () => {
    const { home, store, database, induction } = await recorded(EVERY);
    const change = append(store, induction, located('Canary-Street'));
    for (let day = 1; day <= EVERY; day += 1) append(store, induction, due(day));
    append(store, induction, located('the shared folder'));
    expect(JSON.stringify(progressTable(database, induction))).not.toContain('Canary');
    expect(keptOf(database).some(({ state }) => state.includes('Canary-Street'))).toBe(true);
    const event = store.events(induction).find((each) => each.event.change === change)?.event.id ?? '';
    await store.redact({ induction, events: [event], on: '2026-06-30', ids: new Set() }, STAMP);
    expect(keptOf(database)).toEqual([]);
    expect(readFileSync(join(home, 'induct.db')).includes('Canary')).toBe(false);
    expect(progressTable(database, induction)).toEqual(foldAll(countingEvents(database, induction)));
    append(store, induction, due(1));
    store.undo(induction, STAMP, '2026-06-30');
    expect(checkEntries(database)).toEqual({ entries: [], progress: [] });
  });

  test('comes back with a backup', async () => {
    const { home, database } = await recorded(3 * EVERY);
    const before = keptOf(database);
    expect(before).toHaveLength(2);
    const copy = join(temporaryFolder(), 'copy.db');
    await call(home, 'backup', copy);
    for (let day = 1; day <= EVERY; day += 1) await call(home, 'due', '3.2', dueOn(day));
    expect(keptOf(database)).not.toEqual(before);
    await call(home, 'restore', copy);
    expect(keptOf(database)).toEqual(before);
    expect(checkEntries(database)).toEqual({ entries: [], progress: [] });
  });

  test('goes where entries of another computer come between', async () => {
    const { home, database } = await recorded(3 * EVERY);
    const [other, folder] = [temporaryFolder(), temporaryFolder()];
    await call(home, 'share', join(folder, 'there.json'));
    await call(other, 'merge', join(folder, 'there.json'), '--typing', 'officer');
    await call(other, 'due', '3.2', '2026-07-29');
    await call(other, 'share', join(folder, 'back.json'));
    await call(home, 'due', '3.2', '2026-07-30');
    await call(home, 'merge', join(folder, 'back.json'));
    expect(keptOf(database)).toEqual([]);
    expect(checkEntries(database)).toEqual({ entries: [], progress: [] });
  });

  test.each([
    ['another state', `UPDATE earlier SET state = json_set(state, '$.due', '2020-01-01')`],
    ['nothing left', `UPDATE earlier SET state = 'null'`],
    ['a state of another entry', 'UPDATE earlier SET seq = seq + 1'],
    ['a state of no entry', 'UPDATE earlier SET seq = 100000 WHERE seq = (SELECT max(seq) FROM earlier)'],
    ['a state of no subject', `UPDATE earlier SET subject = 'dcs.vision'`],
  ])('%s, put there behind its back, is found by doctor, and mended', async (_, sql) => {
    const { home, database } = await recorded(3 * EVERY);
    database.exec(sql);
    const found = await runInduct(['doctor', '--json'], { home });
    expect(found.exit).toBe(4);
    const wrong = found.json.checks.filter(({ ok }: { ok: boolean }) => !ok).map(({ id }: { id: string }) => id);
    expect(wrong).toEqual(['projection']);
    await call(home, 'doctor', '--fix');
    expect(keptOf(database)).toEqual([]);
    await call(home, 'doctor');
  });
});
