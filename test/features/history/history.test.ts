import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { eventsOf, induct, prepare, TODAY } from '../../contract/calls.ts';
import { ACTION_IDS } from '../../helpers/plan.ts';
import { append, openStore } from '../../helpers/record.ts';
import { startHome } from '../../helpers/run.ts';

const KEYS = ['id', 'change', 'at', 'on', 'what', 'subject', 'title', 'detail', 'undone'];

test('the document holds the events, newest first', async () => {
  const home = await prepare([
    ['done', '3.1', '--on', '1 June'],
    ['note', '3.1', 'Every Thursday'],
    ['ask', '6.2', '--of', 'the office'],
    ['undo'],
  ]);
  const { json, exit, stderr } = await induct(home, ['history', '--json']);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(Object.keys(json)).toEqual(['schema', 'today', 'induction', 'events']);
  expect(json).toMatchObject({ schema: 'induct.history/1', today: TODAY });
  for (const event of json.events) expect(Object.keys(event)).toEqual(KEYS);
  expect(json.events.slice(0, 4)).toMatchObject([
    { what: 'undone', subject: json.events[1].change, undone: false },
    { what: 'arranged', subject: 'documents.learning-reviews', detail: 'of the office', undone: true },
    { what: 'noted', subject: 'dcs.meeting-rhythm', on: TODAY, detail: 'Every Thursday', undone: false },
    { what: 'done', subject: 'dcs.meeting-rhythm', on: '2026-06-01', at: `${TODAY}T09:30:00.000Z`, undone: false },
  ]);
  const moments = json.events.map((event: { at: string }) => event.at);
  expect(moments).toEqual([...moments].sort().reverse());
  expect(new Set(json.events.map((event: { id: string }) => event.id)).size).toBe(json.events.length);
});

test('the latest 20, or all', async () => {
  const home = await prepare([
    ['ask', '6', '--yes'],
    ['done', '3.1'],
  ]);
  const latest = (await induct(home, ['history', '--json'])).json.events;
  const all = await eventsOf(home);
  expect(latest).toHaveLength(20);
  expect(all).toHaveLength(26);
  expect(all.slice(0, 20)).toEqual(latest);
  expect((await induct(home, ['history'])).stdout).toContain('induct history --all');
  expect((await induct(home, ['history', '--all'])).stdout).not.toContain('induct history --all');
});

test('with exactly 20 it does not speak of more', async () => {
  const home = await prepare([['done', '6.1-6.15', '--yes']]);
  expect(await eventsOf(home)).toHaveLength(20);
  expect((await induct(home, ['history'])).stdout).not.toContain('--all');
});

test('every answer of start is there in words, with its date', async () => {
  const { stdout } = await induct(await prepare(), ['history', '--plain']);
  expect(stdout).toContain('Leeds City Council');
  expect(stdout).toContain('(I am the portfolio holder)');
  expect(stdout).toContain('plan made');
});

test('an entry more than 14 days after its date shows both', async () => {
  const home = await prepare([
    ['done', '3.1', '--on', '2026-05-19'],
    ['done', '3.4', '--on', '2026-05-20'],
  ]);
  const { stdout } = await induct(home, ['history', '--plain']);
  const lines = stdout.split('\n');
  const after = (words: string) => lines[lines.findIndex((line) => line.includes(words)) + 1];
  expect(after('done: 3.1')).toMatch(/^ +recorded Wed 3 June$/);
  expect(after('done: 3.4')).not.toMatch(/recorded/);
});

test('what was taken back stays, and says so', async () => {
  const home = await prepare([['note', '3.1', 'Every Thursday'], ['undo']]);
  const { stdout } = await induct(home, ['history']);
  expect(stdout).toMatch(/Every Thursday[\s\S]{0,40}taken back/);
});

test('nothing recorded shows how it began', async () => {
  expect((await induct(await prepare(), ['history'])).exit).toBe(0);
});

describe('what one change recorded alike about many is one line', () => {
  const lines = async (home: string) => (await induct(home, ['history', '--plain'])).stdout.split('\n').slice(1);

  test.each([
    [['ask', '6', '--of', "the DCS's office", '--yes'], "asked for: 20 documents, of the DCS's office (6.1 to 6.20)"],
    [['ask', '7', '--yes'], 'asked for: the dates of 8 meetings (7.1 to 7.8)'],
    [['got', '6.1-6.3', '6.7'], 'here: 4 documents (6.1 to 6.3, 6.7)'],
    [['done', '7.1', '7.3'], 'meeting attended: 2 meetings (7.1, 7.3)'],
    [['done', '3.1', '3.4'], 'done: 2 actions (3.1, 3.4)'],
    [['skip', '7.5', '7.6', '--why', 'none here'], 'not applicable: 2 meetings, none here (7.5, 7.6)'],
  ])('%s', async (argv, said) => {
    const home = await prepare([argv]);
    expect((await lines(home))[0]).toBe(`Wed 3 June  ${said}`);
  });

  test('the note that goes with it is a line of its own', async () => {
    const home = await prepare([['done', '3.1', '3.4', '--note', 'Agreed']]);
    const said = await lines(home);
    expect(said.slice(0, 2)).toEqual([
      'Wed 3 June  note: 2 actions, Agreed (3.1, 3.4)',
      'Wed 3 June  done: 2 actions (3.1, 3.4)',
    ]);
  });

  test('two changes stay two lines', async () => {
    const home = await prepare([
      ['got', '6.1'],
      ['got', '6.2'],
    ]);
    expect((await lines(home)).slice(0, 2).map((line) => line.replace(/6\.\d.*/, ''))).toEqual([
      'Wed 3 June  here: ',
      'Wed 3 June  here: ',
    ]);
  });

  test('a change is never cut, and a few lines are always there', async () => {
    const home = await prepare([
      ['ask', '6', '--yes'],
      ['done', '3.1'],
    ]);
    const { stdout } = await induct(home, ['history', '--plain']);
    expect(stdout).toContain('20 documents');
    expect(stdout.split('\n').length).toBeGreaterThan(6);
  });

  test('what is read a page at a time comes to what is read at once, wherever a page ends', async () => {
    const home = await startHome();
    const store = await openStore(home);
    const induction = store.current() ?? '';
    const ids = ACTION_IDS.slice(0, 90);
    const due = (id: string, day: string) => draft('due-set', id, 'A title', TODAY, { due: `2026-07-${day}` });
    let round = 0;
    for (const size of [1, 58, 1, 2, 61, 3, 90, 1, 1, 59, 60, 2, 1]) {
      round += 1;
      const day = String(10 + round);
      append(store, induction, ...ids.slice(0, size).map((id) => due(id, day)));
      const shown = (await lines(home)).filter((line) => /^\w+ \d/.test(line));
      const all = (await induct(home, ['history', '--all', '--plain'])).stdout.split('\n').slice(1);
      expect(shown.length).toBeGreaterThan(5);
      expect(shown).toEqual(all.filter((line) => /^\w+ \d/.test(line)).slice(0, shown.length));
    }
    store.close();
  });

  test('taken back is said of the whole', async () => {
    const home = await prepare([['ask', '6', '--yes'], ['undo']]);
    const said = await lines(home);
    const place = said.findIndex((line) => line.includes('20 documents'));
    expect(said[place + 1]).toBe('  taken back');
  });
});
