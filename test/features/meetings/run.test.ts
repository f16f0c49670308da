import { describe, expect, test } from 'vitest';
import { Store } from '../../../src/store/store.ts';
import { type RunOptions, runInduct, startHome } from '../../helpers/run.ts';

const TODAY = '2026-06-01';

async function started() {
  const home = await startHome();
  const go = (argv: readonly string[], options: RunOptions = {}) =>
    runInduct(['meetings', ...argv], { home, today: TODAY, ...options });
  const find = async (id: string) => {
    const { json } = await go(['--json']);
    return json.meetings.find((meeting: { id: string }) => meeting.id === id);
  };
  return { home, go, find };
}

describe('induct meetings', () => {
  test('shows them; before start there is no plan', async () => {
    const { go } = await started();
    expect(await go([])).toMatchObject({ exit: 0, stderr: '', stdout: expect.stringContaining('NO DATE YET (8)') });
    expect((await runInduct(['meetings'])).exit).toBe(3);
  });

  test.each([
    [['7.3', '18 June', '4:30pm']],
    [['7.3', '18 June 4:30pm']],
    [['7.3', '18', 'June', '4:30pm']],
    [['schools', 'forum', '18', 'June', '4.30', 'pm']],
  ])('add %j', async (words) => {
    const { go, find } = await started();
    const run = await go(['add', ...words, '--json', '--place', 'Civic Hall']);
    expect(run.exit).toBe(0);
    expect(run.json).toMatchObject({ schema: 'induct.changed/1', today: TODAY, created: [] });
    expect(run.json.changed).toMatchObject([
      { id: 'meetings.schools-forum', status: 'arranged', arrangedFor: '2026-06-18' },
    ]);
    expect((await find('schools-forum')).next).toEqual({ date: '2026-06-18', time: '16:30', place: 'Civic Hall' });
    const again = await go(['add', ...words]);
    expect(again).toMatchObject({ exit: 0, stderr: expect.stringMatching(/^Already in the diary: 7\.3 /) });
  });

  test('a whole life: add, move, attended, cancel, each taken back by one undo', async () => {
    const { home, go, find } = await started();
    await go(['add', '7.2', '10 June', '10:30am']);
    await go(['add', '7.2', '8 July']);
    await go(['move', '7.2', '17', 'June']);
    expect((await find('scrutiny-committee')).next).toEqual({ date: '2026-06-17', time: '10:30', place: null });
    const later = { today: '2026-06-18' };
    expect((await go(['attended', 'scrutiny', '--note', 'Asked about costs'], later)).stderr).toContain(
      'Recorded: you were at 7.2',
    );
    expect(await find('scrutiny-committee')).toMatchObject({
      lastAttended: '2026-06-17',
      next: { date: '2026-07-08' },
    });
    await go(['cancel', '7.2'], later);
    expect((await find('scrutiny-committee')).next).toBeNull();
    const store = await Store.open(home, { create: false });
    const induction = store?.current() ?? '';
    store?.undo(induction, { by: 'holder', at: `${TODAY}T12:00:00.000Z` }, TODAY);
    store?.undo(induction, { by: 'holder', at: `${TODAY}T12:00:01.000Z` }, TODAY);
    store?.close();
    expect(await find('scrutiny-committee')).toMatchObject({ lastAttended: null, next: { date: '2026-06-17' } });
  });

  test('new, rename, as', async () => {
    const { go, find } = await started();
    const made = await go(['new', 'DCS', 'one-to-one', '--every', 'week', '--from', '4 June', '9:30am', '--json']);
    expect(made.json).toMatchObject({ changed: [], created: [{ type: 'meeting', id: 'dcs-one-to-one' }] });
    expect(await find('dcs-one-to-one')).toMatchObject({
      name: 'DCS one-to-one',
      frequency: 'every week',
      next: { date: '2026-06-04', time: '09:30' },
    });
    await go(['new', 'Full council', '--from', '15 July 1pm']);
    expect((await find('full-council')).dates).toMatchObject([{ date: '2026-07-15', time: '13:00' }]);
    await go(['rename', 'dcs', 'Director', 'catch-up']);
    expect((await find('dcs-one-to-one')).localName).toBe('Director catch-up');
    await go(['as', 'catch-up', 'ex', 'officio']);
    expect(await find('dcs-one-to-one')).toMatchObject({ capacity: 'ex-officio', capacityConfirmed: true });
  });

  test.each([
    [['ad', '7.3', '18 June'], 'There is no command "meetings ad".', 'Did you mean add?'],
    [['canel'], 'There is no command "meetings canel".', 'Did you mean cancel?'],
    [['7.3'], 'It is not clear what to record about "7.3".', 'For example: induct meetings attended 7.3'],
    [['zebra'], 'There is no command "meetings zebra".', 'add, move'],
    [['add'], 'Say which meeting, and its date.', 'For example: induct meetings add 7.3 "18 June" 4:30pm'],
    [['add', '7.3'], 'Say the date of 7.3 Schools forum.', 'induct meetings add 7.3 "18 June" 4:30pm'],
    [['add', '7.3', '4pm'], 'The date is missing.', ''],
    [['add', '7.3', '28 May 2026'], '28 May 2026 has passed.', 'induct meetings attended 7.3 --on "28 May 2026"'],
    [['move', '7.3'], '7.3 Schools forum has no date ahead.', 'induct meetings add 7.3 "18 June"'],
    [['cancel', '7.3', '18 June'], '7.3 Schools forum has no date on Thu 18 June.', 'It has no date yet.'],
    [['attended', '7.3', '--on', 'tomorrow'], '--on: tomorrow has not come yet.', ''],
    [['attended', '7.3', 'yesterday'], '"yesterday" is a word too many.', '--on "yesterday"'],
    [['attended', '7.3', '--note', 'Jayden Smith, aged 4, was hurt'], 'This may identify a child', '--keep'],
    [['as', '7.7', 'boss'], '"boss" is none of the roles', 'induct meetings as 7.7 chair'],
    [['rename', '7.7'], 'Say what 7.7 Corporate parenting board is called here.', 'induct meetings rename 7.7'],
    [['new'], 'Say what the meeting is called.', 'induct meetings new'],
    [['new', 'Cabinet', '--every', 'often'], '--every: "often" is not clear.', 'week'],
    [['new', 'Cabinet', '--from', '4pm'], '--from needs a date', ''],
    [['new', 'Cabinet', '--from', '28 May 2026'], '--from: 28 May 2026 has passed.', ''],
    [
      ['new', 'Cabinet', '--every', 'week', '--from', '4 June 1999'],
      '--from: 4 June 1999 is more than a year ago.',
      '',
    ],
  ])('%j is refused', async (argv, message, hint) => {
    const { home, go } = await started();
    const run = await go([...argv, '--json']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.error?.message).toContain(message);
    expect(run.error?.hint ?? '').toContain(hint);
    const store = await Store.open(home, { create: false });
    expect(store?.events(store.current() ?? '')[0]?.event.type).toBe('started');
    store?.close();
  });

  test('in a terminal what is missing is asked for', async () => {
    const { go, find } = await started();
    const run = await go(['add'], { tty: true, answers: ['schools-forum', '31 June', '18 June 4:30pm'] });
    expect(run.exit).toBe(0);
    expect(run.asked[0]).toBe('Which meeting has a date?');
    expect(run.asked[2]).toContain('refused "31 June"');
    expect(run.offered[0]).toContain('7.3  Schools forum');
    expect((await find('schools-forum')).next).toMatchObject({ date: '2026-06-18', time: '16:30' });
    await go(['as', '7.7'], { tty: true, answers: ['chair'] });
    expect((await find('corporate-parenting-board')).capacity).toBe('chair');
    await go(['new'], { tty: true, answers: ['Cabinet'] });
    expect((await find('cabinet')).name).toBe('Cabinet');
  });
});
