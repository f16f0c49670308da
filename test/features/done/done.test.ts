import { describe, expect, test } from 'vitest';
import { type Call, check, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const DONE = { status: 'done', doneOn: TODAY, overdue: false, daysOverdue: 0 };

const RECORDS: Record<string, Call> = {
  'a number': {
    call: ['done', '3.2'],
    leaves: { 'dcs.urgent-news': DONE },
    says: [/^Done, Wed 3 June: 3\.2 Ring the director/, /Next: 2\.1 /, /To take it back: induct undo/],
  },
  'an id': { call: ['done', 'dcs.urgent-news'], leaves: { 'dcs.urgent-news': DONE } },
  'an id in capitals, with spaces': { call: ['done', ' DCS.Urgent-News '], leaves: { 'dcs.urgent-news': DONE } },
  'a unique beginning': { call: ['done', 'dcs.urg'], leaves: { 'dcs.urgent-news': DONE } },
  'a unique last part': { call: ['done', 'self-assessment'], leaves: { 'documents.self-assessment': DONE } },
  'several, each once': {
    call: ['done', '3.1', '3.4', 'dcs.meeting-rhythm', '3.1'],
    leaves: { 'dcs.meeting-rhythm': DONE, 'dcs.meetings-to-attend': DONE },
    says: [/2 actions, 3\.1, 3\.4/],
  },
  'a range': {
    call: ['done', '6.1-6.4'],
    leaves: {
      'documents.inspection-reports': DONE,
      'documents.learning-reviews': DONE,
      'documents.improvement-plans': DONE,
      'documents.self-assessment': DONE,
    },
  },
  'a short range': {
    call: ['done', '6.1-2'],
    leaves: { 'documents.inspection-reports': DONE, 'documents.learning-reviews': DONE },
  },
  'a step of five or fewer, by number': {
    call: ['done', '5'],
    leaves: { 'adviser.contact': DONE, 'adviser.networking': DONE, 'adviser.peer-mentor': DONE },
  },
  'only what is open of a step, by name': {
    before: [['done', '5.1']],
    call: ['done', 'adviser'],
    leaves: { 'adviser.networking': DONE, 'adviser.peer-mentor': DONE },
  },
  'an occasion by its id': {
    call: ['done', 'law-evening'],
    leaves: { 'guides.statutory-guidance': DONE, 'guides.corporate-parenting-principles': DONE },
  },
  'more than five, with --yes': {
    before: [['done', '3.2']],
    call: ['done', 'dcs-hour', '--yes'],
    leaves: {
      'dcs.meeting-rhythm': DONE,
      'dcs.lead-member-in-law': DONE,
      'dcs.meetings-to-attend': DONE,
      'dcs.strengths-and-challenges': DONE,
      'dcs.partnerships': DONE,
      'dcs.vision': DONE,
    },
    says: [/6 actions/],
  },
  'a task': { call: ['done', '1.3'], leaves: { 'outgoing.diary-dates': DONE } },
  'a person': { call: ['done', '4.1'], leaves: { 'members.leader': DONE } },
  'a figure': { call: ['done', '12.4'], leaves: { 'performance.referrals': DONE } },
  'a key meeting': { call: ['done', '7.3'], leaves: { 'meetings.schools-forum': DONE } },
  'a module that waits for another': { call: ['done', '8.2'], leaves: { 'learning.corporate-parenting': DONE } },
  "one's own": {
    before: [['add', 'Ring the MP']],
    call: ['done', '14.1'],
    leaves: { 'own.ring-the-mp': DONE },
  },
  'what was asked for': {
    before: [['ask', '6.1', '--of', 'the office']],
    call: ['done', '6.1'],
    leaves: { 'documents.inspection-reports': { ...DONE, arrangedOn: TODAY, arrangedWith: 'the office' } },
  },
  'a document that was here': {
    before: [['got', '6.1', '--where', 'T:\\one.pdf']],
    call: ['done', '6.1'],
    leaves: { 'documents.inspection-reports': { ...DONE, receivedOn: TODAY, location: 'T:\\one.pdf' } },
  },
  'what was not applicable': {
    before: [['skip', '1.1', '--why', 'moved away']],
    call: ['done', '1.1'],
    leaves: { 'outgoing.meet': { ...DONE, skippedBy: null, skippedBecause: null } },
  },
  'what an answer made not applicable': {
    call: ['done', '3.8'],
    leaves: { 'dcs.test-of-assurance': { ...DONE, skippedBy: null } },
  },
  'the day without a year, in the past': {
    call: ['done', '3.1', '--on', '28 May'],
    leaves: { 'dcs.meeting-rhythm': { doneOn: '2026-05-28' } },
    says: [/^Done, Thu 28 May: 3\.1/],
  },
  'today, without a year': { call: ['done', '3.1', '--on', '3/6'], leaves: { 'dcs.meeting-rhythm': DONE } },
  'a day of the last year, since this one has not come': {
    call: ['done', '3.1', '--on', '4 June'],
    leaves: { 'dcs.meeting-rhythm': { doneOn: '2025-06-04' } },
    says: [/2025/],
  },
  'a day before the appointment': {
    call: ['done', '8.2', '--on', '2023-04-11'],
    leaves: { 'learning.corporate-parenting': { status: 'done', doneOn: '2023-04-11' } },
  },
  yesterday: { call: ['done', '3.1', '--on', 'yesterday'], leaves: { 'dcs.meeting-rhythm': { doneOn: '2026-06-02' } } },
  'another day later on': {
    before: [['done', '3.1']],
    call: ['done', '3.1', '--on', '2026-06-01'],
    leaves: { 'dcs.meeting-rhythm': { doneOn: '2026-06-01' } },
  },
  'a note': {
    call: ['done', '2.1', '--note', 'The checklist is useful'],
    leaves: {
      'guides.first-ten-days': {
        ...DONE,
        notes: [{ on: TODAY, recordedOn: TODAY, text: 'The checklist is useful', private: false }],
      },
    },
  },
  'a note of an earlier day': {
    call: ['done', '2.1', '--note', 'Useful', '--on', '1 June'],
    leaves: {
      'guides.first-ten-days': { notes: [{ on: '2026-06-01', recordedOn: TODAY, text: 'Useful', private: false }] },
    },
  },
  'a note with something done before': {
    before: [['done', '2.1']],
    call: ['done', '2.1', '--note', 'Useful'],
    leaves: { 'guides.first-ten-days': { ...DONE, notes: [{ text: 'Useful' }] } },
  },
  'a text that only looks as if': {
    call: ['done', '2.1', '--note', 'Ring 943 476 5919', '--keep'],
    leaves: { 'guides.first-ten-days': { ...DONE, notes: [{ text: 'Ring 943 476 5919' }] } },
  },
  'a note with a key meeting': {
    call: ['done', '7.3', '--note', 'Papers come a week before'],
    leaves: { 'meetings.schools-forum': { ...DONE, notes: [{ on: TODAY, text: 'Papers come a week before' }] } },
  },
  'nothing new': {
    before: [['done', '3.2']],
    call: ['done', '3.2'],
    leaves: {},
    says: [/already done on 3 June 2026/],
  },
  'nothing new on the same day': {
    before: [['done', '3.2', '--on', '1 June']],
    call: ['done', '3.2', '--on', '2026-06-01'],
    leaves: {},
    says: [/already/],
    never: [/undo/],
  },
  'what is new beside what is not': {
    before: [['done', '3.2']],
    call: ['done', '3.2', '3.1'],
    leaves: { 'dcs.meeting-rhythm': DONE },
    says: [/Done, Wed 3 June: 3\.1/, /3\.2 was already done/],
  },
  'nothing, of a step that is done': {
    before: [['done', '5']],
    call: ['done', '5'],
    leaves: {},
    says: [/Nothing of it is open/],
  },
};

describe('done records', () => {
  test.each(Object.entries(RECORDS))('%s', (_, call) => check(call));
});

const REFUSED: Record<string, Call> = {
  'a number that does not exist': {
    call: ['done', '3.99'],
    exit: 2,
    says: [/There is no action "3\.99"\. The nearest: .*3\.\d+ dcs\./, /induct status --all/],
  },
  'a slip': { call: ['done', 'dcs.urgent-nwes'], exit: 2, says: [/The nearest: 3\.2 dcs\.urgent-news/] },
  'a step that does not exist': { call: ['done', '99'], exit: 2, says: ['There is no action "99"'] },
  'an empty word': { call: ['done', ''], exit: 2 },
  'several meanings': {
    call: ['done', 'documents.annual-report'],
    exit: 2,
    says: [/could be any of these: 6\.7 documents\.annual-report-safeguarding 6\.8 /],
  },
  'a range that runs out': { call: ['done', '6.19-6.25'], exit: 2, says: ['"6.19-6.25"'] },
  'a range the wrong way round': { call: ['done', '6.4-6.1'], exit: 2, says: ['"6.4-6.1"'] },
  'a range across steps': { call: ['done', '5.1-6.1'], exit: 2, says: ['"5.1-6.1"'] },
  'one wrong among several': { call: ['done', '3.1', '3.99', '3.4'], exit: 2, says: ['3.99'] },
  'every wrong one at once': { call: ['done', '3.98', '3.99'], exit: 2, says: ['3.98', '3.99'] },
  'more than five without a terminal': {
    call: ['done', '6'],
    exit: 2,
    says: [/20 actions: 6\.1 6\.2 .*6\.20/, /--yes/],
  },
  'what is asked for by one email': {
    call: ['done', 'documents-ask'],
    exit: 2,
    says: [/cannot be done yet/, 'induct ask documents-ask'],
  },
  'what is asked for by one email, with --yes': { call: ['done', 'dates-ask', '--yes'], exit: 2, says: ['induct ask'] },
  'a day to come': { call: ['done', '3.1', '--on', '2026-06-04'], exit: 2, says: ['--on', /not come yet/] },
  tomorrow: { call: ['done', '3.1', '--on', 'tomorrow'], exit: 2, says: [/not come yet/] },
  '31 June': { call: ['done', '3.1', '--on', '31/6/2026'], exit: 2, says: [/June has 30 days/] },
  'the month first': { call: ['done', '3.1', '--on', '5/13/2026'], exit: 2, says: [/no month 13/, '13/5/2026'] },
  '29 February of a common year': { call: ['done', '3.1', '--on', '29/2/2026'], exit: 2, says: [/28 days/] },
  'no date': { call: ['done', '3.1', '--on', 'whenever'], exit: 2, says: [/"whenever" is not a date/] },
  'an empty date': { call: ['done', '3.1', '--on', ''], exit: 2 },
  'a flag without its value': { call: ['done', '3.1', '--on'], exit: 2, says: [/needs a value/] },
  'an empty note': { call: ['done', '3.1', '--note', ' '], exit: 2, says: [/needs a value/] },
  'a note far too long': { call: ['done', '3.1', '--note', 'x'.repeat(10_001)], exit: 2, says: [/10,000 or less/] },
  'a text that may identify a child': {
    call: ['done', '3.1', '--note', 'NHS number 943 476 5919'],
    exit: 2,
    says: [/may identify a child/, /Nothing was recorded/, /--keep/],
  },
  'no action at all': { call: ['done'], exit: 2, says: [/Say which action/, /induct done \d/] },
};

describe('done refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_, call) => check(call));
});

describe('done in a terminal', () => {
  test('offers what is open', async () => {
    const home = await prepare([['done', '3.2']]);
    const run = await induct(home, ['done'], { tty: true, answers: ['guides.first-ten-days'] });
    expect(run).toMatchObject({ exit: 0, asked: ['What was done?'] });
    expect(run.offered[0]?.[0]).toContain('2.1  Read "Your first ten days"');
    expect(run.offered[0]?.filter((label) => label.startsWith('3.2 '))).toEqual([]);
  });

  test('lists more than five, and records them when that is confirmed', async () => {
    const home = await prepare();
    const no = await induct(home, ['done', '8'], { tty: true, answers: [false] });
    expect(no).toMatchObject({ exit: 2, stdout: '' });
    expect(no.stderr).toContain('Nothing was recorded.');
    for (const number of ['8.1', '8.2', '8.3', '8.4', '8.5', '8.6']) expect(no.stderr).toContain(`${number}  `);
    expect((await statusOf(home)).counts.done).toBe(0);
    const yes = await induct(home, ['done', '8'], { tty: true, answers: [true] });
    expect(yes).toMatchObject({ exit: 0, asked: ['Record all 6 as done?'] });
    expect((await statusOf(home)).counts.done).toBe(6);
  });

  test('asks about a text that may identify a child', async () => {
    const home = await prepare();
    const call = ['done', '3.1', '--note', 'NHS number 943 476 5919'];
    expect((await induct(home, call, { tty: true, answers: [false] })).exit).toBe(2);
    expect((await statusOf(home)).counts.done).toBe(0);
    const kept = await induct(home, call, { tty: true, answers: [true] });
    expect(kept).toMatchObject({ exit: 0, asked: ['Record it as it is?'] });
    expect(kept.stderr).toContain('may identify a child');
    expect((await statusOf(home)).counts.done).toBe(1);
  });

  test('--no-input asks nothing', async () => {
    const home = await prepare();
    expect((await induct(home, ['done', '--no-input'], { tty: true })).exit).toBe(2);
    expect((await induct(home, ['done', '6', '--no-input'], { tty: true })).exit).toBe(2);
  });
});

test('what was done together is taken back together', async () => {
  const home = await prepare([['done', '3.1', '3.4', '6.1-6.3']]);
  expect((await statusOf(home)).counts.done).toBe(5);
  expect(
    new Set((await eventsOf(home)).filter((event) => event.what === 'done').map((event) => event.change)).size,
  ).toBe(1);
  await induct(home, ['undo']);
  expect((await statusOf(home)).counts.done).toBe(0);
});
