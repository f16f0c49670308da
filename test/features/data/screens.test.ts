import { fileURLToPath } from 'node:url';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../../src/core/dates/index.ts';
import { figuresForBrief } from '../../../src/core/figures/for-brief.ts';
import { buildPlan } from '../../../src/core/plan/build.ts';
import { induct, prepare, TODAY } from '../../contract/calls.ts';
import { openStore } from '../../helpers/record.ts';
import { shippedLoader } from '../../helpers/shipped.ts';

const files = ['referrals', 'in-care', 'neighbours'].map((name) =>
  fileURLToPath(new URL(`../../fixtures/figures/${name}.csv`, import.meta.url)),
);
const IMPORT = ['data', 'import', ...files];
const OFFICER = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;
const home = await prepare([IMPORT, ['data', 'record', 'repeat-referrals', '24.2', '--period', '2026-05']]);
const SCREENS = [
  ['data'],
  ['data', 'show', '2'],
  ['data', 'show', 'children-in-care-rate'],
  ['data', 'files'],
  ['data', 'reports'],
];

test('the one screen', async () => {
  const { stdout } = await induct(home, ['data']);
  const [shares = ''] = stdout.split('NUMBERS');
  expect(shares).toBe(`Leeds, Wednesday 3 June 2026: the figures

SHARES AND RATES, 2025             here  region  England  similar  trend
  2   Repeat referrals, 2024       22%   21.9%   22.4%    24%      ▁▂▄·▇█ rising
      Up 0.5 points in a year, up 2.5 points in five. Lower than most like you,
      but rising: ask why.
  9   Coming into care per 10,000  83    75      65       81       ▄▄▄ level
      No change in a year. Higher than most like you and level: ask why.
  12  Children in care per 10,000  84    76      66       82       ▄▄▄ level
      No change in a year. Higher than most like you and level: ask why.

`);
  expect(stdout).toContain('11  Children in care           1,499  no change');
  expect(stdout).toContain("FROM THE COUNCIL'S REPORTS");
});

describe.each(SCREENS.map((argv) => [argv.join(' '), argv] as const))('induct %s', (_, argv) => {
  test('fits every width, and says the same in all', async () => {
    for (const columns of [40, 50, 60, 80, 120]) {
      const { stdout, exit } = await induct(home, argv, { columns });
      expect(exit).toBe(0);
      const wide = stdout.split('\n').filter((line) => stringWidth(line) > columns && /\S\s/.test(line.trim()));
      expect(wide, `at ${columns}`).toEqual([]);
      expect(stdout).not.toMatch(/undefined|NaN|null|\n\n\n/);
    }
  });

  test('plain: one fact a line, nothing drawn', async () => {
    const { stdout } = await induct(home, [...argv, '--plain'], { columns: 40 });
    expect(stdout).not.toMatch(/[▁-█·]/);
    for (const line of stdout.split('\n').slice(0, -1)) expect(line.trim()).not.toMatch(/ {3,}|^$/);
  });

  test('to an officer no screen says you', async () => {
    const theirs = await prepare([IMPORT], OFFICER);
    const { stdout } = await induct(theirs, [...argv, '--plain']);
    expect(stdout).not.toMatch(/\byou\b|\byour\b/i);
  });
});

test('a figure names the councils it is compared with', async () => {
  const { stdout } = await induct(home, ['data', 'show', '2']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('the councils most like this one: Barnsley, Bolton, Bury, Manchester,');
  expect((await induct(home, ['data', 'show', '1'])).stdout).not.toContain('most like this one');
});

test('no command to copy is broken at 80 columns', async () => {
  for (const argv of SCREENS) {
    const { stdout } = await induct(home, argv, { columns: 80 });
    const plain = (await induct(home, [...argv, '--plain'])).stdout;
    for (const [command] of plain.matchAll(/induct data (?:show|record|reports|files)[^.\n]*/g)) {
      expect(stdout).toContain(command.trim());
    }
  }
});

test('up to three lines for a brief: what stands out most', async () => {
  const store = await openStore(home);
  const induction = store.current() ?? '';
  const pack = await shippedLoader.load(
    'steps',
    'occasions',
    'meetings',
    'questions',
    'people',
    'bankHolidays',
    'indicators',
  );
  const { progress } = store.snapshot(induction);
  const plan = buildPlan({ pack, induction, progress, today: TODAY, calendar: buildCalendar(pack.bankHolidays) });
  const lines = figuresForBrief(plan, store.companion(induction), store.published(induction), pack.indicators);
  expect(lines).toEqual([
    'Repeat referrals: Leeds 22%, England 22.4%, councils like it 24% (2024). Lower than most like you, but rising: ask why.',
    'Coming into care per 10,000: Leeds 83, England 65, councils like it 81 (2025). Higher than most like you and level: ask why.',
    'Children in care per 10,000: Leeds 84, England 66, councils like it 82 (2025). Higher than most like you and level: ask why.',
  ]);
  expect(
    figuresForBrief(plan, store.companion(induction), { published: new Map(), neighbours: null }, pack.indicators),
  ).toEqual([]);
});
