import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**', 'test/portable/**'],
    globalSetup: ['test/helpers/whole-run.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    // vitest leaves one processor to itself, which is half of what many machines have.
    maxWorkers: availableParallelism(),
  },
});
