import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
import { stateFolder } from './state.ts';

/** One pass over test files, in the process of its own that a mutant may hang: see `pass` in ../mutate.ts. */
export interface Pass {
  /** The mutants to try. */
  readonly ids: readonly string[];
  /** Test files, those first that are likeliest to notice. */
  readonly tests: readonly string[];
}

const folder = stateFolder();
const pass: Pass = JSON.parse(readFileSync(join(folder, 'pass.json'), 'utf8'));
const code: Record<string, string> = JSON.parse(readFileSync(join(folder, 'code.json'), 'utf8'));

class InOrder {
  shard = (files: TestSpecification[]) => files;
  sort = (files: TestSpecification[]) => {
    const place = (file: TestSpecification): number => pass.tests.indexOf(relative('.', file.moduleId));
    return files.sort((a, b) => place(a) - place(b));
  };
}

const vitest = await createVitest(
  'test',
  {
    config: false,
    watch: false,
    run: true,
    include: [...pass.tests],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    runner: join(import.meta.dirname, 'runner.ts'),
    sequence: { sequencer: InOrder as never },
    env: { KPI_CACHE: 'off', KPI_MUTATION: folder },
    update: false,
    passWithNoTests: true,
    reporters: [{}],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (_: string, id: string) => code[relative('.', id.replace(/\?.*/, ''))] ?? null,
      },
    ],
  },
);
await vitest.runTestSpecifications(await vitest.globTestSpecifications(), true);
await vitest.close();
process.exit(0);
