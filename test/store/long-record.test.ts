import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { longHome } from '../helpers/long-home.ts';
import { append, openStore, STAMP } from '../helpers/record.ts';

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
});
