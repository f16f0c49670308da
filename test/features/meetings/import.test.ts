import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventsOf, induct, prepare } from '../../contract/calls.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import type { RunOptions } from '../../helpers/run.ts';
import { PROGRAM } from '../../helpers/run.ts';

type Event = Readonly<Record<string, string>>;

const scrutiny = {
  UID: 'a',
  SUMMARY: 'Scrutiny Board (Children and Families)',
  'DTSTART;TZID=Europe/London': '20260708T103000',
};
const forum = {
  UID: 'b',
  SUMMARY: 'Schools Forum',
  'DTSTART;TZID=Europe/London': '20260618T163000',
  LOCATION: 'Town Hall',
};
const panel = {
  UID: 'c',
  SUMMARY: "Children's Services Scrutiny Panel",
  'DTSTART;TZID=Europe/London': '20260916T140000',
};
const planning = { UID: 'p', SUMMARY: 'Planning Committee', 'DTSTART;VALUE=DATE': '20260701' };

/** A calendar file with these events; gives its path. */
function file(...events: readonly Event[]): string {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    ...Object.entries(event).map(([name, value]) => `${name}:${value}`),
    'END:VEVENT',
  ]);
  const path = join(temporaryFolder(), 'council.ics');
  writeFileSync(path, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
  return path;
}

const take = (home: string, path: string, run: RunOptions = {}) =>
  induct(home, ['meetings', 'import', path, '--yes'], run);

// biome-ignore lint/suspicious/noExplicitAny: a document of the contract
async function meeting(home: string, id: string): Promise<any> {
  const { json } = await induct(home, ['meetings', '--json']);
  return json.meetings.find((one: { id: string }) => one.id === id);
}

const words = (text: string) => text.replace(/\s+/g, ' ');

describe('a whole committee calendar', () => {
  const path = join(PROGRAM, 'test', 'fixtures', 'examples', 'council.ics');

  test('gives the dates of these meetings, names the doubtful, and counts the rest in one line', async () => {
    const home = await prepare();
    const run = await take(home, path);
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(words(run.stderr)).toContain('INTO THE DIARY (7)');
    expect(words(run.stderr)).toContain(
      "Wed 8 July, 10:30am 7.2 Children's scrutiny committee, Civic Hall Papers out by Tue 30 June",
    );
    expect(words(run.stderr)).toContain("Children's Services Scrutiny Panel Perhaps 7.2 Children's scrutiny committee");
    expect(words(run.stderr)).toContain('36 dates. Planning Committee (24), Licensing Sub-Committee (12).');
    // From UTC in summer, and a series with one that was moved, within twelve months.
    expect((await meeting(home, 'corporate-parenting-board')).dates).toMatchObject([
      { date: '2026-07-14', time: '17:00', place: 'Room 2, Town Hall' },
    ]);
    expect((await meeting(home, 'health-and-wellbeing-board')).dates).toMatchObject([
      { date: '2026-09-03', time: '10:00' },
      { date: '2026-12-10', time: '14:00' },
      { date: '2027-03-03', time: '10:00' },
    ]);
    expect((await meeting(home, 'schools-forum')).dates).toMatchObject([{ date: '2026-10-01', time: '16:30' }]);
    const events = await eventsOf(home);
    const kept = events.filter((event) => event.what === 'meeting-dated');
    expect(kept).toHaveLength(7);
    expect(new Set(kept.map((event) => event.change)).size).toBe(1);
  });

  test('again changes nothing, and one undo takes all of it back', async () => {
    const home = await prepare();
    await take(home, path);
    const before = await eventsOf(home);
    const again = await take(home, path);
    expect(words(again.stderr)).toContain('In the diary already: 7 dates.');
    expect(await eventsOf(home)).toEqual(before);
    await induct(home, ['undo']);
    expect((await meeting(home, 'health-and-wellbeing-board')).dates).toEqual([]);
    expect((await meeting(home, 'scrutiny-committee')).dates).toEqual([]);
  });
});

describe('a file that has changed', () => {
  test('moves what it moved, cancels what it cancelled, and doubles nothing', async () => {
    const home = await prepare();
    await take(home, file(scrutiny, forum));
    const moved = { ...scrutiny, 'DTSTART;TZID=Europe/London': '20260715T140000' };
    const run = await take(home, file(moved, { ...forum, STATUS: 'CANCELLED' }));
    expect(words(run.stderr)).toContain('CHANGED (1) Wed 15 July, 2pm');
    expect(words(run.stderr)).toContain('Instead of Wed 8 July');
    expect(words(run.stderr)).toContain('CANCELLED (1) Thu 18 June 7.3 Schools forum');
    expect((await meeting(home, 'scrutiny-committee')).dates).toMatchObject([{ date: '2026-07-15', time: '14:00' }]);
    expect((await meeting(home, 'schools-forum')).dates).toEqual([]);
    await take(home, file(moved, forum));
    expect((await meeting(home, 'schools-forum')).dates).toMatchObject([{ date: '2026-06-18' }]);
  });

  test('the mark in a title counts as much as a status', async () => {
    const home = await prepare();
    await take(home, file(forum));
    await take(home, file({ ...forum, SUMMARY: 'CANCELLED: Schools Forum' }));
    expect((await meeting(home, 'schools-forum')).dates).toEqual([]);
  });

  test('what was changed here stays, as long as the file says the same', async () => {
    const home = await prepare();
    await take(home, file(forum, scrutiny));
    await induct(home, ['meetings', 'move', '7.3', '19 June', '2pm']);
    await induct(home, ['meetings', 'cancel', '7.2']);
    await take(home, file(forum, scrutiny));
    expect((await meeting(home, 'schools-forum')).dates).toMatchObject([{ date: '2026-06-19', time: '14:00' }]);
    expect((await meeting(home, 'scrutiny-committee')).dates).toEqual([]);
    await take(home, file({ ...forum, 'DTSTART;TZID=Europe/London': '20260625T163000' }));
    expect((await meeting(home, 'schools-forum')).dates).toMatchObject([{ date: '2026-06-25', time: '16:30' }]);
  });

  test('what is not in it any more is named, and left in the diary', async () => {
    const home = await prepare();
    const later = { ...forum, UID: 'b2', 'DTSTART;TZID=Europe/London': '20261001T163000' };
    await take(home, file(forum, later));
    const run = await take(home, file(later));
    expect(words(run.stderr)).toContain(
      'NOT IN THIS FILE ANY MORE (1) Thu 18 June 7.3 Schools forum Off? induct meetings cancel 7.3 2026-06-18',
    );
    expect((await meeting(home, 'schools-forum')).dates).toHaveLength(2);
  });

  test('files with new UIDs each time add nothing either', async () => {
    const home = await prepare();
    await take(home, file(forum));
    await take(home, file({ ...forum, UID: 'other' }));
    expect((await meeting(home, 'schools-forum')).dates).toHaveLength(1);
  });
});

describe('what is in the diary already', () => {
  test('by hand: it is tied to the file, and moves with it', async () => {
    const home = await prepare([['meetings', 'add', '7.3', '18 June', '4:30pm', '--place', 'Town Hall']]);
    expect(words((await take(home, file(forum))).stderr)).toContain('In the diary already: 1 date.');
    await take(home, file({ ...forum, 'DTSTART;TZID=Europe/London': '20260619T163000' }));
    expect((await meeting(home, 'schools-forum')).dates).toMatchObject([{ date: '2026-06-19' }]);
  });

  test('what was taken out by hand stays out', async () => {
    const home = await prepare([
      ['meetings', 'add', '7.3', '18 June', '4:30pm'],
      ['meetings', 'cancel', '7.3'],
    ]);
    expect(words((await take(home, file(forum))).stderr)).toContain('Taken out by hand before, so left out: 1 date.');
    expect((await meeting(home, 'schools-forum')).dates).toEqual([]);
  });

  test('clashes are pointed out', async () => {
    const home = await prepare([['meetings', 'add', '7.4', '18 June', '5pm']]);
    const run = await take(home, file(forum, { ...scrutiny, 'DTSTART;TZID=Europe/London': '20260618T173000' }));
    expect(words(run.stderr)).toContain(
      'AT THE SAME TIME (2) Thu 18 June 7.3 Schools forum, and 7.4 Health and wellbeing board Thu 18 June 7.2',
    );
  });

  test("one's own meetings are found too, and what a rhythm gives is not written again", async () => {
    const home = await prepare([['meetings', 'new', 'Cabinet', '--every', 'week', '--from', '8 June 10am']]);
    const cabinet = {
      UID: 'k',
      SUMMARY: 'Cabinet',
      'DTSTART;TZID=Europe/London': '20260608T100000',
      RRULE: 'FREQ=WEEKLY;COUNT=4',
    };
    const before = await eventsOf(home);
    expect(words((await take(home, file(cabinet))).stderr)).toContain('In the diary already: 4 dates.');
    expect(await eventsOf(home)).toEqual(before);
  });
});

describe('in a terminal', () => {
  test('near names are asked about, all of it is shown, and then it is kept', async () => {
    const home = await prepare();
    const run = await induct(home, ['meetings', 'import', file(panel, forum)], {
      tty: true,
      answers: ['scrutiny-committee', true],
    });
    expect(run.exit, run.stderr).toBe(0);
    expect(run.asked[0]).toContain(`Is "Children's Services Scrutiny Panel" (1 date) one of these?`);
    expect(run.asked[1]).toContain('Keep these 2 dates?');
    expect(await meeting(home, 'scrutiny-committee')).toMatchObject({
      localName: "Children's Services Scrutiny Panel",
      dates: [{ date: '2026-09-16' }],
    });
    // Its name is known now.
    expect((await take(home, file(panel))).stderr).not.toContain('Perhaps');
  });

  test('no keeps nothing', async () => {
    const home = await prepare();
    const before = await eventsOf(home);
    const run = await induct(home, ['meetings', 'import', file(forum)], { tty: true, answers: [false] });
    expect(run.exit).toBe(2);
    expect(await eventsOf(home)).toEqual(before);
  });

  test('in accessible mode, to an officer, at 50 columns', async () => {
    const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
    const run = await induct(home, ['meetings', 'import', file(scrutiny, forum)], {
      tty: true,
      accessible: true,
      columns: 50,
      stdin: 'y\n',
    });
    expect(run.exit, run.stderr).toBe(0);
    expect(run.stderr).not.toContain('\u001b');
    expect(run.stderr.split('\n').filter((line) => line.length > 50)).toEqual([]);
  });
});

describe('without a terminal', () => {
  test('nothing is kept without --yes, and what would be is shown', async () => {
    const home = await prepare();
    const before = await eventsOf(home);
    const run = await induct(home, ['meetings', 'import', file(forum)]);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('INTO THE DIARY (1)');
    expect(words(run.stderr)).toContain('Nothing was kept yet: 1 date would be.');
    expect(await eventsOf(home)).toEqual(before);
  });

  test('--json names the actions that changed', async () => {
    const home = await prepare();
    const run = await induct(home, ['meetings', 'import', file(forum, planning), '--yes', '--json']);
    expect(run.stderr).toBe('');
    expect(run.json).toMatchObject({
      schema: 'induct.changed/1',
      changed: [{ id: 'meetings.schools-forum', status: 'arranged', arrangedFor: '2026-06-18' }],
      created: [],
    });
    const none = await induct(home, ['meetings', 'import', file(planning), '--yes', '--json']);
    expect(none.json).toMatchObject({ changed: [], created: [] });
  });

  test('the file is missing from the call, or not there', async () => {
    const home = await prepare();
    expect((await induct(home, ['meetings', 'import'])).stderr).toContain('Say which calendar file.');
    expect((await induct(home, ['meetings', 'import', '/no/such.ics', '--yes'])).exit).toBe(2);
  });
});

const BAD: Record<string, [text: string, says: RegExp]> = {
  empty: ['', /is empty/],
  'no calendar': ['Date,Meeting\n10 June,Scrutiny\n', /line 1 should be BEGIN:VCALENDAR/],
  'a line that makes no sense': [
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\n\nhello\nEND:VEVENT\nEND:VCALENDAR\n',
    /line 4 makes no sense .*"hello"/,
  ],
  'cut off': ['BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:x\n', /what begins on line 3 has no end/],
  'ends what has not begun': [
    'BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n',
    /line 2 ends "VEVENT", which has not begun/,
  ],
  'no events': ['BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n', /holds no events/],
  'no day': ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n', /event on line 2 cannot be read/],
  'a day that there is not': [
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260631T100000\nEND:VEVENT\nEND:VCALENDAR\n',
    /event on line 2 cannot be read/,
  ],
  'a spreadsheet': ['PK\u0003\u0004', /not a calendar file/],
};

describe('a bad file is told with its line', () => {
  test.each(Object.entries(BAD))('%s', async (_, [text, says]) => {
    const home = await prepare();
    const path = join(temporaryFolder(), 'bad.ics');
    writeFileSync(path, text);
    const run = await take(home, path);
    expect(run.exit).toBe(2);
    expect(words(run.stderr)).toMatch(says);
    expect(run.stderr).toContain('bad.ics');
  });

  test('one bad event among good ones is left out, and named', async () => {
    const home = await prepare();
    const run = await take(home, file(forum, { UID: 'x', SUMMARY: 'Schools Forum', DTSTART: '20260231T100000' }));
    expect(run.exit).toBe(0);
    expect(words(run.stderr)).toContain('Not readable, so left out: the event on line 9.');
    expect((await meeting(home, 'schools-forum')).dates).toHaveLength(1);
  });
});
