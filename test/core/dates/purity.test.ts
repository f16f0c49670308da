import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../src/core/dates/', import.meta.url));
const files = readdirSync(FOLDER);

// What a date must survive: midnights that do not exist, a day that never was (Samoa, 30 December 2011), clocks
// fourteen hours ahead and eleven behind, half hours.
const ZONES = ['Europe/London', 'America/Sao_Paulo', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

const PROGRAM = `
  import * as dates from './index.ts';
  const calendar = dates.buildCalendar({ holidays: [], years: [] });
  const lines = [];
  for (const [start, count] of [['2011-12-20', 20], ['2018-10-25', 400], ['2026-01-01', 500]]) {
    for (let n = 0; n < count; n += 1) {
      const day = dates.addDays(start, n);
      const typed = dates.readDate('4 June', { today: day, direction: 'any' });
      lines.push([
        day, dates.daysBetween(start, day), dates.weekdayOf(day), dates.monthOf(day), dates.yearOf(day),
        dates.addMonths(day, 1), dates.addMonths(day, -11), dates.addWorkingDays(day, 7, calendar),
        dates.addWorkingDays(day, -7, calendar), dates.workingDaysBetween(start, day, calendar),
        dates.sayLongDate(day), dates.sayRelative(day, start), typed.ok && typed.date,
      ].join(' '));
    }
  }
  console.log(new Date(2026, 6, 1).getTimezoneOffset());
  console.log(lines.join('\\n'));
`;

describe('no time zone moves a day', () => {
  const built = buildSync({
    stdin: { contents: PROGRAM, resolveDir: FOLDER, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  });
  const code = built.outputFiles[0]?.text ?? '';
  const runIn = (zone: string) => {
    const [offset = '', ...lines] = execFileSync(process.execPath, ['--input-type=module'], {
      input: code,
      env: { TZ: zone },
      encoding: 'utf8',
    }).split('\n');
    return { offset, lines };
  };
  const utc = runIn('UTC');

  test('in UTC the table is what it should be', () => {
    expect(utc.offset).toBe('0');
    expect(utc.lines).toHaveLength(921);
    expect(utc.lines[10]).toBe(
      '2011-12-30 10 5 12 2011 2012-01-30 2011-01-30 2012-01-11 2011-12-19 6 Friday 30 December 2011 in 10 days 2012-06-04',
    );
  });

  test.each(ZONES)('%s', (zone) => {
    const there = runIn(zone);
    expect(there.offset).not.toBe('0');
    expect(there.lines).toEqual(utc.lines);
  });
});

describe.each(files)('%s', (file) => {
  const source = readFileSync(`${FOLDER}/${file}`, 'utf8');

  test('imports only this folder and date-fns', () => {
    for (const [, from] of source.matchAll(/\bfrom '([^']+)'/g))
      expect(from).toMatch(/^(\.\/[a-z-]+\.ts|date-fns\/[a-zA-Z]+)$/);
    expect(source).not.toMatch(/\bimport\(|\brequire\(|^import '/m);
  });

  test('asks no clock, no locale, no environment, and no local time', () => {
    expect(source).not.toMatch(
      /Date\.now|new Date\(|\bIntl\b|toLocale|localeCompare|\bprocess\b|globalThis|Math\.random/,
    );
    expect(source).not.toMatch(/\.[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(/);
    expect(source).not.toMatch(/Date\.parse|toDateString|getTimezoneOffset/);
  });
});

test('a Date never leaves the folder', () => {
  const index = readFileSync(`${FOLDER}/index.ts`, 'utf8');
  expect(index).not.toMatch(/utc-date|UtcDate|\*/);
});
