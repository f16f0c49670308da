import { appendFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { longHome } from '../helpers/long-home.ts';
import { append, countingEvents, openBehind, openStore, STAMP, wrongWith } from '../helpers/record.ts';

const note = (text: string) => draft('noted', 'dcs.urgent-news', 'A title', '2026-05-20', { text, private: false });

describe('a record that is read piece by piece', () => {
  test('is free for another induct meanwhile, and stays what it was when it was opened', async () => {
    const home = await longHome(1300);
    const [reading, writing] = [await openStore(home), await openStore(home)];
    const id = reading.current() ?? '';
    const record = await reading.record(id);
    const before = [...record.events];
    const read = [];
    for (const event of record.events) {
      if (read.push(event) % 400 === 0) append(writing, id, note(`meanwhile ${read.length}`));
    }
    expect(read).toEqual(before);
    expect(read).toHaveLength(record.count);
    expect((await reading.record(id)).count).toBe(record.count + 3);
  });

  test('is not given as whole where words were removed from it meanwhile', async () => {
    const home = await longHome(1300);
    const [reading, writing] = [await openStore(home), await openStore(home)];
    const id = reading.current() ?? '';
    append(writing, id, note('Canary-1'));
    const record = await reading.record(id);
    const entries = record.events[Symbol.iterator]();
    for (let count = 0; count < 100; count += 1) entries.next();
    const [last] = writing.events(id, { most: 1 });
    const events = [last?.event.id ?? ''];
    await writing.redact({ induction: id, events, on: '2026-05-20', ids: new Set() }, STAMP);
    expect(() => Array.from({ [Symbol.iterator]: () => entries })).toThrow('Another induct changed the record');
  });

  test('is told forwards and backwards, of all types or some, with what was taken back', async () => {
    const home = await longHome(1300);
    const store = await openStore(home);
    const id = store.current() ?? '';
    append(store, id, note('to be taken back'));
    store.undo(id, STAMP, '2026-05-20');
    const all = store.events(id);
    expect([...(await store.journal(id, { newestFirst: true }))]).toEqual(all);
    expect([...(await store.journal(id))]).toEqual([...all].reverse());
    expect(all.some(({ undone }) => undone)).toBe(true);
    const some = all.filter(({ event }) => event.type === 'done' || event.type === 'undone');
    expect([...(await store.journal(id, { newestFirst: true, types: ['done', 'undone'] }))]).toEqual(some);
  });

  test('is not told as whole where its entries got other numbers meanwhile, as a merge gives them', async () => {
    const home = await longHome(1300);
    const [reading, writing] = [await openStore(home), await openStore(home)];
    const id = reading.current() ?? '';
    const database = await openBehind(home);
    const read = async (meanwhile: () => void) => {
      const entries = (await reading.journal(id))[Symbol.iterator]();
      for (let count = 0; count < 100; count += 1) entries.next();
      meanwhile();
      return [...{ [Symbol.iterator]: () => entries }].length;
    };
    expect(await read(() => append(writing, id, note('meanwhile')))).toBe(writing.snapshot(id).version - 101);
    const renumber = () => database.exec('UPDATE events SET seq = seq + 1000000');
    await expect(read(renumber)).rejects.toMatchObject({ exitCode: 5 });
  });

  test('is given away as a copy in pieces, and nothing is left of them', async () => {
    const home = await longHome(1300);
    const store = await openStore(home);
    const copy = join(temporaryFolder(), 'induct.db');
    const lengths: number[] = [];
    const watched: number[] = [];
    await store.giveCopy(
      async (pieces) => {
        for (const piece of pieces) {
          lengths.push(piece.length);
          appendFileSync(copy, piece);
        }
      },
      (done) => watched.push(done),
    );
    expect(lengths.length).toBeGreaterThan(2);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(256 * 1024);
    expect(watched).toEqual(Array.from({ length: 1305 }, (_, index) => index + 1));
    const [database, id] = [await openBehind(dirname(copy)), store.current() ?? ''];
    expect(wrongWith(database, id)).toEqual([]);
    expect(countingEvents(database, id)).toHaveLength(1305);
    const refusing = () => Promise.reject(new Error('taken'));
    await expect(store.giveCopy(refusing, () => {})).rejects.toThrow('taken');
    expect(readdirSync(home)).toEqual(['induct.db']);
  });
});
