import { describe, expect, test } from 'vitest';
import { type Call, check, eventsOf, induct, prepare, TODAY } from '../../contract/calls.ts';

const DESK = ['visits', 'log', '--to', 'Duty desk'];
const FULL = [
  ...DESK,
  '--on',
  '29 May',
  '--with',
  'Jo Bloggs',
  '--note',
  'Calm. Phones ring unanswered after 4pm',
  '--question',
  'Who covers nights?',
  '--question',
  'How many calls end with no advice?',
];

const RECORDS: Record<string, Call> = {
  'a visit': {
    call: DESK,
    created: [{ type: 'visit', id: 'v1' }],
    says: [/^Visit v1 kept: Duty desk, Wed 3 June\./, /induct undo/],
  },
  'with questions': {
    call: FULL,
    created: [
      { type: 'visit', id: 'v1' },
      { type: 'question', id: 'q1' },
      { type: 'question', id: 'q2' },
    ],
    says: [/Fri 29 May/, /Question q1 for the director of children's services \(DCS\): Who covers/, /induct brief dcs/],
  },
  'questions for somebody else': {
    call: [...DESK, '--question', 'Who pays?', '--ask', 'leader'],
    created: [
      { type: 'visit', id: 'v1' },
      { type: 'question', id: 'q1' },
    ],
    says: [/Question q1 for the leader/],
    never: [/induct brief dcs/],
  },
  'nothing new': { before: [FULL], call: FULL, says: [/is kept already/], never: [/undo/] },
  'only what is asked anew': {
    before: [FULL],
    call: [...FULL, '--question', 'What would help?'],
    created: [{ type: 'question', id: 'q3' }],
  },
  'another visit to the same place': {
    before: [DESK],
    call: [...DESK, '--on', 'yesterday'],
    created: [{ type: 'visit', id: 'v2' }],
  },
  'a number that nothing ever had': { before: [FULL, ['undo']], call: DESK, created: [{ type: 'visit', id: 'v2' }] },
  'what looks like a child, when told to': {
    call: [...DESK, '--note', 'Met Jayden, aged 7', '--keep'],
    created: [{ type: 'visit', id: 'v1' }],
  },
};

describe('visits log records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'no place': { call: ['visits', 'log'], exit: 2, says: [/--to/, /For example: induct visits log/] },
  'an empty place': { call: ['visits', 'log', '--to', ' '], exit: 2, says: [/--to needs a value/] },
  'a day to come': { call: [...DESK, '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'a day that is none': { call: [...DESK, '--on', '31 June'], exit: 2, says: [/--on/] },
  'a child in the note': {
    call: [...DESK, '--note', 'Met Jayden, aged 7'],
    exit: 2,
    says: [/may identify a child/, /--keep/],
  },
  'a child in a question': {
    call: [...DESK, '--question', 'Is Jayden, aged 7, safe?'],
    exit: 2,
    says: [/may identify/],
  },
  'an empty question': { call: [...DESK, '--question', ''], exit: 2, says: [/--question needs a value/] },
};

describe('visits log refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('--json: the visits, newest first, with their questions', async () => {
  const home = await prepare([
    FULL,
    ['visits', 'log', '--to', 'Family hub', '--on', 'yesterday'],
    [...DESK, '--on', '21 May'],
  ]);
  const { json } = await induct(home, ['visits', '--json']);
  expect(Object.keys(json)).toEqual(['schema', 'today', 'induction', 'visits']);
  expect(json.schema).toBe('induct.visits/1');
  expect(json.visits).toEqual([
    { id: 'v2', on: '2026-06-02', to: 'Family hub', with: null, note: null, questions: [] },
    {
      id: 'v1',
      on: '2026-05-29',
      to: 'Duty desk',
      with: 'Jo Bloggs',
      note: 'Calm. Phones ring unanswered after 4pm',
      questions: ['q1', 'q2'],
    },
    { id: 'v3', on: '2026-05-21', to: 'Duty desk', with: null, note: null, questions: [] },
  ]);
  const { json: asked } = await induct(home, ['questions', '--json']);
  expect(asked.questions[0]).toEqual({
    id: 'q1',
    text: 'Who covers nights?',
    to: 'dcs',
    askedOn: '2026-05-29',
    answer: null,
    answeredOn: null,
    visit: 'v1',
  });
});

test('the screen', async () => {
  const home = await prepare([FULL]);
  expect((await induct(home, ['visits'])).stdout).toBe(`Leeds, Wednesday 3 June 2026: visits to services

  v1  Duty desk, with Jo Bloggs                                       Fri 29 May
      Calm. Phones ring unanswered after 4pm
      q1, open: Who covers nights?
      q2, open: How many calls end with no advice?

Another: induct visits log --to "Duty desk"     What is open: induct questions
`);
});

test('with nothing recorded it says what a visit is, and what it is not', async () => {
  const officer = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;
  const holder = (await induct(await prepare(), ['visits'])).stdout.replace(/\s+/g, ' ');
  expect(holder).toContain('You go to see and to listen. It is no inspection, and not a Regulation 44 visit');
  expect(holder).toContain('never about a child or a family');
  const told = (await induct(await prepare([], officer), ['visits'])).stdout.replace(/\s+/g, ' ');
  expect(told).toContain('Cllr Khan goes to see and to listen.');
  expect(told).not.toMatch(/\byou\b/i);
});

test('in a terminal the place, the note and the questions are asked for', async () => {
  const home = await prepare();
  const answers = ['Duty desk', 'Calm', 'Who covers nights?', 'Who pays?', ''];
  const run = await induct(home, ['visits', 'log'], { tty: true, answers });
  expect(run.asked).toEqual([
    'Which service or place did you visit?',
    'What did you see there? Enter for nothing',
    'What would you ask the director? Enter for nothing',
    'What else would you ask? Enter when that is all',
    'What else would you ask? Enter when that is all',
  ]);
  expect((await eventsOf(home)).slice(0, 3).map((event) => event.type ?? event.what)).toHaveLength(3);
  const { json } = await induct(home, ['visits', '--json']);
  expect(json.visits).toEqual([
    { id: 'v1', on: TODAY, to: 'Duty desk', with: null, note: 'Calm', questions: ['q1', 'q2'] },
  ]);
});

test('in a terminal nothing is asked where the place was given', async () => {
  expect((await induct(await prepare(), DESK, { tty: true })).asked).toEqual([]);
});

test('an accessible terminal says in every prompt what not to write', async () => {
  const run = await induct(await prepare(), ['visits', 'log'], {
    tty: true,
    accessible: true,
    stdin: 'Duty desk\n\n\n',
  });
  expect(run.exit).toBe(0);
  expect(run.stderr.match(/No names of children or families\./g)).toHaveLength(3);
});
