import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**', 'test/portable/**', 'test/nodes/**'],
    globalSetup: ['test/helpers/whole-run.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    // Loading the program anew for each file takes a third of all time. No test replaces a module or keeps a state.
    isolate: false,
    // vitest leaves one processor to itself, which is half of what many machines have.
    maxWorkers: availableParallelism(),
  },
});
