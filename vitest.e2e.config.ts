import { defineConfig } from 'vitest/config';

/** Real browsers, one at a time: they share two cores and, on a display, one keyboard. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
