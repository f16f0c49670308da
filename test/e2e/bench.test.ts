import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBehind, openStore, wrongWith } from '../helpers/record.ts';
import { PROGRAM, temporaryFolder } from '../helpers/run.ts';
import { ensureBuilt } from './built.ts';
import { runChild } from './child.ts';

const bench = (...argv: readonly string[]) => runChild(argv, { bin: join(PROGRAM, 'bench', 'bench.mjs') });

beforeAll(ensureBuilt, 120_000);

describe('the bench', () => {
  test('makes a home with exactly so many events, which status reads', async () => {
    const home = join(temporaryFolder(), 'home');
    const made = await bench('--make-home', '1234', home);
    expect(made.stderr).toBe('');
    expect(made.exit).toBe(0);
    const status = await runChild(['status'], { home, today: '2026-06-01' });
    expect(status).toMatchObject({ exit: 0, stderr: '' });
    expect(status.stdout).toMatch(/^Leeds, Monday 1 June 2026: \d+ outstanding/);
    const store = await openStore(home);
    const induction = store.current() ?? '';
    expect(store.snapshot(induction).version).toBe(1234);
    expect(wrongWith(await openBehind(home), induction)).toEqual([]);
  });

  test('leaves a record that is there already', async () => {
    const home = join(temporaryFolder(), 'home');
    expect((await bench('--make-home', '5', home)).exit).toBe(0);
    const again = await bench('--make-home', '10', home);
    expect(again.exit).toBe(4);
    expect(again.stderr).toContain('holds a record already');
    expect((await openStore(home)).events((await openStore(home)).current() ?? '')).toHaveLength(5);
  });

  test.each([[['--runs']], [['--make-home']], [['--make-home', 'many', 'x']], [['--make-home', '5', 'x', 'y']]])(
    '%j is a mistake in the call',
    async (argv) => {
      const { exit, stdout, stderr } = await bench(...argv);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toMatch(/^Usage: /);
    },
  );
});
