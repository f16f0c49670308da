import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openBehind, openStore, progressTable, wrongWith } from '../../helpers/record.ts';
import { type RunOptions, runInduct, startHome } from '../../helpers/run.ts';

const TODAY = '2026-06-03';
let minute = 0;

/** Each command a minute after the one before, as on a real day. */
async function induct(home: string, argv: readonly string[], run: RunOptions = {}) {
  minute += 1;
  const now = `${TODAY}T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
  const result = await runInduct(argv, { home, today: TODAY, now, ...run });
  expect(result.exit, `${argv.join(' ')}: ${result.stderr}`).toBe(0);
  return result;
}

/** Takes the record of one home into another. */
async function pass(from: string, to: string, ...flags: readonly string[]) {
  const file = join(temporaryFolder(), 'record.json');
  await induct(from, ['share', file]);
  return induct(to, ['merge', file, ...flags]);
}

/** What both computers show alike, whoever types there: each action's state, each entry's place. */
async function reading(home: string) {
  const status = (await induct(home, ['status', '--json'])).json;
  const history = (await induct(home, ['history', '--all', '--json'])).json;
  type Action = {
    readonly id: string;
    readonly status: string;
    readonly number: string;
    readonly notes: readonly object[];
  };
  const actions = status.steps.flatMap((step: { readonly actions: readonly Action[] }) => step.actions);
  return {
    actions: actions.map((one: Action) => [one.id, one.number, one.status, one.notes]),
    history: history.events.map((one: { readonly id: string; readonly undone: boolean }) => [one.id, one.undone]),
  };
}

async function digests(home: string) {
  const database = await openBehind(home);
  const rows = database.prepare('SELECT id, events, digest FROM inductions').all() as {
    id: string;
    events: number;
    digest: Buffer;
  }[];
  for (const { id } of rows) expect(wrongWith(database, id)).toEqual([]);
  const [first] = rows;
  return {
    id: first?.id,
    events: first?.events,
    digest: first?.digest.toString('hex'),
    progress: progressTable(database, first?.id ?? ''),
  };
}

describe('an officer and a holder', () => {
  test('record on two computers and come to the same, with everything of both', async () => {
    const officer = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const holder = temporaryFolder();
    const first = await pass(officer, holder);
    expect(first.stderr.replace(/\s+/g, ' ')).toContain(
      'Merged: 6 entries new here, 6 by the officer. 6 entries in all.',
    );
    expect((await induct(holder, ['status', '--json'])).json.induction.typing).toBe('holder');

    await induct(officer, ['ask', '6', '--of', "the DCS's office", '--yes']);
    await induct(holder, ['done', '3.2', '--note', 'A call first']);
    await induct(officer, ['meetings', 'add', '7.2', '10 June', '10:30am']);
    await induct(holder, ['got', '6.1']);
    await induct(holder, ['add', 'Ring the MP']);
    await induct(officer, ['add', 'Book a room']);
    await induct(officer, ['done', '3.2']);
    await induct(officer, ['undo']);

    const there = await pass(officer, holder);
    expect(there.stderr).toContain('by the officer');
    const back = await pass(holder, officer);
    expect(back.stderr.replace(/\s+/g, ' ')).toContain('4 by Cllr Khan');
    expect(await reading(officer)).toEqual(await reading(holder));
    expect(await digests(officer)).toEqual(await digests(holder));
    // Both diaries know a meeting by the same UID.
    const diary = (await induct(officer, ['calendar'])).stdout;
    expect(diary).toContain('BEGIN:VEVENT');
    expect((await induct(holder, ['calendar'])).stdout).toBe(diary);

    const again = await pass(officer, holder);
    expect(again.stderr).toContain('Nothing in it is new here.');
    const { json } = await induct(holder, ['status', '--json']);
    const actions = Object.fromEntries(
      json.steps.flatMap((step: { actions: { id: string }[] }) => step.actions.map((one) => [one.id, one])),
    );
    expect(actions['dcs.urgent-news']).toMatchObject({ status: 'done', notes: [{ text: 'A call first' }] });
    expect(actions['documents.inspection-reports']).toMatchObject({
      status: 'received',
      arrangedWith: "the DCS's office",
    });
    const own = json.steps.at(-1).actions.map((one: { number: string; title: string }) => [one.number, one.title]);
    expect(own).toHaveLength(2);
    expect(new Set(own.map(([number]: [string]) => number)).size).toBe(2);
    expect((await induct(officer, ['history', '--all'])).stdout).toContain('recorded by the officer');
    const typing = async (home: string) => (await induct(home, ['profile', '--json'])).json.answers.typing;
    expect([await typing(holder), await typing(officer)]).toEqual(['holder', 'officer']);
  });

  test('who types is answered for each computer', async () => {
    const officer = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const other = temporaryFolder();
    await pass(officer, other, '--typing', 'officer');
    await induct(other, ['profile', 'typing', 'holder']);
    await pass(other, officer);
    expect((await induct(officer, ['status', '--json'])).json.induction.typing).toBe('officer');
    expect((await induct(other, ['status', '--json'])).json.induction.typing).toBe('holder');
  });

  test('a private note stays where it is, unless it is wished otherwise', async () => {
    const holder = await startHome();
    await induct(holder, ['note', '3.2', 'SECRET thought', '--private']);
    const file = join(temporaryFolder(), 'record.json');
    expect((await induct(holder, ['share', file])).stderr).toContain('1 private note is left out.');
    expect(readFileSync(file, 'utf8')).not.toContain('SECRET');
    const officer = temporaryFolder();
    await induct(officer, ['merge', file]);
    await pass(officer, holder);
    expect((await induct(holder, ['show', '3.2', '--json'])).json.action.notes).toHaveLength(1);
    await induct(holder, ['share', file, '--private', '--force']);
    expect(readFileSync(file, 'utf8')).toContain('SECRET');
  });

  test('--json names what changed', async () => {
    const officer = await startHome({ typing: 'officer' });
    const holder = temporaryFolder();
    const file = join(temporaryFolder(), 'record.json');
    const shared = await induct(officer, ['share', file, '--json']);
    expect(shared.json).toMatchObject({ schema: 'induct.share/1', file, entries: 5, leftOut: 0 });
    const made = await induct(holder, ['merge', file, '--json']);
    expect(made.json).toMatchObject({ schema: 'induct.changed/1', changed: [], created: [{ type: 'induction' }] });
    await induct(officer, ['done', '3.2']);
    await induct(officer, ['share', file, '--force']);
    const run = await induct(holder, ['merge', file, '--json']);
    expect(run).toMatchObject({
      stderr: '',
      json: { changed: [{ id: 'dcs.urgent-news', status: 'done' }], created: [] },
    });
  });

  test('in a terminal, who types here is asked the first time', async () => {
    const officer = await startHome({ typing: 'officer' });
    const file = join(temporaryFolder(), 'record.json');
    await induct(officer, ['share', file]);
    const holder = temporaryFolder();
    const run = await induct(holder, ['merge', file], { tty: true, answers: ['holder'] });
    expect(run.asked).toEqual(['Who types on this computer?']);
    expect((await induct(holder, ['merge', file], { tty: true })).asked).toEqual([]);
  });
});

test('what was numbered alike on both computers is told apart, and said', async () => {
  const officer = await startHome({ typing: 'officer' });
  const holder = temporaryFolder();
  await pass(officer, holder);
  const ask = async (home: string, text: string, at: string) => {
    const store = await openStore(home);
    const id = store.current() ?? '';
    const asked = draft('question-asked', 'q1', text, TODAY, { text, to: 'dcs', visit: null });
    store.append(id, [asked], { by: 'holder', at }, store.snapshot(id).version);
    return store;
  };
  const [one, other] = [
    await ask(officer, 'Why so many?', `${TODAY}T06:00:00.000Z`),
    await ask(holder, 'Why so few?', `${TODAY}T07:00:00.000Z`),
  ];
  const there = await pass(officer, holder);
  expect(there.stderr.replace(/\s+/g, ' ')).toContain('q1 was given on both computers. "Why so few?" is q2 now.');
  await pass(holder, officer);
  for (const store of [one, other]) {
    const { question } = store.companion(store.current() ?? '');
    expect([...question].map(([id, { text }]) => [id, text])).toEqual([
      ['q1', 'Why so many?'],
      ['q2', 'Why so few?'],
    ]);
    expect(store.everRecorded(store.current() ?? '', 'question')).toBe(2);
  }
  expect(await digests(officer)).toEqual(await digests(holder));
});

describe('what is refused', () => {
  const refused = async (home: string, argv: readonly string[]) => {
    const run = await runInduct(argv, { home, today: TODAY });
    expect(run.exit).toBe(2);
    return run.stderr;
  };

  test('another holder, unless it is said', async () => {
    const one = await startHome();
    const other = await startHome({ dcsPost: 'new' });
    const file = join(temporaryFolder(), 'record.json');
    await induct(one, ['share', file]);
    expect(await refused(other, ['merge', file])).toContain('a holder who is not kept here');
    await induct(other, ['merge', file, '--new']);
    expect((await induct(other, ['holders', '--json'])).json.holders).toHaveLength(2);
  });

  test('a file that was changed, cut off, or is none', async () => {
    const home = await startHome();
    const file = join(temporaryFolder(), 'record.json');
    await induct(home, ['share', file]);
    const whole = readFileSync(file, 'utf8');
    const before = await digests(home);
    for (const text of [
      whole.replace('Start', 'Stop'),
      whole.replace('The plan', 'A plan'),
      whole.slice(0, 900),
      '{}',
      '',
    ]) {
      if (text === whole) continue;
      writeFileSync(file, text);
      expect(await refused(home, ['merge', file])).toContain('record.json');
    }
    expect(await refused(home, ['merge', '/no/such.json'])).toContain('such.json');
    expect(await refused(home, ['merge'])).toContain('Say which file');
    expect(await refused(home, ['share'])).toContain('Say which file');
    expect(await digests(home)).toEqual(before);
  });

  test('share never writes over a file without --force', async () => {
    const home = await startHome();
    const file = join(temporaryFolder(), 'record.json');
    await induct(home, ['share', file]);
    expect(await refused(home, ['share', file])).toContain('there already');
  });
});
