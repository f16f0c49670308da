import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProblem } from '../../../src/core/problem.ts';
import { readCalendar } from '../../../src/formats/ics/index.ts';

const WINDOW = { from: '2026-06-01', to: '2027-06-01' };

function read(...lines: readonly string[]) {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  return readCalendar(text, 'a.ics', WINDOW).occurrences.map(({ date, time }) => `${date} ${time ?? ''}`.trim());
}

const TIMES: Record<string, [lines: string[], dates: string[]]> = {
  'UTC in summer': [['DTSTART:20260610T093000Z'], ['2026-06-10 10:30']],
  'UTC in winter': [['DTSTART:20261210T103000Z'], ['2026-12-10 10:30']],
  'no zone': [['DTSTART:20260610T103000'], ['2026-06-10 10:30']],
  'a zone that the file does not explain': [['DTSTART;TZID=GMT Standard Time:20260610T103000'], ['2026-06-10 10:30']],
  'a whole day': [['DTSTART;VALUE=DATE:20260610'], ['2026-06-10']],
  'before the window': [['DTSTART:20260531T103000'], []],
  'after the window': [['DTSTART:20270602T103000'], []],
  'weekly, over the change of the clocks': [
    ['DTSTART;TZID=Europe/London:20261020T100000', 'RRULE:FREQ=WEEKLY;COUNT=3'],
    ['2026-10-20 10:00', '2026-10-27 10:00', '2026-11-03 10:00'],
  ],
  'one left out': [
    ['DTSTART:20260603T100000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20260610T100000'],
    ['2026-06-03 10:00', '2026-06-17 10:00'],
  ],
  'the second Tuesday of each month': [
    ['DTSTART:20260609T180000', 'RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260831T000000Z'],
    ['2026-06-09 18:00', '2026-07-14 18:00', '2026-08-11 18:00'],
  ],
};

describe('times are London times', () => {
  test.each(Object.entries(TIMES))('%s', (_, [lines, dates]) => expect(read(...lines)).toEqual(dates));
});

test('a series without an end is followed for the window only, one that began long ago as well', () => {
  const dates = read('DTSTART:20200106T100000', 'RRULE:FREQ=WEEKLY');
  expect(dates.length).toBeGreaterThan(50);
  expect(dates.length).toBeLessThan(54);
});

test('rhythms that are no meeting, and rules that never come round, end at once', () => {
  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;COUNT=99999999',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=NONE',
  ]) {
    const began = process.hrtime.bigint();
    try {
      expect(read('DTSTART:20260610T100000', `RRULE:${rule}`).length).toBeLessThan(3);
    } catch (error) {
      expect(isProblem(error)).toBe(true);
    }
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(5);
  }
});

test('any text is read, or refused in words', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VCALENDAR',
      ' folded',
      'UID:a',
      'X-Y;Z="a:b":c',
    ),
    fc.constantFrom(
      'DTSTART:20260610T100000',
      'DTSTART:1',
      'RRULE:FREQ=DAILY',
      'RRULE:x',
      'EXDATE:9',
      'RECURRENCE-ID:20260610',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ maxLength: 20 }).map((text) => `SUMMARY:${text}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      try {
        readCalendar(['BEGIN:VCALENDAR', ...lines].join('\n'), 'a.ics', WINDOW);
      } catch (error) {
        if (!isProblem(error)) throw error;
        expect(error.exitCode).toBe(2);
      }
    }),
    { numRuns: 3000 },
  );
});
