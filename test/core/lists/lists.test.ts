import { describe, expect, test } from 'vitest';
import { buildCompanion } from '../../../src/core/companion.ts';
import { type Draft, draft, type JournalEvent } from '../../../src/core/events.ts';
import { isListName, LISTS, type ListName, type ListSource } from '../../../src/core/lists/index.ts';
import { planOf, record } from '../../helpers/plan.ts';
import { foldAll } from '../../helpers/record.ts';

const ON = '2026-06-03';

const DRAFTS: readonly Draft[] = [
  record.done('dcs.urgent-news', ON),
  draft('noted', 'dcs.urgent-news', 'Ring', ON, { text: 'A call, then a text', private: false }),
  draft('noted', 'dcs.urgent-news', 'Ring', ON, { text: 'a secret thought', private: true }),
  record.dated('scrutiny-committee', '2026-06-10'),
  record.attended('schools-forum', '2026-06-01'),
  draft('person-set', 'dcs', 'DCS', ON, { name: 'Jo March', email: 'jo@leeds.example' }),
  draft('received', 'documents.inspection-reports', 'Budget', ON, {
    location: 'Teams',
    title: 'MTFS',
    dated: '2026-02-01',
  }),
  draft('visited', 'v1', 'Visit', ON, { to: 'Seacroft hub', with: 'the manager', note: 'Short of rooms' }),
  draft('question-asked', 'q1', 'Why?', ON, { text: 'Why so many?', to: 'dcs', visit: 'v1' }),
  draft('question-answered', 'q1', 'Why?', ON, { answer: 'Two schools' }),
  draft('promised', 'p1', 'An answer', ON, { text: 'An answer', to: 'scrutiny-committee', by: '2026-09-01' }),
  draft('figure-recorded', 'repeat-referrals', 'Repeat referrals', ON, { period: '2026-05', value: 24.2, note: null }),
];

function source(): ListSource {
  const plan = planOf({ today: ON, drafts: DRAFTS });
  const rows = Object.entries(foldAll(DRAFTS)).map(([key, state]) => {
    const [kind = '', subject = ''] = key.split(' ');
    return { kind, subject, state };
  });
  const events = DRAFTS.map(
    (one, seq) => ({ ...one, seq, id: `e${seq}`, change: `c${seq}`, at: `${ON}T09:30:00.000Z` }) as JournalEvent,
  ).reverse();
  const notes = DRAFTS.flatMap((one) => (one.type === 'noted' ? [{ on: ON, recordedOn: ON, ...one.body }] : []));
  return {
    plan,
    companion: buildCompanion(rows),
    notes: new Map([['dcs.urgent-news', notes]]),
    events: events.map((event) => ({ event, undone: false })),
    figures: [{ id: 'repeat-referrals', title: 'Repeat referrals', unit: '%' }],
  };
}

/** A list's rows as objects. */
function rows(name: ListName) {
  const { columns, rows: all } = LISTS[name](source());
  return [...all].map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
}

describe('each list', () => {
  test.each(Object.keys(LISTS) as ListName[])('%s has a cell for each column, and no private note', (name) => {
    const { columns, rows: each } = LISTS[name](source());
    const all = [...each];
    expect(new Set(columns).size).toBe(columns.length);
    expect(all.length).toBeGreaterThan(0);
    for (const cells of all) expect(cells).toHaveLength(columns.length);
    expect(JSON.stringify(all)).not.toMatch(/secret|undefined|\{you\}|\[object/);
    expect(isListName(name)).toBe(true);
  });

  test('actions: one row an action, with its notes', () => {
    const all = rows('actions');
    expect(all.length).toBe(source().plan.actions.length);
    expect(all.find((row) => row.id === 'dcs.urgent-news')).toMatchObject({
      number: '3.2',
      status: 'done',
      doneOn: ON,
      notes: 'A call, then a text',
    });
  });

  test('meetings: one row a date, and one for a meeting without', () => {
    const all = rows('meetings');
    expect(all.find((row) => row.id === 'scrutiny-committee')).toMatchObject({
      date: '2026-06-10',
      time: '17:00',
      attended: '',
    });
    expect(all.find((row) => row.id === 'schools-forum')).toMatchObject({ date: '2026-06-01', attended: 'yes' });
    expect(all.find((row) => row.id === 'youth-parliament')).toMatchObject({ date: '', capacity: 'guest' });
  });

  test('documents, people and learning', () => {
    expect(rows('documents').find((row) => row.location === 'Teams')).toMatchObject({
      title: 'MTFS',
      dated: '2026-02-01',
      status: 'received',
    });
    expect(rows('people').find((row) => row.id === 'dcs')).toMatchObject({
      name: 'Jo March',
      email: 'jo@leeds.example',
      phone: '',
    });
    expect(rows('learning').length).toBeGreaterThan(4);
  });

  test('visits, questions, promises, figures', () => {
    expect(rows('visits')).toEqual([
      { id: 'v1', on: ON, to: 'Seacroft hub', with: 'the manager', note: 'Short of rooms', questions: 'q1' },
    ]);
    expect(rows('questions')[0]).toMatchObject({ id: 'q1', answer: 'Two schools', answeredOn: ON, visit: 'v1' });
    expect(rows('promises')[0]).toMatchObject({ id: 'p1', by: '2026-09-01', keptOn: '' });
    expect(rows('figures')[0]).toMatchObject({ id: 'repeat-referrals', period: '2026-05', value: '24.2' });
  });

  test('history: newest first, and of a private note only that there is one', () => {
    const all = rows('history');
    expect(all[0]).toMatchObject({ what: 'figure-recorded', takenBack: 'no' });
    expect(all.filter((row) => row.what === 'noted').map((row) => row.detail)).toEqual([
      'private',
      'A call, then a text',
    ]);
  });
});
