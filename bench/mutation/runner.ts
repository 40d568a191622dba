import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type RunnerTask, type RunnerTestFile, type RunnerTestSuite, TestRunner, vi } from 'vitest';
import { collectTests } from 'vitest/internal/browser';
import type { Pass } from './pass.ts';
import { stateFolder, tell, told, trying } from './state.ts';

/*
 * Runs each test once as it is, and then once for each mutant that it reaches and that no test has noticed yet, in the same
 * process: nothing is loaded again, so a mutant costs what the test costs. After a mutant that a test has noticed, the test is
 * run without it. If it fails then, too, it cannot be run twice, or a mutant has left something behind: it does not judge, and
 * another process goes on.
 *
 * Mutants in what a module does while it is loaded are tried after each file of tests: all modules are loaded again with the
 * mutant, and the tests of the file are run until one fails.
 */

/** How many tests, or files of tests, a mutant may survive before it counts as a survivor: the nearest come first. */
const mostTests = 300;
const mostFiles = 25;

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

const activate = (id: string, limit: number): void => {
  trying(id);
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: limit });
};
const deactivate = (): void => {
  Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
  trying('');
};

type Test = Extract<RunnerTask, { type: 'test' }>;

const passes = (action: () => unknown): Promise<boolean> =>
  Promise.resolve()
    .then(action)
    .then(
      () => true,
      () => false,
    );

export default class MutationRunner extends TestRunner {
  /** The mutants that no test has noticed, with the number of tests that they have survived. */
  readonly #pending = new Map<string, number>();
  /** Those of them that are part of loading, with the number of files. */
  readonly #atLoad = new Map<string, number>();
  readonly #over = new Set<string>();
  readonly #unfit = new Set<string>();

  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    const { ids }: Pass = JSON.parse(readFileSync(join(stateFolder(), 'pass.json'), 'utf8'));
    for (const id of ids) this.#pending.set(id, 0);
    for (const event of told()) {
      if ('killed' in event) this.#pending.delete(event.killed);
      if ('atLoad' in event) this.#atLoad.set(event.atLoad, 0);
      if ('over' in event) this.#over.add(event.over);
      if ('unfit' in event) this.#unfit.add(event.unfit);
    }
  }

  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    const isNeeded = this.#pending.size > 0 && !this.#over.has(relative('.', path));
    return isNeeded ? super.importFile(path, source) : undefined;
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    if ('filepath' in suite) {
      const { filepath } = suite as RunnerTestFile;
      const path = relative('.', filepath);
      for (const id of Object.keys(switches.mutantCoverage.static)) this.#isPartOfLoading(id);
      if (!this.#unfit.has(path)) await this.#tryAtLoad(filepath, path);
      this.#over.add(path);
      tell({ over: path });
    }
    // It puts the snapshots away.
    await super.onAfterRunSuite(suite);
  }

  async runTask(test: Test): Promise<void> {
    const run = async () => TestRunner.getTestFn(test)();
    const name = `${relative('.', test.file.filepath)} > ${test.name}`;
    if (this.#pending.size === 0 || this.#unfit.has(name)) return run();
    switches.currentTestId = test.id;
    await run().finally(() => {
      switches.currentTestId = undefined;
    });
    const hits = switches.mutantCoverage.perTest[test.id] ?? {};
    delete switches.mutantCoverage.perTest[test.id];
    const reached = Object.keys(hits).filter((id) => this.#pending.has(id));
    const again = () => {
      // What is reached again is no part of loading.
      switches.currentTestId = 'again';
      return passes(() => this.#runAgain(test)).finally(() => {
        switches.currentTestId = undefined;
      });
    };
    for (const id of reached) {
      activate(id, 1000 + 100 * (hits[id] ?? 0));
      const survived = await again();
      const isReached = (switches.hitCount ?? 0) > 0;
      deactivate();
      // A module that was loaded within the test is not loaded again.
      if (survived && !isReached) this.#isPartOfLoading(id);
      else if (survived) this.#survived(id);
      else await this.#failed(id, name, again);
    }
  }

  /** A test with what is done before each of its suites. */
  async #runAgain(test: Test): Promise<void> {
    super.onBeforeTryTask(test);
    const suites: RunnerTestSuite[] = [test.file];
    for (let suite = test.suite; suite !== undefined && suite !== test.file; suite = suite.suite) suites.push(suite);
    for (const suite of suites)
      for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, test.suite ?? test.file);
    await TestRunner.getTestFn(test)();
  }

  #survived(id: string): void {
    const count = (this.#pending.get(id) ?? 0) + 1;
    if (count < mostTests) this.#pending.set(id, count);
    else this.#pending.delete(id);
  }

  async #failed(id: string, name: string, again: () => Promise<boolean>): Promise<void> {
    const isClean = await again();
    tell(isClean ? { killed: id, by: name } : { unfit: name });
    if (!isClean) process.kill(process.pid, 'SIGKILL');
    this.#pending.delete(id);
  }

  #isPartOfLoading(id: string): void {
    if (!this.#pending.has(id) || this.#atLoad.has(id)) return;
    this.#atLoad.set(id, 0);
    tell({ atLoad: id });
  }

  /** Tries the mutants in what the modules of a file of tests do while they are loaded. */
  async #tryAtLoad(filepath: string, path: string): Promise<void> {
    const open = (): string[] =>
      [...this.#atLoad].flatMap(([id, files]) => (files < mostFiles && this.#pending.has(id) ? [id] : []));
    if (open().length === 0) return;
    const again = () => passes(() => this.#loadAgain(filepath));
    switches.mutantCoverage = { static: {}, perTest: {} };
    if (!(await again())) tell({ unfit: path });
    else {
      const hits = switches.mutantCoverage.static;
      for (const id of open().filter((one) => hits[one] !== undefined)) {
        activate(id, 1000 + 100 * (hits[id] ?? 0));
        const survived = await again();
        deactivate();
        if (survived) this.#atLoad.set(id, this.#atLoad.get(id)! + 1);
        else await this.#failed(id, path, again);
      }
    }
    vi.resetModules();
    switches.mutantCoverage = { static: {}, perTest: {} };
  }

  /** Loads all modules again and runs the tests of a file; rejects at the first that fails. */
  async #loadAgain(filepath: string): Promise<void> {
    vi.resetModules();
    const [file] = await collectTests([filepath], this.#quiet);
    if (file === undefined || file.result?.state === 'fail') throw new Error('does not load');
    await this.#runAll(file);
  }

  async #runAll(suite: RunnerTestSuite): Promise<void> {
    const { beforeAll, afterAll } = TestRunner.getSuiteHooks(suite);
    for (const hook of beforeAll) await hook(suite as never);
    try {
      for (const task of suite.tasks) {
        if (task.mode === 'skip' || task.mode === 'todo') continue;
        await (task.type === 'suite' ? this.#runAll(task) : this.#runAgain(task));
      }
    } finally {
      for (const hook of afterAll) await hook(suite as never);
    }
  }

  /** This runner, for tests that nobody else is to hear of, and that are loaded whatever was run. */
  get #quiet(): TestRunner {
    const load = (path: string, source: 'collect' | 'setup') => super.importFile(path, source);
    return Object.create(this, { onCollected: { value: undefined }, importFile: { value: load } });
  }
}
