import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWordy, wordsIn } from '../../src/core/words-removed.ts';
import { anyDrafts } from '../helpers/drafts.ts';
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

const ON = '2026-07-01';

test('whatever is removed of whatever was recorded, the journal is whole and the table follows from it', async () => {
  const home = temporaryFolder();
  const store = await openStore(home);
  const database = await openBehind(home);
  await fc.assert(
    fc.asyncProperty(
      anyDrafts({ minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.boolean()),
      async (drafts, coin) => {
        const induction = store.create(STAMP);
        append(store, induction, ...drafts);
        const events = store.events(induction).map(({ event }) => event);
        const chosen = events.filter((event) => isWordy(event) && coin.next().value === true);
        const redaction = { induction, events: chosen.map(({ id }) => id), on: ON, ids: new Set<string>() };
        const { events: removed } = await store.redact(redaction, STAMP);
        expect(removed.map(({ id }) => id).sort()).toEqual([...redaction.events].sort());
        expect(removed.flatMap((event) => wordsIn(event))).toEqual([]);
        expect(wrongWith(database, induction)).toEqual([]);
        const counting = countingEvents(database, induction);
        expect(progressTable(database, induction)).toEqual(foldAll(counting));
        const again = await store.redact(redaction, STAMP);
        expect(again.events).toEqual([]);
        if (chosen.length > 0) expect(store.endOfUndo(induction)).toBe('redacted');
      },
    ),
    { numRuns: 30 },
  );
});
