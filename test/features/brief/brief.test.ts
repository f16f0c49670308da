import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { induct, prepare, TODAY } from '../../contract/calls.ts';
import { edit, packCopy } from '../../helpers/packs.ts';
import { runInduct } from '../../helpers/run.ts';

/** The first fortnight as SCREENS walks it: a call, an hour, three emails, two talks booked. */
const FORTNIGHT = [
  ['done', '3.2', '--on', '21 May', '--note', 'A call, then a text.'],
  ['ask', '6', '--of', "the DCS's office", '--on', '22 May', '--yes'],
  ['meetings', 'new', 'DCS one-to-one', '--every', 'week', '--from', '4 June 9:30am'],
  ['done', '3.1', '3.4', '--on', '28 May', '--note', 'We meet every Thursday, 9:30am.'],
  ['got', '6.1', '--on', '29 May'],
  ['meetings', 'add', '7.2', '10 June', '10:30am'],
] as const;

const brief = async (home: string, who: string, run = {}) => (await induct(home, ['brief', who], run)).stdout;
const headings = (screen: string) => screen.split('\n').filter((line) => /^[A-Z]{2}/.test(line));

test('the very first hour with the director is about the seven points alone, in their order', async () => {
  const home = await prepare([
    ['ask', '6', '--of', "the DCS's office", '--yes'],
    ['meetings', 'add', '7.2', '10 June'],
  ]);
  const screen = await brief(home, 'dcs');
  expect(headings(screen)).toEqual(['TO TALK THROUGH']);
  expect([...screen.matchAll(/^ {2}(3\.\d)/gm)].map(([, number]) => number)).toEqual([
    '3.2',
    '3.1',
    '3.3',
    '3.4',
    '3.5',
    '3.6',
    '3.7',
  ]);
  expect(screen.split('\n').slice(0, 2)).toEqual([
    "Director of children's services (DCS): first hour, no date yet",
    'To take along. No names of children or families, here or in your notes.',
  ]);
});

test('a fortnight later: what was agreed stands on top, then what is left, coming and still to come', async () => {
  const screen = await brief(await prepare(FORTNIGHT), 'dcs');
  expect(screen).toBe(
    [
      "Director of children's services (DCS): one-to-one, Thu 4 June 2026, 9:30am",
      'To take along. No names of children or families, here or in your notes.',
      '',
      'AGREED LAST TIME, Thu 28 May',
      '  We meet every Thursday, 9:30am.',
      'HOW URGENT NEWS TRAVELS',
      '  A call, then a text.',
      'STILL TO TALK THROUGH',
      '  3.3  Who is lead member in law (Children Act 2004, section 19)? Is it in',
      '       writing?',
      '  3.5  What is strong, what is not? What is being done? What is my part?',
      '  3.6  How good are our partnerships? How do schools see us?',
      '  3.7  Where do we want to be in two years? What would I change?',
      'COMING UP: what should I expect?',
      "  Wed 10 June  Children's scrutiny committee. I answer as a witness. Papers",
      '               should be out since Tue 2 June.',
      "STILL TO COME FROM THE DCS'S OFFICE: 19 of 20 documents, asked for Fri 22 May",
      "  Needed first: action and improvement plans, self-assessment of children's",
      '  services, staffing structure, quality assurance framework and latest',
      '  performance reports, budget position',
      'BEFORE I GO',
      '  "What should I have asked you?"',
      '',
      'Not a record of decisions.',
      'Print, with room to write: induct brief dcs --print     After: induct met dcs',
      '',
    ].join('\n'),
  );
});

test('at 50 columns nothing is wider, and it says the same', async () => {
  const home = await prepare(FORTNIGHT);
  const narrow = await brief(home, 'dcs', { columns: 50 });
  expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  const words = (text: string) => text.split(/\s+/).sort().join(' ');
  expect(words(narrow)).toBe(words(await brief(home, 'dcs')));
});

test('to an officer it speaks of the holder; the printed page speaks to the holder whoever prints it', async () => {
  const officer = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;
  const home = await prepare([...FORTNIGHT], officer);
  const screen = await brief(home, 'dcs');
  expect(screen).toContain('COMING UP: what should Cllr Khan expect?');
  expect(screen.replace(/\s+/g, ' ')).toContain('Cllr Khan answers as a witness.');
  expect(screen).not.toMatch(/\bMY OPEN|BEFORE I GO|\byour\b/);
  const page = (await induct(home, ['brief', 'dcs', '--output', '-'])).stdout;
  expect(page).toContain('For Cllr Khan. To take along.');
  expect(page).toContain('COMING UP: what should I expect?');
  expect(page).toContain('I answer as a witness.');
});

describe('once the seven points are settled', () => {
  test('comes what is for later', async () => {
    const screen = await brief(await prepare([['done', '3.1-3.7', '--yes']]), 'dcs');
    expect(screen).toContain('10.6  Where does my part end, and where does yours begin?');
    expect(screen).not.toMatch(/^ {2}3\.\d/m);
  });
});

describe('somebody else, and a meeting', () => {
  test('a person: their questions, and one to end with', async () => {
    const home = await prepare([
      ['book', '4.8', '--for', '10 June', '4pm'],
      ['people', 'set', 'chief-executive', '--name', 'Alex Shah'],
    ]);
    for (const typed of ['chief-executive', '4.8', 'Alex Shah', 'ceo', 'members.chief-executive']) {
      const screen = await brief(home, typed);
      expect(screen).toContain('Chief executive, Alex Shah: Wed 10 June 2026, 4pm');
      expect(screen).toContain('  4.8  How do you know that children are safe here?\n       What worries you');
      expect(screen).toContain('"What would you want to know, in my place?"');
    }
  });

  test('the leader is the mayor where a mayor gave the role; whoever has no questions is asked the general one', async () => {
    const home = await prepare([], { answers: { given_by: 'mayor' } });
    expect(await brief(home, 'leader')).toMatch(/^The mayor: no date yet/);
    expect(await brief(home, 'police')).toContain('Where do you see children at risk that we do not?');
    const pack = packCopy();
    const questions = /(- id: people\.police\n[\s\S]*?) {8}cover:\n(?: {10}- .*\n)+/;
    edit(pack, 'steps.yaml', (text) => text.replace(questions, '$1'));
    const { stdout } = await runInduct(['brief', 'police'], { home, pack });
    expect(stdout).toContain('What works well for children here');
  });

  test('a meeting: in what role, the law, the chair, papers, what to bring the first time and later', async () => {
    const home = await prepare([['meetings', 'add', '7.2', '10 June', '10:30am', '--place', 'Civic Hall']]);
    const first = await brief(home, 'scrutiny-committee', { today: '2026-06-01' });
    expect(headings(first)).toEqual(['IN WHAT ROLE', 'BRING', 'LISTEN FOR', 'TO DO BEFORE IT']);
    expect(first).toContain("Children's scrutiny committee: Wed 10 June 2026, 10:30am, Civic Hall");
    expect(first).toContain('I answer as a witness.');
    expect(first).toContain('The law: Local Government Act 2000, sections 9F to 9FA.');
    expect(first).toContain('Papers out by Tue 2 June.');
    expect(first).toContain('the work programme, read beforehand');
    expect(first).toContain("6.19  Read scrutiny's work programme");
    await induct(home, ['met', '7.2', '--on', '10 June', '--agreed', 'A note on transport'], { today: '2026-06-11' });
    const later = await brief(home, '7.2', { today: '2026-06-11' });
    expect(later).toContain('AGREED LAST TIME, Wed 10 June\n  A note on transport');
    expect(later).toContain('progress on past recommendations');
    expect(later).not.toContain('read beforehand');
  });

  test('the regular talk with a person is that person', async () => {
    const home = await prepare([['meetings', 'new', 'Four at the top', '--from', '9 June 4pm', '--with', 'leader']]);
    expect((await induct(home, ['brief', 'four-at-the-top', '--json'])).json.about).toEqual({
      id: 'leader',
      kind: 'person',
      title: 'The leader',
      name: null,
    });
  });
});

test('private notes and reproaches stay out of it', async () => {
  const home = await prepare([
    ['note', '3.2', 'She was short with me', '--private'],
    ['done', '3.1', '--on', '28 May'],
    ['note', '3.1', 'Worn out', '--private'],
    ['met', 'dcs', '--on', '28 May', '--promise', 'A note by 3 June'],
  ]);
  for (const argv of [
    ['brief', 'dcs'],
    ['brief', 'dcs', '--json'],
    ['brief', 'dcs', '--output', '-'],
  ]) {
    const { stdout } = await induct(home, argv, { today: '2026-09-01' });
    expect(stdout).not.toMatch(/short with me|Worn out|\b(late|overdue)\b|\bwas [MTWFS]/);
    expect(stdout).toContain('A note');
  }
});

test('a new director: what was agreed with the one before is kept apart, and the points come back', async () => {
  const home = await prepare([
    ...FORTNIGHT,
    ['met', 'dcs', '--on', '2 June', '--agreed', 'No surprises', '--settled', '3.3', '3.5', '3.6', '3.7'],
  ]);
  const at = { today: '2026-09-28' };
  expect((await induct(home, ['profile', 'dcs_post', 'interim'], at)).exit).toBe(0);
  const screen = await brief(home, 'dcs', at);
  expect(screen).toContain('AGREED WITH THE DIRECTOR BEFORE\n');
  expect(screen).toMatch(/A call, then a text\. +Thu 21 May/);
  expect(screen).toMatch(/No surprises +Tue 2 June/);
  expect(screen).not.toMatch(/AGREED LAST TIME|HOW URGENT NEWS/);
  expect(screen).toMatch(/^ {2}3\.2 {2}How does urgent news/m);
  const later = { today: '2026-10-02' };
  await induct(
    home,
    ['met', 'dcs', '--on', '1 Oct', '--urgent', 'Always a call', '--settled', '3.1', '--agreed', 'Weekly'],
    later,
  );
  const after = await brief(home, 'dcs', later);
  expect(after).toContain('AGREED LAST TIME, Thu 1 October\n  Weekly');
  expect(after).toContain('HOW URGENT NEWS TRAVELS\n  Always a call');
  expect(after).not.toMatch(/^ {2}3\.[12] /m);
  expect(after).toMatch(/^ {2}3\.3 /m);
});

test('--json says it all', async () => {
  const home = await prepare([...FORTNIGHT, ['met', 'dcs', '--on', '2 June', '--promise', 'A note by 10 June']]);
  const { json } = await induct(home, ['brief', 'dcs', '--json']);
  expect(Object.keys(json)).toEqual([
    'schema',
    'today',
    'induction',
    'about',
    'next',
    'lastMet',
    'agreed',
    'agreedBefore',
    'urgentNews',
    'talkThrough',
    'figures',
    'questions',
    'promises',
    'comingUp',
    'stillToCome',
    'prepare',
    'capacity',
    'capacityConfirmed',
    'basis',
    'chair',
    'papers',
    'bring',
    'listenFor',
    'lastly',
  ]);
  expect(json).toMatchObject({
    schema: 'induct.brief/1',
    today: TODAY,
    about: { id: 'dcs', kind: 'person', name: null },
    next: { date: '2026-06-04', time: '09:30', place: null },
    lastMet: '2026-06-02',
    agreed: { on: '2026-05-28', text: 'We meet every Thursday, 9:30am.' },
    urgentNews: { on: '2026-05-21', text: 'A call, then a text.' },
    figures: [],
    promises: [{ id: 'p1', text: 'A note', to: 'dcs', by: '2026-06-10' }],
    comingUp: [{ id: 'scrutiny-committee', date: '2026-06-10', capacity: 'witness', papers: '2026-06-02' }],
  });
  expect(json.talkThrough.map((point: { number: string }) => point.number)).toEqual(['3.3', '3.5', '3.6', '3.7']);
  expect(json.talkThrough[0].cover).toHaveLength(4);
  expect(json.stillToCome).toMatchObject([{ of: "the DCS's office", since: '2026-05-22', asked: 20 }]);
  expect(json.stillToCome[0].actions).toHaveLength(19);
});

describe('--print', () => {
  test('writes the page, opens it, and says where it lies', async () => {
    const home = await prepare(FORTNIGHT);
    const run = await induct(home, ['brief', 'dcs', '--print'], { tty: true });
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.opened).toHaveLength(1);
    const page = readFileSync(run.opened[0] as string, 'utf8');
    expect(page).toContain('<h2>STILL TO TALK THROUGH</h2>');
    expect(page.match(/class="rule"/g)?.length).toBeGreaterThan(10);
    expect(page).toContain('Not a record of decisions.');
  });

  test('is one page, however much there is', async () => {
    const questions = Array.from({ length: 40 }, (_, n) => `Did point ${n} ${'get any better '.repeat(12)}`);
    const many = questions.flatMap((text) => ['--they-promised', text]);
    const home = await prepare([
      ...FORTNIGHT,
      ['met', 'dcs', '--on', '2 June', '--agreed', 'word '.repeat(900), ...many],
    ]);
    const page = (await induct(home, ['brief', 'dcs', '--output', '-'])).stdout;
    const lines = page
      .replace(/<style>[\s\S]*<\/style>/, '')
      .replace(/<[^>]+>/g, '\n')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(4);
    const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 88), 0);
    expect(rows).toBeLessThan(46);
    expect(page).toMatch(/and \d+ more/);
  });

  test('never over a file without --force', async () => {
    const home = await prepare();
    const path = `${home}/page.html`;
    expect((await induct(home, ['brief', 'dcs', '--output', path])).exit).toBe(0);
    expect((await induct(home, ['brief', 'dcs', '--output', path])).exit).toBe(2);
    expect((await induct(home, ['brief', 'dcs', '--output', path, '--force'])).exit).toBe(0);
  });
});

describe('whom', () => {
  test('nobody named, without a terminal: 2 with an example', async () => {
    const run = await induct(await prepare(), ['brief']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('induct brief dcs');
  });

  test('in a terminal those with a date are offered first', async () => {
    const home = await prepare([['book', '4.1', '--for', '10 June']]);
    const run = await induct(home, ['brief'], { tty: true, answers: ['leader'] });
    expect(run.offered[0]?.[0]).toBe('The leader');
    expect(run.stdout).toContain('The leader: Wed 10 June 2026');
  });

  test('nobody of that name: 2 with the nearest', async () => {
    const run = await induct(await prepare(), ['brief', 'chief-exekutive']);
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain('chief-executive: Chief executive');
  });

  test('every id of a person and a meeting has a page', async () => {
    const home = await prepare(FORTNIGHT);
    const people = (await induct(home, ['people', '--json'])).json.people as { id: string }[];
    const meetings = (await induct(home, ['meetings', '--json'])).json.meetings as { id: string }[];
    for (const { id } of [...people, ...meetings]) {
      const run = await induct(home, ['brief', id]);
      expect(run, id).toMatchObject({ exit: 0, stderr: '' });
      expect(run.stdout).toContain('Not a record of decisions.');
    }
  });
});
