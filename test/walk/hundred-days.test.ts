import { afterAll, describe, expect, test } from 'vitest';
import { commandLoaders } from '../../src/features/index.ts';
import { flat, type Row, ready, startWalk } from '../helpers/walk.ts';
import { DAYS } from './days.ts';

/** WALK=1 npx vitest run test/walk prints what the two of them see. */
const PRINT = process.env.WALK === '1';
const MOST_LINES = 24;

const { now, waiting } = ready(DAYS);
const walk = startWalk(
  ['start', '--council', 'Leeds', '--appointed', '20 May 2026', '--name', 'Aisha Khan', '--yes'],
  '2026-05-20',
);

const nameOf = ({ day, who, argv }: Row) => `${day}, the ${who}: induct ${argv.join(' ')}`.trimEnd();

describe('the hundred days, each on top of those before', () => {
  test.each(now.map((row) => [nameOf(row), row] as const))('%s', async (_, row) => {
    const { seen, other } = await walk.take(row);
    const exits = row.exits ?? [0];
    expect(exits, seen.stderr).toContain(seen.exit);
    expect(other.exit, other.stderr).toBe(seen.exit);
    const words = flat(seen);
    for (const one of row.sees ?? []) expect(words).toMatch(one);
    for (const one of row.never ?? []) expect(words).not.toMatch(one);
    expect(words).not.toMatch(/\{\w+\}|undefined|NaN|\[object|defect/);
    if (row.argv.length === 0) expect(seen.stdout.split('\n').length - 1).toBeLessThanOrEqual(MOST_LINES);
    expect(row.argv.length > 0 || other.stdout.split('\n').length - 1 <= MOST_LINES).toBe(true);
  });
});

test('the walk is in the order of its days', () => {
  const days = DAYS.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
});

test('a row waits only for a command that is not there', () => {
  for (const { needs } of waiting) expect(Object.hasOwn(commandLoaders(), needs ?? '')).toBe(false);
  expect(now.length).toBeGreaterThan(35);
});

test('what was seen can be read from the first day to the last', () => {
  const text = walk.text();
  expect(text.match(/^=== /gm)).toHaveLength(now.length + 2);
  expect(text.indexOf('=== Wednesday 20 May 2026')).toBe(0);
  expect(text).toContain('=== Tuesday 13 October 2026, the officer');
});

afterAll(() => {
  if (!PRINT) return;
  console.info(walk.text());
  console.info(`${waiting.length} rows wait for: ${[...new Set(waiting.map(({ needs }) => needs))].join(', ')}`);
});
