import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseDocument } from 'yaml';
import { isCivilDate, readDate, readTime, splitDateAndTime } from '../../src/core/dates/index.ts';
import { isProblem } from '../../src/core/problem.ts';
import { commandLoaders } from '../../src/features/index.ts';
import { decodeText } from '../../src/formats/csv/decode.ts';
import { readCsv } from '../../src/formats/csv/read.ts';
import { GLOBAL_OPTIONS } from '../../src/global-options.ts';
import { compile } from '../../src/packs/compile.ts';
import { FILES } from '../../src/packs/files.ts';
import { readPlainly } from '../../src/packs/plain-yaml.ts';
import { readYaml, type YamlFile } from '../../src/packs/read-yaml.ts';
import type { SectionName } from '../../src/packs/registry.ts';
import { induct, prepare } from '../contract/calls.ts';
import { actingIn, HOSTILE } from '../contract/hostile.ts';
import { A_MONTH } from '../contract/screens.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { program } from '../helpers/processes.ts';
import { DATA } from '../helpers/run.ts';
import { count, howMany } from './counts.ts';

const INPUTS = howMany('FAULTS_FUZZ', 5_000, 300);

const names = Object.keys(FILES) as SectionName[];
const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(DATA, FILES[name]), 'utf8')])) as Record<
  SectionName,
  string
>;

/** What makes a YAML file hostile or only wrong: every kind that people and attackers put in. */
const HARM = fc.oneof(
  fc.constantFrom(
    ...[
      '[',
      ']',
      '{',
      '}',
      '- ',
      '? ',
      ': ',
      '\t',
      '\n',
      '\r',
      '\0',
      '\uFEFF',
      '"',
      "'",
      '|',
      '>',
      '#',
      '---',
      '...',
      '%',
    ],
    ...[
      '&a ',
      '*a',
      '!!js/function ',
      '!!binary ',
      '!x ',
      '<<: ',
      '%YAML 1.1\n---\n',
      'no',
      'on',
      '007',
      '0x1F',
      '1e999',
    ],
    ...[
      '12:30:45',
      '2026-02-30',
      '.nan',
      '~',
      '""',
      '__proto__: ',
      'constructor: ',
      'id: ',
      '\ud800',
      '\u202e',
      '\u2028',
    ],
    ...['[[[[[[[[', '- - - - - - ', '{a: {a: {a: ', '*a, *a, *a, ', ' '.repeat(500), 'x'.repeat(5000)],
    ...Object.values(HOSTILE),
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
type Edit = readonly [place: number, removed: number, put: string];
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 60 }), HARM), {
  minLength: 1,
  maxLength: 6,
});

function edited(text: string, changes: readonly Edit[]): string {
  return changes.reduce((before, [place, removed, put]) => {
    const at = Math.floor(place * before.length);
    return before.slice(0, at) + put + before.slice(at + removed);
  }, text);
}

/** What every reading of a file must keep to: a value or mistakes, each with a place in it, and in no time to speak of. */
function judge(file: YamlFile, text: string, began: number): void {
  const lines = text.split('\n').length;
  for (const { line, column, message } of file.mistakes) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe('');
  }
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const assert = (property: fc.IProperty<never> | fc.IAsyncProperty<never>, runs: number): Promise<void> | void =>
  fc.assert(property as fc.IProperty<never>, { numRuns: runs });

describe('YAML', () => {
  test('whatever stands in a file is read, or told with its place', async () => {
    await assert(
      fc.property(fc.array(HARM, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const began = performance.now();
        judge(readYaml('tips.yaml', text), text, began);
      }) as never,
      INPUTS,
    );
    count('fuzz inputs', INPUTS);
  });

  test('a list with anything changed in it is a list, or its mistakes are told', async () => {
    const read = new Map(names.map((name) => [FILES[name], readYaml(FILES[name], texts[name])]));
    const small = names.filter((name) => texts[name].length < 20_000);
    const runs = Math.ceil(INPUTS / 5);
    await assert(
      fc.property(fc.constantFrom(...small), edits, (name, changes) => {
        const text = edited(texts[name], changes);
        const began = performance.now();
        const compiled = compile({ ...texts, [name]: text }, (file, whole) => {
          const known = file === FILES[name] ? undefined : read.get(file);
          return known ?? readYaml(file, whole);
        });
        if (!compiled.ok)
          judge(
            { value: null, mistakes: compiled.mistakes, locate: () => ({ line: 1, column: 1 }) },
            '\n'.repeat(5_000),
            began,
          );
      }) as never,
      runs,
    );
    count('fuzz inputs', runs);
  });

  test('what is taken for plainly written is what yaml reads', async () => {
    const all = Object.values(texts).filter((text) => text.length < 20_000);
    let plain = 0;
    await assert(
      fc.property(fc.constantFrom(...all), edits, (whole, changes) => {
        const text = edited(whole, changes);
        const quick = readPlainly('x.yaml', text);
        if (quick.mistakes.length > 0) return;
        plain += 1;
        const { value, mistakes } = readYaml('x.yaml', text);
        expect([quick.value, mistakes]).toStrictEqual([value, []]);
      }) as never,
      INPUTS,
    );
    expect(plain).toBeGreaterThan(INPUTS / 200);
    count('fuzz inputs', INPUTS);
  });

  test('without the look at a file beforehand, one text among them fails, and a deep one ends the process', async () => {
    const bare = fc.property(fc.array(HARM, { maxLength: 30 }), (parts) => parseDocument(parts.join('')).toJS());
    expect(fc.check(bare, { numRuns: 2_000 }).failed).toBe(true);
    const deep = program(`
      import { parseDocument } from 'yaml';
      for (let n = 0; n < 2; n += 1) parseDocument('['.repeat(10_000) + ']'.repeat(10_000)).toJS();
      process.stdout.write('lives');
    `);
    await expect(deep.run()).rejects.toThrow();
  });

  test('ten thousand levels of anything, twice in one process, and the process lives', async () => {
    const deep = program(`
      import { readYaml } from './src/packs/read-yaml.ts';
      const [token, close] = JSON.parse(process.argv[2]);
      for (let n = 0; n < 2; n += 1) {
        const began = Date.now();
        const { mistakes } = readYaml('x.yaml', token.repeat(10_000) + close.repeat(10_000));
        process.stdout.write(JSON.stringify([mistakes.length, Date.now() - began]) + '\\n');
      }
    `);
    const levels: readonly (readonly [string, string])[] = [
      ['[', ']'],
      ['[', ''],
      ['{', '}'],
      ['{a: ', '}'],
      ['[{a: ', '}]'],
      ['- ', ''],
      ['-\t', ''],
      ['? ', ''],
      ['?\t- ', ''],
      ['- ? ', ''],
      ['- - : ', ''],
      ['a: ', ''],
      ['!!seq [', ']'],
      ['&a [', ']'],
      ['"[', '"'],
      ['- &a ', ''],
      ['- !x ', ''],
      ['- |\\n', ''],
      ['[\\n', ']\\n'],
      ['# [\\n', ''],
    ];
    for (const pair of levels) {
      const lines = (await deep.run(JSON.stringify(pair)))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as number[]);
      expect([pair, lines.length]).toEqual([pair, 2]);
      for (const [, ms = 0] of lines) expect(ms).toBeLessThan(10_000);
    }
    // One level more on each line: 399 spaces are the deepest that is read at all.
    const stairs = Array.from({ length: 10_000 }, (_, n) => `${' '.repeat(n)}a:\n`)
      .join('')
      .slice(0, 1_000_000);
    expect(readYaml('x.yaml', stairs).mistakes).not.toEqual([]);
    count('fuzz inputs', levels.length * 2 + 1);
  });
});

describe('what is typed', () => {
  test('dates and times: a date, or one plain sentence', async () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '4',
            '31',
            '29',
            '0',
            '99',
            '2026',
            '1900',
            '26',
            'June',
            'sept',
            'feb',
            'may',
            'monday',
            'Thu',
            'next',
            'last',
          ],
          ...[
            'in',
            'days',
            'weeks',
            'ago',
            'today',
            'tomorrow',
            'th',
            'of',
            '/',
            '-',
            '.',
            ' ',
            ',',
            ':',
            '4pm',
            'midnight',
            'noon',
          ],
        ),
        fc.string({ maxLength: 6 }),
        fc.integer().map(String),
      ),
      { maxLength: 8 },
    );
    await assert(
      fc.property(
        words,
        fc.constantFrom('', ' '),
        fc.constantFrom('past', 'ahead', 'any'),
        (parts, between, direction) => {
          const text = parts.join(between);
          const read = readDate(text, { today: '2026-06-03', direction });
          if (read.ok) expect(isCivilDate(read.date)).toBe(true);
          else expect(read.why).toMatch(/\.$/);
          const time = readTime(text);
          if (time !== null) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
          splitDateAndTime(text);
        },
      ) as never,
      INPUTS * 4,
    );
    count('fuzz inputs', INPUTS * 4);
  });

  test('CSV: a table with as many cells in each row as it has columns, or one plain sentence', async () => {
    const cells = fc.array(
      fc.oneof(
        fc.constantFrom(',', ';', '\t', '"', '""', '\n', '\r\n', '\r', '\uFEFF', '=1+1', '@', '\0', 'ä'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    const bytes = fc.oneof(
      cells.map((parts) => Buffer.from(parts.join(''), 'utf8')),
      cells.map((parts) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(parts.join(''), 'utf16le')])),
      fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)),
    );
    await assert(
      fc.property(bytes, (input) => {
        try {
          const { columns, rows } = readCsv(decodeText(input, 'x.csv'), 'x.csv');
          for (const { cells: row } of rows) expect(row.length).toBe(columns.length);
        } catch (error) {
          if (!isProblem(error)) throw error;
          expect(error.exitCode).toBe(2);
          expect(error.message).toMatch(/^x\.csv/);
        }
      }) as never,
      INPUTS,
    );
    count('fuzz inputs', INPUTS);
  });

  test('calls: a documented exit code, no stack, nothing that acts', async () => {
    const commands = await Promise.all(Object.values(commandLoaders()).map((load) => load(false)));
    const all = commands.flatMap((command) => [command, ...(command.subcommands ?? [])]);
    const flags = [...all.flatMap((command) => command.options ?? []), ...GLOBAL_OPTIONS].map(
      (option) => /--[\w-]+/.exec(option.flags)?.[0] ?? '--x',
    );
    const word = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...all.map((command) => command.name)) },
      { weight: 3, arbitrary: fc.constantFrom(...flags) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            '3.2',
            '6',
            '6.1-6.4',
            'documents',
            'dcs-call',
            'q1',
            'p1',
            'v1',
            '4 June',
            'today',
            '10 June 4pm',
            'vacant',
            '14.1',
          ],
          ...[
            '--',
            '-',
            '-x',
            '--=',
            '',
            ' ',
            '99',
            '1',
            'me',
            'weekly',
            '2026-05',
            'https://example.org',
            "'; DROP TABLE events",
          ],
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(HOSTILE)) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    );
    const first = fc.constantFrom(...commands.map((command) => command.name), 'help');
    let home = await prepare(A_MONTH);
    let made = 0;
    // Some of them are told to write a file, and with a name that is nothing but a name.
    const project = process.cwd();
    process.chdir(temporaryFolder());
    onTestFinished(() => process.chdir(project));
    await fc.assert(
      fc.asyncProperty(first, fc.array(word, { maxLength: 6 }), async (name, more) => {
        const argv = [name, ...more];
        const run = await induct(home, argv);
        expect([0, 2, 3, 4], `${JSON.stringify(argv)}: ${run.stderr}`).toContain(run.exit);
        const said = run.stdout + run.stderr;
        expect(said).not.toMatch(/defect in induct|^\s+at .*:\d+:\d+/m);
        // A calendar's lines end in a carriage return and a line feed: RFC 5545, section 3.1.
        const lines = said.startsWith('BEGIN:VCALENDAR\r\n') ? said.replaceAll('\r\n', '\n') : said;
        // What a shell asks for while somebody types is read by the shell, a tab behind each word.
        const shown = argv[0] === 'completion' && argv[1] === '--' ? lines.replaceAll('\t', ' ') : lines;
        if (!argv.includes('--color')) expect(actingIn(shown), JSON.stringify(argv)).toBeNull();
        made += 1;
        if (made % 300 === 0) home = await prepare(A_MONTH);
      }),
      { numRuns: INPUTS },
    );
    count('fuzz inputs', made);
  });
});

describe('time zones', () => {
  const ZONES = ['Europe/London', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];

  test('every day from 2024 to 2040 is the same in four of them', async () => {
    const days = program(`
      import { createHash } from 'node:crypto';
      import * as dates from './src/core/dates/index.ts';
      const { bankHolidays } = JSON.parse(process.argv[2]);
      const calendar = dates.buildCalendar(bankHolidays);
      const hash = createHash('sha256');
      let count = 0;
      for (let day = '2024-01-01'; day <= '2040-12-31'; day = dates.addDays(day, 1)) {
        const today = dates.addDays(day, 200);
        const said = [
          day, dates.addMonths(day, 1), dates.weekdayOf(day), dates.daysBetween('2024-01-01', day), dates.sayDate(day),
          dates.sayLongDayDate(day), dates.sayDayDateNear(day, today), dates.sayRelative(day, today),
          dates.isWorkingDay(day, calendar), dates.addWorkingDays(day, 10, calendar),
          JSON.stringify(dates.readDate(dates.sayDate(day), { today, direction: 'past' })),
          JSON.stringify(dates.readDate('next monday', { today: day, direction: 'ahead' })),
        ].join(' ');
        hash.update(said + '\\n');
        count += 1;
      }
      process.stdout.write(count + ' ' + hash.digest('hex'));
    `);
    const { shippedLoader } = await import('../helpers/shipped.ts');
    const pack = JSON.stringify(await shippedLoader.load('bankHolidays'));
    const said = await Promise.all(ZONES.map((zone) => days.runIn({ TZ: zone }, pack)));
    expect(said[0]).toMatch(/^6210 /);
    expect(new Set(said).size).toBe(1);
    count('fuzz inputs', 6210 * ZONES.length);
  });
});
