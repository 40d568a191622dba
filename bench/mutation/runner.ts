import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type RunnerTask, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import type { Pass } from './pass.ts';
import { stateFolder, tell, told, tried, trying } from './state.ts';

/*
 * Runs each test once as it is, and then once for each mutant that it reaches and that no test has killed yet, in the same
 * process: nothing is loaded again, so a mutant costs what the test costs. After a mutant that a test has noticed, the test is
 * run without it. If it fails then, too, it cannot be run twice, or a mutant has left something behind: it does not judge, and
 * another process goes on.
 */

/** How many tests a mutant may survive before it counts as a survivor: the nearest come first. */
const mostTests = 40;

/** What instrumented code and this runner share (the names are those of StrykerJS). */
interface Switches {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount: number | undefined;
  hitLimit: number | undefined;
}
const switches: Switches = {
  activeMutant: undefined,
  currentTestId: undefined,
  mutantCoverage: { static: {}, perTest: {} },
  hitCount: undefined,
  hitLimit: undefined,
};
Object.assign(globalThis, { __stryker__: switches });

type Test = Extract<RunnerTask, { type: 'test' }>;

export default class MutationRunner extends TestRunner {
  readonly pending = new Map<string, number>();
  readonly atLoad = new Set<string>();
  readonly over = new Set<string>();
  readonly unfit = new Set<string>();

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    const { ids, fresh }: Pass = JSON.parse(readFileSync(join(stateFolder(), 'pass.json'), 'utf8'));
    if (fresh) {
      Object.assign(switches, { activeMutant: tried(), hitCount: 0, hitLimit: 10_000_000 });
      return;
    }
    for (const id of ids) this.pending.set(id, 0);
    for (const event of told()) {
      if ('killed' in event) this.pending.delete(event.killed);
      if ('over' in event) this.over.add(event.over);
      if ('unfit' in event) this.unfit.add(event.unfit);
    }
  }

  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    const skipped =
      switches.activeMutant === undefined && (this.pending.size === 0 || this.over.has(relative('.', path)));
    return skipped ? undefined : super.importFile(path, source);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (!('filepath' in suite) || switches.activeMutant !== undefined) return;
    for (const id of Object.keys(switches.mutantCoverage.static)) if (this.pending.has(id)) this.#isAtLoad(id);
    tell({ over: relative('.', (suite as RunnerTestFile).filepath) });
  }

  #isAtLoad(id: string): void {
    if (this.atLoad.has(id)) return;
    this.atLoad.add(id);
    tell({ atLoad: id });
  }

  async runTask(test: Test): Promise<void> {
    const run = async (): Promise<void> => TestRunner.getTestFn(test)();
    const name = `${relative('.', test.file.filepath)} > ${test.name}`;
    if (this.pending.size === 0 || this.unfit.has(name)) return run();
    switches.currentTestId = test.id;
    await run().finally(() => {
      switches.currentTestId = undefined;
    });
    const hits = switches.mutantCoverage.perTest[test.id] ?? {};
    delete switches.mutantCoverage.perTest[test.id];
    const reached = Object.keys(hits).filter((id) => this.pending.has(id));
    if (reached.length === 0) return;
    const suites: RunnerTestSuite[] = [test.file];
    for (let suite = test.suite; suite !== undefined; suite = suite.suite) suites.push(suite);
    const before = [...new Set(suites)].flatMap((suite) => TestRunner.getSuiteHooks(suite).beforeEach);
    const passes = async (): Promise<boolean> => {
      super.onBeforeTryTask(test);
      for (const hook of before) await hook(test.context, test.suite ?? test.file);
      return run().then(
        () => true,
        () => false,
      );
    };
    for (const id of reached) {
      trying(id);
      Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 1000 + 100 * (hits[id] ?? 0) });
      const survived = await passes();
      const isReached = (switches.hitCount ?? 0) > 0;
      Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
      trying('');
      // A module that was loaded within the test is not loaded again.
      if (survived && !isReached) {
        this.#isAtLoad(id);
        continue;
      }
      if (survived) {
        const count = (this.pending.get(id) ?? 0) + 1;
        if (count < mostTests) this.pending.set(id, count);
        else this.pending.delete(id);
        continue;
      }
      const clean = await passes();
      tell(clean ? { killed: id, by: name } : { unfit: name });
      if (!clean) process.kill(process.pid, 'SIGKILL');
      this.pending.delete(id);
    }
  }
}
