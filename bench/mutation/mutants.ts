import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A place of the program and what stands there instead while the mutant is active. */
export interface Mutant {
  /** The number by which the instrumented code asks whether this mutant is active. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** The line of code, trimmed: what finds the mutant again after lines before it were changed. */
  readonly text: string;
  readonly replacement: string;
}

/** Mutants and the code that contains them all, each behind a condition. */
export interface Mutated {
  readonly mutants: readonly Mutant[];
  readonly code: Readonly<Record<string, string>>;
}

/** A mutant of which no test can know: the program does the same. */
export interface Equivalent {
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  readonly why: string;
}

/** The part of StrykerJS that is used: it needs no TypeScript and no test runner. */
interface Instrumenter {
  instrument(
    files: readonly { name: string; content: string; mutate: true }[],
    options: { ignorers: []; plugins: null; excludedMutations: [] },
  ): Promise<{
    files: readonly { name: string; content: string }[];
    mutants: readonly {
      id: string;
      fileName: string;
      replacement: string;
      location: { start: { line: number; column: number } };
    }[];
  }>;
}

const silent = () => {};
const logger = {
  isDebugEnabled: () => false,
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: console.error },
};

/** Not a dependency of this project: 67 packages that only this script needs, and no build or test does. */
async function instrumenter(): Promise<Instrumenter> {
  const { resolve } = createRequire(import.meta.url);
  try {
    const path = resolve('@stryker-mutator/instrumenter');
    const { Instrumenter } = await import(pathToFileURL(path).href);
    return new Instrumenter(logger);
  } catch (error) {
    throw new Error('First: npm install --no-save @stryker-mutator/instrumenter@9.6.1', { cause: error });
  }
}

/** A random order of mutants: the same for the same seed, and little changed by edits elsewhere. */
function drawn(mutants: readonly Mutant[], seed: number): Mutant[] {
  const seen = new Map<string, number>();
  const lots = mutants.map((mutant) => {
    const key = JSON.stringify([mutant.file, mutant.text, mutant.replacement]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { mutant, lot: createHash('sha256').update(`${seed} ${nth} ${key}`).digest('hex') };
  });
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ mutant }) => mutant);
}

/** What the instrumented code asks and counts for mutants outside the sample costs time: it is taken out again. */
const onlyThese = (code: string, ids: ReadonlySet<string>): string =>
  code
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, (all, id) => (ids.has(id) ? all : 'false'))
    .replace(/stryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g, (_, list: string) => {
      const kept = list.split(', ').filter((id) => ids.has(JSON.parse(id)));
      return kept.length === 0 ? '0' : `stryCov_9fa48(${kept.join(', ')})`;
    });

/** `sample` mutants of these files (all of them if there are no more), without those that are known to be equivalent. */
export async function mutantsOf(
  files: readonly string[],
  sample: number,
  seed: number,
  equivalents: readonly Equivalent[],
): Promise<Mutated & { readonly all: number; readonly equivalent: number }> {
  const contents = files.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true as const }));
  const lines = new Map(contents.map(({ name, content }) => [name, content.split('\n')]));
  const tool = await instrumenter();
  const made = await tool.instrument(contents, { ignorers: [], plugins: null, excludedMutations: [] });
  const all = made.mutants.map(({ id, fileName: file, replacement, location }): Mutant => {
    const text = lines.get(file)?.[location.start.line]?.trim() ?? '';
    return { id, file, line: location.start.line + 1, text, replacement };
  });
  const same = (mutant: Mutant): boolean =>
    equivalents.some(
      ({ file, text, replacement }) =>
        file === mutant.file && text === mutant.text && replacement === mutant.replacement,
    );
  const counted = all.filter((mutant) => !same(mutant));
  const mutants = drawn(counted, seed).slice(0, sample);
  const ids = new Set(mutants.map(({ id }) => id));
  const touched = new Set(mutants.map(({ file }) => file));
  const code = made.files.filter(({ name }) => touched.has(name));
  return {
    mutants,
    code: Object.fromEntries(code.map(({ name, content }) => [name, onlyThese(content, ids)])),
    all: all.length,
    equivalent: all.length - counted.length,
  };
}

/** A fault that somebody could have made, and the test that is to notice it. */
export interface Fault {
  readonly what: string;
  readonly file: string;
  /** An expression that is in the file once, and what stands there instead. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

/** Asks whether a fault is active, and notes that it was reached, as the code of StrykerJS does. */
const isActive = `
function faultIsActive(id) {
  const shared = globalThis.__stryker__;
  if (shared === undefined) return false;
  const { currentTestId, mutantCoverage: { static: atLoad, perTest } } = shared;
  const seen = currentTestId === undefined ? atLoad : (perTest[currentTestId] ??= {});
  seen[id] = (seen[id] ?? 0) + 1;
  if (shared.activeMutant !== id) return false;
  shared.hitCount += 1;
  return true;
}
`;

/** Faults as mutants: the file of a fault must contain its expression once. */
export function faultsAsMutants(faults: readonly Fault[]): Mutated {
  const code: Record<string, string> = {};
  const mutants = faults.map(({ file, from, to }, at): Mutant => {
    const before = code[file] ?? readFileSync(file, 'utf8') + isActive;
    const place = before.indexOf(from);
    if (place === -1 || before.includes(from, place + 1)) throw new Error(`${file} does not contain once: ${from}`);
    const id = `fault ${at}`;
    code[file] = before.replace(from, () => `(faultIsActive(${JSON.stringify(id)}) ? (${to}) : (${from}))`);
    return { id, file, line: before.slice(0, place).split('\n').length, text: from, replacement: to };
  });
  return { mutants, code };
}
