import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const ASKED = { status: 'arranged', arrangedOn: TODAY, arrangedFor: null, arrangedWith: null, overdue: false };
const STEP_7 = [
  'regional-network',
  'scrutiny-committee',
  'schools-forum',
  'health-and-wellbeing-board',
  'youth-parliament',
  'children-in-care-council',
  'corporate-parenting-board',
  'safeguarding-children-partnership',
].map((id) => `meetings.${id}`);

const RECORDS: Record<string, Call> = {
  'a document': {
    call: ['ask', '6.2', '--of', "the DCS's office"],
    leaves: { 'documents.learning-reviews': { ...ASKED, arrangedWith: "the DCS's office" } },
    says: [/^Asked for, Wed 3 June, of the DCS's office: 6\.2 Read/, /induct undo/],
  },
  'a login': { call: ['ask', '8.1'], leaves: { 'learning.register': ASKED } },
  'the dates of every meeting, by the step': {
    call: ['ask', '7', '--yes'],
    leaves: Object.fromEntries(STEP_7.map((id) => [id, ASKED])),
    says: [/8 actions/],
  },
  'the dates of every meeting, by the occasion': {
    call: ['ask', 'dates-ask', '--yes'],
    leaves: Object.fromEntries(STEP_7.map((id) => [id, ASKED])),
  },
  'of a step only what nothing is recorded about': {
    before: [
      ['done', '7.1'],
      ['ask', '7.2'],
      ['book', '7.3', '--for', '18 June'],
      ['skip', '7.4', '--why', 'not named'],
    ],
    call: ['ask', 'meetings'],
    leaves: Object.fromEntries(STEP_7.slice(4).map((id) => [id, ASKED])),
  },
  'on an earlier day': {
    call: ['ask', '6.2', '--on', 'yesterday'],
    leaves: { 'documents.learning-reviews': { status: 'arranged', arrangedOn: '2026-06-02' } },
  },
  'the test of assurance, though an answer left it out': {
    call: ['ask', '3.8'],
    leaves: { 'dcs.test-of-assurance': { ...ASKED, skippedBy: null } },
  },
  'what its date has passed for, which stays overdue': {
    call: ['ask', '1.1'],
    leaves: { 'outgoing.meet': { ...ASKED, overdue: true, daysOverdue: 6 } },
  },
  'what was asked for already': {
    before: [['ask', '6.2', '--on', '1 June']],
    call: ['ask', '6.2'],
    leaves: {},
    says: [/6\.2 was already asked for on 1 June 2026/],
    never: [/undo/],
  },
  'what has a date': {
    before: [['book', '4.8', '--for', '10 June']],
    call: ['ask', '4.8'],
    leaves: {},
    says: [/4\.8 has a date already/],
  },
  'what is here': { before: [['got', '6.2']], call: ['ask', '6.2'], leaves: {}, says: [/6\.2 is here already/] },
  'what is done': { before: [['done', '6.2']], call: ['ask', '6.2'], leaves: {}, says: [/6\.2 is done already/] },
  'what is not applicable': {
    before: [['skip', '6.2', '--why', 'none']],
    call: ['ask', '6.2'],
    leaves: {},
    says: [/6\.2 is not applicable\. .*induct reopen 6\.2/],
  },
  'a step that is asked for': {
    before: [['ask', '7', '--yes']],
    call: ['ask', '7'],
    leaves: {},
    says: [/Nothing of it/],
  },
};

describe('ask records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'an unknown one': { call: ['ask', 'schools-form'], exit: 2, says: [/The nearest: 7\.3 meetings\.schools-forum/] },
  'more than five without --yes': { call: ['ask', '6'], exit: 2, says: [/20 actions/, /--yes/] },
  'a day to come': { call: ['ask', '6.2', '--on', '2026-06-04'], exit: 2, says: [/--on/] },
  'one wrong among several': { call: ['ask', '6.2', '6.99'], exit: 2, says: ['6.99'] },
  'nothing named': { call: ['ask'], exit: 2, says: [/Say which action/, /induct ask \d/] },
};

describe('ask refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('an example of how to ask names something that can be asked for', async () => {
  const home = await prepare([['done', '3.2']]);
  const { stderr } = await induct(home, ['ask']);
  const [, word = ''] = /induct ask (\S+)/.exec(stderr) ?? [];
  const { json } = await induct(home, ['next', '99', '--json']);
  const asks = json.next.filter((occasion: { verb: string }) => occasion.verb === 'ask');
  const askable = asks.flatMap(({ id, number }: { id: string; number: string | null }) => [id, number]);
  expect([...askable, 'documents']).toContain(word.replace(/^6\.\d+$/, 'documents'));
});

test('one that has come is not asked for again', async () => {
  const home = await prepare([
    ['got', '6.1'],
    ['ask', '6', '--yes'],
  ]);
  const status = await statusOf(home);
  expect(status.counts).toMatchObject({ received: 1, arranged: 19 });
  expect(actionsOf(status)['documents.inspection-reports']).toMatchObject({ status: 'received', arrangedOn: null });
});
