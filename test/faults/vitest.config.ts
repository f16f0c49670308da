import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const HOUR_MS = 3_600_000;

const WHOLE = [
  'test/e2e/{pty,code-cache,long}.test.ts',
  'test/packs/cache.test.ts',
  'test/features/short/short.test.ts',
  'test/store/journal.test.ts',
  'test/contract/{colour,hostile*,layout}.test.ts',
];

/** `npm run test:faults`: everything that takes long. What its numbers are is said in test/faults/counts.ts. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: [
      'test/faults/*.test.ts',
      // The tests of which npm test takes only a selection: here with all their cases.
      ...(process.env.FAULTS === 'short' ? [] : WHOLE),
    ],
    env: { INDUCT_TEST_WHOLE: '1' },
    globalSetup: ['test/helpers/whole-run.ts', 'test/faults/counts-of-run.ts'],
    testTimeout: HOUR_MS,
    hookTimeout: HOUR_MS,
    pool: 'forks',
    maxWorkers: availableParallelism(),
  },
});
