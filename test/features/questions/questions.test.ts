import { describe, expect, test } from 'vitest';
import { type Call, check, induct, prepare, TODAY } from '../../contract/calls.ts';

const ASK = ['questions', 'ask', 'Repeat referrals: why?'];
const CHAIR = ['questions', 'ask', 'What worries the board?', '--to', 'schools-forum', '--on', '21 May'];
const ANSWER = ['questions', 'answer', 'q1', 'A new form'];
const Q1 = [{ type: 'question', id: 'q1' }];

const RECORDS: Record<string, Call> = {
  'a question for the director': {
    call: ASK,
    created: Q1,
    says: [/^Question for the director of children's services \(DCS\): q1 Repeat referrals: why\?/, /induct undo/],
  },
  'without quotation marks': {
    call: ['questions', 'ask', 'Why', 'so', 'many?'],
    created: Q1,
    says: [/q1 Why so many\?/],
  },
  'for a meeting': { call: CHAIR, created: Q1, says: [/Question for .*forum, asked Thu 21 May/i] },
  'for any name': { call: [...ASK, '--to', 'Head of audit'], created: Q1, says: [/Question for Head of audit/] },
  'nothing new': { before: [ASK], call: ASK, says: [/open already/], never: [/undo/] },
  'the same of another': {
    before: [ASK],
    call: [...ASK, '--to', 'adviser'],
    created: [{ type: 'question', id: 'q2' }],
  },
  'the same again once it was answered': {
    before: [ASK, ANSWER],
    call: ASK,
    created: [{ type: 'question', id: 'q2' }],
  },
  'an answer': { keeps: true, before: [ASK], call: ANSWER, says: [/^Answered, Wed 3 June: q1 Repeat referrals/] },
  'an answer, in capitals': {
    keeps: true,
    before: [ASK],
    call: ['questions', 'answer', 'Q1', 'A', 'new', 'form'],
    says: [/^Answered/],
  },
  'no answer twice': { before: [ASK, ANSWER], call: ANSWER, says: [/has that answer already/], never: [/undo/] },
  'a better answer': {
    keeps: true,
    before: [ASK, ANSWER],
    call: ['questions', 'answer', 'q1', 'More need'],
    says: [/^Answered/],
  },
};

describe('questions records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'no words': {
    call: ['questions', 'ask'],
    exit: 2,
    says: [/words of the question/, /For example: induct questions ask/],
  },
  'empty words': { call: ['questions', 'ask', ' '], exit: 2 },
  'an empty name': { call: [...ASK, '--to', ''], exit: 2, says: [/--to/] },
  'a day to come': { call: [...ASK, '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'a child': { call: ['questions', 'ask', 'Is Jayden, aged 7, safe?'], exit: 2, says: [/may identify/] },
  'a child as whom to ask': { call: [...ASK, '--to', 'Jayden, aged 7'], exit: 2, says: [/may identify/] },
  'an answer to nothing': {
    call: ['questions', 'answer'],
    exit: 2,
    says: [/which question/, /the words of the answer/],
  },
  'an answer without words': {
    before: [ASK],
    call: ['questions', 'answer', 'q1'],
    exit: 2,
    says: [/words of the answer/],
  },
  'an answer to what was not asked': {
    before: [ASK],
    call: ['questions', 'answer', 'q7', 'Yes'],
    exit: 2,
    says: [/no question "q7"/],
  },
  'an answer before the question': {
    before: [ASK],
    call: [...ANSWER, '--on', '1 June'],
    exit: 2,
    says: [/--on/, /Wed 3 June/],
  },
  'an unknown word': { call: ['questions', 'asks', 'Why?'], exit: 2 },
};

describe('questions refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('--json: the open ones; with --all those answered too', async () => {
  const home = await prepare([ASK, CHAIR, ANSWER]);
  const open = (await induct(home, ['questions', '--json'])).json;
  expect(open.schema).toBe('induct.questions/1');
  const chair = {
    id: 'q2',
    text: 'What worries the board?',
    to: 'schools-forum',
    askedOn: '2026-05-21',
    answer: null,
    answeredOn: null,
    visit: null,
  };
  expect(open.questions).toEqual([chair]);
  const all = (await induct(home, ['questions', '--all', '--json'])).json;
  expect(all.questions).toEqual([
    chair,
    {
      ...chair,
      id: 'q1',
      text: 'Repeat referrals: why?',
      to: 'dcs',
      askedOn: TODAY,
      answer: 'A new form',
      answeredOn: TODAY,
    },
  ]);
});

test('the screen: by whom it is for, how long it is open, and what to take along', async () => {
  const visit = ['visits', 'log', '--to', 'Duty desk', '--on', '29 May', '--question', 'Who covers nights?'];
  const home = await prepare([ASK, visit, [...ASK, '--to', 'Head of audit'], ANSWER]);
  expect((await induct(home, ['questions'])).stdout).toBe(`Leeds, Wednesday 3 June 2026: your questions

TO THE DIRECTOR OF CHILDREN'S SERVICES (DCS) (1)
  q2  Who covers nights?                            visit v1    asked 5 days ago

TO HEAD OF AUDIT (1)
  q3  Repeat referrals: why?                                         asked today

To take along: induct brief dcs
Answered? induct questions answer q2 "..."
Another: induct questions ask "Who covers after 5pm?"
1 answered: induct questions --all
`);
  const all = (await induct(home, ['questions', '--all'], { run: {} } as object)).stdout;
  expect(all).toContain('ANSWERED (1)');
  expect(all).toContain('Answer: A new form');
});

test('with nothing kept it says how to begin', async () => {
  expect((await induct(await prepare(), ['questions'])).stdout).toContain('induct questions ask "');
  const officer = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;
  expect((await induct(await prepare([], officer), ['questions'])).stdout).toContain("Cllr Khan's questions");
});

test('in a terminal what is missing is asked for', async () => {
  const home = await prepare();
  const asked = await induct(home, ['questions', 'ask'], { tty: true, answers: ['Why so many?'] });
  expect(asked.asked).toEqual(['What is the question?']);
  const run = await induct(home, ['questions', 'answer'], { tty: true, answers: ['q1', 'More need'] });
  expect(run.offered).toEqual([['q1  Why so many?']]);
  expect(run.asked).toEqual(['Which question was answered?', 'What is the answer to q1?']);
  expect((await induct(home, ['questions', '--json'])).json.questions).toEqual([]);
});
