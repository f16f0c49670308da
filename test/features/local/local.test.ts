import { describe, expect, test } from 'vitest';
import { type Draft, draft } from '../../../src/core/events.ts';
import { decideTakeOver } from '../../../src/core/local/decide-take-over.ts';
import { localFacts } from '../../../src/core/local/local-facts.ts';
import { actionsOf, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { planOf } from '../../helpers/plan.ts';
import { runInduct, startHome } from '../../helpers/run.ts';

const on = '2026-06-01';
const MINE = 'MINE-canary';
const mine = (text = MINE) => text;
const attended = { attended: true, apologies: false, note: MINE };

/** What belongs to the council. */
const COUNCIL: readonly Draft[] = [
  draft('meeting-renamed', 'scrutiny-committee', 'Scrutiny', on, { name: 'Scrutiny Board (Children and Families)' }),
  draft('meeting-added', 'full-council', 'Full council', on, {
    name: 'Full council',
    every: { count: 1, unit: 'month' },
    from: '2026-06-10',
    time: '18:00',
    place: 'Civic Hall',
  }),
  draft('meeting-cancelled', 'full-council', 'Full council', on, { date: '2026-08-10' }),
  draft('meeting-dated', 'scrutiny-committee', 'Scrutiny', on, {
    date: '2026-06-10',
    time: '10:30',
    place: 'Civic Hall',
  }),
  draft('meeting-dated', 'schools-forum', 'Schools forum', on, { date: '2026-05-25', time: null, place: null }),
  draft('person-set', 'dcs', 'DCS', on, { name: 'Jo Bloggs', email: 'jo@leeds.example', pa: 'Sam' }),
  draft('person-added', 'youth-worker', 'Participation worker', on, { title: 'Participation worker' }),
  draft('located', 'documents.budget', 'Budget', on, {
    location: 'T:\\Budget',
    title: 'Budget book',
    dated: '2026-03-01',
    restricted: true,
  }),
  draft('quiet-added', 'quiet-2026-07-27', 'Recess', on, {
    from: '2026-07-27',
    to: '2026-09-01',
    why: `recess, ${MINE}`,
  }),
  draft('adviser-set', 'adviser', 'LGA adviser', on, { name: 'Pat Green' }),
];

/** What the holder did, said and agreed: every type of event that is theirs, with a canary wherever words are kept. */
const HOLDER: readonly Draft[] = [
  draft('noted', 'dcs.urgent-news', 'x', on, { text: MINE, private: false }),
  draft('done', 'documents.budget', 'x', on, { was: 'todo' }),
  draft('received', 'documents.annual-sufficiency', 'x', on, { location: null }),
  draft('arranged', 'members.leader', 'x', on, { for: '2026-06-20', time: null, with: MINE }),
  draft('skipped', 'outgoing.meet', 'x', on, { why: MINE }),
  draft('due-set', 'dcs.vision', 'x', on, { due: '2026-07-01' }),
  draft('added', 'own.mine', MINE, on, { title: MINE, doer: 'holder', number: 1 }),
  draft('meeting-added', 'dcs-one-to-one', 'DCS one-to-one', on, {
    name: 'DCS one-to-one',
    every: { count: 1, unit: 'week' },
    from: '2026-06-04',
    time: '09:30',
    place: MINE,
  }),
  draft('meeting-added', 'chat', MINE, on, {
    name: MINE,
    every: null,
    from: '2026-06-12',
    time: null,
    place: null,
    with: 'leader',
  }),
  draft('meeting-dated', 'dcs', 'DCS', on, { date: '2026-06-18', time: null, place: MINE }),
  draft('meeting-attended', 'dcs', 'DCS', on, { date: on, ...attended }),
  draft('meeting-attended', 'scrutiny-committee', 'Scrutiny', on, { date: on, ...attended }),
  draft('meeting-attended', 'full-council', 'Full council', on, { date: on, ...attended }),
  draft('meeting-capacity', 'schools-forum', 'Schools forum', on, { capacity: 'guest' }),
  draft('quiet-added', 'quiet-2026-10-01', 'x', on, { from: '2026-10-01', to: '2026-10-09', why: MINE }),
  draft('visited', 'v1', MINE, on, { to: MINE, with: MINE, note: MINE }),
  draft('question-asked', 'q1', MINE, on, { text: MINE, to: 'dcs', visit: null }),
  draft('question-answered', 'q1', MINE, on, { answer: MINE }),
  draft('promised', 'p1', MINE, on, { text: MINE, to: 'scrutiny-committee', by: '2026-09-01' }),
  draft('promise-kept', 'p1', MINE, on, { note: MINE }),
  draft('habit-set', 'duty-desk', 'x', on, { on: true, every: null }),
  draft('habit-kept', 'duty-desk', 'x', on, { note: MINE }),
  draft('figure-recorded', 'referrals', 'x', on, { period: '2026-05', value: 424242, note: MINE }),
  draft('person-set', 'last-holder', 'x', on, { name: MINE }),
];

describe('the facts of the council', () => {
  test('are all there, and nothing of the holder', () => {
    const plan = planOf({ today: on, answers: { name: mine() }, drafts: [...COUNCIL, ...HOLDER] });
    const facts = localFacts(plan);
    expect(facts).toMatchObject({
      names: [{ meeting: 'scrutiny-committee', localName: 'Scrutiny Board (Children and Families)' }],
      meetings: [{ id: 'full-council', name: 'Full council', from: '2026-06-10', place: 'Civic Hall' }],
      people: [
        { id: 'dcs', added: false, contact: { name: 'Jo Bloggs', email: 'jo@leeds.example', pa: 'Sam' } },
        { id: 'youth-worker', added: true },
      ],
      papers: [
        {
          id: 'documents.budget',
          location: 'T:\\Budget',
          localTitle: 'Budget book',
          dated: '2026-03-01',
          restricted: true,
        },
      ],
      quiet: [{ from: '2026-07-27', to: '2026-09-01', why: 'Recess' }],
      adviser: 'Pat Green',
    });
    expect(facts.calendar.map(({ meeting, date, cancelled }) => [meeting, date, cancelled])).toEqual([
      ['scrutiny-committee', '2026-06-10', false],
      ['full-council', '2026-08-10', true],
    ]);
    expect(JSON.stringify(facts)).not.toContain(MINE);
    expect(JSON.stringify(facts)).not.toContain('424242');
  });

  test('are the same again in the next plan, where nothing is done or asked', () => {
    const plan = planOf({ today: on, drafts: [...COUNCIL, ...HOLDER] });
    const next = planOf({ today: on, appointed: on, drafts: decideTakeOver(localFacts(plan), on) });
    expect(localFacts(next)).toEqual(localFacts(plan));
    const fresh = planOf({ today: on, appointed: on });
    const differing = next.actions.filter((action, index) => action.status !== fresh.actions[index]?.status);
    expect(differing.map(({ id }) => id)).toEqual(['meetings.scrutiny-committee']);
    expect(next.people.find(({ id }) => id === 'dcs')).toMatchObject({ lastMet: null, next: null });
    expect(
      next.meetings.every(
        ({ lastAttended, capacityConfirmed, pack }) =>
          lastAttended === null && (!capacityConfirmed || pack?.settledByLaw),
      ),
    ).toBe(true);
  });

  test('what has passed or was removed does not go on', () => {
    const plan = planOf({
      today: '2027-03-01',
      drafts: [
        ...COUNCIL,
        draft('located', 'documents.budget', 'x', on, { location: 'removed on 3 June 2026' }),
        draft('meeting-added', 'once', 'Launch', on, {
          name: 'Launch',
          every: null,
          from: '2026-06-12',
          time: null,
          place: null,
        }),
      ],
    });
    const facts = localFacts(plan);
    expect(facts.calendar).toEqual([]);
    expect(facts.quiet).toEqual([]);
    expect(facts.papers).toMatchObject([{ location: null, localTitle: 'Budget book' }]);
    expect(facts.meetings).toMatchObject([{ id: 'full-council' }, { id: 'once', from: null }]);
  });
});

const NEXT = ['start', '--new', '--name', 'Tom Reed', '--council', 'Leeds', '--appointed', 'today', '--yes'];

describe('the next holder of the council', () => {
  test('takes them over in one change, which undo takes back alone', async () => {
    const home = await startHome({ drafts: [...COUNCIL, ...HOLDER] });
    const run = await induct(home, NEXT);
    expect(run.exit).toBe(0);
    expect(run.stderr.replace(/\s+/g, ' ')).toContain(
      "Taken over from the council's record: 5 names and contacts, 1 place of a paper, 3 dates. See: induct local",
    );
    expect(JSON.stringify(await eventsOf(home))).not.toContain(MINE);
    expect(actionsOf(await statusOf(home))['documents.budget']).toMatchObject({
      status: 'todo',
      location: 'T:\\Budget',
    });
    const document = (await induct(home, ['local', '--json'])).json;
    expect(document).toMatchObject({ schema: 'induct.local/1', induction: { name: 'Tom Reed' }, adviser: 'Pat Green' });
    expect(document.people).toContainEqual({
      id: 'dcs',
      title: "Director of children's services (DCS)",
      name: 'Jo Bloggs',
      post: null,
      email: 'jo@leeds.example',
      phone: null,
      pa: 'Sam',
    });
    const undone = await induct(home, ['undo']);
    expect(undone.stderr).toContain('Taken back: meeting added: Full council');
    expect((await induct(home, ['local', '--json'])).json).toMatchObject({
      people: [],
      papers: [],
      calendar: [],
      adviser: null,
    });
    expect((await induct(home, ['undo'])).stderr).toContain('There is nothing to take back.');
    expect((await statusOf(home)).induction.name).toBe('Tom Reed');
  });

  test('leaves them out where that is said, and for another council', async () => {
    for (const argv of [[...NEXT, '--without-local'], NEXT.map((word) => (word === 'Leeds' ? 'Camden' : word))]) {
      const home = await startHome({ drafts: COUNCIL });
      expect((await induct(home, argv)).stderr).not.toContain('Taken over');
      expect((await induct(home, ['local', '--json'])).json.names).toEqual([]);
    }
  });

  test('with --json only the document is printed', async () => {
    const home = await startHome({ drafts: COUNCIL });
    const { json, stderr } = await induct(home, [...NEXT, '--json']);
    expect({ stderr, ...json }).toMatchObject({ stderr: '', created: [{ type: 'induction' }] });
    expect((await induct(home, ['local', '--json'])).json.adviser).toBe('Pat Green');
  });
});

describe('induct local', () => {
  test('before there is a plan, and before anything is known', async () => {
    const none = await runInduct(['local']);
    expect(none).toMatchObject({ exit: 0, stderr: '' });
    expect(none.stdout).toContain('Begin with: induct start');
    expect((await runInduct(['local', '--json'])).json).toMatchObject({ schema: 'induct.local/1', names: [] });
    const home = await prepare();
    expect((await induct(home, ['local'])).stdout).toContain("Leeds: nothing of the council's own is recorded yet.");
  });

  test.each([80, 50])('shows them at %i columns', async (columns) => {
    const home = await startHome({ drafts: [...COUNCIL, ...HOLDER] });
    const { stdout } = await induct(home, ['local'], { columns });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(stdout).not.toContain(MINE);
    for (const words of [
      'WHAT IT IS CALLED HERE',
      'PEOPLE',
      'WHERE PAPERS LIE',
      'CALENDAR',
      'Jo Bloggs',
      'T:\\Budget',
    ]) {
      expect(stdout).toContain(words);
    }
    expect(stdout).toMatch(/Wed 10 June\s+Scrutiny Board/);
  });

  test('says nothing to an officer that is meant for the holder', async () => {
    const home = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' }, drafts: COUNCIL });
    expect((await induct(home, ['local'])).stdout).not.toMatch(/\byours?\b|\byou\b/i);
    expect(TODAY > on).toBe(true);
  });
});
