import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { eventsOf, induct, prepare, TODAY } from '../../contract/calls.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';

const promise = (id: string, text: string, by: string | null) =>
  draft('promised', id, text, TODAY, { text, to: 'scrutiny-committee', by });
const question = (id: string, to: string, on: string) =>
  draft('question-asked', id, 'Why?', on, { text: 'Why?', to, visit: null });

const DIARY = [
  ['meetings', 'new', 'DCS one-to-one', '--every', 'week', '--from', '4 June 9:30am'],
  ['meetings', 'add', '7.2', '10 June', '10:30am', '--place', 'Civic Hall'],
  ['meetings', 'add', '7.3', '18 June', '4:30pm'],
  ['book', '4.8', '--for', '12 June', '4pm'],
  ['ask', '6', '--of', "the DCS's office", '--on', '22 May', '--yes'],
  ['got', '6.4', '6.1'],
] as const;

/** A home on Wed 3 June with a diary, promises, questions and a habit. */
async function full(home: Parameters<typeof startHome>[0] = {}): Promise<string> {
  const drafts = [
    promise('p1', 'Come back on home-to-school transport', '2026-06-12'),
    promise('p2', 'Send the letter', '2026-06-01'),
    promise('p3', 'Later', '2026-09-01'),
    promise('p4', 'Some day', null),
    question('q1', 'dcs', '2026-05-28'),
    question('q2', 'dcs', '2026-06-01'),
    question('q3', 'the mayor', '2026-06-01'),
    draft('question-answered', 'q3', 'Why?', TODAY, { answer: 'Because' }),
  ];
  const made = await prepare([], { ...home, drafts });
  for (const argv of [...DIARY, ['habits', 'on', 'data-look', '--every', 'week']]) {
    expect((await induct(made, argv)).exit).toBe(0);
  }
  return made;
}

describe('the document', () => {
  test('next week, as it was agreed', async () => {
    const { json, exit, stderr } = await induct(await full(), ['week', '--json']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(json).toMatchObject({ schema: 'induct.week/1', today: TODAY, from: '2026-06-08', to: '2026-06-14' });
    expect(json.days.map(({ date }: { date: string }) => date)).toEqual(
      [8, 9, 10, 11, 12, 13, 14].map((day) => `2026-06-${String(day).padStart(2, '0')}`),
    );
    for (const day of json.days) expect(Object.keys(day)).toEqual(['date', 'holiday', 'entries']);
    const entries = json.days.flatMap((day: { entries: object[] }) => day.entries);
    expect(entries).toEqual([
      {
        time: '10:30',
        place: 'Civic Hall',
        title: "Children's scrutiny committee",
        capacity: 'witness',
        meeting: 'scrutiny-committee',
        actions: ['meetings.scrutiny-committee'],
      },
      { time: '09:30', place: null, title: 'DCS one-to-one', capacity: null, meeting: 'dcs-one-to-one', actions: [] },
      {
        time: '16:00',
        place: null,
        title: 'The chief executive',
        capacity: null,
        meeting: null,
        actions: ['members.chief-executive'],
      },
    ]);
    expect(json.promises.map(({ id }: { id: string }) => id)).toEqual(['p2', 'p1']);
    expect(Object.keys(json.promises[0])).toEqual(['id', 'text', 'to', 'by', 'keptOn']);
    expect(json.questions).toMatchObject([
      { id: 'q1', to: 'dcs', askedOn: '2026-05-28' },
      { id: 'q2', answer: null },
    ]);
    expect(json.waiting).toEqual([{ of: "the DCS's office", since: '2026-05-22', actions: expect.any(Array) }]);
    expect(json.waiting[0].actions).toHaveLength(18);
    expect(json.read).toMatchObject({ id: 'documents.inspection-reports', number: '6.1', status: 'received' });
    expect(json.habits).toEqual([{ id: 'data-look', title: 'Look at the data', next: '2026-06-10' }]);
  });

  test('papers: five clear working days before, also of a meeting just after the week', async () => {
    const home = await full();
    const papers = async (...more: string[]) => (await induct(home, ['week', ...more, '--json'])).json.papers;
    expect(await papers('--this')).toEqual([
      { meeting: 'scrutiny-committee', date: '2026-06-10', outBy: '2026-06-02' },
    ]);
    await induct(home, ['meetings', 'move', '7.2', '16 June']);
    expect(await papers()).toEqual([{ meeting: 'scrutiny-committee', date: '2026-06-16', outBy: '2026-06-08' }]);
    await induct(home, ['meetings', 'move', '7.2', '15 June']);
    expect(await papers()).toEqual([{ meeting: 'scrutiny-committee', date: '2026-06-15', outBy: '2026-06-05' }]);
    await induct(home, ['meetings', 'cancel', '7.2']);
    expect(await papers()).toEqual([]);
  });

  test.each([
    ['2026-06-07', [], '2026-06-08'],
    ['2026-06-08', [], '2026-06-15'],
    ['2026-06-08', ['--this'], '2026-06-08'],
    ['2026-06-14', ['--this'], '2026-06-08'],
    ['2026-06-03', ['--from', '25 June'], '2026-06-22'],
    ['2026-12-30', [], '2027-01-04'],
  ])('on %s %j begins on %s', async (today, more, from) => {
    expect((await induct(await prepare(), ['week', ...more, '--json'], { today })).json.from).toBe(from);
  });

  test('bank holidays and quiet weeks', async () => {
    const home = await prepare([['quiet', 'add', '27 July', '1 September', '--why', 'recess']]);
    const { json, stdout } = await induct(home, ['week', '--from', '31 August', '--json'], { today: '2026-08-28' });
    expect(json.days[0]).toMatchObject({ date: '2026-08-31', holiday: 'Summer bank holiday' });
    expect(json.quiet).toEqual([{ from: '2026-07-27', to: '2026-09-01', why: 'recess' }]);
    expect(stdout).not.toBe('');
    const words = (await induct(home, ['week'], { today: '2026-08-28' })).stdout;
    expect(words).toContain('Mon 31 August  Summer bank holiday');
    expect(words).toContain('Quiet until Tue 1 September: recess.');
  });

  test('what was cancelled or excused is left out, and a rhythm goes on for ever', async () => {
    const home = await full();
    await induct(home, ['meetings', 'cancel', 'dcs-one-to-one', '11 June']);
    await induct(home, ['meetings', 'attended', '7.2', '--on', '10 June', '--apologies'], { today: '2026-06-10' });
    const entries = async (...more: string[]) =>
      (await induct(home, ['week', ...more, '--json'])).json.days.flatMap((day: { entries: object[] }) => day.entries);
    expect(await entries()).toMatchObject([{ title: 'The chief executive' }]);
    expect(await entries('--from', '2026-12-07')).toMatchObject([{ meeting: 'dcs-one-to-one' }]);
  });
});

describe('the screen', () => {
  test('at 80 columns', async () => {
    const { stdout } = await induct(await full(), ['week']);
    expect(stdout).toBe(`Leeds, Wednesday 3 June 2026: next week, Mon 8 to Sun 14 June

IN THE DIARY
  Wed 10 June  10:30am  7.2 Children's scrutiny committee, Civic Hall, as a
                        witness
                        induct brief scrutiny-committee
  Thu 11 June  9:30am   DCS one-to-one
                        induct brief dcs
  Fri 12 June  4pm      4.8 The chief executive
                        induct brief chief-executive

TO MIND
  Promised  Send the letter, to Children's scrutiny        late: Mon 1 June
            committee
  Promised  Come back on home-to-school transport, to      by Fri 12 June
            Children's scrutiny committee
  To ask    2 questions to the director of children's services (DCS), the oldest
            asked Thu 28 May
  To come   18 documents, from the DCS's office, since Fri 22 May
  Habit     Look at the data                               around Wed 10 June
  To read   6.1 Ofsted and other inspection reports        here since Wed 3 June

6 things of the plan fall due in it (induct next).
On paper: induct week --print     Who owes what: induct waiting
`);
  });

  test('at most 30 lines, however full', async () => {
    const home = await full();
    for (const [place, number] of [
      '4.1',
      '4.2',
      '4.3',
      '4.4',
      '4.5',
      '7.1',
      '7.4',
      '7.5',
      '7.6',
      '7.7',
      '7.8',
    ].entries()) {
      await induct(home, ['book', number, '--for', `${8 + (place % 5)} June`, `${9 + place}:00`]);
    }
    const { stdout } = await induct(home, ['week']);
    expect(stdout.split('\n').length - 1).toBeLessThanOrEqual(30);
    expect(stdout).toContain('TO MIND');
  });

  test('an empty week says what could go into it, and that works', async () => {
    const home = await startHome();
    const { stdout } = await induct(home, ['week', '--plain'], { today: '2026-06-10' });
    expect(stdout).toContain('Nothing is in the diary');
    const commands = [...stdout.matchAll(/induct (book|meetings) (.*)/g)];
    expect(commands.length).toBeGreaterThan(1);
    for (const [line] of commands) {
      const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, inner]) => inner ?? word).slice(1);
      const run = await induct(home, words, { today: '2026-06-10' });
      expect(run.exit, `${line}: ${run.stderr}`).toBe(0);
    }
    expect((await induct(home, ['week'], { today: '2026-06-10' })).stdout).toContain('induct brief');
  });

  test('to an officer nothing says you', async () => {
    const home = await full({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    for (const more of [[], ['--this'], ['--from', '1 July']]) {
      const { stdout } = await induct(home, ['week', ...more, '--plain']);
      expect(stdout).not.toMatch(/\byour?\b(?! first ten)/i);
      expect(stdout).toMatch(/^Cllr Aisha Khan, Leeds/);
    }
  });
});

describe('on paper', () => {
  const page = async (home: string, ...more: string[]) =>
    (await induct(home, ['week', '--print', '--output', '-', ...more])).stdout;

  test('one page for the holder, with room to write', async () => {
    const home = await full({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const html = await page(home);
    const said = html.replace(/[\s\S]*<main>/, '');
    expect(said).toContain('<h1>Your week: Mon 8 to Sun 14 June 2026</h1>');
    expect(said).toContain('Cllr Aisha Khan, Leeds City Council');
    expect(said.match(/class="rule"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(said).not.toMatch(/\blate\b|overdue|not applicable|induct /i);
    expect(said).toMatch(/Not a record of decisions\.<\/p>\s*<\/main>/);
    expect(said).toContain('Send the letter, to Children&#39;s scrutiny committee, for Mon 1 June');
  });

  test('names the year once, also over new year', async () => {
    const html = await page(await full(), '--from', '2026-12-30');
    expect(html).toContain('<h1>Your week: Mon 28 December to Sun 3 January 2027</h1>');
  });

  test('holds nothing private', async () => {
    const home = await full();
    await induct(home, ['note', '4.8', 'Wants a word before cabinet', '--private']);
    expect(await page(home)).not.toContain('Wants a word');
  });

  test('opens in the browser, and says where it is', async () => {
    const run = await induct(await full(), ['week', '--print'], { tty: true });
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.opened).toHaveLength(1);
    expect(run.opened[0]).toMatch(/week-2026-06-08\.html$/);
    expect(run.stderr).toContain('print it there');
  });

  test('goes to a file, never over one that is there', async () => {
    const home = await full();
    const file = `${temporaryFolder()}/week.html`;
    expect((await induct(home, ['week', '--print', '--output', file])).exit).toBe(0);
    expect((await induct(home, ['week', '--print', '--output', file])).exit).toBe(2);
    expect((await induct(home, ['week', '--output', file, '--force'])).exit).toBe(0);
    const told = await induct(home, ['week', '--output', file, '--force', '--json']);
    expect(told).toMatchObject({ exit: 0, stderr: '', json: { schema: 'induct.week/1' } });
  });
});

test('two weeks at once are refused', async () => {
  const run = await induct(await prepare(), ['week', '--this', '--from', '8 June']);
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).toContain('--this and --from name two weeks.');
  expect((await induct(await prepare(), ['week', '--from', 'someday'])).exit).toBe(2);
});

test('looking records nothing', async () => {
  const home = await full();
  const before = await eventsOf(home);
  await induct(home, ['week']);
  expect(await eventsOf(home)).toEqual(before);
});

test('before start there is none', async () => {
  expect((await runInduct(['week'])).exit).toBe(3);
});
