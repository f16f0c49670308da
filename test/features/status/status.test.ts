import { describe, expect, test } from 'vitest';
import { actionsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const ACTION = [
  'id',
  'number',
  'step',
  'kind',
  'title',
  'status',
  'due',
  'suggestedDue',
  'overdue',
  'daysOverdue',
  'after',
  'blockedBy',
  'doer',
  'arrangedOn',
  'arrangedFor',
  'arrangedWith',
  'receivedOn',
  'location',
  'doneOn',
  'skippedBy',
  'skippedBecause',
  'notes',
  'source',
  'retired',
].sort();
const OCCASION = ['id', 'number', 'title', 'how', 'verb', 'doer', 'due', 'overdue', 'daysOverdue', 'actions'].sort();
const COUNTS = ['total', 'todo', 'arranged', 'received', 'done', 'skipped', 'overdue'].sort();
const DAY = /^\d{4}-\d\d-\d\d$/;
const STEPS =
  'outgoing guides dcs members adviser documents meetings learning course journey people performance inclusion own';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
type Document = any;

/** A plan in which every state, kind and flag of an action is met. */
const MIXED: readonly (readonly string[])[] = [
  ['done', '3.2', '--on', '21 May', '--note', 'A call, then a text'],
  ['done', '7.1'],
  ['ask', '6', '--of', 'the office', '--yes'],
  ['book', '4.8', '--for', '10 June', '4pm', '--with', 'Ms Hall'],
  ['got', '6.1', '--where', 'Teams', '--on', '29 May'],
  ['skip', '1.1', '--why', 'moved away'],
  ['add', 'Ring the MP', '--by', '5 June', '--for', 'officer'],
  ['note', '4.1', 'Before cabinet', '--private'],
  ['due', '4.1', '12 June'],
];

const shape = (value: object) => Object.keys(value).sort();

function checkAction(action: Document) {
  expect(shape(action)).toEqual(ACTION);
  expect(['task', 'document', 'meeting', 'person', 'module', 'topic', 'figure', 'own']).toContain(action.kind);
  expect(['todo', 'arranged', 'received', 'done', 'skipped']).toContain(action.status);
  expect(['holder', 'officer']).toContain(action.doer);
  for (const day of ['due', 'suggestedDue', 'arrangedOn', 'arrangedFor', 'receivedOn', 'doneOn']) {
    if (action[day] !== null) expect(action[day]).toMatch(DAY);
  }
  expect(action.overdue).toBe(action.daysOverdue > 0);
  for (const id of action.blockedBy) expect(action.after).toContain(id);
  expect(shape(action.source)).toEqual(['page', 'section', 'url']);
  expect(['model-induction', 'top-tips', 'induct']).toContain(action.source.page);
  for (const note of action.notes) {
    expect(shape(note)).toEqual(['on', 'private', 'recordedOn', 'text']);
    expect(note.on).toMatch(DAY);
    expect(note.recordedOn).toMatch(DAY);
  }
  expect(action.skippedBy === null).toBe(action.status !== 'skipped');
  expect(action.skippedBecause === null).toBe(action.status !== 'skipped');
  expect(action.doneOn === null).toBe(action.status !== 'done');
}

function addUp(counts: Document) {
  expect(shape(counts)).toEqual(COUNTS);
  expect(counts.todo + counts.arranged + counts.received + counts.done).toBe(counts.total);
}

describe('the document', () => {
  test('has its keys and no others', async () => {
    const status = await statusOf(await prepare(MIXED, { answers: { name: 'Aisha Khan' } }));
    expect(shape(status)).toEqual(['counts', 'induction', 'next', 'overdue', 'schema', 'steps', 'today']);
    expect(status).toMatchObject({
      schema: 'induct.status/1',
      today: TODAY,
      induction: {
        name: 'Aisha Khan',
        typing: 'holder',
        appointed: '2026-05-20',
        council: { name: 'Leeds City Council', gss: 'E08000035', region: 'Yorkshire and The Humber' },
      },
    });
    expect(shape(status.induction)).toEqual(['appointed', 'council', 'id', 'name', 'typing']);
    expect(shape(status.induction.council)).toEqual(['gss', 'name', 'region']);
    for (const step of status.steps) {
      expect(shape(step)).toEqual(['actions', 'counts', 'id', 'number', 'title']);
      for (const action of step.actions) checkAction(action);
    }
    for (const action of status.overdue) checkAction(action);
    for (const occasion of status.next) expect(shape(occasion)).toEqual(OCCASION);
  });

  test('holds every action, under the steps in their order', async () => {
    const status = await statusOf(await prepare(MIXED));
    expect(status.steps.map((step: Document) => step.id).join(' ')).toBe(STEPS);
    expect(status.steps.map((step: Document) => step.number)).toEqual([...Array(14).keys()].map((n) => String(n + 1)));
    const all: Document[] = status.steps.flatMap((step: Document) => step.actions);
    expect(all.length).toBeGreaterThanOrEqual(85);
    expect(new Set(all.map((action) => action.id)).size).toBe(all.length);
    expect(new Set(all.map((action) => action.number)).size).toBe(all.length);
    for (const step of status.steps) {
      for (const [place, action] of step.actions.entries()) {
        expect(action.step).toBe(step.id);
        expect(action.id.startsWith(`${step.id}.`)).toBe(true);
        expect(action.number).toBe(`${step.number}.${place + 1}`);
      }
    }
  });

  test('counts add up, in the whole and in every step', async () => {
    const status = await statusOf(await prepare(MIXED));
    addUp(status.counts);
    expect(status.counts).toMatchObject({ arranged: 20, received: 1, done: 2, skipped: 3 });
    const sums = Object.fromEntries(COUNTS.map((key) => [key, 0]));
    for (const { counts, actions } of status.steps) {
      addUp(counts);
      const of = (state: string) => actions.filter((action: Document) => action.status === state).length;
      for (const state of ['todo', 'arranged', 'received', 'done', 'skipped']) expect(counts[state]).toBe(of(state));
      expect(counts.overdue).toBe(actions.filter((action: Document) => action.overdue).length);
      for (const key of COUNTS) sums[key] = (sums[key] ?? 0) + counts[key];
    }
    expect(sums).toEqual(status.counts);
  });

  test('overdue is every overdue action, longest first', async () => {
    for (const today of [TODAY, '2026-07-20', '2027-07-20']) {
      const status = await statusOf(await prepare(MIXED), { today });
      const all: Document[] = Object.values(actionsOf(status));
      const days = status.overdue.map((action: Document) => action.daysOverdue);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(new Set(status.overdue.map((action: Document) => action.id))).toEqual(
        new Set(all.filter((action) => action.overdue).map((action) => action.id)),
      );
      expect(status.counts.overdue).toBe(status.overdue.length);
    }
  });

  test('next is the first five of next', async () => {
    const home = await prepare(MIXED);
    const { json } = await induct(home, ['next', '99', '--json']);
    expect((await statusOf(home)).next).toEqual(json.next.slice(0, 5));
  });

  test('is the same whatever narrows the screen', async () => {
    const home = await prepare(MIXED);
    const whole = await statusOf(home);
    for (const flags of [['--all'], ['--overdue'], ['--step', '6'], ['--kind', 'document']]) {
      expect((await induct(home, ['status', '--json', ...flags])).json).toEqual(whole);
    }
  });

  test('of a council that is not on the list has no code', async () => {
    const council = { name: 'New Unitary', short: 'New Unitary', gss: null, region: 'South East' };
    const { induction } = await statusOf(await prepare([], { council }));
    expect(induction.council).toEqual({ name: 'New Unitary', gss: null, region: 'South East' });
  });
});

describe('overdue', () => {
  test.each([
    ['todo, on the day', [], '2026-05-28', false],
    ['todo, the day after', [], '2026-05-29', true],
    ['asked for, the day after', [['ask', '1.1', '--on', '2026-05-26']], '2026-05-29', true],
    ['done', [['done', '1.1', '--on', '2026-05-26']], '2026-05-29', false],
    ['not applicable', [['skip', '1.1', '--why', 'away']], '2026-05-29', false],
    ['booked for a later day', [['book', '1.1', '--for', '2026-06-09']], '2026-06-09', false],
    ['booked for a day that passed', [['book', '1.1', '--for', '2026-06-09']], '2026-06-10', true],
  ] as const)('%s: at %s', async (_, before, today, overdue) => {
    const actions = actionsOf(await statusOf(await prepare(before), { today }));
    expect(actions['outgoing.meet'].overdue).toBe(overdue);
  });
});

describe('the screen', () => {
  const numbers = (stdout: string) => [...stdout.matchAll(/^ {2}(\d+\.\d+) /gm)].map((match) => match[1]);
  const screen = async (home: string, ...flags: string[]) => (await induct(home, ['status', ...flags])).stdout;

  test('lists what is outstanding, and with --all the rest', async () => {
    const home = await prepare(MIXED);
    const all: Document[] = Object.values(actionsOf(await statusOf(home)));
    const open = all.filter((action) => !['done', 'skipped'].includes(action.status));
    expect(numbers(await screen(home))).toEqual(open.map((action) => action.number));
    expect(numbers(await screen(home, '--all'))).toEqual(all.map((action) => action.number));
  });

  test.each([
    ['--step', '6'],
    ['--step', 'documents'],
    ['--step', 'doc'],
    ['--step', ' DOCUMENTS '],
  ])('%s %j', async (...flags) => {
    const listed = numbers(await screen(await prepare(MIXED), ...flags));
    expect(listed).toHaveLength(20);
    expect(listed.every((number) => number?.startsWith('6.'))).toBe(true);
  });

  test.each(['task', 'document', 'meeting', 'person', 'module', 'topic', 'figure', 'own'])(
    '--kind %s',
    async (kind) => {
      const home = await prepare(MIXED);
      const all: Document[] = Object.values(actionsOf(await statusOf(home)));
      expect(numbers(await screen(home, '--all', '--kind', kind))).toEqual(
        all.filter((action) => action.kind === kind).map((action) => action.number),
      );
    },
  );

  test('--overdue', async () => {
    const home = await prepare(MIXED);
    const all: Document[] = Object.values(actionsOf(await statusOf(home)));
    const overdue = all.filter((action) => action.overdue).map((action) => action.number);
    expect(overdue.length).toBeGreaterThan(1);
    expect(numbers(await screen(home, '--overdue'))).toEqual(overdue);
  });

  test('narrowed twice', async () => {
    const listed = numbers(await screen(await prepare(MIXED), '--step', 'dcs', '--overdue'));
    expect(listed).toEqual(['3.3']);
  });

  test('nothing to show says how to see the rest', async () => {
    const home = await prepare([['done', '5']]);
    expect(await screen(home, '--step', '5')).toContain('--all');
    expect((await induct(home, ['status', '--overdue'], { today: '2026-05-20' })).stdout).toContain(
      'Nothing is overdue.',
    );
  });

  test('says every state in words', async () => {
    const words = (await screen(await prepare(MIXED), '--all', '--plain')).split('\n');
    const line = (number: string) => words.find((one) => one.startsWith(`${number}  `)) ?? '';
    expect(line('3.2')).toMatch(/ {2}done Thu 21 May$/);
    expect(line('6.2')).toMatch(/ {2}asked for Wed 3 June$/);
    expect(line('4.8')).toMatch(/ {2}booked for Wed 10 June, 4pm$/);
    expect(line('6.1')).toMatch(/ {2}here since Fri 29 May$/);
    expect(line('1.1')).toMatch(/ {2}not applicable$/);
    expect(line('2.1')).toMatch(/ {2}was Tue 26 May$/);
    expect(line('4.12')).toMatch(/ {2}by Thu 4 June$/);
    expect(line('8.2')).toMatch(/ {2}after 8\.1$/);
  });

  test('in a step, the head counts that step', async () => {
    const home = await prepare([['done', '5.1']]);
    expect((await screen(home, '--step', '5')).split('\n')[0]).toMatch(/: 2 outstanding, 1 done$/);
  });
});

describe('refuses', () => {
  test.each([
    [['--step', 'nowhere'], /There is no step "nowhere"/],
    [['--step', '15'], /Steps: 1 outgoing, /],
    [['--step', ''], /--step needs a value/],
    [['--step', 'd'], /There is no step "d"/],
    [['--kind', 'people'], /--kind: "people" is none of these: task, document/],
    [['--step'], /--step <step> needs a value|--step needs a value/],
    [['6'], /word too many/],
  ])('%j', async (flags, message) => {
    const run = await induct(await prepare(), ['status', ...flags]);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
  });
});
