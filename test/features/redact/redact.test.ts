import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Draft, draft } from '../../../src/core/events.ts';
import { Store } from '../../../src/store/store.ts';
import { actionsOf, check, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { countingEvents, foldAll, openBehind, progressTable, wrongWith } from '../../helpers/record.ts';
import { startHome } from '../../helpers/run.ts';

const CANARY = 'Canary-7f3a';
const ON = 'removed on 3 June 2026';

/** Every file of a home that holds some words, whatever it is called. */
function filesHolding(home: string, words: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(home, name)).isFile())
    .filter((name) => readFileSync(join(home, name)).includes(words));
}

/** A home in which these were recorded, each as a change of its own. */
const homeWith = (...drafts: Draft[]) => startHome({ drafts });
const asked = (text: string) => draft('question-asked', 'q1', text, TODAY, { text, to: 'dcs', visit: null });

async function holderOf(home: string): Promise<string> {
  return (await statusOf(home)).induction.id;
}

/** The journal agrees with its digest, and the table of what is so with the journal. */
async function expectWhole(home: string): Promise<void> {
  const database = await openBehind(home);
  const holder = await holderOf(home);
  expect(wrongWith(database, holder)).toEqual([]);
  expect(progressTable(database, holder)).toEqual(foldAll(countingEvents(database, holder)));
}

const REDACT = ['--confirm', 'redact'];

describe('nothing is left of the words', () => {
  const person = { name: `${CANARY} Brown`, email: `${CANARY}@example.org` };
  const attended = { date: TODAY, attended: true, apologies: false };
  const cases: readonly (readonly [string, readonly Draft[], string, string])[] = [
    ['a note', [draft('noted', 'dcs.urgent-news', '3.2', TODAY, { text: CANARY, private: true })], '3.2', 'noted'],
    ['a reason', [draft('skipped', 'outgoing.meet', '1.1', TODAY, { why: CANARY })], '1.1', 'skipped'],
    ['a visit', [draft('visited', 'v1', CANARY, TODAY, { to: CANARY, with: CANARY, note: CANARY })], 'v1', 'visited'],
    ['a question', [asked(CANARY), draft('question-answered', 'q1', CANARY, TODAY, { answer: 'No' })], 'q1', ''],
    ['an answer', [asked('Why?'), draft('question-answered', 'q1', 'Why?', TODAY, { answer: CANARY })], 'last', ''],
    [
      'a promise',
      [
        draft('promised', 'p1', CANARY, TODAY, { text: CANARY, to: `${CANARY} of the forum`, by: null }),
        draft('promise-kept', 'p1', CANARY, TODAY, { note: CANARY }),
      ],
      'P1',
      '',
    ],
    ['what was agreed', [draft('meeting-attended', 'dcs', 'DCS', TODAY, { ...attended, note: CANARY })], 'dcs', ''],
    ['a contact', [draft('person-set', 'dcs', 'DCS', TODAY, person)], 'dcs', 'person-set'],
    [
      'a person added by hand',
      [
        draft('person-added', 'canary-7f3a', CANARY, TODAY, { title: CANARY }),
        draft('question-asked', 'q1', 'Why?', TODAY, { text: 'Why?', to: 'canary-7f3a', visit: null }),
      ],
      'canary-7f3a',
      'person-added',
    ],
    [
      'an action added by hand',
      [
        draft('added', 'own.canary-7f3a', CANARY, TODAY, { title: CANARY, doer: 'holder', number: 1 }),
        draft('done', 'own.canary-7f3a', CANARY, TODAY, { was: 'todo' }),
      ],
      '14.1',
      'added',
    ],
    [
      'a quiet time',
      [draft('quiet-added', 'quiet-1', CANARY, TODAY, { from: TODAY, to: TODAY, why: CANARY })],
      'last',
      '',
    ],
  ];

  test.each(cases)('%s', async (_, drafts, what) => {
    const home = await homeWith(...drafts);
    mkdirSync(join(home, 'backups'), { recursive: true });
    mkdirSync(join(home, 'print'));
    copyFileSync(join(home, 'induct.db'), join(home, 'backups', 'yesterday.db'));
    writeFileSync(join(home, 'backups', '.half.db.tmp'), CANARY);
    writeFileSync(join(home, 'print', 'brief-dcs.html'), `<p>${CANARY}</p>`);
    writeFileSync(join(home, '.half.tmp'), CANARY);
    expect(filesHolding(home, CANARY)).toHaveLength(5);
    const run = await induct(home, ['redact', what, ...REDACT]);
    expect(run, run.stderr).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toContain(ON);
    expect(run.stderr).toContain('They are gone from 1 backup too.');
    expect(run.stderr).toContain('1 page made for printing was removed');
    expect(filesHolding(home, CANARY)).toEqual([]);
    expect(filesHolding(home, CANARY.toLowerCase())).toEqual([]);
    await expectWhole(home);
    for (const argv of [
      ['history', '--all'],
      ['status', '--all'],
      ['history', '--all', '--json'],
    ]) {
      const { stdout, exit } = await induct(home, argv);
      expect(exit).toBe(0);
      expect(stdout).not.toMatch(new RegExp(CANARY, 'i'));
    }
    copyFileSync(join(home, 'backups', 'yesterday.db'), join(home, 'induct.db'));
    await expectWhole(home);
    expect((await induct(home, ['history', '--all', '--plain'])).stdout).toContain(ON);
  });

  test('among many other notes, wherever rows were moved to', async () => {
    const home = await startHome();
    const store = await Store.open(home, { create: false });
    const holder = store?.current() ?? '';
    const notes = Array.from({ length: 400 }, (_, n) => {
      const text = n % 100 === 25 ? `${CANARY} ${'x'.repeat(n)}` : `note ${n} ${'y'.repeat((n * 37) % 900)}`;
      return draft('noted', 'dcs.urgent-news', '3.2', TODAY, { text, private: false });
    });
    const stamp = { by: 'holder', at: `${TODAY}T09:00:00.000Z` } as const;
    for (let n = 0; n < notes.length; n += 20) {
      store?.append(holder, notes.slice(n, n + 20), stamp, store.snapshot(holder).version);
    }
    store?.close();
    expect(filesHolding(home, CANARY)).toEqual(['induct.db']);
    const canaries = (await eventsOf(home)).filter((event) => event.detail?.startsWith(CANARY));
    expect(canaries).toHaveLength(4);
    for (const { id } of canaries) expect((await induct(home, ['redact', id, ...REDACT])).exit).toBe(0);
    expect(filesHolding(home, CANARY)).toEqual([]);
    await expectWhole(home);
  });
});

describe('what is meant', () => {
  test('one of several notes, by its number', async () => {
    const home = await prepare([
      ['note', '3.2', 'First'],
      ['note', '3.2', 'Second'],
    ]);
    const refused = await induct(home, ['redact', '3.2', ...REDACT]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toMatch(/1 note: .*\(First\)[\s\S]*2 note: .*\(Second\)/);
    expect((await induct(home, ['redact', '3.2', '--note', '3', ...REDACT])).exit).toBe(2);
    await induct(home, ['redact', '3.2', '--note', '2', ...REDACT]);
    const { notes } = actionsOf(await statusOf(home))['dcs.urgent-news'];
    expect(notes).toMatchObject([{ text: 'First' }, { text: ON }]);
    const again = await induct(home, ['redact', '3.2', ...REDACT]);
    expect(again.stderr).toContain(`Words removed: note: 3.2 Ring the director`);
  });

  test('the last that holds words, with the same words of the same command', async () => {
    const home = await prepare([
      ['note', '3.2', 'Older'],
      ['done', '3.1', '3.4', '--note', CANARY],
      ['done', '2.1'],
    ]);
    await induct(home, ['redact', 'last', ...REDACT]);
    const actions = actionsOf(await statusOf(home));
    expect(actions['dcs.meeting-rhythm'].notes).toMatchObject([{ text: ON }]);
    expect(actions['dcs.meetings-to-attend'].notes).toMatchObject([{ text: ON }]);
    expect(actions['dcs.urgent-news'].notes).toMatchObject([{ text: 'Older' }]);
  });

  test('an event by the beginning of its id, also one that was taken back', async () => {
    const home = await prepare([['note', '3.2', CANARY]]);
    const undone = await induct(home, ['undo']);
    const [, id = ''] = /to remove them: induct redact ([0-9a-f]{8})$/m.exec(undone.stderr) ?? [];
    expect((await induct(home, ['redact', id, ...REDACT])).exit).toBe(0);
    expect(filesHolding(home, CANARY)).toEqual([]);
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes).toEqual([]);
  });

  test('nothing with words, and words removed already', async () => {
    const home = await prepare([['done', '3.2']]);
    for (const what of ['last', '3.2', 'dcs']) {
      const run = await induct(home, ['redact', what, ...REDACT]);
      expect(run).toMatchObject({ exit: 0, stdout: '', stderr: 'There are no words to remove.\n' });
    }
    await induct(home, ['note', '3.2', 'x']);
    await induct(home, ['redact', '3.2', ...REDACT]);
    const events = await eventsOf(home);
    expect((await induct(home, ['redact', '3.2', ...REDACT, '--json'])).json).toMatchObject({
      changed: [],
      created: [],
    });
    expect(await eventsOf(home)).toEqual(events);
  });

  test.each([
    ['q9', /There is no question "q9"/],
    ['v1', /There is no visit "v1"/],
    ['3.99', /There is no action "3\.99"/],
    ['nonsense', /There is no action "nonsense"/],
  ])('%s is nothing', async (what, message) => {
    await check({ call: ['redact', what, ...REDACT], exit: 2, says: [message] });
  });
});

describe('it is asked first', () => {
  const before = [['note', '3.2', 'Agreed']];

  test('in a terminal by typing the word', async () => {
    const home = await prepare(before);
    const left = await induct(home, ['redact', 'last'], { tty: true, answers: [''] });
    expect(left).toMatchObject({ exit: 2, stdout: '' });
    expect(left.stderr).toContain('To be removed: note: 3.2 Ring the director');
    expect(left.stderr.replace(/\s+/g, ' ')).toContain(
      "The words will be gone from this computer's record and its backups. Has anyone asked the council for this, or is there a review or inquiry? Then do not: ask information governance.",
    );
    expect(left.stderr).toContain('Nothing was removed.');
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes).toMatchObject([{ text: 'Agreed' }]);
    const done = await induct(home, ['redact', 'last'], { tty: true, answers: ['redact'] });
    expect(done).toMatchObject({ exit: 0, stdout: '' });
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes).toMatchObject([{ text: ON }]);
  });

  test('one of several is chosen from a list', async () => {
    const home = await prepare([...before, ['note', '3.2', 'Second']]);
    await induct(home, ['redact', '3.2'], { tty: true, accessible: true, answers: ['2', 'redact'] });
    expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes).toMatchObject([{ text: 'Agreed' }, { text: ON }]);
  });

  test.each([[[]], [['--confirm', 'yes']], [['--yes']], [['--no-input']]])(
    'and without one only with its word: %j',
    async (flags) => {
      await check({ before, call: ['redact', 'last', ...flags], exit: 2 });
    },
  );

  test('without anything to ask about it says what is missing', async () => {
    await check({ before, call: ['redact'], exit: 2, says: ['Say whose words are to be removed.'] });
  });
});

describe('afterwards', () => {
  test('nothing recorded before can be taken back, and what came later can', async () => {
    const home = await prepare([
      ['done', '3.1'],
      ['note', '3.2', CANARY],
      ['redact', 'last', ...REDACT],
      ['done', '3.4'],
    ]);
    expect((await induct(home, ['undo'])).stderr).toContain('Taken back: done: 3.4');
    const before = await eventsOf(home);
    const run = await induct(home, ['undo']);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toContain('Words were removed since, so nothing recorded before that');
    expect(await eventsOf(home)).toEqual(before);
    expect(actionsOf(await statusOf(home))['dcs.meeting-rhythm'].status).toBe('done');
  });

  test('the document names the action, and creates nothing', async () => {
    const home = await prepare([['note', '3.2', CANARY]]);
    const { json, stderr, stdout } = await induct(home, ['redact', 'last', ...REDACT, '--json']);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(CANARY);
    expect(json).toMatchObject({ schema: 'induct.changed/1', today: TODAY, created: [] });
    expect(json.changed).toMatchObject([{ id: 'dcs.urgent-news', notes: [{ text: ON }] }]);
  });

  test('a contact is empty, and what it had replaced does not come back', async () => {
    const home = await homeWith(
      draft('person-set', 'dcs', 'DCS', TODAY, { name: 'Old Name', phone: '1' }),
      draft('person-set', 'dcs', 'DCS', TODAY, { name: CANARY }),
    );
    await induct(home, ['redact', 'last', ...REDACT]);
    const store = await Store.open(home, { create: false });
    const { progress } = store?.snapshot(store.current() ?? '') ?? {};
    store?.close();
    expect(progress?.person.get('dcs')?.contact).toEqual({ phone: '1' });
  });

  test('copies that are no backups are named, and left', async () => {
    const home = await prepare([['note', '3.2', CANARY]]);
    mkdirSync(join(home, 'backups'), { recursive: true });
    writeFileSync(join(home, 'backups', 'broken.db'), `not a database ${CANARY}`);
    writeFileSync(join(home, 'induct-LAPTOP.db'), CANARY);
    const { exit, stderr } = await induct(home, ['redact', 'last', ...REDACT], { columns: 200 });
    expect(exit).toBe(0);
    expect(stderr).toContain('These copies could not be changed');
    expect(stderr.replace(/\n\s*/g, '')).toContain('broken.db');
    expect(stderr.replace(/\n\s*/g, '')).toContain('induct-LAPTOP.db');
    expect(filesHolding(home, CANARY).sort()).toEqual(['backups/broken.db', 'induct-LAPTOP.db']);
  });

  test("another holder's words stay", async () => {
    const home = await prepare([['note', '3.2', CANARY]]);
    await induct(home, [
      'start',
      '--new',
      '--name',
      'Tom Reed',
      '--council',
      'Leeds',
      '--appointed',
      '20 May',
      '--yes',
    ]);
    await induct(home, ['note', '3.2', 'Mine']);
    await induct(home, ['redact', 'last', ...REDACT, '--holder', 'Tom Reed']);
    expect(filesHolding(home, CANARY)).toEqual(['induct.db']);
    expect((await induct(home, ['redact', 'last', ...REDACT, '--holder', '1'])).stderr).toContain(
      'For the portfolio holder of Leeds.',
    );
    expect(filesHolding(home, CANARY)).toEqual([]);
  });
});

test('the receipt of words offers to remove them, and no other does', async () => {
  const home = await prepare();
  const offers = async (...argv: string[]) => (await induct(home, argv)).stderr.includes('induct redact last');
  expect(await offers('note', '3.2', 'x')).toBe(true);
  expect(await offers('skip', '1.1', '--why', 'x')).toBe(true);
  expect(await offers('done', '3.1', '--note', 'x')).toBe(true);
  expect(await offers('add', 'Ring the MP')).toBe(true);
  expect(await offers('done', '3.4')).toBe(false);
  expect(await offers('ask', '6', '--yes', '--of', 'them')).toBe(false);
});
