import { type Draft, draft } from '../../src/core/events.ts';
import { Store } from '../../src/store/store.ts';
import { record } from './plan.ts';
import { startHome } from './start-home.ts';

/** The day after a hundred days of it. */
export const AFTER = '2026-09-14';

/** What somebody recorded, each on its day, but for what is marked as recorded on the last. */
const ON_THE_DAY: readonly (readonly [on: string, ...drafts: Draft[]])[] = [
  ['2026-05-21', record.done('dcs.urgent-news', '2026-05-21')],
  [
    '2026-05-21',
    draft('noted', 'dcs.urgent-news', 'Ring', '2026-05-21', { text: 'A call first, then a text', private: false }),
    draft('noted', 'dcs.urgent-news', 'Ring', '2026-05-21', { text: 'SECRET thought', private: true }),
  ],
  [
    '2026-05-22',
    draft('person-set', 'dcs', 'DCS', '2026-05-22', {
      name: 'Jo March',
      email: 'jo.march@leeds.example',
      phone: '0113 496 0000',
      pa: 'Sam Poole',
    }),
  ],
  ['2026-05-28', record.skipped('outgoing.meet', '2026-05-28')],
  ['2026-06-02', record.done('guides.first-ten-days', '2026-06-02')],
  [
    '2026-06-05',
    draft('arranged', 'members.chief-executive', 'Meet', '2026-06-05', {
      for: '2026-06-05',
      time: '16:00',
      with: 'Ann Carter',
    }),
  ],
  ['2026-06-05', record.done('members.chief-executive', '2026-06-05')],
  [
    '2026-06-10',
    draft('meeting-attended', 'scrutiny-committee', 'Scrutiny', '2026-06-10', {
      date: '2026-06-10',
      attended: true,
      apologies: false,
      note: 'REMARK about the chair',
    }),
  ],
  [
    '2026-06-10',
    draft('promised', 'p1', 'An answer on transport', '2026-06-10', {
      text: 'An answer on school transport',
      to: 'scrutiny-committee',
      by: '2026-09-30',
    }),
  ],
  [
    '2026-06-12',
    draft('promised', 'p2', 'Bus passes', '2026-06-12', {
      text: 'Bus passes for care leavers',
      to: 'Ben Okoro',
      by: '2026-07-01',
    }),
  ],
  ['2026-06-30', draft('promise-kept', 'p2', 'Bus passes', '2026-06-30', { note: 'From September' })],
  [
    '2026-07-01',
    draft('visited', 'v1', 'Visit', '2026-07-01', {
      to: 'Seacroft family hub',
      with: 'Lena Hart',
      note: 'Short of ROOMS',
    }),
  ],
  [
    '2026-07-01',
    draft('question-asked', 'q1', 'Waiting', '2026-07-01', {
      text: 'Why do families wait so long? Jo March to say',
      to: 'dcs',
      visit: 'v1',
    }),
  ],
  [
    '2026-07-09',
    draft('question-answered', 'q1', 'Waiting', '2026-07-09', {
      answer: 'Two posts are empty, says Ms March (jo.march@leeds.example, 0113 496 0000)',
    }),
  ],
  [
    '2026-07-10',
    draft('question-asked', 'q2', 'Costs', '2026-07-10', {
      text: 'What does a placement cost?',
      to: 'dcs',
      visit: null,
    }),
  ],
  [
    '2026-07-11',
    draft('figure-recorded', 'repeat-referrals', 'Repeat referrals', '2026-07-11', {
      period: '2026-05',
      value: 24.2,
      note: 'FIGURE note',
    }),
  ],
  [
    '2026-08-11',
    draft('figure-recorded', 'repeat-referrals', 'Repeat referrals', '2026-08-11', {
      period: '2026-06',
      value: 23.1,
      note: null,
    }),
  ],
  [
    '2026-07-12',
    draft('received', 'documents.inspection-reports', 'Report', '2026-07-12', { location: 'T:\\Children\\ilacs.pdf' }),
  ],
  ['2026-07-20', record.done('documents.inspection-reports', '2026-07-20')],
  [
    '2026-07-21',
    draft('added', 'own.dentist', 'Dentist', '2026-07-21', { title: 'Ring the DENTIST', doer: 'holder', number: 1 }),
  ],
  ['2026-07-22', record.done('own.dentist', '2026-07-22')],
  ['2026-07-22', draft('due-set', 'documents.send-strategy', 'SEND', '2026-07-22', { due: '2026-07-30' })],
  // Typed in September about June.
  [AFTER, record.attended('schools-forum', '2026-06-18')],
  [AFTER, record.dated('health-and-wellbeing-board', '2026-10-01')],
];

/** A home with a hundred days in it, officer or holder. */
export async function aHundredDays(typing: 'holder' | 'officer' = 'holder'): Promise<string> {
  const home = await startHome({ typing, answers: { name: 'Aisha Khan' } });
  const store = await Store.open(home, { create: false });
  if (store === null) throw new Error('no record');
  try {
    const id = store.current() ?? '';
    for (const [on, ...drafts] of ON_THE_DAY) {
      store.append(id, drafts, { by: typing, at: `${on}T18:00:00.000Z` }, store.snapshot(id).version);
    }
  } finally {
    store.close();
  }
  return home;
}
