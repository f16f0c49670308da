import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { longHome } from '../helpers/long-home.ts';
import { PROGRAM, temporaryFolder } from '../helpers/run.ts';
import { rounds } from '../helpers/whole.ts';
import { BIN, ensureBuilt, NODE } from './built.ts';
import { runChild } from './child.ts';
import { Terminal } from './terminal.ts';

beforeAll(ensureBuilt, 150_000);

const SLOW_CLOCK = join(PROGRAM, 'test', 'fixtures', 'slow-clock.cjs');

describe('a long record', () => {
  let home = '';
  const count = rounds(100_000, 20_000);
  beforeAll(async () => {
    home = await longHome(count);
  }, 600_000);

  const commands: readonly (readonly string[])[] = [
    ['export', '--output', 'record.json'],
    ['export', '--format', 'csv', '--list', 'history', '--output', 'history.csv'],
    ['share', 'shared.json'],
    ['report', '--for', 'ofsted', '--output', 'report.md'],
    ['calendar', '--dates', '--output', 'dates.ics'],
    ['backup', 'copy.db'],
    ['doctor'],
  ];
  // Held as a whole, 20,000 entries are more than this alone.
  test.each(commands.map((argv) => [argv.slice(0, 3).join(' '), argv] as const))(
    '%s in the memory of a short one',
    async (_, argv) => {
      const cwd = temporaryFolder();
      const { exit, stderr } = await runChild(argv, { home, cwd, nodeFlags: ['--max-old-space-size=20'] });
      expect({ exit, stderr: exit === 0 ? '' : stderr }).toEqual({ exit: 0, stderr: '' });
      if (argv[0] === 'export') expect(statSync(join(cwd, argv.at(-1) ?? '')).size).toBeGreaterThan(count * 100);
    },
    120_000,
  );
});

test('a terminal shows how far it is, and at the end nothing of that', async () => {
  const home = await longHome(995);
  const terminal = new Terminal([], { home, shell: `exec ${NODE} -r ${SLOW_CLOCK} ${BIN} doctor` });
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  const [before = '', ...after] = terminal.raw.split('\r\u001b[KThe record: ');
  expect(before).toMatch(/^\rChecking the record: \d+ of 1,000\u001b\[K\r/);
  expect(before).toMatch(/\rChecking the record: 1,000 of 1,000\u001b\[K$/);
  expect(after).toHaveLength(1);
  expect(after[0]).not.toContain('Checking the record');
});
