import { describe, expect, test } from 'vitest';
import { actionsOf, eventsOf, induct, prepare, readingOf, statusOf, TODAY } from '../../contract/calls.ts';

/** Each recording command, on a plan where it changes something. */
const CHANGES: readonly (readonly [readonly string[], ...(readonly string[])[]])[] = [
  [['done', '3.1', '3.4', '--note', 'Agreed']],
  [['ask', '6', '--yes']],
  [['book', '4.8', '--for', '10 June', '4pm']],
  [['book', '7.3', '--for', '10 June', '4pm']],
  [['done', '7.3']],
  [['arrange', '6.6', '--with', 'them']],
  [['got', '6.1', '--where', 'Teams']],
  [
    ['got', '6.1', '--where', 'Teams'],
    ['got', '6.1'],
  ],
  [['skip', '1.1', '--why', 'away']],
  [
    ['reopen', '4.1'],
    ['done', '4.1'],
  ],
  [
    ['reopen', '7.3'],
    ['done', '7.3'],
  ],
  [['add', 'Ring the MP', '--by', '12 June']],
  [['note', '3.2', 'A call']],
  [['due', '6.6', '30 June']],
  [
    ['due', '6.6', '--reset'],
    ['due', '6.6', '30 June'],
  ],
  [['profile', 'dcs_post', 'vacant']],
  [['quiet', 'add', '27 July', '1 September', '--why', 'recess']],
  [['start', '--dcs-also', 'yes', '--name', 'Aisha Khan']],
];

describe('undo takes back all of one command', () => {
  test.each(CHANGES.map((change) => [change[0].join(' '), change] as const))('%s', async (_, [change, ...before]) => {
    const home = await prepare(before);
    const state = async () =>
      (await readingOf(home)).filter((document: string) => !document.includes('induct.history/1'));
    const was = await state();
    expect((await induct(home, change)).exit).toBe(0);
    expect(await state()).not.toEqual(was);
    const run = await induct(home, ['undo']);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr).toMatch(/^Taken back: /);
    expect(await state()).toEqual(was);
  });
});

test('again, it takes back the one before', async () => {
  const home = await prepare([['done', '3.1'], ['done', '3.4'], ['undo']]);
  expect(actionsOf(await statusOf(home))['dcs.meeting-rhythm'].status).toBe('done');
  await induct(home, ['undo']);
  expect((await statusOf(home)).counts.done).toBe(0);
});

test('what was recorded after an undo is taken back first', async () => {
  const home = await prepare([['done', '3.1'], ['undo'], ['done', '3.4'], ['undo']]);
  expect((await statusOf(home)).counts.done).toBe(0);
  expect((await eventsOf(home)).filter((event) => event.what === 'done').every((event) => event.undone)).toBe(true);
});

test('with nothing left it says so, and adds nothing', async () => {
  const home = await prepare([['done', '3.1'], ['undo']]);
  for (let more = 0; more < 12; more += 1) await induct(home, ['undo']);
  const before = await readingOf(home);
  const run = await induct(home, ['undo']);
  expect(run).toMatchObject({ exit: 0, stdout: '' });
  expect(run.stderr).toContain('There is nothing to take back.');
  expect((await induct(home, ['undo', '--json'])).json).toMatchObject({ changed: [], created: [] });
  expect(await readingOf(home)).toEqual(before);
});

test('never takes back the plan itself', async () => {
  const home = await prepare();
  for (let more = 0; more < 12; more += 1) expect((await induct(home, ['undo'])).exit).toBe(0);
  expect(await statusOf(home)).toMatchObject({ induction: { appointed: '2026-05-20' } });
});

test('never takes back the plan that was made by start', async () => {
  const { home } = await induct(await prepare(), [
    'start',
    '--new',
    '--council',
    'Camden',
    '--appointed',
    '20 May',
    '--yes',
  ]);
  for (let more = 0; more < 4; more += 1) expect((await induct(home, ['undo'])).exit).toBe(0);
  expect((await statusOf(home)).induction.council.name).toContain('Camden');
});

test('the document names what reads differently now', async () => {
  const home = await prepare([['done', '3.1', '3.4']]);
  const { json, stderr } = await induct(home, ['undo', '--json']);
  expect(stderr).toBe('');
  expect(Object.keys(json)).toEqual(['schema', 'today', 'changed', 'created']);
  expect(json).toMatchObject({ schema: 'induct.changed/1', today: TODAY, created: [] });
  expect(json.changed).toHaveLength(2);
  expect(json.changed).toEqual([
    expect.objectContaining({ id: 'dcs.meeting-rhythm', status: 'todo' }),
    expect.objectContaining({ id: 'dcs.meetings-to-attend', status: 'todo' }),
  ]);
});

test('what was added is gone, and the document says so', async () => {
  const home = await prepare([['add', 'Ring the MP']]);
  const { json } = await induct(home, ['undo', '--json']);
  expect(json.changed).toEqual([expect.objectContaining({ id: 'own.ring-the-mp', retired: true })]);
  expect((await statusOf(home)).steps.at(-1).actions).toEqual([]);
});

test('what one change recorded alike about many is one line', async () => {
  const home = await prepare([['ask', '6', '--of', 'the office', '--yes']]);
  const { stderr } = await induct(home, ['undo'], { columns: 120 });
  expect(stderr.match(/^Taken back: /gm)).toHaveLength(1);
  expect(stderr).toContain('Taken back: asked for: 20 documents, of the office (6.1 to 6.20)');
});

test('each holder has a record of their own', async () => {
  const home = await prepare([['done', '3.1']]);
  await induct(home, ['start', '--new', '--name', 'Tom Reed', '--council', 'Leeds', '--appointed', '20 May', '--yes']);
  await induct(home, ['done', '3.4', '--holder', '1']);
  await induct(home, ['undo', '--holder', 'Tom Reed']);
  expect((await induct(home, ['status', '--json', '--holder', '1'])).json.counts.done).toBe(2);
});
