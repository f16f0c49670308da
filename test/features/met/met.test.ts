import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { INTERRUPT } from '../../helpers/run.ts';

const WEEKLY = ['meetings', 'new', 'DCS one-to-one', '--every', 'week', '--from', '28 May 2026 9:30am'];
const LAW = 'dcs.lead-member-in-law';
/** To have been there also moves what was to be done before it. */
const SCRUTINY = ['meetings.scrutiny-committee', 'members.scrutiny-chair', 'documents.scrutiny-programme'];
const STRENGTHS = 'dcs.strengths-and-challenges';

const RECORDS: Record<string, Call> = {
  'on its last day without an answer': {
    before: [WEEKLY],
    call: ['met', 'dcs', '--settled', '3.3', '3.5'],
    leaves: { [LAW]: { status: 'done', doneOn: '2026-05-28' }, [STRENGTHS]: { status: 'done', doneOn: '2026-05-28' } },
    says: [/Thu 28 May\. Settled: 3\.3, 3\.5\./, /The next date: Thu 4 June, 9:30am\./],
  },
  'on a day named': {
    before: [WEEKLY],
    call: ['met', 'dcs', '--on', 'yesterday', '--settled', 'vision'],
    leaves: { 'dcs.vision': { status: 'done', doneOn: '2026-06-02' } },
  },
  'a person: the action is settled by it': {
    before: [['book', '4.8', '--for', '3 June', '4pm']],
    call: ['met', 'chief-executive'],
    leaves: { 'members.chief-executive': { status: 'done', doneOn: TODAY } },
    says: [/Settled: 4\.8\./],
  },
  'a meeting': {
    call: ['met', '7.2', '--on', '2 June', '--agreed', 'A note on transport'],
    leaves: { 'meetings.scrutiny-committee': { status: 'done', doneOn: '2026-06-02' } },
    changed: SCRUTINY,
    says: [/top of the next brief/],
  },
  'a promise, with its day in the text': {
    call: ['met', '7.2', '--promise', 'A reply on home to school transport by 15 Sept'],
    leaves: { 'meetings.scrutiny-committee': { status: 'done' } },
    changed: SCRUTINY,
    created: [{ type: 'promise', id: 'p1' }],
    says: [/Promised: p1, by Tue 15 September/],
  },
  'what they promised comes back as a question': {
    call: ['met', 'dcs', '--they-promised', 'The self-assessment'],
    leaves: {},
    created: [{ type: 'question', id: 'q1' }],
    says: [/Kept as a question for the next brief: q1\./],
  },
  'how urgent news travels settles that point': {
    call: ['met', 'dcs', '--urgent', 'A call, then a text'],
    leaves: { 'dcs.urgent-news': { status: 'done', doneOn: TODAY } },
  },
  'what was booked for it goes along to the next date': {
    before: [WEEKLY, ['book', '3.3', '3.5', '--for', '3 June', '9:30am']],
    call: ['met', 'dcs', '--on', '3 June', '--settled', '3.3'],
    leaves: {
      [LAW]: { status: 'done' },
      [STRENGTHS]: { status: 'arranged', arrangedFor: '2026-06-04' },
    },
  },
  'and is open again without one': {
    before: [['book', '3.3', '3.5', '--for', '3 June', '9:30am']],
    call: ['met', 'dcs', '--settled', '3.3'],
    leaves: { [LAW]: { status: 'done' }, [STRENGTHS]: { status: 'todo', arrangedFor: null } },
  },
  'that a talk was moved': {
    before: [['book', '4.8', '--for', '3 June', '4pm']],
    call: ['met', 'chief-executive', '--moved', '10 June'],
    leaves: { 'members.chief-executive': { status: 'arranged', arrangedFor: '2026-06-10' } },
    says: [/Moved: Chief executive, Wed 10 June, 4pm, instead of Wed 3 June\./],
  },
  'that it was not held': {
    before: [['book', '4.8', '--for', '3 June', '4pm']],
    call: ['met', 'chief-executive', '--not-held'],
    leaves: { 'members.chief-executive': { status: 'todo', arrangedFor: null } },
    says: [/not held on Wed 3 June\./],
  },
  'nothing new of what was not held again': {
    before: [
      ['book', '4.8', '--for', '3 June', '4pm'],
      ['met', 'chief-executive', '--not-held'],
    ],
    call: ['met', 'chief-executive', '--not-held'],
    leaves: {},
    says: [/no date without an answer/],
  },
  'nothing new when all of it is said again': {
    before: [
      WEEKLY,
      [
        'met',
        'dcs',
        '--agreed',
        'Every Thursday',
        '--settled',
        '3.1',
        '--promise',
        'A note by 9 June',
        '--urgent',
        'A call',
        '--they-promised',
        'Figures',
        '--next',
        '4 June 9:30am',
      ],
    ],
    call: [
      'met',
      'dcs',
      '--agreed',
      'Every Thursday',
      '--settled',
      '3.1',
      '--promise',
      'A note by 9 June',
      '--urgent',
      'A call',
      '--they-promised',
      'Figures',
      '--next',
      '4 June 9:30am',
    ],
    leaves: {},
    says: [/Already recorded: .*Thu 28 May\. Another day: induct met dcs --on today/],
    never: [/undo/],
  },
};

describe('met records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'apologies to a person': { call: ['met', 'dcs', '--apologies'], exit: 2, says: [/Apologies are for meetings/] },
  'nobody named': { call: ['met'], exit: 2, says: [/Say whom you met/, /induct met dcs/] },
  'nobody of that name': { call: ['met', 'nobody-here'], exit: 2, says: [/There is no person or meeting/] },
  'a day to come': { call: ['met', 'dcs', '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'a next date before it': {
    call: ['met', 'dcs', '--next', '1 June 2026'],
    exit: 2,
    says: [/--next: 1 June 2026 has passed/],
  },
  'moved and something agreed': {
    call: ['met', 'dcs', '--moved', '10 June', '--agreed', 'x'],
    exit: 2,
    says: [/alone/],
  },
  'moved without a date to move': { call: ['met', 'dcs', '--moved', '10 June'], exit: 2, says: [/no date to move/] },
  'an answer to nothing': { call: ['met', 'dcs', '--answer', 'q9 Yes'], exit: 2, says: [/no question "q9"/] },
  'an answer without a number': { call: ['met', 'dcs', '--answer', 'Yes'], exit: 2, says: [/--answer needs/] },
  'a point that is none': { call: ['met', 'dcs', '--settled', '3.99'], exit: 2, says: [/no action "3\.99"/] },
  'a point that is a meeting': { call: ['met', 'dcs', '--settled', '7.3'], exit: 2, says: [/induct met 7\.3/] },
  'urgent news with somebody else': {
    call: ['met', 'leader', '--urgent', 'A call'],
    exit: 2,
    says: [/with the director/],
  },
  'a day of no promise': { call: ['met', 'dcs', '--by', '15 Sept'], exit: 2, says: [/--by is the day of a promise/] },
  'what may identify a child': {
    call: ['met', 'dcs', '--agreed', 'NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify/],
  },
};

describe('met refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('of a regular talk it is recorded there, and not as a second one', async () => {
  const home = await prepare([WEEKLY, ['met', 'dcs']]);
  const [event] = await eventsOf(home);
  expect(event).toMatchObject({ what: 'meeting-attended', subject: 'dcs-one-to-one', on: '2026-05-28' });
  const { people } = (await induct(home, ['people', '--json'])).json;
  expect(people[0]).toMatchObject({ id: 'dcs', met: ['2026-05-28'], lastMet: '2026-05-28', status: 'done' });
});

test('without a date anywhere it was held today, and the next date may be given', async () => {
  const home = await prepare();
  const run = await induct(home, ['met', 'dcs', '--next', '18 June 4pm']);
  const said = run.stderr.replace(/\s+/g, ' ');
  expect(said).toMatch(
    /^Kept\. Director of children's services \(DCS\), Wed 3 June\. Still to talk through: 3\.2, 3\.1/,
  );
  expect(said).toContain('The next date: Thu 18 June, 4pm.');
  expect((await eventsOf(home)).map(({ what, subject }) => `${what} ${subject}`).slice(0, 2)).toEqual([
    'meeting-dated dcs',
    'meeting-attended dcs',
  ]);
  expect((await induct(home, [])).stdout).toContain('Thu 18 June, 4pm');
});

test('every time counts', async () => {
  const home = await prepare(['27 May', '1 June', '3 June'].map((day) => ['met', 'leader', '--on', day]));
  const { people } = (await induct(home, ['people', '--json'])).json;
  const leader = people.find((one: { id: string }) => one.id === 'leader');
  expect(leader).toMatchObject({ met: ['2026-05-27', '2026-06-01', '2026-06-03'], lastMet: '2026-06-03' });
});

test('the next date makes way: a regular talk that would come sooner goes', async () => {
  const home = await prepare([WEEKLY, ['met', 'dcs', '--next', '9 June 2pm']]);
  const { meetings } = (await induct(home, ['meetings', '--json'])).json;
  const own = meetings.find((one: { id: string }) => one.id === 'dcs-one-to-one');
  expect(own.next).toEqual({ date: '2026-06-09', time: '14:00', place: null });
});

test('one undo takes all of it back', async () => {
  const home = await prepare([WEEKLY]);
  const before = (await induct(home, ['brief', 'dcs', '--json'])).stdout;
  const call = [
    'met',
    'dcs',
    '--settled',
    '3.3',
    '--agreed',
    'Weekly',
    '--urgent',
    'A call',
    '--promise',
    'A note',
    '--by',
    '9 June',
    '--next',
    '9 June 2pm',
  ];
  expect((await induct(home, call)).exit).toBe(0);
  expect((await induct(home, ['brief', 'dcs', '--json'])).stdout).not.toBe(before);
  expect((await induct(home, ['undo'])).exit).toBe(0);
  expect((await induct(home, ['brief', 'dcs', '--json'])).stdout).toBe(before);
});

test('apologies were sent: it is no attendance', async () => {
  const home = await prepare([
    ['meetings', 'add', '7.2', '3 June'],
    ['met', '7.2', '--apologies'],
  ]);
  const { meetings } = (await induct(home, ['meetings', '--json'])).json;
  const scrutiny = meetings.find((one: { id: string }) => one.id === 'scrutiny-committee');
  expect(scrutiny).toMatchObject({ lastAttended: null, dates: [{ date: '2026-06-03', apologies: true }] });
  const asked = await induct(await prepare([['meetings', 'add', '7.2', '3 June']]), ['met', '7.2'], {
    tty: true,
    answers: ['a'],
  });
  expect(asked.stderr).toContain('apologies sent for');
});

describe('in a terminal it walks down the page', () => {
  const ready = () =>
    prepare([
      WEEKLY,
      ['done', '3.1', '3.4', '--on', '28 May'],
      ['met', 'dcs', '--on', '27 May', '--they-promised', 'The figures'],
    ]);

  test('a line at a time, and keeps all of it as one change', async () => {
    const home = await ready();
    const before = (await eventsOf(home)).length;
    const answers = [
      'y',
      's',
      's',
      '',
      '',
      'a',
      'They came',
      'A call, then a text',
      'Every Thursday',
      'A note by 15 Sept',
      '',
      true,
    ];
    const run = await induct(home, ['met', 'dcs'], { tty: true, answers });
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.asked[0]).toBe("Director of children's services (DCS), Thu 28 May. Held?");
    expect(run.asked.slice(1, 6).map((line) => line.slice(0, 3))).toEqual(['3.2', '3.3', '3.5', '3.6', '3.7']);
    expect(run.asked.slice(6)).toEqual([
      'q1  Promised by them: The figures',
      'How does urgent news reach you? Enter if not agreed yet',
      'What was agreed? Enter for nothing',
      'Did you promise anything? What, or Enter for no',
      "Did the director of children's services (DCS) promise anything? What, or Enter for no",
      'Next: Thu 4 June, 9:30am, as always?',
    ]);
    const events = await eventsOf(home);
    const fresh = events.slice(0, events.length - before);
    expect(new Set(fresh.map((event) => event.change)).size).toBe(1);
    const status = actionsOf(await statusOf(home));
    expect(status[LAW].status).toBe('done');
    expect(status[STRENGTHS].status).toBe('todo');
    const { json } = await induct(home, ['brief', 'dcs', '--json']);
    expect(json).toMatchObject({
      agreed: { on: '2026-05-28', text: 'Every Thursday' },
      urgentNews: { on: '2026-05-28', text: 'A call, then a text' },
      questions: [],
      promises: [{ text: 'A note', by: '2026-09-15' }],
    });
  });

  test('stopped in the middle, nothing of it is kept, and that is said', async () => {
    const home = await ready();
    const before = (await eventsOf(home)).length;
    const run = await induct(home, ['met', 'dcs'], { tty: true, answers: ['y', 's', INTERRUPT] });
    expect(run.exit).toBe(130);
    expect(run.stderr).toContain('Stopped. Nothing of this talk was kept.');
    expect((await eventsOf(home)).length).toBe(before);
  });

  test('moved, not held, and another next date', async () => {
    const home = await prepare([['book', '4.8', '--for', '3 June', '4pm']]);
    const moved = await induct(home, ['met', '4.8'], { tty: true, answers: ['m', 'yesterday', '10 June 2pm'] });
    expect(moved.asked[2]).toMatch(/^refused "yesterday"/);
    expect(actionsOf(await statusOf(home))['members.chief-executive'].arrangedFor).toBe('2026-06-10');
    const off = await induct(home, ['met', '4.8', '--on', '10 June'], {
      tty: true,
      today: '2026-06-11',
      answers: ['n'],
    });
    expect(off.stderr).toContain('not held on Wed 10 June');
    const held = ['y', '', '', '', '9 June', ''];
    const weekly = await prepare([WEEKLY, ['done', '3', '--yes'], ['done', '3.2', '--note', 'A call']]);
    const run = await induct(weekly, ['met', 'dcs', '--on', '28 May'], {
      tty: true,
      answers: ['y', 'a', 'a', 'a', 'a', 'a', ...held.slice(1, 4), false, ''],
    });
    expect(run.asked.at(-1)).toMatch(/^When instead\?/);
    const { json } = await induct(weekly, ['people', '--json']);
    expect(json.people[0].next.date).toBe('2026-06-11');
  });

  test('text that may identify a child is asked for again, and the talk is not lost', async () => {
    const home = await prepare([['met', 'leader', '--on', '1 June']]);
    const answers = ['y', 'NHS number 943 476 5919', false, 'Monthly', '', '', ''];
    const run = await induct(home, ['met', 'leader'], { tty: true, answers });
    expect(run.exit).toBe(0);
    expect((await induct(home, ['brief', 'leader', '--json'])).json.agreed.text).toBe('Monthly');
  });

  test('nobody named: those with a date without an answer come first', async () => {
    const home = await prepare([['book', '4.1', '--for', '3 June', '4pm']]);
    const run = await induct(home, ['met'], { tty: true, answers: ['leader', 'n'] });
    expect(run.offered[0]?.[0]).toBe('The leader, Wed 3 June');
  });

  test('with numbered lines too', async () => {
    const home = await prepare([['book', '4.1', '--for', '3 June', '4pm']]);
    const stdin = 'y\nMonthly\nA note by 9 June\n\n\n';
    const run = await induct(home, ['met', 'leader'], { tty: true, accessible: true, stdin });
    expect(run, run.stderr).toMatchObject({ exit: 0 });
    expect(run.stderr).not.toContain('\u001b');
    expect(run.stderr).toContain('No names of children or families.');
  });

  test('flags that say what came of it ask nothing', async () => {
    const run = await induct(await prepare(), ['met', 'dcs', '--agreed', 'Weekly'], { tty: true });
    expect(run).toMatchObject({ exit: 0, asked: [] });
  });
});

test('to an officer it speaks of the holder', async () => {
  const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
  const run = await induct(home, ['met', 'leader'], { tty: true, answers: ['y', '', '', '', ''] });
  expect(run.asked).toContain('Did Cllr Khan promise anything? What, or Enter for no');
  expect(run.stderr + run.asked.join(' ')).not.toMatch(/\byou\b/i);
});
