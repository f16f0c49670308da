import { defineConfig } from 'vitest/config';

/** `npm run test:portable`: apart from the others, since it fetches Node from npm's registry. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/portable/**/*.test.ts'],
    globalSetup: ['test/helpers/whole-run.ts'],
    testTimeout: 60_000,
    hookTimeout: 900_000,
    pool: 'forks',
  },
});
