import { describe, expect, test } from 'vitest';
import { eventsOf, induct, prepare } from '../../contract/calls.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
const peopleOf = async (home: string): Promise<any[]> => (await induct(home, ['people', '--json'])).json.people;
const personIn = async (home: string, id: string) => (await peopleOf(home)).find((one) => one.id === id);

describe('the list', () => {
  test('is an order of preference: no date of ours stands on it', async () => {
    const { stdout } = await induct(await prepare(), ['people'], { today: '2026-09-01' });
    expect(stdout).toContain('An order to prefer, not a list of debts');
    expect(stdout).not.toMatch(/\b(by|was|late|overdue) /i);
    const [dcs, chief] = stdout.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(dcs).toMatch(/^ {2}dcs {4}Director of children's services/);
    expect(chief).toMatch(/^ {2}4\.8 {4}Chief executive/);
    expect(stdout).toContain("Not applicable: The trust's chief executive.");
  });

  test('says who they are, when next, when last, and how often', async () => {
    const home = await prepare([
      ['people', 'set', 'dcs', '--name', 'Sam Lee', '--email', 'sam.lee@example.gov.uk', '--pa', 'Jo Bloggs'],
      ['met', 'dcs', '--on', '28 May'],
      ['met', 'dcs', '--on', '2 June', '--next', '11 June 9:30am'],
      ['met', 'leader', '--on', '1 June'],
    ]);
    const { stdout } = await induct(home, ['people']);
    expect(stdout).toMatch(/Director of children's services \(DCS\): Sam Lee +Thu 11 June, 9:30am\n/);
    expect(stdout).toContain('sam.lee@example.gov.uk; PA: Jo Bloggs\n         Last met Tue 2 June, 2 times in all');
    expect(stdout).toMatch(/4\.1 +The leader +last met Mon 1 June\n/);
  });

  test('--json: every one, with what is known', async () => {
    const home = await prepare([
      ['people', 'add', 'MP for Leeds East', '--name', 'Pat Jones'],
      ['met', 'dcs'],
    ]);
    const people = await peopleOf(home);
    expect(people).toHaveLength(29);
    for (const person of people) {
      expect(Object.keys(person)).toEqual([
        'id',
        'title',
        'name',
        'post',
        'email',
        'phone',
        'pa',
        'status',
        'next',
        'met',
        'lastMet',
        'action',
        'source',
      ]);
    }
    expect(people[0]).toMatchObject({ id: 'dcs', action: null, status: 'done', met: ['2026-06-03'] });
    expect(people.at(-1)).toMatchObject({ id: 'mp-for-leeds-east', title: 'MP for Leeds East', name: 'Pat Jones' });
    expect(people.at(-1).source).toEqual({ page: 'induct', section: 'Added by hand', url: null });
  });

  test('to an officer it speaks of the holder; --plain is one fact a line', async () => {
    const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
    const { stdout } = await induct(home, ['people', '--plain']);
    expect(stdout).toMatch(/^Whom Cllr Khan meets/);
    expect(stdout).not.toMatch(/\byou\b/i);
  });

  test('the adviser has the name that was set for the region', async () => {
    const home = await prepare([['adviser', 'set', 'Chris Green']]);
    expect((await personIn(home, 'adviser')).name).toBe('Chris Green');
  });
});

describe('set', () => {
  test('keeps only what was said, and what is so already adds nothing', async () => {
    const home = await prepare([['people', 'set', '4.8', '--name', 'Alex Shah', '--phone', '0113 496 0000']]);
    await induct(home, ['people', 'set', 'Alex Shah', '--post', 'Chief executive and head of paid service']);
    expect(await personIn(home, 'chief-executive')).toMatchObject({
      name: 'Alex Shah',
      phone: '0113 496 0000',
      post: 'Chief executive and head of paid service',
      email: null,
    });
    const before = (await eventsOf(home)).length;
    const again = await induct(home, ['people', 'set', 'chief-executive', '--name', 'Alex Shah']);
    expect(again.stderr).toMatch(/^Already so\. Chief executive: Alex Shah/);
    expect((await eventsOf(home)).length).toBe(before);
    expect((await induct(home, ['undo'])).exit).toBe(0);
    expect((await personIn(home, 'chief-executive')).post).toBeNull();
    expect((await induct(home, ['history'])).stdout).toContain('contact: Chief executive (Alex Shah');
  });

  test.each([
    [['people', 'set'], /Say who it is about, and what to record/],
    [['people', 'set', 'dcs'], /Say what to record/],
    [['people', 'set', 'nobody-here', '--name', 'x'], /There is no person or meeting/],
    [['people', 'set', '7.3', '--name', 'x'], /is a meeting, not a person/],
    [['people', 'set', 'dcs', '--email', 'sam'], /not an email address/],
    [['people', 'set', 'dcs', '--phone', 'x'], /not a phone number/],
    [['people', 'set', 'dcs', '--name', ' '], /--name needs a value/],
    [['people', 'dcs'], /induct brief dcs/],
    [['people', 'ad'], /Did you mean add\?/],
    [['people', 'add'], /Say who it is/],
    [['people', 'add', 'Chief executive'], /on the list already/],
    [['people', 'add', 'Ada Smith, aged 6, of Oak School'], /may identify/],
    [['people', 'import'], /Say which file/],
  ])('%j: 2', async (argv, message) => {
    const home = await prepare();
    const run = await induct(home, argv);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
  });

  test('in a terminal the name is asked for', async () => {
    const home = await prepare();
    const run = await induct(home, ['people', 'set', 'dcs'], { tty: true, answers: ['Sam Lee'] });
    expect(run.asked).toEqual(['What is their name?']);
    expect((await personIn(home, 'dcs')).name).toBe('Sam Lee');
  });
});

describe('add', () => {
  test('makes an id that no person and no meeting has', async () => {
    const home = await prepare([
      ['meetings', 'new', 'Police', '--from', '18 June'],
      ['meetings', 'new', 'Full council'],
    ]);
    const run = await induct(home, ['people', 'add', 'Full council', '--json']);
    expect(run.json.created).toEqual([{ type: 'person', id: 'full-council-2' }]);
    const { meetings } = (await induct(home, ['meetings', '--json'])).json;
    expect(meetings.map((one: { id: string }) => one.id)).toContain('police-2');
  });

  test('the same again adds nothing; what is new about them is kept', async () => {
    const home = await prepare([['people', 'add', 'Head of audit', '--name', 'Pat Jones']]);
    const again = await induct(home, ['people', 'add', 'Head of audit', '--name', 'Pat Jones']);
    expect(again.stderr).toBe('Already there: Head of audit (head-of-audit).\n');
    await induct(home, ['people', 'add', 'Head of audit', '--email', 'pat@example.org']);
    expect(await personIn(home, 'head-of-audit')).toMatchObject({ name: 'Pat Jones', email: 'pat@example.org' });
    expect((await peopleOf(home)).length).toBe(29);
  });

  test('they can be met, asked and prepared for like all others', async () => {
    const home = await prepare([
      ['people', 'add', 'MP'],
      ['met', 'mp', '--agreed', 'Twice a year', '--next', '18 June'],
    ]);
    expect((await induct(home, ['brief', 'mp'])).stdout).toContain('AGREED LAST TIME, Wed 3 June\n  Twice a year');
    expect((await induct(home, [])).stdout).toMatch(/Thu 18 June +MP +induct brief mp/);
  });
});

test('a meeting held with somebody is a talk with them', async () => {
  const home = await prepare([
    ['meetings', 'new', 'Corridor chat', '--every', 'week', '--from', '9 June 4pm', '--with', 'leader'],
  ]);
  expect((await personIn(home, 'leader')).next).toEqual({ date: '2026-06-09', time: '16:00', place: null });
  expect((await induct(home, ['meetings'])).stdout).toMatch(/Corridor chat, every week\n +induct brief leader/);
  const wrong = await induct(home, ['meetings', 'new', 'Talk', '--with', 'schools-forum']);
  expect(wrong.exit).toBe(2);
});
