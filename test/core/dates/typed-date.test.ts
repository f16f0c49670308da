import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type DateDirection,
  isCivilDate,
  readDate,
  sayDate,
  sayDayDate,
  sayDayDateNear,
  sayLongDate,
} from '../../../src/core/dates/index.ts';
import { everyDay } from './table.ts';

const TODAY = '2026-05-20'; // A Wednesday.
const DIRECTIONS: readonly DateDirection[] = ['past', 'ahead', 'any'];

function read(text: string, direction: DateDirection = 'any', today = TODAY): string {
  const answer = readDate(text, { today, direction });
  return answer.ok ? answer.date : answer.why;
}

describe('a date with its year means the same whichever way one looks', () => {
  test.each([
    ['2026-06-04', '2026-06-04'],
    ['2026-6-4', '2026-06-04'],
    ['2026/06/04', '2026-06-04'],
    ['4 June 2026', '2026-06-04'],
    ['04 June 2026', '2026-06-04'],
    ['  4   JUNE,  2026 ', '2026-06-04'],
    ['4 jun 26', '2026-06-04'],
    ['4June2026', '2026-06-04'],
    ['4th June 2026', '2026-06-04'],
    ['the 1st of June 2026', '2026-06-01'],
    ['22nd June 2026', '2026-06-22'],
    ['3rd Sept. 2026', '2026-09-03'],
    ['4-Jun-26', '2026-06-04'],
    ['4/Jun/2026', '2026-06-04'],
    ['4/6/2026', '2026-06-04'],
    ['4/6/26', '2026-06-04'],
    ['07/05/2026', '2026-05-07'],
    ['7/5/26', '2026-05-07'],
    ['4 6 2026', '2026-06-04'],
    ['04-06-2026', '2026-06-04'],
    ['4.6.26', '2026-06-04'],
    ['4 / 6 / 2026', '2026-06-04'],
    ['4\u20136\u20132026', '2026-06-04'],
    ['4\u00a0June\u00a02026', '2026-06-04'],
    ['\u200e4/6/2026\u200f', '2026-06-04'],
    ['4 Ju\u00adne 20\u200b26', '2026-06-04'],
    ['Thu 4 June 2026', '2026-06-04'],
    ['thursday, 4 june 2026', '2026-06-04'],
    ['Thurs. 4/6/2026', '2026-06-04'],
    ['Sept 2026', '2026-09-01'],
    ['september 2026', '2026-09-01'],
    ['29 February 2028', '2028-02-29'],
    ['4/6/99', '2099-06-04'],
    ['1 January 1950', '1950-01-01'],
    ['31 December 2100', '2100-12-31'],
  ])('%j is %s', (text, date) => {
    for (const direction of DIRECTIONS) expect(read(text, direction)).toBe(date);
  });
});

describe('told from today, a Wednesday', () => {
  test.each([
    ['today', '2026-05-20'],
    ['Tomorrow', '2026-05-21'],
    ['yesterday', '2026-05-19'],
    ['next monday', '2026-05-25'],
    ['next Tuesday', '2026-05-26'],
    ['next wednesday', '2026-05-27'],
    ['next thu', '2026-05-21'],
    ['last monday', '2026-05-18'],
    ['last wednesday', '2026-05-13'],
    ['last sun', '2026-05-17'],
    ['in 3 days', '2026-05-23'],
    ['in 1 day', '2026-05-21'],
    ['in 2 weeks', '2026-06-03'],
    ['in two weeks', '2026-06-03'],
    ['in a week', '2026-05-27'],
    ['in a month', '2026-06-20'],
    ['in 1 year', '2027-05-20'],
    ['3 days ago', '2026-05-17'],
    ['a week ago', '2026-05-13'],
    ['2 months ago', '2026-03-20'],
  ])('%j is %s', (text, date) => {
    for (const direction of DIRECTIONS) expect(read(text, direction)).toBe(date);
  });

  test('a month from 31 January is the last of February', () => {
    expect(read('in a month', 'ahead', '2026-01-31')).toBe('2026-02-28');
  });
});

describe('without a year, or a weekday alone', () => {
  test.each([
    ['4 June', '2025-06-04', '2026-06-04', '2026-06-04'],
    ['4th June', '2025-06-04', '2026-06-04', '2026-06-04'],
    ['4 jun', '2025-06-04', '2026-06-04', '2026-06-04'],
    ['4/6', '2025-06-04', '2026-06-04', '2026-06-04'],
    ['20 May', '2026-05-20', '2026-05-20', '2026-05-20'],
    ['19 May', '2026-05-19', '2027-05-19', '2026-05-19'],
    ['1 January', '2026-01-01', '2027-01-01', '2026-01-01'],
    ['18 November', '2025-11-18', '2026-11-18', '2026-11-18'],
    ['19 November', '2025-11-19', '2026-11-19', '2025-11-19'],
    ['Sept', '2025-09-01', '2026-09-01', '2026-09-01'],
    ['September', '2025-09-01', '2026-09-01', '2026-09-01'],
    ['may', '2026-05-01', '2027-05-01', '2026-05-01'],
    ['29 February', '2024-02-29', '2028-02-29', '2028-02-29'],
    ['monday', '2026-05-18', '2026-05-25', '2026-05-25'],
    ['wednesday', '2026-05-20', '2026-05-20', '2026-05-20'],
    ['Thu', '2026-05-14', '2026-05-21', '2026-05-21'],
  ])('%j is %s in the past, %s ahead, %s nearest', (text, past, ahead, any) => {
    expect([read(text, 'past'), read(text, 'ahead'), read(text, 'any')]).toEqual([past, ahead, any]);
  });

  test('of two as near, the coming one', () => {
    // 2 December 2027 and 2028 both lie 183 days from 2 June 2028.
    expect(read('2 December', 'any', '2028-06-02')).toBe('2028-12-02');
  });

  test('29 February is found across 2100, which has none', () => {
    expect(read('29 Feb', 'past', '2100-12-31')).toBe('2096-02-29');
    expect(read('29 Feb', 'ahead', '2096-03-01')).toMatch(/^"29 Feb" is too far away/); // 2104
  });

  test('the side and the day hold for every day', () => {
    const day = fc.constantFrom(...everyDay('1960-01-01', '2090-12-31'));
    fc.assert(
      fc.property(day, day, (today, other) => {
        const text = sayDate(other).replace(/ \d{4}$/, '');
        const [past, ahead, any] = DIRECTIONS.map((direction) => read(text, direction, today));
        expect([past, ahead, any].every((date) => date?.slice(5) === other.slice(5))).toBe(true);
        expect(`${past}` <= today && today <= `${ahead}`).toBe(true);
        expect([past, ahead]).toContain(any);
      }),
    );
  });
});

describe('refused, with the reason', () => {
  const EXAMPLES = 'Type it like 4 June 2026, 4/6/2026 or 2026-06-04.';
  const RANGE = 'type a year from 1950 to 2100.';
  const refusals: readonly (readonly [string, string])[] = [
    ['31 June', '31 June is not a real date: June has 30 days.'],
    ['31st jun 2026', '31 June 2026 is not a real date: June has 30 days.'],
    ['Mon 31 April', '31 April is not a real date: April has 30 days.'],
    ['32 January', '32 January is not a real date: January has 31 days.'],
    ['0 June', '0 June is not a real date: there is no day 0.'],
    ['30 February', '30 February is not a real date: February has 28 or 29 days.'],
    ['30 February 2028', '30 February 2028 is not a real date: February 2028 has 29 days.'],
    ['29 February 2027', '29 February 2027 is not a real date: February 2027 has 28 days.'],
    ['29/2/27', '"29/2/27" is not a real date: February 2027 has 28 days.'],
    ['29 February 2100', '29 February 2100 is not a real date: February 2100 has 28 days.'],
    ['2026-02-30', '"2026-02-30" is not a real date: February 2026 has 28 days.'],
    ['31/6/2026', '"31/6/2026" is not a real date: June has 30 days.'],
    ['5/13/2026', '"5/13/2026" is not a real date: there is no month 13. Type the day first, such as 13/5/2026.'],
    ['5-13-26', '"5-13-26" is not a real date: there is no month 13. Type the day first, such as 13/5/26.'],
    ['5/13', '"5/13" is not a real date: there is no month 13. Type the day first, such as 13/5.'],
    ['40/13/2026', '"40/13/2026" is not a real date: there is no month 13. Type the day first, such as 4/6/2026.'],
    ['4/0/2026', '"4/0/2026" is not a real date: there is no month 0. Type the day first, such as 4/6/2026.'],
    ['2026-13-05', '"2026-13-05" is not a real date: there is no month 13.'],
    ['4 June 0026', `"4 June 0026" has the year 0026: ${RANGE}`],
    ['5/13/0026', `"5/13/0026" has the year 0026: ${RANGE}`],
    ['0026-06-04', `"0026-06-04" has the year 0026: ${RANGE}`],
    ['4/6/2226', `"4/6/2226" has the year 2226: ${RANGE}`],
    ['4 June 202', `"4 June 202" has the year 202: ${RANGE}`],
    ['4 June 20266', `"4 June 20266" has the year 20266: ${RANGE}`],
    ['4/6/02026', `"4/6/02026" has the year 02026: ${RANGE}`],
    ['4 June 1949', `"4 June 1949" has the year 1949: ${RANGE}`],
    ['4 June 2101', `"4 June 2101" has the year 2101: ${RANGE}`],
    ['Sept 2226', `"Sept 2226" has the year 2226: ${RANGE}`],
    [`4/6/${'9'.repeat(60)}`, `"4/6/${'9'.repeat(36)}…" has the year 99999999…: ${RANGE}`],
    ['in 99999 days', '"in 99999 days" is too far away: type a date from 1950 to 2100.'],
    [`in ${'9'.repeat(20)} years`, `"in ${'9'.repeat(20)} years" is too far away: type a date from 1950 to 2100.`],
    ['77 years ago', '"77 years ago" is too far away: type a date from 1950 to 2100.'],
    ['Fri 4 June 2026', '4 June 2026 is a Thursday, not a Friday.'],
    ['monday 2026-06-04', '4 June 2026 is a Thursday, not a Monday.'],
    ['June 4', '"June 4" has the month first: type the day first, such as 4 June, or the year in full.'],
    ['June 4, 2026', '"June 4, 2026" has the month first: type the day first, such as 4 June 2026.'],
    ['Sept 26', '"Sept 26" has the month first: type the day first, such as 26 September, or the year in full.'],
    ['foo', `"foo" is not a date. ${EXAMPLES}`],
    ['  Foo \n bar ', `"Foo bar" is not a date. ${EXAMPLES}`],
    ['4', `"4" is not a date. ${EXAMPLES}`],
    ['2026', `"2026" is not a date. ${EXAMPLES}`],
    ['4/6-2026', `"4/6-2026" is not a date. ${EXAMPLES}`],
    ['4 June 4pm', `"4 June 4pm" is not a date. ${EXAMPLES}`],
    ['next', `"next" is not a date. ${EXAMPLES}`],
    ['next june', `"next june" is not a date. ${EXAMPLES}`],
    ['in many days', `"in many days" is not a date. ${EXAMPLES}`],
    ['constructor', `"constructor" is not a date. ${EXAMPLES}`],
    ['4 constructor 2026', `"4 constructor 2026" is not a date. ${EXAMPLES}`],
    ['\u001b[31m4 June', `"[31m4 June" is not a date. ${EXAMPLES}`],
    ['x'.repeat(500), `"${'x'.repeat(40)}…" is not a date. ${EXAMPLES}`],
    ['', 'Type a date, like 4 June 2026, 4/6/2026 or 2026-06-04.'],
    [' \t', 'Type a date, like 4 June 2026, 4/6/2026 or 2026-06-04.'],
  ];

  test.each(refusals)('%j', (text, why) => {
    for (const direction of DIRECTIONS) {
      expect(readDate(text, { today: TODAY, direction })).toEqual({ ok: false, why });
    }
  });

  test.each(refusals)('in plain words: %j', (_, why) => {
    expect(why).not.toMatch(/please|sorry|valid|oops|illegal|!/i);
    expect(why).toMatch(/\.$/);
  });

  test('the weekday is held against the year that was found', () => {
    expect(read('Thu 4 June', 'ahead')).toBe('2026-06-04');
    expect(read('Thu 4 June', 'past')).toBe('4 June 2025 is a Wednesday, not a Thursday.');
  });
});

describe('any text at all', () => {
  const words = ['4', '31', '13', '2026', '0026', '99', '/', '-', '.', ' ', ',', 'june', 'Sept', 'mon', 'next', 'last'];
  const more = [
    'in',
    'a',
    'ago',
    'days',
    'week',
    'years',
    'th',
    'of',
    'today',
    '\u2013',
    '\u0000',
    '\ud800',
    '999999999',
  ];
  const nearly = fc
    .array(fc.constantFrom(...words, ...more, ' ', ' '), { maxLength: 9 })
    .map((parts) => parts.join(''));
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly);
  const today = fc.constantFrom('2026-05-20', '2024-02-29', '1950-01-01', '2100-12-31', '1900-01-01', '2199-12-31');

  test('is a date within 1950 to 2100, or one line of why; never thrown', () => {
    fc.assert(
      fc.property(text, today, fc.constantFrom(...DIRECTIONS), (typed, now, direction) => {
        const answer = readDate(typed, { today: now, direction });
        if (answer.ok) {
          expect(isCivilDate(answer.date)).toBe(true);
          expect(answer.date >= '1950-01-01' && answer.date <= '2100-12-31').toBe(true);
        } else {
          expect(answer.why).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]{10,200}$/u);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('in plain characters is read as with something unseen, which is looked for in another way', () => {
    const words = fc.array(fc.constantFrom('4', 'June', '2026', ' ', '  ', ',', '/', '-', '.', 'next', 'monday', 'x'));
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((parts) => parts.join('')),
          fc.string(),
        ),
        fc.constantFrom(...DIRECTIONS),
        (plain, way) => {
          expect(read(`\u200e${plain}`, way)).toBe(read(plain, way));
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('a very long one costs no time', () => {
    for (const part of ['4', ' ', '4/', 'june ', 'a ', '4 ', ',', '- ']) {
      const start = performance.now();
      read(part.repeat(200_000));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

test('what is said can be typed: every day 2024 to 2040', () => {
  const wrong: string[] = [];
  const check = (text: string, date: string, today = TODAY) => {
    if (read(text, 'any', today) !== date) wrong.push(`${text} on ${today}`);
  };
  const days = everyDay('2024-01-01', '2040-12-31');
  for (const date of days) {
    for (const text of [date, sayDate(date), sayLongDate(date), sayDayDate(date, { year: true })]) check(text, date);
    for (const away of [-180, -91, -90, 0, 90, 91, 180]) {
      const today = addDays(date, away);
      check(sayDayDateNear(date, today), date, today);
    }
  }
  expect(days).toHaveLength(6210);
  expect(wrong).toEqual([]);
});
