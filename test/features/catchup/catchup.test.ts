import { describe, expect, test } from 'vitest';
import { actionsOf, eventsOf, induct, prepare, statusOf } from '../../contract/calls.ts';
import { INTERRUPT } from '../../helpers/run.ts';

const at = { today: '2026-06-08' };
const terminal = { ...at, tty: true };
const READY = [
  ['done', '1', '2.1', '3.1', '3.2', '3.4', '--yes'],
  ['ask', '6', '--of', "the DCS's office", '--on', '22 May', '--yes'],
  ['ask', '7', '8.1', '--on', '28 May', '--yes'],
  ['meetings', 'new', 'DCS one-to-one', '--every', 'week', '--from', '28 May 2026 9:30am'],
  ['met', 'dcs', '--on', '28 May', '--promise', 'A note on transport by 5 June'],
  ['done', '4.1', '4.8', '4.12', '5', '10.6', '--yes'],
] as const;

const itemsOf = async (home: string) => (await induct(home, ['catchup', '--json'], at)).json.items;
const keysOf = (items: { what: string; id: string }[]) => items.map(({ what, id }) => `${what} ${id}`);

describe('without a terminal', () => {
  test('lists what it would ask, each with the command to type', async () => {
    const { stdout, stderr, exit } = await induct(await prepare(READY), ['catchup'], at);
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(stdout).toMatch(/^To catch up with, Monday 8 June 2026\n\nHELD\? \(1\)\n/);
    expect(stdout).toContain('induct met dcs --on "4 June 2026"');
    expect(stdout).toMatch(/20 documents, from the DCS's office +asked for Fri 22 May\n {2}induct got 6\.1/);
    expect(stdout).toContain('induct kept p1');
    expect(stdout).toContain('PAST, BY OUR SUGGESTED DATES');
    expect(stdout).toMatch(/Next: 4\.2 Meet the chair of scrutiny/);
  });

  test('--json has the same', async () => {
    const { json } = await induct(await prepare(READY), ['catchup', '--json'], at);
    expect(json.schema).toBe('induct.catchup/1');
    expect(keysOf(json.items).slice(0, 3)).toEqual(['held dcs', 'came documents', 'kept p1']);
    for (const item of json.items) expect(Object.keys(item)).toEqual(['what', 'id', 'title', 'date', 'command']);
  });

  test('each command named answers its question', async () => {
    const home = await prepare(READY);
    for (const { what, id, command } of await itemsOf(home)) {
      if (what === 'kept' || what === 'came') continue;
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        (match: RegExpMatchArray) => match[1] ?? match[2] ?? '',
      );
      expect(await induct(home, words.slice(1), at), command).toMatchObject({ exit: 0 });
      expect(keysOf(await itemsOf(home))).not.toContain(`${what} ${id}`);
    }
  });

  test('nothing open', async () => {
    const home = await prepare(Array.from({ length: 13 }, (_, step) => ['done', String(step + 1), '--yes']));
    const { stdout } = await induct(home, ['catchup'], at);
    expect(stdout).toContain('Nothing is open of the last two weeks.');
  });
});

describe('in a terminal', () => {
  test('asks from last week forward, and keeps each answer as a change of its own', async () => {
    const home = await prepare(READY);
    const before = (await eventsOf(home)).length;
    const past = (await itemsOf(home)).filter((item: { what: string }) => item.what === 'past');
    const answers = ['y', 'Every Thursday', true, '6.1 6.4', true, ...past.map(() => 'l')];
    const run = await induct(home, ['catchup'], { ...terminal, answers });
    expect(run.exit).toBe(0);
    expect(run.asked.slice(0, 5)).toEqual([
      "Director of children's services (DCS), Thu 4 June. Held?",
      'What was agreed? Enter for nothing',
      'Next: Thu 11 June, 9:30am, as always?',
      "Which have come from the DCS's office? Numbers such as 6.1, or all, or Enter for none",
      "p1  A note on transport (to the director of children's services (DCS)), by Fri 5 June. Kept?",
    ]);
    const events = await eventsOf(home);
    const changes = events.slice(0, events.length - before).map((event) => event.change);
    expect(new Set(changes).size).toBe(3);
    const status = actionsOf(await statusOf(home, at));
    expect(status['documents.inspection-reports'].status).toBe('received');
    expect(status['documents.self-assessment'].status).toBe('received');
    expect(run.stderr).toMatch(/That is all\.\nNext: 4\.2/);
  });

  test('stopped anywhere, what was answered is kept', async () => {
    const home = await prepare(READY);
    const run = await induct(home, ['catchup'], { ...terminal, answers: ['n', INTERRUPT] });
    expect(run.exit).toBe(130);
    expect(run.stderr).toContain('What was answered or recorded before is kept.');
    expect(keysOf(await itemsOf(home))).not.toContain('held dcs');
  });

  test('what is past: done, a week later, not applicable, or left', async () => {
    const home = await prepare();
    const run = await induct(home, ['catchup'], {
      ...at,
      today: '2026-05-29',
      tty: true,
      answers: ['d', 'w', 'n', 'Nobody to ask here', 'd', 'l', 'l', 'l', 'l', 'l', 'l'].slice(0, 8),
    });
    expect(run.exit, run.stderr).toBe(0);
    const status = actionsOf(await statusOf(home, { today: '2026-05-29' }));
    const changed = Object.values(status).filter(
      (action) => action.status !== 'todo' || action.due !== action.suggestedDue,
    );
    expect(changed.map(({ status: state, due }) => `${state} ${due}`)).toContain('todo 2026-06-05');
  });

  test('a talk moved, and one booked for nobody in particular', async () => {
    const home = await prepare([...READY, ['book', '4.2', '--for', '4 June', '2pm']]);
    const past = (await itemsOf(home)).filter((item: { what: string }) => item.what === 'past').length;
    const answers = ['l', 'm', '11 June 2pm', '', true, ...Array.from({ length: past }, () => 'l')];
    const run = await induct(home, ['catchup'], { ...terminal, answers });
    expect(run.asked[1]).toBe('Chair of scrutiny, Thu 4 June. Held?');
    expect(actionsOf(await statusOf(home, at))['members.scrutiny-chair'].arrangedFor).toBe('2026-06-11');
  });

  test('after a long pause it offers once to count from today', async () => {
    const home = await prepare();
    const later = { today: '2026-09-01', tty: true };
    const run = await induct(home, ['catchup'], { ...later, answers: [true] });
    expect(run.asked).toEqual(['Take up again from today: move the suggested dates that passed?']);
    expect((await statusOf(home, later)).overdue).toEqual([]);
    const list = await induct(await prepare(), ['catchup', '--json'], { today: '2026-09-01' });
    expect(list.json.items[0]).toMatchObject({ what: 'again', command: 'induct profile dates_from today' });
  });
});

test('to an officer it speaks of the holder', async () => {
  const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
  const { stdout } = await induct(home, ['catchup'], { today: '2026-06-15' });
  expect(stdout.replace(/"Your first ten days"/, '')).not.toMatch(/\byour?\b/i);
});
