import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where the result of a run is wanted as JSON: `.ci/run` counts by it. */
const results = process.env.KPI_TEST_RESULTS;

/** Files that replace modules, and so need a process of their own. The others share the program once it is loaded. */
const replacing = [
  'test/engine/duckdb/duckdb-missing.test.ts',
  'test/engine/duckdb/duckdb-slices.test.ts',
  'test/engine/duckdb/duckdb-stay.test.ts',
  'test/program/golden.test.ts',
];

/** Random shops on both engines, damaged files by the hundred, installs, other processes, injected faults: `npm run test:fast` goes without. */
const slow = [
  ...['engine/engines', 'engine/engine', 'engine/duckdb/duckdb', 'engine/duckdb/parquet', 'readers/late-encoding'],
  ...['program/hostile', 'project/recipes', 'project/package', 'engine/asked-alone', 'cli/init', 'cli/process'],
  ...['fuzz/cases', 'metamorphic/metamorphic', 'faults/faults'],
  ...['documents/cohorts/cohorts-sql', 'documents/report/seasons-sql', 'measures/measures-sql'],
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    // Slow machines and those with one core: no test needs a tenth of this on any other.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // With one for each core but one, a machine of two cores tests on half of itself.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What earlier runs have kept must not answer for this one; tests of that say so themselves.
    env: { KPI_CACHE: 'off' },
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: [...replacing, ...slow], isolate: false },
      },
      { extends: true, test: { name: 'slow', include: slow, isolate: false } },
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
  },
});
