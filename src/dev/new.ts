/** `npm run new kpi|source|command NAME`: the files of a new KPI, export or command, with TODO for what is missing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { kpis } from '../kpis/index.ts';
import type { Generated } from './gen.ts';

/** What is written, and what its author does then. */
export interface Scaffold {
  readonly files: readonly Generated[];
  /** A file that gets an entry. */
  readonly change?: { readonly path: string; readonly by: (text: string) => string };
  readonly next: readonly string[];
}

const templates = fileURLToPath(new URL('templates', import.meta.url));

/** A template with its `{name}`s filled in. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{${key}}`, value),
    readFileSync(join(templates, `${template}.txt`), 'utf8'),
  );

const todo = 'Write what is marked TODO: test/project/new.test.ts names what is left.';
const french = (path: string): string =>
  `No French? Leave the English in both languages and add '${path}' to frenchMissing in test/support/french.ts.`;

/** The place after the last of a group. */
const rankAfter = (group: string): number =>
  Math.max(0, ...kpis.filter((kpi) => kpi.group === group).map(({ rank }) => rank)) + 10;

function kpi(name: string): Scaffold {
  const path = `src/kpis/${name}.ts`;
  const values = { name, id: name.replaceAll('-', '_'), rank: String(rankAfter('sales')) };
  return {
    files: [{ path, text: filled('kpi', values) }],
    next: [
      todo,
      french(path),
      'npm run gen',
      'npx vitest run test/kpis/catalog.test.ts test/kpis test/project/texts.test.ts test/project/new.test.ts',
      'npx vitest run test/program/golden.test.ts -u, then read the diff: one line more in test/golden/list.',
    ],
  };
}

function source(name: string): Scaffold {
  const path = `src/sources/${name}.ts`;
  const folder = `fixtures/sources/${name}`;
  return {
    files: [
      { path, text: filled('source', { name }) },
      { path: `${folder}/plain.csv`, text: filled('source-table', { name }) },
      { path: `${folder}/NOTES.md`, text: filled('source-notes', { name }) },
    ],
    next: [
      todo,
      `Put rows of a real export into ${folder}, with invented people and numbers, and count their totals by hand in NOTES.md.`,
      french(path),
      'npm run gen',
      'npx vitest run test/sources/sources.test.ts test/kpis/texts.test.ts test/project/texts.test.ts test/project/new.test.ts',
    ],
  };
}

function command(name: string): Scaffold {
  const list = 'src/cli/commands.ts';
  const golden = `test/golden/${name}`;
  const entry = filled('command-entry', { name, key: name.includes('-') ? `'${name}'` : name });
  return {
    files: [
      { path: `src/cli/commands/${name}.ts`, text: filled('command', { name }) },
      { path: `${golden}/cmd`, text: `kpi ${name} fixtures/shop\n` },
    ],
    change: { path: list, by: (text) => text.replace(/\};\n$/, () => `${entry}};\n`) },
    next: [
      todo,
      `Its place in the help is its place in ${list}.`,
      french(list),
      'npm run gen',
      `npx vitest run test/program/golden.test.ts -u, then read the diff: ${golden}, and the help of all commands.`,
      'npx vitest run test/cli test/project/french.test.ts test/project/texts.test.ts test/project/new.test.ts',
    ],
  };
}

const makers: Readonly<Record<string, (name: string) => Scaffold>> = { kpi, source, command };

/** What a line such as `kpi orders-per-session` asks for; a text says why there is nothing. */
export function scaffoldOf([what = '', name = '', ...more]: readonly string[]): Scaffold | string {
  const make = Object.hasOwn(makers, what) ? makers[what] : undefined;
  if (make === undefined || name === '' || more.length > 0) return 'usage: npm run new kpi|source|command NAME';
  const kebab = name.replaceAll('_', '-');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab))
    return `"${name}" is no name: small letters and digits, separated by "-"`;
  return make(kebab);
}

/** Writes into the folder of the project; what it says, and its exit code. */
export function write(folder: string, line: readonly string[]): { readonly said: string; readonly code: number } {
  const scaffold = scaffoldOf(line);
  if (typeof scaffold === 'string') return { said: `${scaffold}\n`, code: 2 };
  const { files, change, next } = scaffold;
  const taken = files.find(({ path }) => existsSync(join(folder, path)));
  if (taken !== undefined) return { said: `${taken.path} exists\n`, code: 2 };
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (change !== undefined) {
    const path = join(folder, change.path);
    writeFileSync(path, change.by(readFileSync(path, 'utf8')));
  }
  const done = [...files.map(({ path }) => `wrote ${path}`), ...(change ? [`added an entry to ${change.path}`] : [])];
  const steps = next.map((step, at) => `${at + 1}. ${step}`);
  return { said: `${[...done, '', 'Next:', ...steps].join('\n')}\n`, code: 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { said, code } = write(process.cwd(), process.argv.slice(2));
  (code === 0 ? process.stdout : process.stderr).write(said);
  process.exitCode = code;
}
