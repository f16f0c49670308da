import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../../src/core/calendar/entry.ts';
import { uidOf, writeCalendar } from '../../../src/formats/ics/index.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const SPACE = '0b8e4f5c-6a7d-4e21-9c3b-1f2e3d4c5b6a';

function entry(change: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    key: 'meeting scrutiny-committee 2026-06-10',
    title: 'Scrutiny Board',
    date: '2026-06-10',
    time: '10:30',
    place: null,
    private: false,
    cancelled: false,
    deadline: false,
    sequence: 0,
    changedAt: '2026-05-20T09:30:00.000Z',
    settled: false,
    ...change,
  };
}

/** The events of a file as ical.js reads it. */
function readBack(ics: string) {
  const root = new ICAL.Component(ICAL.parse(ics));
  return root.getAllSubcomponents('vevent').map((event) => ({
    summary: event.getFirstPropertyValue('summary'),
    location: event.getFirstPropertyValue('location'),
    start: event.getFirstPropertyValue('dtstart')?.toString(),
  }));
}

describe('any text', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom(
      'a, b; c \\ d',
      'one\ntwo',
      'BEGIN:VEVENT',
      'x\r\nBEGIN:VEVENT\r\nUID:y',
      '\u{1f9d2}'.repeat(60),
      'ŵ'.repeat(99),
    ),
  );

  test('stays text: lines of 75 octets at most, CRLF, as many entries as went in, and the words come back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), (pairs) => {
        const entries = pairs.map(([title, place], n) => entry({ key: String(n), title, place }));
        const ics = writeCalendar(entries, SPACE);
        expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const back = readBack(ics);
        expect(back).toHaveLength(entries.length);
        for (const [n, { summary, location }] of back.entries()) {
          const safe = (text = '') =>
            !/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(
              text.replace(/\n/g, ''),
            );
          if (safe(pairs[n]?.[0])) expect(summary).toBe(pairs[n]?.[0]);
          if (safe(pairs[n]?.[1])) expect(location).toBe(pairs[n]?.[1]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the head is what Outlook takes, before any component', () => {
  const lines = writeCalendar([entry()], SPACE).split('\r\n');
  expect(lines.slice(0, 6)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//induct//induct//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
  ]);
  expect(lines.filter((line) => line.startsWith('TZOFFSETTO'))).toEqual(['TZOFFSETTO:+0100', 'TZOFFSETTO:+0000']);
  expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-PT15M']);
});

test('a meeting late in the evening ends on the next day', () => {
  const ics = writeCalendar([entry({ date: '2026-12-31', time: '23:30' })], SPACE);
  expect(ics).toContain('DTEND;TZID=Europe/London:20270101T003000');
});

test('a UID is the version 5 UUID of its key in the name space of the record', () => {
  // RFC 9562, A.4: the name space of domain names and www.example.com
  expect(uidOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test.skipIf(!existsSync('/usr/bin/khal'))('khal reads the same, on both sides of the changes of the clocks', () => {
  const folder = temporaryFolder();
  const days = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'];
  const entries = days.map((date, n) => entry({ key: String(n), date, title: `Board, ${n}; with \\ and ŵ` }));
  const file = join(folder, 'a.ics');
  writeFileSync(file, writeCalendar([...entries, entry({ key: 'day', date: '2026-07-01', time: null })], SPACE));
  const config = join(folder, 'khal.conf');
  const settings = [
    `[calendars]\n[[one]]\npath = ${join(folder, 'cal')}\n`,
    '[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ntimeformat = %H:%M\n',
    'dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n',
    `[default]\ndefault_calendar = one\n[sqlite]\npath = ${join(folder, 'khal.db')}\n`,
  ];
  writeFileSync(config, settings.join(''));
  const khal = (...argv: string[]) => {
    const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' };
    const run = spawnSync('/usr/bin/khal', ['-c', config, ...argv], { encoding: 'utf8', env });
    expect(run.status, run.stderr).toBe(0);
    return run.stdout;
  };
  spawnSync('mkdir', [join(folder, 'cal')]);
  khal('import', '--batch', '-a', 'one', file);
  const listed = khal('list', '--format', '{start} {title}', '--day-format', '', '2026-03-01', '2026-12-01');
  expect(
    listed
      .trim()
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    ...days.slice(0, 2).map((day, n) => `${day} 10:30 Board, ${n}; with \\ and ŵ`),
    '2026-07-01 Scrutiny Board',
    ...days.slice(2).map((day, n) => `${day} 10:30 Board, ${n + 2}; with \\ and ŵ`),
  ]);
});
