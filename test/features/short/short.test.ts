import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/dates/index.ts';
import { draft } from '../../../src/core/events.ts';
import { induct, prepare, TODAY } from '../../contract/calls.ts';
import { A_MONTH, STEPS } from '../../contract/screens.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { some } from '../../helpers/whole.ts';

const MOST_LINES = 24;
const linesOf = (text: string) => text.split('\n').length - 1;

/** Every third day of some 400, and for every day a third of those. */
const ALL_DAYS = Array.from({ length: 134 }, (_, place) => addDays('2026-05-20', place * 3));
const DAYS = some(ALL_DAYS, 3);

const long =
  'A very long title of something to do that goes on for two lines or even three on a screen of eighty columns';

const promise = (id: string, text: string, by: string | null) =>
  draft('promised', id, text, TODAY, { text, to: 'scrutiny-committee', by });
const question = (id: string, to: string) =>
  draft('question-asked', id, 'Why?', TODAY, { text: 'Why?', to, visit: null });

/** Promises, one of them long, questions to two, and habits. */
async function withCompanion(
  home: Parameters<typeof startHome>[0] = {},
  commands: readonly (readonly string[])[] = A_MONTH,
): Promise<string> {
  const drafts = [
    promise('p1', 'Some day', null),
    promise('p2', 'Come back on home-to-school transport', '2026-09-15'),
    promise('p3', long.repeat(20), '2026-06-08'),
    ...['q1', 'q2', 'q3'].map((id) => question(id, 'dcs')),
    question('q4', 'the mayor'),
    draft('question-answered', 'q1', 'Why?', TODAY, { answer: 'Because' }),
  ];
  const made = await startHome({ ...home, drafts });
  for (const argv of [...commands, ['habits', 'on', 'service-visit']]) expect((await induct(made, argv)).exit).toBe(0);
  return made;
}

const HOMES: Record<string, () => Promise<string>> = {
  'promises, questions and habits': () => withCompanion(),
  'nothing recorded': () => startHome(),
  'an officer with a long name': () =>
    startHome({ typing: 'officer', answers: { name: 'Alexandrina Featherstonehaugh-Cholmondeley' } }),
  'a month of records': () => prepare(A_MONTH),
  'everything asked for': () =>
    prepare([
      ['ask', '6', '--of', 'a', '--yes'],
      ['ask', '7', '--of', 'b', '--yes'],
      ['ask', '8.1', '--of', 'c'],
      ['ask', '9.1'],
    ]),
  'a full diary': () =>
    prepare([
      ...['4.1', '4.2', '4.3', '4.4', '4.5', '4.8', '7.1', '7.2', '7.3', '7.4'].map((number, place) => [
        'book',
        number,
        '--for',
        addDays('2026-06-08', place * 20),
        '--with',
        'somebody whose name is a long one',
      ]),
      ['meetings', 'new', 'One-to-one with the director', '--every', 'week', '--from', '4 June 9:30am'],
    ]),
  'much of their own': () =>
    prepare(Array.from({ length: 9 }, (_, n) => ['add', `${long} ${n}`, '--by', addDays('2026-06-05', n * 9)])),
  'everything done': () => prepare(STEPS.map((step) => ['done', step, '--yes'])),
  'quiet weeks': () => prepare([...A_MONTH, ['quiet', 'add', '27 July', '1 September', '--why', 'recess']]),
  'appointed ahead': () => startHome({ appointed: '2026-09-01', startedOn: '2026-05-20' }),
  'vacant, with a trust': () =>
    startHome({ dcsPost: 'vacant', answers: { delivery: 'trust', dcs_also: 'yes', split: 'yes' } }),
};

describe('at most 24 lines at 80 columns, whatever the date', () => {
  test.each(Object.entries(HOMES))('%s', async (_, make) => {
    const home = await make();
    for (const today of DAYS) {
      const run = await induct(home, [], { today });
      expect(run.exit, run.stderr).toBe(0);
      expect([today, linesOf(run.stdout)]).toEqual([today, Math.min(linesOf(run.stdout), MOST_LINES)]);
      expect(linesOf(run.stdout)).toBeGreaterThan(2);
    }
  });
});

describe('the screen after start, at most 24 lines at 80 columns', () => {
  const flags: Record<string, readonly string[]> = {
    'a holder': [],
    'an officer': ['--typing', 'officer', '--name', 'Aisha Khan'],
    'an officer, a long name, a trust': [
      '--typing',
      'officer',
      '--name',
      'Alexandrina Featherstonehaugh-Cholmondeley',
      '--delivery',
      'trust',
      '--dcs-also',
      'yes',
    ],
    'the Isles of Scilly, vacant': ['--council', 'Isles of Scilly', '--dcs-post', 'vacant'],
  };
  test.each(Object.entries(flags))('%s', async (_, more) => {
    for (const today of DAYS) {
      for (const appointed of [today, addDays(today, 40), addDays(today, -10), addDays(today, -100)]) {
        const argv = ['start', '--council', 'Leeds', '--appointed', appointed, ...more, '--yes'];
        if (appointed !== today && DAYS.indexOf(today) % 6 !== 0) continue;
        const run = await runInduct(argv, { today });
        expect(run.exit, run.stderr).toBe(0);
        expect([today, appointed, linesOf(run.stdout) <= MOST_LINES]).toEqual([today, appointed, true]);
        expect(run.stdout).toContain('DO FIRST');
        expect(run.stdout.match(/^ {2}\S/gm)?.length ?? 0).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('before start', () => {
  test('it says what it is and how to begin', async () => {
    const run = await runInduct([]);
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(run.stdout).toContain('induct start');
    expect(linesOf(run.stdout)).toBeLessThanOrEqual(MOST_LINES);
  });

  test('the document has no plan', async () => {
    const run = await runInduct(['--json']);
    expect(run).toMatchObject({ exit: 0, stderr: '', json: { schema: 'induct.short/1', induction: null } });
  });

  test('nothing is written', async () => {
    const home = temporaryFolder();
    await runInduct([], { home });
    expect((await runInduct(['status'], { home })).exit).toBe(3);
  });
});

describe('what it shows', () => {
  test('the late first, then ours, then what comes, the diary, what is awaited', async () => {
    const home = await prepare([...A_MONTH, ['due', '6.6', '--reset']]);
    const { stdout } = await induct(home, [], { today: '2026-06-09' });
    const places = [
      'LATE, BY DATES YOU SET OR BOOKED (1)',
      'OVERDUE, BY OUR SUGGESTED DATES (',
      'NEXT ACTIONS',
      'IN THE DIARY',
      'WAITING FOR',
      'Done so far: 4 (2.1, 3.2, 4.5, 8.4).',
    ].map((words) => stdout.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('only a date that the user set or booked is called late', async () => {
    const home = await prepare([
      ['ask', '6', '--yes'],
      ['due', '6.6', '5 June'],
    ]);
    for (const argv of [[], ['next', '20'], ['status'], ['show', '6.6']]) {
      const { stdout } = await induct(home, argv, { today: '2026-06-09' });
      for (const [, day] of stdout.matchAll(/late: (.*)/g)) expect([argv, day]).toEqual([argv, 'Fri 5 June']);
    }
  });

  test('headings of empty lists are left out', async () => {
    const { stdout } = await induct(await prepare(), [], { today: '2026-05-20' });
    expect(stdout).not.toMatch(/OVERDUE|LATE|DIARY|WAITING|\(0\)/);
    expect(stdout).toContain('NEXT ACTIONS');
  });

  test('counts occasions, while status counts actions', async () => {
    const home = await prepare();
    const { json } = await induct(home, ['--json'], { today: '2026-06-05' });
    const { stdout } = await induct(home, [], { today: '2026-06-05' });
    expect(stdout).toContain(`OVERDUE, BY OUR SUGGESTED DATES (${json.overdue.length})`);
    const status = (await induct(home, ['status', '--json'], { today: '2026-06-05' })).json;
    expect(status.counts.overdue).toBeGreaterThan(json.overdue.length);
  });

  test('the document', async () => {
    const { json } = await induct(await prepare(A_MONTH), ['--json'], { today: '2026-06-09' });
    expect(Object.keys(json)).toEqual([
      'schema',
      'today',
      'induction',
      'quietUntil',
      'overdue',
      'next',
      'diary',
      'waiting',
      'promises',
      'questions',
    ]);
    expect(json).toMatchObject({ schema: 'induct.short/1', today: '2026-06-09', quietUntil: null });
    expect(json.next.length).toBeLessThanOrEqual(5);
    expect(json.diary[0]).toMatchObject({ date: '2026-06-10', time: '10:30', place: 'Civic Hall' });
    expect(json.waiting).toContainEqual({ of: "the DCS's office", since: TODAY, actions: expect.any(Array) });
  });

  test.each([
    ['2026-05-20', /^Leeds, Wednesday 20 May 2026$/],
    ['2026-05-21', /working day 1 of the first ten/],
    ['2026-06-04', /working day 10 of the first ten/],
    ['2026-06-05', /^Leeds, Friday 5 June 2026$/],
  ])('on %s the head is %s', async (today, head) => {
    const { stdout } = await induct(await prepare(), [], { today });
    expect(stdout.split('\n')[0]).toMatch(head);
  });

  test('in quiet weeks: until when, and only what was dated by hand', async () => {
    const home = await prepare([
      ['quiet', 'add', '27 July', '1 September', '--why', 'recess'],
      ['add', 'Ring the MP', '--by', '20 August'],
    ]);
    const { stdout } = await induct(home, [], { today: '2026-08-12' });
    expect(stdout).toContain('Quiet until Tue 1 September.');
    expect(stdout).toContain('Ring the MP');
    expect(stdout).not.toContain('Hear from foster carers');
    expect((await induct(home, [], { today: '2026-09-01' })).stdout).not.toContain('Quiet until');
    expect((await induct(home, ['--json'], { today: '2026-08-12' })).json.quietUntil).toBe('2026-09-01');
  });

  test('many past dates: a way out in one command, which works', async () => {
    const home = await prepare();
    const { stdout } = await induct(home, [], { today: '2026-09-18' });
    expect(stdout.replace(/\s+/g, ' ')).toContain('induct profile dates_from today');
    expect((await induct(home, ['profile', 'dates_from', 'today'], { today: '2026-09-18' })).exit).toBe(0);
    expect((await induct(home, [], { today: '2026-09-18' })).stdout).not.toContain('OVERDUE');
  });

  test('the command it ends with works', async () => {
    for (const today of ['2026-05-20', TODAY, '2026-06-05', '2026-07-20']) {
      const home = await prepare([['done', '3.2']]);
      const { stdout } = await induct(home, [], { today });
      const [, verb = '', what = ''] = /(?:Done|Sent)\? induct (done|ask) (\S+)/.exec(stdout) ?? [];
      expect(await induct(home, [verb, what, '--yes'], { today }), stdout).toMatchObject({ exit: 0 });
    }
  });
});

describe('promised and asked', () => {
  test('the soonest first, late ones before them; questions in one line', async () => {
    const home = await withCompanion({}, []);
    const { stdout } = await induct(home, [], { today: '2026-06-09' });
    expect(stdout).toMatch(/PROMISED\n {2}p3 .*late: Mon 8 June/);
    expect(stdout).toContain("3 open questions, 2 to the director of children's services (induct questions)");
    const wide = (await induct(home, ['--plain'], { today: '2026-10-20' })).stdout;
    expect(wide).toMatch(/p3 .*late: Mon 8 June\np2 .*late: Tue 15 September\np1 {2}Some day/);
  });

  test('a habit is mentioned when it comes round, and not before', async () => {
    const home = await prepare([['habits', 'on', 'service-visit']]);
    const line = 'Visit a service, then tell the director, around';
    expect((await induct(home, [], { today: '2026-06-12' })).stdout).not.toContain(line);
    expect((await induct(home, [], { today: '2026-06-15' })).stdout).toContain(`${line} Wed 17 June (induct habits)`);
    expect((await induct(home, [], { today: '2026-07-15' })).stdout).toContain(`${line} now (induct habits)`);
  });

  test('the document has what is open', async () => {
    const { json } = await induct(await withCompanion({}, []), ['--json']);
    expect(json.promises.map(({ id }: { id: string }) => id)).toEqual(['p3', 'p2', 'p1']);
    expect(json.promises[1]).toEqual({
      id: 'p2',
      text: 'Come back on home-to-school transport',
      to: 'scrutiny-committee',
      by: '2026-09-15',
      keptOn: null,
    });
    expect(json.questions.map(({ id }: { id: string }) => id)).toEqual(['q2', 'q3', 'q4']);
    expect(json.questions[0]).toMatchObject({ to: 'dcs', askedOn: TODAY, answer: null, answeredOn: null });
  });
});

describe('after the hundred days', () => {
  const OVER = 'The hundred days are over; what is agreed and asked goes on.';

  test('on working day 100 the plan still leads, on the next it does not', async () => {
    const home = await withCompanion();
    const last = (await induct(home, [], { today: '2026-10-09' })).stdout;
    expect(last).toContain('OVERDUE, BY OUR SUGGESTED DATES');
    expect(last).not.toContain(OVER);
    const { stdout } = await induct(home, [], { today: '2026-10-12' });
    expect(stdout.split(OVER)).toHaveLength(2);
    expect(stdout).not.toMatch(/OVERDUE|NEXT ACTIONS/);
    expect(stdout).toMatch(/\d+ things of the plan are still open \(induct status\)/);
    expect(stdout).toContain('What the year brings: induct year');
    for (const words of ['IN THE DIARY', 'PROMISED', 'TO KEEP UP']) expect(stdout).toContain(words);
    const { overdue } = (await induct(home, ['--json'], { today: '2026-10-12' })).json;
    expect(overdue.map(({ number }: { number: string }) => number)).toEqual(['14.1', '4.8', '7.2', '7.3']);
  });

  test('what the user dated is still late, and what lies ahead is there', async () => {
    const home = await prepare([
      ['add', 'Ring the MP', '--by', '5 October'],
      ['add', 'Write to the trust', '--by', '30 October'],
    ]);
    const { stdout } = await induct(home, [], { today: '2026-10-20' });
    expect(stdout).toMatch(/LATE, BY DATES YOU SET OR BOOKED \(1\)\n.*Ring the MP/);
    expect(stdout).toMatch(/SET BY YOU\n.*Write to the trust/);
    expect(stdout).toContain('Done? induct done 14.1');
  });

  test('counting from today begins them again', async () => {
    const home = await prepare();
    await induct(home, ['profile', 'dates_from', 'today'], { today: '2026-10-20' });
    expect((await induct(home, [], { today: '2026-10-20' })).stdout).toContain('NEXT ACTIONS');
  });

  test('earlier, when nothing of the plan is open', async () => {
    const home = await prepare(STEPS.map((step) => ['done', step, '--yes']));
    const { stdout } = await induct(home, []);
    expect(stdout).toContain('Everything in the plan is settled.');
    expect(stdout).not.toContain('still open');
  });

  test('to an officer nothing says you', async () => {
    const home = await withCompanion({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    expect((await induct(home, ['--plain'], { today: '2026-10-20' })).stdout).not.toMatch(/\byour?\b/i);
  });
});

test('the first day back from quiet weeks says so', async () => {
  const home = await prepare([['quiet', 'add', '27 July', '29 August', '--why', 'recess']]);
  const head = async (today: string) => (await induct(home, [], { today })).stdout.split('\n')[0];
  expect(await head('2026-08-28')).toContain('Quiet until');
  // Saturday 29 August, and the Tuesday after the bank holiday.
  expect(await head('2026-09-01')).toBe('Leeds, Tuesday 1 September 2026. Back from quiet weeks.');
  expect(await head('2026-09-02')).toBe('Leeds, Wednesday 2 September 2026');
  const { stdout } = await induct(home, [], { today: '2026-09-01' });
  expect(stdout.replace(/\s+/g, ' ')).toContain('Count dates from today: induct profile dates_from today');
});
