import { describe, expect, test } from 'vitest';
import { type Call, check, induct, prepare, TODAY } from '../../contract/calls.ts';

const PROMISE = ['promise', 'Come back on transport', '--to', 'schools-forum', '--by', '10 July'];
const P1 = [{ type: 'promise', id: 'p1' }];

const RECORDS: Record<string, Call> = {
  'a promise': {
    call: PROMISE,
    created: P1,
    says: [/^Promise p1 to .*forum, by Fri 10 July: Come back on transport/i, /induct kept p1/, /induct undo/],
  },
  'to any name': {
    call: ['promise', 'Ring', '--to', 'Seacroft hub', '--by', 'tomorrow'],
    created: P1,
    says: [/to Seacroft hub, by Thu 4 June/],
  },
  'made and due some time ago': {
    call: ['promise', 'Ring', '--to', 'leader', '--on', '21 May', '--by', '29 May'],
    created: P1,
    says: [/was due Fri 29 May/],
  },
  'for a day told from today, made before': {
    call: ['promise', 'Ring', '--to', 'leader', '--on', '21 May', '--by', 'tomorrow'],
    created: P1,
    says: [/by Thu 4 June/],
  },
  'nothing new': { before: [PROMISE], call: PROMISE, says: [/recorded already/], never: [/undo/] },
  'the same for another day': {
    before: [PROMISE],
    call: [...PROMISE.slice(0, -1), '17 July'],
    created: [{ type: 'promise', id: 'p2' }],
  },
  kept: {
    keeps: true,
    before: [PROMISE],
    call: ['kept', 'p1'],
    says: [/^Kept, Wed 3 June: p1 Come back/, /induct undo/],
  },
  'kept, in capitals': { keeps: true, before: [PROMISE], call: ['kept', 'P1'], says: [/^Kept/] },
  'kept already': {
    before: [PROMISE, ['kept', 'p1']],
    call: ['kept', 'p1'],
    says: [/kept already, Wed 3 June/],
    never: [/undo/],
  },
  'how it was kept, later': {
    keeps: true,
    before: [PROMISE, ['kept', 'p1']],
    call: ['kept', 'p1', '--note', 'Wrote to the chair'],
    says: [/^Kept/],
  },
};

describe('promise and kept record', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  nothing: {
    call: ['promise'],
    exit: 2,
    says: [/words of the promise; --to, to whom; --by, by when/, /For example: induct promise/],
  },
  'no day': { call: PROMISE.slice(0, 4), exit: 2, says: [/This is missing: --by/] },
  'a day that is none': { call: [...PROMISE.slice(0, -1), '31 June'], exit: 2, says: [/--by: 31 June/] },
  'a day that is none, and nobody': {
    call: ['promise', 'Ring', '--by', '31 June'],
    exit: 2,
    says: [/--by: 31 June/, /--to/],
  },
  'a day before it was made': {
    call: [...PROMISE.slice(0, -1), '2026-06-01'],
    exit: 2,
    says: [/--by: 2026-06-01 lies before/],
  },
  'made on a day to come': { call: [...PROMISE, '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'empty words': {
    call: ['promise', '', '--to', 'leader', '--by', '10 July'],
    exit: 2,
    says: [/words of the promise/],
  },
  'a child': {
    call: ['promise', 'See Jayden, aged 7', '--to', 'leader', '--by', '10 July'],
    exit: 2,
    says: [/may identify/],
  },
  'kept, but which': { call: ['kept'], exit: 2, says: [/which promise/, /induct kept p1/] },
  'kept, but never promised': { call: ['kept', 'p3'], exit: 2, says: [/no promise "p3"/] },
  'kept before it was made': {
    before: [PROMISE],
    call: ['kept', 'p1', '--on', '1 June'],
    exit: 2,
    says: [/--on/, /Wed 3 June/],
  },
  'two at once': { before: [PROMISE], call: ['kept', 'p1', 'p2'], exit: 2 },
};

describe('promise and kept refuse', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

const LATE = ['promise', 'Ring the chair', '--to', 'leader', '--on', '21 May', '--by', '29 May'];

test('--json: the open ones, soonest first; with --all those kept too', async () => {
  const home = await prepare([
    PROMISE,
    LATE,
    ['promise', 'Write', '--to', 'Seacroft hub', '--by', 'tomorrow'],
    ['kept', 'p3', '--note', 'Wrote'],
  ]);
  const { json } = await induct(home, ['promises', '--json']);
  expect(json.schema).toBe('induct.promises/1');
  const late = {
    id: 'p2',
    text: 'Ring the chair',
    to: 'leader',
    by: '2026-05-29',
    keptOn: null,
    madeOn: '2026-05-21',
    note: null,
  };
  const first = {
    ...late,
    id: 'p1',
    text: 'Come back on transport',
    to: 'schools-forum',
    by: '2026-07-10',
    madeOn: TODAY,
  };
  expect(json.promises).toEqual([late, first]);
  expect((await induct(home, ['promises', '--all', '--json'])).json.promises).toEqual([
    late,
    first,
    {
      ...late,
      id: 'p3',
      text: 'Write',
      to: 'Seacroft hub',
      by: '2026-06-04',
      madeOn: TODAY,
      keptOn: TODAY,
      note: 'Wrote',
    },
  ]);
});

test('the screen', async () => {
  const home = await prepare([PROMISE, LATE]);
  const { stdout } = await induct(home, ['promises'], { columns: 80 });
  expect(stdout).toBe(`Leeds, Wednesday 3 June 2026: what you have promised

OPEN (2)
  p2  Ring the chair                                          was due Fri 29 May
      To the leader, promised Thu 21 May.
  p1  Come back on transport                                  by Fri 10 July
      To Schools forum, promised Wed 3 June.

Kept? induct kept p2
`);
});

test('with nothing recorded it says how to begin, to each in their voice', async () => {
  expect((await induct(await prepare(), ['promises'])).stdout).toContain('induct promise "');
  const officer = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;
  expect((await induct(await prepare([], officer), ['promises'])).stdout).toContain('what Cllr Khan has promised');
});

test('in a terminal what is missing is asked for, and asked again', async () => {
  const home = await prepare();
  const answers = ['Come back on transport', 'schools-forum', '31 June', '10 July'];
  const run = await induct(home, ['promise'], { tty: true, answers });
  expect(run.asked.slice(0, 3)).toEqual(['What was promised?', 'To whom?', 'By when? Such as 19 June']);
  expect(run.asked[3]).toMatch(/^refused "31 June"/);
  const kept = await induct(home, ['kept'], { tty: true, answers: ['p1'] });
  expect(kept.offered).toEqual([['p1  Come back on transport']]);
  expect((await induct(home, ['promises', '--json'])).json.promises).toEqual([]);
});
