import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const HERE = { status: 'received', receivedOn: TODAY, location: null };
const ID = 'documents.inspection-reports';

const RECORDS: Record<string, Call> = {
  'a document': {
    call: ['got', '6.1'],
    leaves: { [ID]: HERE },
    says: [/^Received, Wed 3 June: 6\.1 Read/, /induct undo/],
  },
  'with a path': {
    call: ['got', '6.1', '--where', 'T:\\Children\\one.pdf'],
    leaves: { [ID]: { ...HERE, location: 'T:\\Children\\one.pdf' } },
  },
  'with an address': {
    call: ['got', '6.1', '--where', 'https://example.org/a b?c=1'],
    leaves: { [ID]: { ...HERE, location: 'https://example.org/a b?c=1' } },
  },
  'on an earlier day': {
    call: ['got', '6.1', '--on', '29 May'],
    leaves: { [ID]: { ...HERE, receivedOn: '2026-05-29' } },
  },
  'what was asked for': {
    before: [['ask', '6.1', '--of', 'the office']],
    call: ['got', '6.1'],
    leaves: { [ID]: { ...HERE, arrangedOn: TODAY, arrangedWith: 'the office' } },
  },
  'a guide': { call: ['got', '2.1'], leaves: { 'guides.first-ten-days': HERE } },
  'what was not applicable': {
    before: [['skip', '6.1', '--why', 'none']],
    call: ['got', '6.1'],
    leaves: { [ID]: { ...HERE, skippedBy: null } },
  },
  several: {
    call: ['got', '6.1', '6.4'],
    leaves: { [ID]: HERE, 'documents.self-assessment': HERE },
  },
  'of a step only the documents': {
    call: ['got', 'outgoing'],
    leaves: { 'outgoing.handover-file': HERE },
  },
  'a range': { call: ['got', '6.1-6.2'], leaves: { [ID]: HERE, 'documents.learning-reviews': HERE } },
  'where it lies, later': {
    before: [['got', '6.1']],
    call: ['got', '6.1', '--where', 'Teams'],
    leaves: { [ID]: { ...HERE, location: 'Teams' } },
  },
  'where it lies, once it was read': {
    before: [['done', '6.1']],
    call: ['got', '6.1', '--where', 'Teams'],
    leaves: { [ID]: { status: 'done', location: 'Teams' } },
  },
  'nothing new': {
    before: [['got', '6.1', '--where', 'Teams', '--on', '1 June']],
    call: ['got', '6.1', '--where', 'Teams'],
    leaves: {},
    says: [/6\.1 is already here since 1 June 2026/],
    never: [/undo/],
  },
  'nothing new of what was read': {
    before: [['done', '6.1']],
    call: ['got', '6.1'],
    leaves: {},
    says: [/read already/],
  },
  'its title here, its date, and that it is restricted': {
    call: ['got', '6.5', '--title', '  Leeds   JSNA ', '--dated', '14 March 2022', '--restricted'],
    leaves: { 'documents.needs-assessment': HERE },
    says: [/^Received, Wed 3 June: 6\.5/, /Restricted: do not copy from it into notes\./],
  },
  'a title later, of what is here': {
    before: [['got', '6.1']],
    call: ['got', '6.1', '--title', 'ILACS report'],
    leaves: { [ID]: HERE },
    says: [/^Recorded: 6\.1/],
  },
  'a date later, of what was read': {
    before: [['done', '6.1']],
    call: ['got', '6.1', '--dated', '2024-03-14'],
    leaves: { [ID]: { status: 'done' } },
  },
  'no longer restricted': {
    before: [['got', '6.1', '--restricted']],
    call: ['got', '6.1', '--no-restricted'],
    leaves: { [ID]: HERE },
  },
  'nothing new of its facts': {
    before: [['got', '6.1', '--title', 'ILACS report', '--dated', '2024-03-14', '--restricted']],
    call: ['got', '6.1', '--title', 'ILACS report', '--dated', '2024-03-14', '--restricted'],
    leaves: {},
    says: [/already here/],
  },
  'several restricted ones': {
    call: ['got', '6.1', '6.4', '--restricted'],
    leaves: { [ID]: HERE, 'documents.self-assessment': HERE },
  },
  'a title that only looks like a child, with --keep': {
    call: ['got', '6.1', '--title', 'Review, NHS number 943 476 5919', '--keep'],
    leaves: { [ID]: HERE },
  },
  'nothing of a step without documents': { call: ['got', '5'], leaves: {}, says: [/Nothing of it/] },
};

describe('got records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'a task': { call: ['got', '1.3'], exit: 2, says: [/1\.3 is not a document/, /induct done 1\.3/] },
  'a meeting': { call: ['got', '7.3'], exit: 2, says: [/not a document/] },
  'a person': { call: ['got', '4.1'], exit: 2, says: [/not a document/] },
  'a module': { call: ['got', '8.2'], exit: 2, says: [/not a document/] },
  'a topic': { call: ['got', '3.1'], exit: 2, says: [/not a document/] },
  'a figure': { call: ['got', '12.4'], exit: 2, says: [/not a document/] },
  "one's own": { before: [['add', 'Ring the MP']], call: ['got', '14.1'], exit: 2, says: [/not a document/] },
  'a document beside a task': { call: ['got', '6.1', '1.3'], exit: 2, says: [/1\.3 is not a document/] },
  'a day to come': { call: ['got', '6.1', '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'an empty place': { call: ['got', '6.1', '--where', ' '], exit: 2 },
  'an unknown one': { call: ['got', 'self-assesment'], exit: 2, says: [/6\.4 documents\.self-assessment/] },
  'more than five without --yes': { call: ['got', '6'], exit: 2, says: [/20 actions/] },
  'one title for two': {
    call: ['got', '6.1', '6.4', '--title', 'Both'],
    exit: 2,
    says: [/--title is for one document/],
  },
  'an empty title': { call: ['got', '6.1', '--title', ' '], exit: 2, says: [/--title needs a value/] },
  'a title of a page': { call: ['got', '6.1', '--title', 'x'.repeat(201)], exit: 2, says: [/201 characters/] },
  'a title that identifies a child': {
    call: ['got', '6.1', '--title', 'Review, NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify a child/, /--keep/],
  },
  'a document of tomorrow': { call: ['got', '6.1', '--dated', 'tomorrow'], exit: 2, says: [/--dated/] },
  'nothing named': { call: ['got'], exit: 2, says: [/Say which action/] },
};

describe('got refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

test('the example in the error is a document', async () => {
  const home = await prepare();
  const { stderr } = await induct(home, ['got']);
  const [, word = ''] = /induct got (\S+)/.exec(stderr) ?? [];
  expect((await induct(home, ['got', word])).exit).toBe(0);
});

test('in a terminal the documents that have not come are offered', async () => {
  const home = await prepare([['got', '6.1']]);
  const run = await induct(home, ['got'], { tty: true, answers: ['documents.self-assessment'] });
  const labels = run.offered[0]?.map((label) => label.split(' ')[0]) ?? [];
  expect(labels).toContain('2.1');
  expect(labels).not.toContain('6.1');
  expect(labels).not.toContain('3.2');
  expect(actionsOf(await statusOf(home))['documents.self-assessment'].status).toBe('received');
});

test('what is here and not read is overdue when its date has passed', async () => {
  const home = await prepare([['got', '6.1']]);
  const at = async (today: string) => actionsOf(await statusOf(home, { today }))['documents.inspection-reports'];
  expect((await at('2026-06-04')).overdue).toBe(false);
  expect(await at('2026-06-06')).toMatchObject({ overdue: true, daysOverdue: 2 });
});

test('what is known of a paper is shown with it, in its record, and taken back by undo', async () => {
  const home = await prepare([
    ['got', '6.5', '--dated', '14 March 2022'],
    ['got', '6.5', '--title', 'Leeds JSNA', '--restricted'],
  ]);
  const shown = async () => (await induct(home, ['show', '6.5'])).stdout;
  const first = await shown();
  expect(first).toContain(
    'Called here: Leeds JSNA\nIts own date: 14 March 2022\nRestricted: do not copy from it into notes.',
  );
  expect(first).toMatch(/about the paper: Leeds JSNA, restricted/);
  expect((await induct(home, ['show', '6.5', '--json'])).json.action).not.toHaveProperty('localTitle');
  await induct(home, ['undo']);
  const second = await shown();
  expect(second).toContain('Its own date: 14 March 2022');
  expect(second).not.toMatch(/Called here|^Restricted/m);
});
