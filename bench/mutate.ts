import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Equivalent, type Fault, faultsAsMutants, mutantsOf } from './mutation/mutants.ts';
import type { Pass } from './mutation/pass.ts';
import type { Event } from './mutation/state.ts';

/*
 * npm run mutate -- [folder or file…] [--sample N] [--seed S]: how many small faults, put into the code one by one, the tests
 * notice. npm run mutate -- --faults: whether they notice the faults of mutation/faults.json. docs/reliability.md says how it
 * works and has the scores.
 */

/** A folder whose score is kept. */
interface Kept {
  readonly folder: string;
  /** The files that count, where not all of them do. */
  readonly counted?: RegExp;
  /** Tests outside the folder of the same name that are about it, too. */
  readonly also: readonly string[];
}
const kept: readonly Kept[] = [
  { folder: 'src/core', also: ['test/fields', 'test/kpis', 'test/page', 'test/figures', 'test/documents/checks'] },
  { folder: 'src/fields', also: ['test/plan', 'test/ingest', 'test/cases/what-a-number-may-be.test.ts'] },
  {
    folder: 'src/kpis',
    also: ['test/project/docs.test.ts', 'test/cli/list-formats.test.ts', 'test/cli/meant.test.ts'],
  },
  {
    folder: 'src/engine',
    // What is settled, derived and answered. Reading into columns is compared with a second reader, in test/reader.
    counted:
      /^(?!.*\/(duckdb\/|memory\/|engine\.|naming\.|reader-threads|collect[-.]|feed|load-files|hash-column|resolve-ids|passing-visits|gathered-rows))/,
    also: ['test/measures', 'test/cases', 'test/documents/cohorts'],
  },
  { folder: 'src/documents/checks', also: [] },
];

/** A test takes a few seconds: one that takes this long with a mutant does not end, however busy the machine is. */
const patience = 300_000;

const filesBelow = (path: string, ending: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .map((name) => join(path, name))
        .sort();

const state = mkdtempSync(join(tmpdir(), 'kpi-mutate-'));
const events = (): Event[] => {
  const lines = readFileSync(join(state, 'events'), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
};
const killed = (): Map<string, string> =>
  new Map(events().flatMap((event) => ('killed' in event ? [[event.killed, event.by]] : [])));

/** A process that runs tests; ended, with the mutant to blame, if it does not come back. */
function oneProcess(): Promise<void> {
  return new Promise((done) => {
    const env = { ...process.env, KPI_MUTATION: state, CI: '1' };
    const script = join(import.meta.dirname, 'mutation/pass.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: 'ignore', detached: true });
    // It has a group of its own, which ends with this process.
    const end = () => process.kill(-(child.pid ?? 0), 'SIGKILL');
    process.once('exit', end);
    const watch = setInterval(() => {
      const { mtimeMs } = statSync(join(state, 'trying'));
      const id = readFileSync(join(state, 'trying'), 'utf8');
      if (id === '' || Date.now() - mtimeMs < patience) return;
      writeFileSync(join(state, 'events'), `${JSON.stringify({ killed: id, by: 'does not end' })}\n`, { flag: 'a' });
      writeFileSync(join(state, 'trying'), '');
      end();
    }, 1000);
    child.on('exit', () => {
      clearInterval(watch);
      process.off('exit', end);
      done();
    });
  });
}

/** Tries mutants with some tests, in as many processes as it takes; by id, what noticed. */
async function tryAll(label: string, ids: readonly string[], code: object, tests: readonly string[]) {
  writeFileSync(join(state, 'code.json'), JSON.stringify(code));
  writeFileSync(join(state, 'events'), '');
  for (let before = -1; events().length > before; ) {
    before = events().length;
    const over = events().flatMap((event) => ('over' in event ? [event.over] : []));
    const noticed = killed();
    const pass: Pass = {
      ids: ids.filter((id) => !noticed.has(id)),
      tests: tests.filter((test) => !over.includes(test)),
    };
    if (pass.ids.length === 0 || pass.tests.length === 0) break;
    writeFileSync(join(state, 'pass.json'), JSON.stringify(pass));
    writeFileSync(join(state, 'trying'), '');
    await oneProcess();
    console.error(`${label}: ${killed().size} of ${ids.length} noticed`);
  }
  return killed();
}

/** Tests of functions come before those of a thousand random values, and these before those that run whole command lines. */
function costOf(test: string): number {
  const text = readFileSync(test, 'utf8');
  if (/\/(?:run|kit)\.ts'/.test(text)) return 2;
  return text.includes("from 'fast-check'") ? 1 : 0;
}

/** Tests of a folder: those in the folder of the same name, then those that are about it, too; quick ones first. */
function testsOf(label: string): string[] {
  const own = label.replace(/^src/, 'test').replace(/\/[^/]*\.ts$/, '');
  const also = kept.find(({ folder }) => label.startsWith(folder))?.also ?? [];
  const tests = [own, ...also].flatMap((path) => (existsSync(path) ? filesBelow(path, '.test.ts') : []));
  return tests.sort((a, b) => costOf(a) - costOf(b));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The score of a folder, after the mutants that no test has noticed. */
async function scoreOf(label: string, sample: number, seed: number): Promise<string> {
  const counted = kept.find(({ folder }) => label === folder)?.counted ?? /./;
  const files = filesBelow(label, '.ts').filter((file) => counted.test(file));
  const equivalents = dataOf<readonly Equivalent[]>('equivalent.json');
  const { mutants, code, all, equivalent } = await mutantsOf(files, sample, seed, equivalents);
  const noticed = await tryAll(
    label,
    mutants.map(({ id }) => id),
    code,
    testsOf(label),
  );
  for (const { id, file, line, text, replacement } of mutants)
    if (!noticed.has(id)) console.log(`${file}:${line}: ${text}\n    ${oneLine(replacement)}`);
  const score = ((100 * noticed.size) / mutants.length).toFixed(1);
  return `${label}: ${all} mutants, ${equivalent} of them equivalent; ${noticed.size} of ${mutants.length} noticed: ${score} %`;
}

/** The deliberate faults, each with the test that notices it. */
async function tryFaults(): Promise<void> {
  const faults = dataOf<readonly Fault[]>('faults.json');
  const { mutants, code } = faultsAsMutants(faults);
  const ids = mutants.map(({ id }) => id);
  const noticed = await tryAll('faults', ids, code, [...new Set(faults.flatMap(({ tests }) => tests))]);
  for (const [at, { id, file, line }] of mutants.entries())
    console.log(`${noticed.get(id) ?? 'NOT NOTICED'}\n    ${file}:${line}: ${faults[at]!.what}`);
  console.log(`${noticed.size} of ${ids.length} faults noticed`);
}

const dataOf = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, 'mutation', name), 'utf8'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'boolean', default: false },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (values.faults) await tryFaults();
else {
  const scores: string[] = [];
  for (const label of positionals.length > 0 ? positionals : kept.map(({ folder }) => folder))
    scores.push(await scoreOf(label, Number(values.sample), Number(values.seed)));
  for (const score of scores) console.log(score);
}
rmSync(state, { recursive: true });
