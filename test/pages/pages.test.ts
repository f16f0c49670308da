import { describe, expect, test } from 'vitest';
import { runInduct, startHome } from '../helpers/run.ts';
import { type Answered, MODEL_INDUCTION, TOP_TIPS } from './answered.ts';

const home = await startHome({ answers: { dcs_also: 'yes' } });

/** Someone with a page in hand types the command, and finds what the page asks for. */
async function find([, command, says]: Answered): Promise<void> {
  const { exit, stdout, stderr } = await runInduct(command.split(' '), { home, today: '2026-06-01' });
  expect(exit, stderr).toBe(0);
  expect(stdout).toMatch(says);
}

describe.each([
  ['the model induction', MODEL_INDUCTION],
  ['the top tips', TOP_TIPS],
] as const)('%s', (_, page) => {
  describe.each(Object.entries(page))('%s', (_heading, rows) => {
    test.each(rows)('%s: induct %s', (...row) => find(row));
  });
});
