import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readHandover } from '../../../src/core/handover/read-handover.ts';
import { isProblem } from '../../../src/core/problem.ts';
import { AFTER, aHundredDays } from '../../helpers/a-hundred-days.ts';
import { folderOfRun, temporaryFolder } from '../../helpers/folders.ts';
import { shippedPlan } from '../../helpers/packs.ts';
import { type RunOptions, runInduct, startHome } from '../../helpers/run.ts';

let home = '';
const { pack } = await shippedPlan();
const NEVER = [
  'SECRET',
  'REMARK',
  'ROOMS',
  'DENTIST',
  'A call first',
  'FIGURE',
  'Two posts',
  'From September',
  'Lena Hart',
  'Ben Okoro',
];

const induct = (argv: readonly string[], run: RunOptions = {}) => runInduct(argv, { home, today: AFTER, ...run });

beforeAll(async () => {
  folderOfRun();
  home = await aHundredDays();
  await induct(['meetings', 'rename', '7.2', 'Scrutiny Board (Children and Families)']);
  await induct(['meetings', 'new', 'Cabinet', '--every', 'month', '--from', '16 September 10am']);
});

describe('handover', () => {
  test.each(['md', 'html', 'json'])(
    'as %s holds facts of the council and open business, and no note',
    async (format) => {
      const { stdout, exit } = await induct(['handover', '--format', format]);
      expect(exit).toBe(0);
      const words = stdout.replace(/\\(?=[()])/g, '');
      for (const one of [
        'Jo March',
        '0113 496 0000',
        'ilacs.pdf',
        'Scrutiny Board (Children and Families)',
        'Cabinet',
        'What does a placement cost?',
        'An answer on school transport',
      ]) {
        expect(words).toContain(one);
      }
      for (const one of NEVER) expect(words).not.toContain(one);
      if (format !== 'json') expect(words).toContain('Not a record of decisions.');
    },
  );

  test('takes in a note only when it is said, one by one, and never a private one', async () => {
    const run = await induct(['handover', '--pick'], { tty: true, answers: [true, false, false] });
    expect(run.exit, run.stderr).toBe(0);
    expect(run.asked.join(' ')).not.toContain('SECRET');
    expect(run.stdout).toContain('A call first, then a text');
    expect(run.stdout).not.toContain('ROOMS');
    expect((await induct(['handover', '--pick'])).exit).toBe(2);
  });

  test('--json is the same as the file', async () => {
    const { json } = await induct(['handover', '--json']);
    expect(json).toMatchObject({ schema: 'induct.handover/1', council: { short: 'Leeds' }, remarks: [] });
    expect(JSON.parse((await induct(['handover', '--format', 'json'])).stdout)).toEqual(json);
  });

  test('never over a file without --force, and nothing recorded', async () => {
    const file = join(temporaryFolder(), 'handover.html');
    expect((await induct(['handover', '--output', file])).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<!DOCTYPE html>');
    expect((await induct(['handover', '--output', file])).exit).toBe(2);
    expect((await induct(['undo'])).stderr).toContain('Cabinet');
    await induct(['meetings', 'new', 'Cabinet', '--every', 'month', '--from', '16 September 10am']);
  });
});

describe('start --from', () => {
  async function handed(): Promise<string> {
    const file = join(temporaryFolder(), 'handover.json');
    const run = await induct(['handover', '--format', 'json', '--output', file]);
    expect(run.exit, run.stderr).toBe(0);
    return file;
  }

  test('takes up names, dates, contacts and places, in a plan that is otherwise new', async () => {
    const next = temporaryFolder();
    const run = await runInduct(['start', '--from', await handed(), '--appointed', AFTER, '--yes'], {
      home: next,
      today: AFTER,
    });
    expect(run.exit, run.stderr).toBe(0);
    expect(run.stderr).toContain('THE LAST HOLDER PROMISED (1)');
    const meetings = (await runInduct(['meetings', '--json'], { home: next, today: AFTER })).json;
    expect(meetings.induction.council.name).toBe('Leeds City Council');
    const named = Object.fromEntries(meetings.meetings.map((one: { id: string }) => [one.id, one]));
    expect(named['scrutiny-committee']).toMatchObject({
      localName: 'Scrutiny Board (Children and Families)',
      lastAttended: null,
    });
    expect(named['health-and-wellbeing-board'].dates).toMatchObject([{ date: '2026-10-01' }]);
    expect(named.cabinet).toMatchObject({ frequency: 'every month' });
    const report = await runInduct(['report', '--for', 'me'], { home: next, today: AFTER });
    for (const one of NEVER) expect(report.stdout).not.toContain(one);
    await runInduct(['undo'], { home: next, today: AFTER });
    const after = (await runInduct(['meetings', '--json'], { home: next, today: AFTER })).json;
    expect(after.meetings.find((one: { id: string }) => one.id === 'scrutiny-committee').localName).toBeNull();
  });

  test('is refused where there is a plan, and for what is no handover file', async () => {
    const file = await handed();
    expect((await induct(['start', '--from', file])).stderr).toContain('induct start --new --from FILE');
    const bad = join(temporaryFolder(), 'bad.json');
    for (const words of ['', '{}', '[1]', 'nonsense', '{"schema":"induct.handover/1"}']) {
      writeFileSync(bad, words);
      const run = await runInduct(['start', '--from', bad, '--council', 'Leeds', '--appointed', AFTER, '--yes'], {
        today: AFTER,
      });
      expect(run.exit, words).toBe(2);
      expect(run.stderr).toContain('bad.json');
    }
    const other = await startHome();
    expect(
      (
        await runInduct(['start', '--new', '--from', file, '--appointed', AFTER, '--yes'], {
          home: other,
          today: AFTER,
        })
      ).exit,
    ).toBe(0);
  });

  test('whatever stands in such a file, only what makes sense is taken', () => {
    const value = fc.anything({ maxDepth: 3 });
    const facts = fc.record({
      names: value,
      meetings: value,
      people: value,
      papers: value,
      calendar: value,
      quiet: value,
      adviser: value,
    });
    const council = { name: 'Leeds City Council', region: 'Yorkshire and The Humber' };
    fc.assert(
      fc.property(facts, value, value, (some, questions, promises) => {
        const json = JSON.stringify(
          { schema: 'induct.handover/1', council, facts: some, questions, promises },
          (_, one) => (typeof one === 'bigint' ? 1 : one),
        );
        const read = readHandover(json, 'a.json', pack);
        expect(read.council.short).toBe('Leeds City Council');
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          readHandover(json, 'a.json', pack);
        } catch (error) {
          expect(isProblem(error)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
