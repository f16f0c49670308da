import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** For `npm run test:nodes`: the end-to-end tests, of the program and with the Node that INDUCT_TEST_BIN and _NODE name. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/{program,surroundings,pty,report,reads,completion,code-cache}.test.ts'],
    globalSetup: ['test/helpers/whole-run.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: availableParallelism(),
  },
});
