import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { induct, prepare } from '../../contract/calls.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const SCRUTINY = ['meetings', 'add', '7.2', '10 June', '10:30am', '--place', 'Civic Hall'];
const ONE_TO_ONE = ['meetings', 'new', 'DCS one-to-one', '--every', 'week', '--from', '4 June 9:30am'];

type Entry = Readonly<Record<string, string>>;

/** The entries of a calendar file by property name; parameters stay in the name. */
function entriesOf(ics: string): Entry[] {
  const unfolded = ics.replace(/\r\n /g, '');
  return unfolded
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((part) =>
      Object.fromEntries(
        part
          .split(/\r\n(?:BEGIN:VALARM|END:VEVENT)/)[0]
          ?.split('\r\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]) ?? [],
      ),
    );
}

async function entries(home: string, ...flags: string[]): Promise<Entry[]> {
  const run = await induct(home, ['calendar', ...flags]);
  expect(run.exit, run.stderr).toBe(0);
  return entriesOf(run.stdout);
}

/** The only entry with that title. */
function titled(list: readonly Entry[], title: string): Entry {
  const found = list.filter((entry) => entry.SUMMARY === title);
  expect(found).toHaveLength(1);
  return found[0] as Entry;
}

describe('what goes in', () => {
  test('a meeting: title, time and place, and nothing else', async () => {
    const home = await prepare([SCRUTINY, ['note', '7.2', 'Ask about the budget']]);
    const { stdout } = await induct(home, ['calendar']);
    expect(entriesOf(stdout)).toEqual([
      expect.objectContaining({
        SUMMARY: "Children's scrutiny committee",
        LOCATION: 'Civic Hall',
        'DTSTART;TZID=Europe/London': '20260610T103000',
        'DTEND;TZID=Europe/London': '20260610T113000',
        STATUS: 'CONFIRMED',
        SEQUENCE: '0',
        CATEGORIES: 'Induction',
      }),
    ]);
    expect(stdout).not.toMatch(/budget|CLASS:|ATTENDEE|ORGANIZER|Leeds|Cllr/);
    expect(stdout.match(/BEGIN:VALARM/g)).toHaveLength(1);
    expect(stdout.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  test('a meeting without a time is a day that keeps nobody busy', async () => {
    const home = await prepare([['meetings', 'add', '7.3', '18 June']]);
    const [only] = await entries(home);
    expect(only).toMatchObject({
      'DTSTART;VALUE=DATE': '20260618',
      'DTEND;VALUE=DATE': '20260619',
      TRANSP: 'TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE',
    });
  });

  test('talks with one person are private: regular, booked as a talk, booked as actions', async () => {
    const home = await prepare([
      ONE_TO_ONE,
      ['book', '3.3', '3.5', '3.6', '--for', '5 June', '2pm'],
      ['book', '4.8', '--for', '9 June', '4pm'],
    ]);
    const all = await entries(home);
    expect(all.filter((entry) => entry.SUMMARY === 'DCS one-to-one').length).toBeGreaterThan(10);
    expect(new Set(all.map((entry) => entry.CLASS))).toEqual(new Set(['PRIVATE']));
    expect(titled(all, "Director of children's services (DCS)")).toMatchObject({ SEQUENCE: '0' });
    expect(titled(all, 'Chief executive')).toMatchObject({ 'DTSTART;TZID=Europe/London': '20260609T160000' });
  });

  test('the dates of the plan only with --dates, as free days', async () => {
    const home = await prepare([SCRUTINY]);
    expect(await entries(home)).toHaveLength(1);
    const all = await entries(home, '--dates');
    const dates = all.filter((entry) => entry.TRANSP === 'TRANSPARENT');
    expect(dates.length).toBeGreaterThan(10);
    for (const entry of dates)
      expect(entry).toMatchObject({ 'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE', STATUS: 'CONFIRMED' });
    expect(all.map((entry) => entry['DTSTART;VALUE=DATE'] ?? '99999999').every((day) => day >= '20260603')).toBe(true);
  });

  test('not what has been, nor what was attended today', async () => {
    const home = await prepare([['meetings', 'add', '7.3', 'today', '4pm'], ['meetings', 'attended', '7.3'], SCRUTINY]);
    expect((await entries(home)).map((entry) => entry.SUMMARY)).toEqual(["Children's scrutiny committee"]);
    const later = await induct(home, ['calendar'], { today: '2026-06-20' });
    expect(later).toMatchObject({ exit: 0, stdout: '' });
    expect(later.stderr).toContain('no file was made');
  });

  test('to an officer the leader is the leader, and nobody else is named', async () => {
    const home = await prepare([['book', '4.1', '--for', '9 June', '4pm']], {
      typing: 'officer',
      answers: { name: 'Aisha Khan' },
    });
    const { stdout } = await induct(home, ['calendar']);
    expect(stdout).toContain('SUMMARY:The leader\r\n');
    expect(stdout).not.toContain('Khan');
  });
});

describe('an entry for ever', () => {
  test('keeps its UID when it moves, is renamed, is cancelled and comes back; SEQUENCE rises each time', async () => {
    const home = await prepare([SCRUTINY, ONE_TO_ONE]);
    const before = (await entries(home)).find((entry) => entry.LOCATION) as Entry;
    expect(before.UID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const steps: [string[], object][] = [
      [
        ['meetings', 'move', '7.2', '17 June', '2pm'],
        { 'DTSTART;TZID=Europe/London': '20260617T140000', SEQUENCE: '1' },
      ],
      [['meetings', 'rename', '7.2', 'Scrutiny Board'], { SUMMARY: 'Scrutiny Board', SEQUENCE: '2' }],
      [['meetings', 'cancel', '7.2'], { STATUS: 'CANCELLED', SEQUENCE: '3' }],
      [['meetings', 'add', '7.2', '17 June', '3pm'], { STATUS: 'CONFIRMED', SEQUENCE: '4' }],
      [['undo'], { STATUS: 'CANCELLED', SEQUENCE: '5' }],
      [['undo'], { STATUS: 'CONFIRMED', SEQUENCE: '6' }],
      [['undo'], { SUMMARY: "Children's scrutiny committee" }],
      [['undo'], { 'DTSTART;TZID=Europe/London': '20260610T103000' }],
    ];
    const others = (list: readonly Entry[]) => list.filter((entry) => entry.SUMMARY === 'DCS one-to-one');
    const untouched = others(await entries(home));
    let sequence = Number(before.SEQUENCE);
    for (const [argv, expected] of steps) {
      expect((await induct(home, argv)).exit).toBe(0);
      const all = await entries(home);
      const now = all.filter((entry) => entry.UID === before.UID);
      expect(now).toEqual([expect.objectContaining(expected)]);
      expect(others(all)).toEqual(untouched);
      const next = Number(now[0]?.SEQUENCE);
      expect(next).toBeGreaterThan(sequence);
      sequence = next;
    }
  });

  test('one date of a rhythm that moves keeps its UID, and no other changes', async () => {
    const home = await prepare([ONE_TO_ONE]);
    const before = await entries(home);
    await induct(home, ['meetings', 'move', 'dcs-one-to-one', '12 June', '10am', '--from', '11 June']);
    const after = await entries(home);
    const moved = before.find((entry) => entry['DTSTART;TZID=Europe/London'] === '20260611T093000') as Entry;
    const same = (list: readonly Entry[]) => list.filter(({ UID }) => UID !== moved.UID);
    expect(same(after)).toEqual(same(before));
    expect(after.find(({ UID }) => UID === moved.UID)).toMatchObject({
      'DTSTART;TZID=Europe/London': '20260612T100000',
      SEQUENCE: '1',
    });
  });

  test('a talk that is booked anew moves; what is done early is settled; what is given up is cancelled', async () => {
    const home = await prepare([['book', '3.3', '3.5', '--for', '5 June', '2pm']]);
    const [before] = await entries(home);
    await induct(home, ['book', '3.3', '3.5', '--for', '8 June', '3pm']);
    expect(await entries(home)).toEqual([
      expect.objectContaining({ UID: before?.UID, SEQUENCE: '1', 'DTSTART;TZID=Europe/London': '20260608T150000' }),
    ]);
    await induct(home, ['done', '3.3']);
    expect(await entries(home)).toEqual([expect.objectContaining({ UID: before?.UID, STATUS: 'CONFIRMED' })]);
    await induct(home, ['done', '3.5']);
    expect(await entries(home)).toEqual([]);
    const given = await prepare([
      ['book', '4.8', '--for', '9 June', '4pm'],
      ['reopen', '4.8'],
    ]);
    expect(await entries(given)).toEqual([expect.objectContaining({ STATUS: 'CANCELLED' })]);
  });

  test('two files of the same record are the same bytes, on another day too', async () => {
    const home = await prepare([SCRUTINY, ONE_TO_ONE, ['due', '6.6', '5 June']]);
    const first = await induct(home, ['calendar', '--dates']);
    const second = await induct(home, ['calendar', '--dates'], { now: '2026-06-03T18:00:00.000Z' });
    expect(second.stdout).toBe(first.stdout);
  });
});

describe('--new', () => {
  test('gives only what is new or changed since, and nothing when nothing is', async () => {
    const home = await prepare([SCRUTINY]);
    const file = join(home, 'a.ics');
    const first = await induct(home, ['calendar', '--new', '--output', file]);
    expect(first).toMatchObject({ exit: 0, stdout: '' });
    expect(first.stderr).toContain('1 entry, new, in');
    expect(entriesOf(readFileSync(file, 'utf8'))).toHaveLength(1);

    const again = join(home, 'b.ics');
    const second = await induct(home, ['calendar', '--new', '--output', again]);
    expect(second).toMatchObject({ exit: 0, stdout: '' });
    expect(second.stderr).toContain('Nothing is new or changed since Wed 3 June, so no file was made.');
    expect(existsSync(again)).toBe(false);

    await induct(home, ['meetings', 'add', '7.3', '18 June', '4:30pm']);
    await induct(home, ['meetings', 'move', '7.2', '11 June']);
    const third = await induct(home, ['calendar', '--new']);
    expect(entriesOf(third.stdout).map((entry) => entry.SUMMARY)).toEqual([
      "Children's scrutiny committee",
      'Schools forum',
    ]);
    expect(third.stderr.replace(/\s+/g, ' ')).toContain(
      "DELETE THESE IN THE DIARY Wed 10 June, 10:30am Children's scrutiny committee",
    );
    expect((await entries(home)).length).toBe(2);
    expect(await entries(home, '--new')).toEqual([]);
  });

  test('what was attended, noted or confirmed meanwhile is not new', async () => {
    const home = await prepare([SCRUTINY, ['calendar', '--new']]);
    await induct(home, ['meetings', 'as', '7.2', 'witness']);
    await induct(home, ['note', '7.2', 'Read the papers']);
    expect(await entries(home, '--new')).toEqual([]);
  });

  test('tells a diary that something it has is off, also when it was taken back', async () => {
    const home = await prepare([SCRUTINY]);
    const [before] = await entries(home, '--new');
    await induct(home, ['undo']);
    expect(await entries(home)).toEqual([]);
    expect(await entries(home, '--new')).toEqual([
      expect.objectContaining({ UID: before?.UID, STATUS: 'CANCELLED', SEQUENCE: '1' }),
    ]);
    expect(await entries(home, '--new')).toEqual([]);
  });

  test('what was cancelled before the diary had it is not new', async () => {
    const home = await prepare([SCRUTINY, ['meetings', 'cancel', '7.2']]);
    expect(await entries(home, '--new')).toEqual([]);
  });

  test('what could not be written stays new', async () => {
    const home = await prepare([SCRUTINY]);
    const file = join(home, 'a.ics');
    writeFileSync(file, 'mine');
    const refused = await induct(home, ['calendar', '--new', '--output', file]);
    expect(refused.exit).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await induct(home, ['calendar', '--new', '--output', file, '--force'])).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('BEGIN:VEVENT');
  });

  test('what was only listed with --json stays new', async () => {
    const home = await prepare([SCRUTINY]);
    expect((await induct(home, ['calendar', '--new', '--json'])).json.entries).toHaveLength(1);
    expect(await entries(home, '--new')).toHaveLength(1);
  });

  test('is nothing that undo would take back', async () => {
    const home = await prepare([SCRUTINY, ['calendar', '--new']]);
    expect((await induct(home, ['undo'])).stderr).toContain('scrutiny');
  });
});

test('--json is the document, and the file goes into --output', async () => {
  const home = await prepare([SCRUTINY]);
  const file = join(home, 'a.ics');
  const run = await induct(home, ['calendar', '--json', '--output', file]);
  expect(run.stderr).toBe('');
  const [entry] = entriesOf(readFileSync(file, 'utf8'));
  expect(run.json).toMatchObject({
    schema: 'induct.calendar/1',
    file,
    entries: [
      {
        uid: entry?.UID,
        title: "Children's scrutiny committee",
        date: '2026-06-10',
        time: '10:30',
        place: 'Civic Hall',
        private: false,
        deadline: false,
        status: 'confirmed',
        sequence: 0,
      },
    ],
  });
  expect((await induct(home, ['calendar', '--json'])).json).toMatchObject({ file: null });
});

test('what to say to Outlook stands beside the file and not in it', async () => {
  const home = await prepare([SCRUTINY]);
  const run = await induct(home, ['calendar', '--output', '-'], { columns: 50 });
  expect(run.stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  expect(run.stderr).toMatch(/INTO OUTLOOK/);
  expect(run.stderr.split('\n').every((line) => line.length <= 50)).toBe(true);
});

test('before start there is no plan', async () => {
  expect((await induct(temporaryFolder(), ['calendar'])).exit).toBe(3);
});
