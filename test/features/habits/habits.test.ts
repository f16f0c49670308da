import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { type Call, check, eventsOf, induct, prepare, TODAY } from '../../contract/calls.ts';
import { runInduct, startHome } from '../../helpers/run.ts';

const KEYS = ['id', 'title', 'on', 'since', 'every', 'kept', 'last', 'next', 'source'];

type Told = { id: string; on: boolean; every: string; kept: string[]; last: string | null; next: string | null };
async function habitsOf(home: string, today?: string): Promise<Record<string, Told>> {
  const { json, exit, stderr } = await induct(home, ['habits', '--json'], today === undefined ? {} : { today });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return Object.fromEntries(json.habits.map((habit: Told) => [habit.id, habit]));
}

const visit = (id: string, on: string, to: string) => draft('visited', id, to, on, { to, with: null, note: null });

describe('recording', () => {
  const CALLS: Readonly<Record<string, Call>> = {
    'on, which asks whether it is agreed': {
      call: ['habits', 'on', 'service-visit'],
      says: [
        /^On: Visit a service, then tell the director, every 2 weeks, next around Wed 17 June\./,
        /Agreed with the director\?/,
      ],
    },
    'on, what nobody has to agree': { call: ['habits', 'on', 'data-look'], never: [/Agreed/] },
    'on with a rhythm': { call: ['habits', 'on', 'data', '--every', '6 weeks'], says: [/every 6 weeks/] },
    'on again': {
      before: [['habits', 'on', 'duty-desk']],
      call: ['habits', 'on', '2'],
      says: [/^It is on already, every month: Spend a day at the duty desk\./],
    },
    off: {
      before: [['habits', 'on', 'duty-desk']],
      call: ['habits', 'off', 'duty'],
      says: [/^Off: .*What was logged stays\./],
    },
    'off already': { call: ['habits', 'off', 'duty-desk'], says: [/^It is off already/] },
    every: {
      before: [['habits', 'on', 'service-visit']],
      call: ['habits', 'every', 'service-visit', 'week'],
      says: [/every week, next around Wed 10 June/],
      never: [/Agreed/],
    },
    'every, in words apart': {
      call: ['habits', 'every', 'data-look', '6', 'weeks'],
      says: [/^Every 6 weeks: Look at the data\. It is off/],
    },
    log: {
      before: [['habits', 'on', 'data-look']],
      call: ['habits', 'log', 'data-look', '--on', 'yesterday'],
      says: [/^Kept, Tue 2 June: Look at the data\./, /last on Tue 2 June, next around Thu 2 July\./],
    },
    'log while it is off': { call: ['habits', 'log', 'data-look'], says: [/induct habits on data-look/] },
    'the same day twice': {
      before: [['habits', 'log', 'data-look']],
      call: ['habits', 'log', 'data-look'],
      says: [/^Wed 3 June is counted already/],
    },
    'a day to come': { call: ['habits', 'log', 'data-look', '--on', 'tomorrow'], exit: 2, says: [/has not come yet/] },
    'a note about a child': {
      call: ['habits', 'log', 'data-look', '--note', 'NHS number 943 476 5919'],
      exit: 2,
      says: [/--keep/],
    },
    'none named': {
      call: ['habits', 'on'],
      exit: 2,
      says: [/^Say which habit\. For example: induct habits on service-visit/],
    },
    'nothing named for every': {
      call: ['habits', 'every'],
      exit: 2,
      says: [/These are missing: which habit; how often\./],
    },
    'no rhythm': { call: ['habits', 'every', 'data-look'], exit: 2, says: [/^Say how often\./] },
    'a rhythm that is none': {
      call: ['habits', 'every', 'data-look', 'often'],
      exit: 2,
      says: [/^"often" is not clear\. Type it like/],
    },
    unknown: { call: ['habits', 'on', 'service-vist'], exit: 2, says: [/The nearest: service-visit\./] },
  };

  const records = ({ exit, says = [] }: Call) => exit === undefined && !/already/.test(String(says));
  const of = (wanted: boolean) => Object.entries(CALLS).filter(([, call]) => records(call) === wanted);

  test.each(of(false))('%s: nothing is recorded', async (_, call) => check({ changed: [], ...call }));

  test.each(of(true))('%s', async (_, { before = [], call, says = [], never = [] }) => {
    const home = await prepare(before);
    const events = (await eventsOf(home)).length;
    const run = await induct(home, call);
    expect(run, run.stderr).toMatchObject({ exit: 0, stdout: '' });
    const words = run.stderr.replace(/\s+/g, ' ');
    for (const one of says) expect(words).toMatch(one);
    for (const one of never) expect(words).not.toMatch(one);
    expect(await eventsOf(home)).toHaveLength(events + 1);
    const told = await induct(await prepare(before), [...call, '--json']);
    expect(told.json).toEqual({ schema: 'induct.changed/1', today: TODAY, changed: [], created: [] });
    expect(told.stderr).toBe('');
  });
});

describe('what is counted', () => {
  test('off until switched on', async () => {
    const { json } = await induct(await prepare(), ['habits', '--json']);
    expect(json.schema).toBe('induct.habits/1');
    for (const habit of json.habits) {
      expect(Object.keys(habit)).toEqual(KEYS);
      expect(habit).toMatchObject({ on: false, since: null, kept: [], last: null, next: null });
    }
  });

  test('visits, those of the front door, and figures, each day once', async () => {
    const figure = { value: 24.2, note: null };
    const home = await startHome({
      drafts: [
        visit('v1', '2026-06-08', 'Family hub, Harehills'),
        visit('v2', '2026-06-15', 'The duty desk'),
        visit('v3', '2026-06-16', 'Front Door service'),
        draft('figure-recorded', 'referrals', 'Referrals', '2026-06-10', { period: '2026-05', ...figure }),
        draft('figure-recorded', 'repeat-referrals', 'Repeat referrals', '2026-06-10', {
          period: '2026-05',
          ...figure,
        }),
      ],
    });
    for (const habit of ['service-visit', 'duty-desk', 'data-look']) await induct(home, ['habits', 'on', habit]);
    await induct(home, ['habits', 'log', 'duty-desk', '--on', '17 June'], { today: '2026-06-18' });
    const habits = await habitsOf(home, '2026-06-18');
    expect(habits['service-visit']).toMatchObject({
      kept: ['2026-06-08', '2026-06-15', '2026-06-16'],
      next: '2026-06-30',
    });
    expect(habits['duty-desk']?.kept).toEqual(['2026-06-15', '2026-06-16', '2026-06-17']);
    expect(habits['data-look']).toMatchObject({ kept: ['2026-06-10'], last: '2026-06-10', next: '2026-07-10' });
    const { stdout } = await induct(home, ['habits', '--plain'], { today: '2026-06-18' });
    expect(stdout).toContain('Kept 3 times since 3 June, last on Tue 16 June, next around Tue 30 June.');
    expect(stdout).toContain('Kept once since 3 June, last on Wed 10 June, next around Fri 10 July.');
  });

  test('what was missed is never added up', async () => {
    const home = await prepare([['habits', 'on', 'service-visit', '--every', 'week']]);
    const { stdout } = await induct(home, ['habits', '--plain'], { today: '2026-07-08' });
    expect(stdout).toContain('On since 3 June, next around now.');
    expect((await habitsOf(home, '2026-07-08'))['service-visit']?.next).toBe('2026-07-08');
  });

  test('in quiet weeks it comes round when they are over', async () => {
    const home = await prepare([
      ['habits', 'on', 'data-look'],
      ['quiet', 'add', '27 July', '1 September', '--why', 'recess'],
    ]);
    const { stdout } = await induct(home, ['habits', '--plain'], { today: '2026-08-12' });
    expect(stdout).toContain('next around Tue 1 September.');
  });

  test('taking it back', async () => {
    const home = await prepare([['habits', 'on', 'data-look'], ['habits', 'log', 'data-look'], ['undo']]);
    expect((await habitsOf(home))['data-look']).toMatchObject({ on: true, kept: [] });
    const { stdout } = await induct(home, ['history', '--plain']);
    expect(stdout).toContain('habit: Look at the data (on)');
  });
});

test('in a terminal it asks which and how often', async () => {
  const home = await prepare();
  const run = await induct(home, ['habits', 'every'], { tty: true, answers: ['data-look', 'now and then', '6 weeks'] });
  expect(run.exit, run.stderr).toBe(0);
  expect(run.asked.at(-1)).toMatch(/is not clear/);
  expect((await habitsOf(home))['data-look']?.every).toBe('6 weeks');
});

test('the same with numbered lines', async () => {
  const home = await prepare();
  const run = await induct(home, ['habits', 'on'], { tty: true, accessible: true, stdin: '3\n' });
  expect(run.exit, run.stderr).toBe(0);
  expect((await habitsOf(home))['data-look']?.on).toBe(true);
});

test('to an officer nothing says you', async () => {
  const home = await prepare([['habits', 'on', 'data-look']], { typing: 'officer', answers: { name: 'Aisha Khan' } });
  const { stdout } = await induct(home, ['habits', '--plain']);
  expect(stdout).toMatch(/^Cllr Aisha Khan, Leeds/);
  expect(stdout).not.toMatch(/\byour?\b/i);
});

test('before start there are none', async () => {
  expect((await runInduct(['habits'])).exit).toBe(3);
});
