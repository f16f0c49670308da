import { describe, expect, test } from 'vitest';
import { actionsOf, type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const kept = (text: string, more = {}) => ({
  notes: [{ on: TODAY, recordedOn: TODAY, text, private: false, ...more }],
});

const CALLS: Record<string, Call> = {
  'a few words': {
    call: ['note', '3.2', 'A call, then a text'],
    leaves: { 'dcs.urgent-news': { status: 'todo', ...kept('A call, then a text') } },
    says: [/^Note kept with 3\.2 Ring the director/, /induct undo/],
  },
  'words without quotation marks': {
    call: ['note', '3.2', 'A', 'call'],
    leaves: { 'dcs.urgent-news': kept('A call') },
  },
  'a private one': {
    call: ['note', '4.1', 'Wants a word before cabinet', '--private'],
    leaves: { 'members.leader': kept('Wants a word before cabinet', { private: true }) },
    says: [/^Private note kept/],
  },
  'a second one': {
    before: [['note', '3.2', 'One']],
    call: ['note', '3.2', 'Two'],
    leaves: { 'dcs.urgent-news': { notes: [{ text: 'One' }, { text: 'Two' }] } },
  },
  'the same words again, since they may be meant': {
    before: [['note', '3.2', 'One']],
    call: ['note', '3.2', 'One'],
    leaves: { 'dcs.urgent-news': { notes: [{ text: 'One' }, { text: 'One' }] } },
  },
  'of what is done': {
    before: [['done', '3.2']],
    call: ['note', '3.2', 'One'],
    leaves: { 'dcs.urgent-news': { status: 'done', ...kept('One') } },
  },
  'of what is not applicable': {
    call: ['note', '3.8', 'One'],
    leaves: { 'dcs.test-of-assurance': { status: 'skipped', ...kept('One') } },
  },
  'of a key meeting': { call: ['note', '7.3', 'One'], leaves: { 'meetings.schools-forum': kept('One') } },
  "of one's own": {
    before: [['add', 'Ring the MP']],
    call: ['note', '14.1', 'One'],
    leaves: { 'own.ring-the-mp': kept('One') },
  },
  'as typed, without the blanks around it': {
    call: ['note', '3.2', '  Ŷ, "two"  three\n'],
    leaves: { 'dcs.urgent-news': kept('Ŷ, "two"  three') },
  },
  'a text that only looks as if': {
    call: ['note', '3.2', '943 476 5919', '--keep'],
    leaves: { 'dcs.urgent-news': kept('943 476 5919') },
  },
  'no words': { call: ['note', '3.2'], exit: 2, says: [/words of the note are missing/, /induct note 3\.2/] },
  blanks: { call: ['note', '3.2', '  '], exit: 2 },
  'nothing at all': { call: ['note'], exit: 2, says: [/induct note \d/] },
  'an unknown one': { call: ['note', '3.99', 'One'], exit: 2, says: [/nearest/] },
  'a step': { call: ['note', '6', 'One'], exit: 2, says: [/more than one action/] },
  'a range': { call: ['note', '6.1-6.3', 'One'], exit: 2, says: [/more than one action/] },
  'an occasion': { call: ['note', 'officers-call', 'One'], exit: 2, says: [/more than one action/] },
  'a text that may identify a child': {
    call: ['note', '3.2', 'NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify a child/, /Nothing was recorded/, /--keep/],
  },
  'a text far too long': { call: ['note', '3.2', 'x'.repeat(10_001)], exit: 2, says: [/10,000/] },
};

describe('note', () => {
  test.each(Object.entries(CALLS))('%s', (_, call) => check(call));
});

test('what an error tells to type works', async () => {
  const home = await prepare();
  for (const word of ['6', '6.1-6.3', 'officers-call']) {
    const { stderr } = await induct(home, ['note', word, 'One']);
    const [, told = ''] = /such as: induct (.*)/.exec(stderr) ?? [];
    expect(await induct(home, told.split(' ')), told).toMatchObject({ exit: 0 });
  }
});

test('a private note says so where it is shown', async () => {
  const home = await prepare([
    ['note', '4.1', 'Before cabinet', '--private'],
    ['note', '4.8', 'Open'],
  ]);
  expect((await induct(home, ['show', '4.1'])).stdout).toMatch(/Before cabinet\s+private/);
  expect((await induct(home, ['show', '4.8'])).stdout).not.toContain('private');
});

test('undo takes it out of the notes, and says that the words stay in the record', async () => {
  const home = await prepare([['note', '3.2', 'One']]);
  const { stderr } = await induct(home, ['undo']);
  expect(stderr).toMatch(/^The words are still in the record; to remove them: induct redact [0-9a-f]{8}$/m);
  expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes).toEqual([]);
});

test('in a terminal what is missing is asked for', async () => {
  const home = await prepare();
  const run = await induct(home, ['note'], { tty: true, answers: ['dcs.urgent-news', '', 'A call'] });
  expect(run).toMatchObject({
    exit: 0,
    asked: ['What is the note about?', 'The note', 'refused "": Type a few words.'],
  });
  expect(actionsOf(await statusOf(home))['dcs.urgent-news']).toMatchObject(kept('A call'));
});
