import { defineConfig } from 'vitest/config';

/** Where the result of a run is wanted as JSON: `.ci/run` counts by it. */
const results = process.env.KPI_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Slow machines and those with one core: no test needs a tenth of this on any other.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
