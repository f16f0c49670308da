import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionsOf, eventsOf, induct, prepare, statusOf } from '../../contract/calls.ts';
import { layerOf, uncommented } from '../../helpers/layers.ts';
import { packCopy } from '../../helpers/packs.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';

/** What Leeds calls things, and what it does by itself. */
const LEEDS = {
  'steps.yaml': `steps:
  - id: members
    actions:
      - { id: members.pass, kind: task, title: "Collect {your} pass for the Civic Hall", within: 2, doer: officer }
  - id: documents
    actions:
      - { id: documents.budget, name: Budget book, within: 8 }
      - { id: documents.send-strategy, hidden: true }
  - id: leeds
    title: What is particular to Leeds
    actions: [{ id: leeds.child-friendly, kind: topic, title: Hear what Child Friendly Leeds has set itself, within: 15 }]
`,
  'meetings.yaml':
    'meetings: [{ id: scrutiny-committee, name: Scrutiny Board (Children and Families), short: Scrutiny Board }]\n',
  'people.yaml':
    'people: [{ id: dcs, title: Director of Children and Families, contact: { email: dcf@leeds.example } }]\n',
  'letters.yaml': 'letters: [{ id: dates, subject: "Dates for the Executive Member" }]\n',
  'advisers.yaml': 'advisers: [{ name: Pat Green, regions: [Yorkshire and The Humber] }]\n',
  'closing-days.yaml': 'closing_days: [{ date: "2026-05-21", name: Civic Hall closed }]\n',
};

/** Words without their line breaks. */
const flat = (words: string) => words.replace(/\s+/g, ' ');

const used = async (files: Readonly<Record<string, string>> = LEEDS, home?: string) => {
  const at = home ?? (await startHome());
  const folder = layerOf(files);
  expect(await induct(at, ['local', 'use', folder])).toMatchObject({ exit: 0, stdout: '' });
  return { home: at, folder };
};

describe('a list that is used', () => {
  test('is what every command speaks of', async () => {
    const home = await prepare([['got', '6.6', '--where', 'T:\\SEND']]);
    const before = actionsOf(await statusOf(home));
    await used(LEEDS, home);
    const status = await statusOf(home);
    const after = actionsOf(status);
    for (const [id, { number }] of Object.entries(before)) expect(after[id].number).toBe(number);
    expect(after['documents.budget'].suggestedDue > '2026-06-01').toBe(true);
    expect(after['leeds.child-friendly']).toMatchObject({
      number: '14.1',
      source: { page: 'local', section: 'Added by the council', url: null },
    });
    expect(status.steps.map(({ id }: { id: string }) => id).slice(-2)).toEqual(['leeds', 'own']);
    // The Thursday after the appointment is closed, so that the first working day is the Friday.
    expect([before['dcs.urgent-news'].due, after['dcs.urgent-news'].due]).toEqual(['2026-05-21', '2026-05-22']);
    // What was recorded wins over being taken out.
    expect(after['documents.send-strategy'].status).toBe('received');
    expect((await induct(home, ['meetings'])).stdout).toContain('Scrutiny Board');
    expect((await induct(home, ['adviser'])).stdout).toContain('Pat Green');
    expect((await induct(home, ['letter', 'dates'])).stdout).toContain('Dates for the Executive Member');
    const { json } = await induct(home, ['people', '--json']);
    expect(json.people[0]).toMatchObject({ title: 'Director of Children and Families', email: 'dcf@leeds.example' });
    expect((await induct(home, ['show', 'leeds.child-friendly'])).stdout).toContain("The council's own list");
    expect((await induct(home, ['local', '--json'])).json.people).toEqual([]);
  });

  test('takes an action out without losing it', async () => {
    const { home } = await used();
    const action = actionsOf(await statusOf(home))['documents.send-strategy'];
    expect(action).toMatchObject({
      status: 'skipped',
      skippedBy: 'answer',
      skippedBecause: 'not used at this council',
      overdue: false,
    });
    expect((await induct(home, ['show', '6.6'])).stdout).toContain('Done all the same? induct done 6.6');
    expect((await induct(home, ['reopen', '6.6'])).stderr).toContain('6.6 is not used at this council');
    expect((await induct(home, ['done', '6.6'])).exit).toBe(0);
    expect(actionsOf(await statusOf(home))['documents.send-strategy'].status).toBe('done');
  });

  test('speaks of the holder to an officer', async () => {
    const home = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    await used(LEEDS, home);
    expect((await induct(home, ['show', 'members.pass'])).stdout).toContain("Collect Cllr Khan's pass");
  });

  test('counts from the next command on once it is edited, and with a mistake tells where', async () => {
    const { home, folder } = await used();
    writeFileSync(join(folder, 'meetings.yaml'), 'meetings: [{ id: schools-forum, short: Forum }]\n');
    expect((await induct(home, ['meetings'])).stdout).toContain('Forum');
    writeFileSync(join(folder, 'meetings.yaml'), 'meetings: [{ id: schools-forum, shrt: Forum }]\n');
    const run = await induct(home, ['meetings']);
    expect(run).toMatchObject({ exit: 4, stdout: '' });
    expect(flat(run.stderr)).toContain(`${join(folder, 'meetings.yaml')}:1:33: unknown key "shrt": is it "short"?`);
    for (const argv of [['help'], ['local', 'use', '--none'], ['status']]) {
      expect((await induct(home, argv)).exit, argv.join(' ')).toBe(0);
    }
  });

  test('that is gone is said; going back loses nothing', async () => {
    const { home, folder } = await used();
    expect((await induct(home, ['done', 'leeds.child-friendly'])).exit).toBe(0);
    const events = await eventsOf(home);
    rmSync(folder, { recursive: true });
    const gone = await induct(home, ['status']);
    expect(gone.exit).toBe(4);
    expect(flat(gone.stderr)).toContain(`The council's own list is not there: ${folder}`);
    expect((await induct(home, ['local', 'check'])).exit).toBe(4);
    const back = await induct(home, ['local', 'use', '--none']);
    expect(back.stderr).toContain('The shipped list is used alone from now on.');
    expect(await eventsOf(home)).toEqual(events);
    expect((await induct(home, ['history'])).stdout).toContain('Hear what Child Friendly Leeds');
    expect((await induct(home, ['local', 'use', '--none'])).stderr).toContain('already');
  });

  test('does not count where INDUCT_PACK names another', async () => {
    const { home } = await used();
    const pack = packCopy();
    expect((await induct(home, ['meetings'], { pack })).stdout).not.toContain('Scrutiny Board');
    expect((await induct(home, ['local'], { pack })).stdout).toContain('INDUCT_PACK');
  });
});

describe('induct local use', () => {
  test('keeps nothing that has mistakes', async () => {
    const home = await startHome();
    const folder = layerOf({ 'steps.yaml': 'steps: none\n', 'tips.yaml': 'tpis: []\n' });
    const run = await induct(home, ['local', 'use', folder, '--json']);
    expect(run.error).toMatchObject({ code: 4 });
    expect(run.error?.message).toMatch(
      /^There are 2 mistakes in the list\.\n.*steps\.yaml:1:8: .*\n.*tips\.yaml:1:1: /,
    );
    expect((await induct(home, ['local', '--json'])).json.list).toEqual({ instead: null, own: null });
  });

  test('works before start, says what is changed, and again says so', async () => {
    const home = join(temporaryFolder(), 'new');
    const folder = layerOf(LEEDS);
    const run = await runInduct(['local', 'use', folder], { home });
    for (const words of [
      'ADDED',
      'CHANGED',
      'NOT USED HERE',
      'members.pass',
      'documents.budget',
      'steps.yaml: name, within',
    ]) {
      expect(run.stderr).toContain(words);
    }
    expect((await runInduct(['local', 'use', folder], { home })).stderr).toContain('Used already');
    const { json, stderr } = await runInduct(['local', 'use', folder, '--json'], { home });
    expect(stderr).toBe('');
    expect(json).toMatchObject({ schema: 'induct.list/1', folder });
    expect(json.changes).toContainEqual({
      what: 'hidden',
      file: 'steps.yaml',
      id: 'documents.send-strategy',
      title: expect.any(String),
      fields: [],
    });
    expect((await runInduct(['local'], { home })).stdout).toContain("with the council's own on top");
  });

  test('refuses what is no folder, a whole list, and both at once', async () => {
    const home = temporaryFolder();
    expect((await runInduct(['local', 'use'], { home })).stderr).toContain('The folder is missing.');
    expect((await runInduct(['local', 'use', join(home, 'no')], { home })).exit).toBe(2);
    expect((await runInduct(['local', 'use', packCopy()], { home })).stderr).toContain('INDUCT_PACK');
    expect((await runInduct(['local', 'use', 'x', '--none'], { home })).exit).toBe(2);
    expect(existsSync(join(home, 'local-list.json'))).toBe(false);
  });

  test('puts a damaged setting right', async () => {
    const home = await startHome();
    writeFileSync(join(home, 'local-list.json'), '{"folder": 5}');
    expect((await induct(home, ['status'])).stderr).toContain('induct local use --none');
    expect((await induct(home, ['local', 'use', layerOf(LEEDS)])).exit).toBe(0);
    expect((await induct(home, ['status'])).exit).toBe(0);
  });

  test('asks for the folder in a terminal', async () => {
    const home = temporaryFolder();
    const run = await runInduct(['local', 'use'], { home, tty: true, answers: [layerOf(LEEDS)] });
    expect(run.exit).toBe(0);
    expect(run.asked[0]).toContain('Which folder');
  });
});

describe('induct local check', () => {
  test('of the list in use, before start and with a damaged record', async () => {
    const home = temporaryFolder();
    expect((await runInduct(['local', 'check'], { home })).stdout).toContain('No mistakes in the list:');
    writeFileSync(join(home, 'induct.db'), 'damaged');
    expect((await runInduct(['local', 'check'], { home })).exit).toBe(0);
    expect((await runInduct(['local', 'check', layerOf(LEEDS)], { home })).stdout).toContain('To use it:');
  });

  test('of a damaged list tells every mistake', async () => {
    const pack = packCopy();
    writeFileSync(join(pack, 'tips.yaml'), 'tips: none\n');
    writeFileSync(join(pack, 'links.yaml'), '');
    const run = await runInduct(['local', 'check'], { pack });
    expect(run.exit).toBe(4);
    expect(flat(run.stderr)).toContain(`${join(pack, 'tips.yaml')}:1:7: "tips" must be a list`);
    expect(run.stderr).toContain(join(pack, 'links.yaml'));
    expect((await runInduct(['local', 'check', pack])).exit).toBe(4);
  });
});

describe('induct local new', () => {
  test('writes examples and schemas that change nothing, and overwrites nothing', async () => {
    const folder = join(temporaryFolder(), 'a list');
    const run = await runInduct(['local', 'new', folder]);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toContain(`Check it: induct local check "${folder}"`);
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(files).toContain('steps.yaml');
    for (const name of files) {
      const [, schema = ''] = /schema=(\S+)/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      expect(existsSync(join(folder, schema)), name).toBe(true);
    }
    expect((await runInduct(['local', 'check', folder])).stdout).toContain('It changes nothing yet.');
    writeFileSync(join(folder, 'habits.yaml'), uncommented(readFileSync(join(folder, 'habits.yaml'), 'utf8')));
    expect((await runInduct(['local', 'check', folder])).stdout).toContain('young-peoples-council');
    const again = await runInduct(['local', 'new', folder]);
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('holds something already');
    expect(readFileSync(join(folder, 'habits.yaml'), 'utf8')).not.toContain('#habits');
  });

  test('into an empty folder; with --json the files', async () => {
    const folder = join(temporaryFolder(), 'empty');
    mkdirSync(folder);
    const { json, stderr } = await runInduct(['local', 'new', folder, '--json']);
    expect({ stderr, ...json }).toMatchObject({ stderr: '', schema: 'induct.list/1', folder, changes: [] });
    expect(json.files).toContain('closing-days.yaml');
    expect((await runInduct(['local', 'new'])).stderr).toContain('For example: induct local new');
  });
});
