import { describe, expect, test } from 'vitest';
import { TO_HOLDER } from '../../../src/core/voice.ts';
import { findSituation } from '../../../src/features/when/view.ts';
import { check, eventsOf, induct, prepare } from '../../contract/calls.ts';
import { shipped } from '../../helpers/packs.ts';
import { runInduct, temporaryFolder } from '../../helpers/run.ts';
import { damaged } from './damaged.ts';

const { situations } = await shipped();
const PAGES = situations.map(({ id }) => id);
const LATER = 'What did the review find? What changes, and how shall we know?';

describe('findSituation', () => {
  test.each([
    ['incident', 'incident'],
    ['INCIDENT', 'incident'],
    ['child-death', 'incident'],
    ['child death', 'incident'],
    ['inspection', 'ofsted'],
    ['journalist', 'press'],
    ['media', 'press'],
    ['select committee', 'scrutiny'],
    ['resigns', 'director-leaves'],
    ['director', 'director-leaves'],
    ['director_leaves', 'director-leaves'],
    ['casework', 'complaint'],
    ['purdah', 'pre-election'],
    ['election', 'pre-election'],
    ['cuts', 'budget'],
    ['reshuffle', 'leaving'],
    ['incid', 'incident'],
    ['overs', 'budget'],
  ])('%j is %s', (typed, id) => {
    expect(findSituation(situations, typed, TO_HOLDER).id).toBe(id);
  });

  test.each([
    ['incidnet', /^There is no page "incidnet"\. The nearest: incident\. There are these:\n {2}incident: A child/],
    ['xyzzy', /^There is no page "xyzzy"\. There are these:\n/],
    ['in', /^More than one page could be meant by "in":\n/],
    ['', /^There is no page ""\./],
  ])('refuses %j', (typed, message) => {
    expect(() => findSituation(situations, typed, TO_HOLDER)).toThrow(message);
  });

  test('a story is not repeated', () => {
    expect(() => findSituation(situations, 'the toddler in Harehills, dad arrested', TO_HOLDER)).toThrow(
      /^There is no page for that\. (?!.*Harehills)/,
    );
  });
});

describe('a page', () => {
  test('for an incident, whole, at 80 columns', async () => {
    const { stdout, stderr } = await induct(await prepare(), ['when', 'incident']);
    expect(stderr).toBe('');
    expect(stdout).toBe(`A child has been seriously hurt, or has died.
For you, once the director has rung. It works without a name or a file.

  ASK     Are the other children safe?
          Who has been told, and who still has to be?
          Who speaks for the council?
          Who looks after the staff?
          When do we speak next?
  DO NOT  ask for names or for the file.
          ring the social worker, or go there.
          comment, in public or online.
          write any of it here.
  NEXT    Where abuse or neglect is known or suspected, the council tells the
          national panel: within five working days of knowing.
          The safeguarding partners hold a rapid review, usually within 15
          working days.
          The director keeps you posted. Agree how, and how often.
  LATER   ${LATER}
          To keep it for the director: induct when incident --ask

Check locally: when members are told of such a case, and by whom. Councils
differ.
Source: Working Together to Safeguard Children (current edition). Our summary.
`);
  });

  test.each(PAGES)('%s: short, calm, and says where to check', async (id) => {
    const home = await prepare();
    const { stdout } = await induct(home, ['when', id]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    const headings = lines.map((line) => /^ {2}([A-Z]{2,}(?: [A-Z]{2,})?) /.exec(line)?.[1]).filter(Boolean);
    expect(headings).toEqual(['ASK', 'DO NOT', 'NEXT', 'LATER']);
    expect(stdout).toContain('\nCheck locally: ');
    expect(stdout.trimEnd().replace(/\s+/g, ' ')).toMatch(/Source: [^:]+\. Our summary\.$/);
    expect(stdout).toContain(`induct when ${id} --ask\n`);
    const narrow = (await induct(home, ['when', id], { columns: 50 })).stdout.trimEnd().split('\n');
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(narrow.length).toBeLessThanOrEqual(45);
  });

  test('speaks of the holder by name to an officer', async () => {
    const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan', given_by: 'mayor' } });
    const { stdout } = await induct(home, ['when', 'press']);
    expect(stdout).toContain('For Cllr Khan, before a word is said.');
    expect(stdout).toContain('Do the mayor and the chief executive know?');
    expect(stdout).not.toMatch(/\byou\b/);
    const { json } = await induct(home, ['when', 'press', '--json']);
    expect(JSON.stringify(json)).not.toMatch(/\byou\b/);
    expect(json.situation.next).toContain('The press office and the director agree the words with Cllr Khan.');
  });

  test('before start, and with a record that cannot be read: the page, and no offer', async () => {
    for (const home of [temporaryFolder(), await damaged()]) {
      const { exit, stdout, stderr, asked } = await runInduct(['when', 'incident'], { home, tty: true });
      expect({ exit, stderr, asked }).toEqual({ exit: 0, stderr: '', asked: [] });
      expect(stdout).toContain('For you, once the director has rung.');
      expect(stdout).not.toContain('--ask');
    }
    expect(await runInduct(['when', 'incident', '--ask'])).toMatchObject({ exit: 3, stdout: '' });
    expect(await runInduct(['when', 'incident', '--ask'], { home: await damaged() })).toMatchObject({ exit: 4 });
  });

  test('--plain: one fact a line', async () => {
    const { stdout } = await runInduct(['when', 'press', '--plain']);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'A journalist has rung, or a story is about to run.',
      'For you, before a word is said.',
      'ASK  What is the question, who asks it, and by when?',
      'Who speaks for the council on this?',
    ]);
  });

  test('--json: these keys', async () => {
    const list = (await runInduct(['when', '--json'], { today: '2026-06-01' })).json;
    expect(Object.keys(list)).toEqual(['schema', 'today', 'situations']);
    expect(list).toMatchObject({ schema: 'induct.when/1', today: '2026-06-01' });
    expect(list.situations.map((one: { id: string }) => one.id)).toEqual(PAGES);
    for (const one of list.situations) expect(one.title.length).toBeGreaterThan(10);
    for (const id of PAGES) {
      const { json } = await runInduct(['when', id, '--json'], { today: '2026-06-01' });
      expect(Object.keys(json)).toEqual(['schema', 'today', 'situation']);
      expect(Object.keys(json.situation)).toEqual([
        'id',
        'title',
        'ask',
        'doNot',
        'next',
        'later',
        'checkLocally',
        'source',
      ]);
      expect(JSON.stringify(json.situation)).not.toContain('{you');
      expect(Object.keys(json.situation.source)).toEqual(['page', 'section', 'url']);
    }
  });

  test('the nine, a line each', async () => {
    const { stdout } = await runInduct(['when']);
    for (const { id, title } of situations) expect(stdout).toMatch(new RegExp(`^  ${id} +${title}$`, 'm'));
    expect(stdout.split('\n').length).toBeLessThanOrEqual(14);
  });
});

describe('the question under LATER', () => {
  test('--ask keeps it, once', async () => {
    await check({
      call: ['when', 'incident', '--ask'],
      says: [`Kept as q1, a question for the director: ${LATER}`, 'To take it back: induct undo'],
      created: [{ type: 'question', id: 'q1' }],
    });
    await check({
      before: [['when', 'incident', '--ask']],
      call: ['when', 'child', 'death', '--ask'],
      says: ['That question is kept already: q1.'],
      never: ['induct undo'],
    });
    const events = await eventsOf(
      await prepare([
        ['when', 'press', '--ask'],
        ['when', 'budget', '--ask'],
      ]),
    );
    expect(events.filter((event) => event.what === 'question-asked').map((event) => event.subject)).toEqual([
      'q2',
      'q1',
    ]);
  });

  test('it can be taken back, and then kept again under a number of its own', async () => {
    const home = await prepare([['when', 'incident', '--ask'], ['undo']]);
    expect((await induct(home, ['when', 'incident'])).stdout).toContain('--ask');
    expect((await induct(home, ['when', 'incident', '--ask'])).stderr).toContain('Kept as q2');
    const { stdout } = await induct(home, ['when', 'incident']);
    expect(stdout).toContain('          Kept as q2, a question for the director.\n');
    expect(stdout).not.toContain('--ask');
  });

  test('without a page, or before start', async () => {
    await check({ call: ['when', '--ask'], exit: 2, says: ['Say on which page', 'induct when incident --ask'] });
    await check({ call: ['when', 'xyzzy', '--ask'], exit: 2, says: ['There is no page "xyzzy"'] });
  });

  test.each([
    ['yes', true, 1],
    ['no', false, 0],
    ['enter', '', 0],
  ] as const)('in a terminal it is offered: %s', async (_, answer, kept) => {
    const home = await prepare();
    const run = await induct(home, ['when', 'incident'], { tty: true, answers: [answer] });
    expect(run.asked).toEqual(['Save that as a question for the director?']);
    expect(run.stdout).toContain('Are the other children safe?');
    expect(run.stdout).not.toContain('--ask');
    expect(run.stderr.includes('Kept as q1')).toBe(kept === 1);
    const events = await eventsOf(home);
    expect(events.filter((event) => event.what === 'question-asked')).toHaveLength(kept);
    if (kept === 1) {
      expect((await induct(home, ['when', 'incident'], { tty: true })).asked).toEqual([]);
    }
  });

  test('numbered lines for a screen reader: no is what Enter takes', async () => {
    const home = await prepare();
    const run = await induct(home, ['when', 'incident'], { tty: true, accessible: true, stdin: '\n' });
    expect(run.stderr).toContain('Save that as a question for the director?');
    expect(run.stderr).toContain('(default: no)');
    expect(run.stdout + run.stderr).not.toContain('\u001b');
    const yes = await induct(home, ['when', 'incident'], { tty: true, accessible: true, stdin: 'yes\n' });
    expect(yes.stderr).toContain('Kept as q1');
  });

  test('nobody is asked with --json or --no-input', async () => {
    const home = await prepare();
    expect((await induct(home, ['when', 'incident', '--json'], { tty: true })).asked).toEqual([]);
    const run = await induct(home, ['when', 'incident', '--no-input'], { tty: true });
    expect(run.asked).toEqual([]);
    expect(run.stdout).toContain('induct when incident --ask');
  });
});
