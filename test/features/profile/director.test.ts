import { expect, test } from 'vitest';
import { actionsOf, eventsOf, induct, prepare, readingOf, statusOf } from '../../contract/calls.ts';

const at = (today: string) => ({ today, now: `${today}T10:00:00.000Z` });
const flat = (text: string) => text.replace(/\s+/g, ' ');
const RESIGNS = at('2026-09-28');
const LATER = at('2026-12-01');

async function settled() {
  return prepare([
    ['done', '3.2', '--on', '21 May', '--note', 'A call, then a text'],
    ['done', '3.1', '3.4', '--on', '28 May'],
  ]);
}

test('the director resigns, an interim comes, and a new one later', async () => {
  const home = await settled();
  const gone = await induct(home, ['profile', 'dcs_post', 'vacant'], RESIGNS);
  expect(flat(gone.stderr)).toContain('Ask who acts for now, and record the name: induct people set dcs --name');
  expect(gone.stderr).not.toContain('In the plan again');
  expect(actionsOf(await statusOf(home, RESIGNS))['members.leader'].due).toBe('2026-06-04');

  const interim = await induct(home, ['profile', 'dcs_post', 'interim'], at('2026-10-01'));
  expect(flat(interim.stderr)).toContain('In the plan again: 3.1 Agree how often to meet');
  expect(flat(interim.stderr)).toContain("3.2 Ring the director of children's services (DCS); 3.4");
  expect(flat(interim.stderr)).toContain('What was agreed with the director before stays with each');
  expect(interim.stderr).not.toContain('Is it the director');
  const then = actionsOf(await statusOf(home, at('2026-10-01')));
  expect(then['dcs.urgent-news']).toMatchObject({ status: 'todo', due: '2026-10-02', overdue: false, doneOn: null });
  expect(then['dcs.urgent-news'].notes).toMatchObject([{ text: 'A call, then a text', on: '2026-05-21' }]);
  expect(then['dcs.vision']).toMatchObject({ status: 'todo', due: '2026-10-15', overdue: false });
  const shown = await induct(home, ['show', '3.2'], at('2026-10-01'));
  expect(flat(shown.stdout)).toContain(
    'Settled before: Thu 21 May. Open again since Thu 1 October (dcs-post: an interim)',
  );
  expect(shown.stdout).toContain('A call, then a text');

  await induct(home, ['done', '3.2'], at('2026-10-02'));
  await induct(home, ['profile', 'dcs_post', 'new'], LATER);
  const last = actionsOf(await statusOf(home, LATER));
  expect(last['dcs.urgent-news']).toMatchObject({ status: 'todo', due: '2026-12-02' });
  expect(last['dcs.meeting-rhythm']).toMatchObject({ status: 'todo', due: '2026-12-15' });

  await induct(home, ['profile', 'dcs_post', 'in-post'], at('2027-02-01'));
  expect(actionsOf(await statusOf(home, at('2027-02-01')))['dcs.vision'].due).toBe('2026-12-15');
});

test('one undo takes all of it back', async () => {
  const home = await settled();
  const state = async () => (await readingOf(home, RESIGNS)).filter((one: string) => !one.includes('induct.history/1'));
  const before = await state();
  const { json } = await induct(home, ['profile', 'dcs_post', 'new', '--json'], RESIGNS);
  expect(json.changed.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['dcs.meeting-rhythm', 'dcs.urgent-news', 'dcs.meetings-to-attend']),
  );
  const fresh = (await eventsOf(home)).filter(({ on }) => on === RESIGNS.today);
  expect(fresh.map(({ what }) => what).sort()).toEqual(['answered', 'reopened', 'reopened', 'reopened']);
  expect(new Set(fresh.map(({ change }) => change)).size).toBe(1);
  await induct(home, ['undo'], RESIGNS);
  expect(await state()).toEqual(before);
});

test('settled and answered on the same day, and recorded by start', async () => {
  const home = await prepare([['done', '3.2']]);
  await induct(home, ['start', '--dcs-post', 'new']);
  expect(actionsOf(await statusOf(home))['dcs.urgent-news']).toMatchObject({ status: 'todo', due: '2026-06-04' });
  await induct(home, ['done', '3.2']);
  expect((await induct(home, ['profile', 'dcs_post', 'new'])).stderr).toContain('That is the answer already');
  expect(actionsOf(await statusOf(home))['dcs.urgent-news'].status).toBe('done');
});

test('what was not known before may be the same director', async () => {
  const home = await prepare([['done', '3.2']], { dcsPost: 'not-sure' });
  const { stderr } = await induct(home, ['profile', 'dcs_post', 'new']);
  expect(flat(stderr)).toContain('In the plan again: 3.2');
  expect(flat(stderr)).toContain('Is it the director you settled this with? Then: induct done 3.2');
});

test('a date set by hand that has passed was for the director before; one ahead stays', async () => {
  const home = await prepare([
    ['due', '3.2', '5 June'],
    ['due', '3.1', '10 December'],
    ['done', '3.1', '3.2'],
  ]);
  await induct(home, ['profile', 'dcs_post', 'interim'], RESIGNS);
  const actions = actionsOf(await statusOf(home, RESIGNS));
  expect(actions['dcs.urgent-news'].due).toBe('2026-09-29');
  expect(actions['dcs.meeting-rhythm'].due).toBe('2026-12-10');
});

test('to an officer it speaks of the holder', async () => {
  const home = await prepare([['done', '3.2']], {
    typing: 'officer',
    answers: { name: 'Aisha Khan' },
    dcsPost: 'not-sure',
  });
  const { stderr } = await induct(home, ['profile', 'dcs_post', 'new']);
  expect(flat(stderr)).toContain('Is it the director Cllr Khan settled this with?');
  expect(stderr).not.toMatch(/\byou\b/i);
});

test('another council brings its region and its adviser', async () => {
  const home = await prepare();
  const first = await induct(home, ['profile', 'council', 'Camden']);
  expect(first.stderr).toContain('The LGA adviser is that of London: induct adviser');
  expect((await induct(home, ['adviser', '--json'])).json).toMatchObject({ region: 'London' });
  await induct(home, ['adviser', 'set', 'Jo Bloggs']);
  expect(flat((await induct(home, ['profile', 'council', 'Leeds'])).stderr)).toContain(
    'Jo Bloggs stays as the LGA adviser, as set by hand.',
  );
});

test('another day of appointment leaves the dates set by hand, and lists them', async () => {
  const home = await prepare([['due', '3.2', '12 June']]);
  const { stderr } = await induct(home, ['profile', 'appointed', '1 June']);
  expect(flat(stderr)).toContain('Dates set by hand stay: 3.2 by Fri 12 June.');
  expect(actionsOf(await statusOf(home))['dcs.urgent-news'].due).toBe('2026-06-12');
});
