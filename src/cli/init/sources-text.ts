import { readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Language } from '../../core/choices.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Problem } from '../../core/problem.ts';
import { visible } from '../../core/visible.ts';
import { padEnd } from '../../page/text-width.ts';
import type { Unrecognised } from '../../plan/advice/unrecognised-file.ts';
import { pathsOf } from '../files/inputs.ts';
import { seen } from '../files/seen.ts';
import { mapped, SheetsNotRead } from '../files/unread-sheets.ts';
import type { Plans } from '../run/plans.ts';
import { comment } from './checks-text.ts';
import { type InitWords, initWords } from './init-words.ts';
import type { InitReading, OpenDates } from './read-for-init.ts';
import { yamlValue } from './yaml.ts';

/** For more files, only the number of each format is stated. */
const mostFiles = 20;

/**
 * `sources:` of a configuration as its lines: the paths that were named, relative to its folder, each with what its
 * files were recognised as. Files that need a statement about their dates come before the folders that contain them:
 * the first entry counts.
 */
export async function sourcesLines(
  args: readonly string[],
  { reading, open, unknown }: InitReading,
  place: { readonly folder: string; readonly cwd: string },
  lang: Language,
): Promise<string[]> {
  const pathOf = (name: string): string => posix(relative(place.folder, resolve(place.cwd, name)) || '.');
  const say = initWords[lang];
  const shown = new Set<string>();
  const plans: Pick<Plans, 'files' | 'passedOver'> = reading?.plans ?? { files: [], passedOver: [] };
  const withAdvice = mapped(plans.passedOver);
  const unmapped = alike([...unknown, ...withAdvice], place.cwd).flatMap(({ problem, files, glob }) => {
    for (const file of files) shown.add(file);
    return unknownLines(
      pathOf(problem.place.file ?? ''),
      problem,
      lang,
      glob === null ? null : pathOf(glob),
      files.length,
    );
  });
  const lines = open.flatMap((file) => {
    shown.add(file.path);
    const formats = plans.files.filter(({ path }) => path === file.path).map(({ source }) => source.id);
    return [
      `  - path: ${yamlValue(pathOf(file.path))} # ${formats.join(', ')}`,
      ...datesLines(file, say).map((line) => `    ${line}`),
    ];
  });
  for (const arg of new Set(args)) {
    const found = (await pathsOf([arg], place.cwd)).map(({ path }) => path);
    const isFolder = seen(arg, () => statSync(resolve(place.cwd, arg)))?.isDirectory() ?? false;
    // The tables in an archive are separate files.
    const isIn = (path: string): boolean => found.some((one) => path === one || path.startsWith(`${one}/`));
    const files = plans.files.filter(({ path }) => isIn(path) && !shown.has(path));
    const passed = sheetsApart(plans.passedOver).flatMap(({ code, place: { file } }) =>
      file !== undefined && isIn(file) && !shown.has(file)
        ? [{ file, words: code === 'not_read' ? say.notRead : say.passedOver }]
        : [],
    );
    const isSaid =
      found.length === 1 && [...shown].some((path) => path === found[0] || path.startsWith(`${found[0]}/`));
    if (files.length === 0 && (isSaid || reading === null)) continue;
    for (const path of [...files.map((file) => file.path), ...passed.map(({ file }) => file)]) shown.add(path);
    const path = yamlValue(`${pathOf(arg)}${isFolder ? '/' : ''}`);
    const [only] = files;
    if (found.length === 1 && only !== undefined && only.path === found[0] && !isFolder) {
      lines.push(`  - path: ${path} # ${only.source.id}`);
      continue;
    }
    const within = (name: string): string => visible(isFolder ? posix(relative(arg, name)) : pathOf(name));
    const known = files.map((file) => [within(file.path), file.source.id] as const);
    const unknown = passed.map(({ file, words }) => [within(file), words] as const);
    lines.push(`  - path: ${path}`, ...filesLines([...known, ...unknown], say).map((line) => `    # ${line}`));
  }
  return [lines.length === 0 ? `#sources: # ${say.alsoThis}` : 'sources:', ...unmapped, ...lines];
}

/** These problems, one for each sheet of a workbook. */
const sheetsApart = (problems: readonly Problem[]): readonly Problem[] =>
  problems.flatMap((problem) =>
    problem instanceof SheetsNotRead ? problem.sheets.map((sheet) => sheet.problem) : [problem],
  );

interface Alike {
  readonly problem: Unrecognised;
  readonly files: readonly string[];
  /** What names all of them, and nothing else; null for a single file. */
  readonly glob: string | null;
}

/** Files that need the same entry: those that are all of their ending in a folder have one in common. */
function alike(problems: readonly Unrecognised[], cwd: string): Alike[] {
  const groups = new Map<string, { problem: Unrecognised; files: string[] }>();
  for (const problem of problems) {
    const { file = '' } = problem.place;
    const lines = problem.entry.slice(1).map(({ en }) => en);
    // Days differ from file to file.
    const isOwn = lines.length === 0 || lines.some((line) => line.includes('YYYY'));
    const key = isOwn ? file : [dirname(file), extname(file), ...lines].join('\n');
    const group = getOrInsert(groups, key, () => ({ problem, files: [] }));
    group.files.push(file);
  }
  return [...groups.values()].flatMap(({ problem, files }): Alike[] => {
    const [first = ''] = files;
    const beside = seen(dirname(first), () => readdirSync(resolve(cwd, dirname(first)))) ?? [];
    const isWhole = beside.filter((name) => extname(name) === extname(first)).length === files.length;
    if (files.length > 2 && isWhole && !/[*?[\]{}!]/.test(first))
      return [{ problem, files, glob: join(dirname(first), `*${extname(first)}`) }];
    return problems
      .filter(({ place: { file = '' } }) => files.includes(file))
      .map((one) => ({ problem: one, files: [one.place.file ?? ''], glob: null }));
  });
}

/** The entry of a file of no known format, to be reviewed: unused keys have no blank after their `#`. */
function unknownLines(
  path: string,
  { entry, seems, isKnown }: Unrecognised,
  lang: Language,
  glob: string | null,
  count: number,
): string[] {
  const say = initWords[lang];
  if (entry.length === 0) return [`  # ${visible(path)}  ${say.passedOver}`];
  // After the path, which is relative to the folder of the configuration.
  const lines = entry.slice(1).map((line) => line[lang].slice(4));
  const isOpen = lines.some((line) => /…|YYYY|AAAA|#/.test(line));
  const told = seems?.[lang] ?? '';
  const says = `${isKnown ? `${visible(told)} ${say.removeMarks}` : say.unknown(visible(path), told)}${isOpen ? ` ${say.fillIn}` : ''}${count > 1 ? ` ${say.sameOf(count - 1)}` : ''}`;
  return [
    ...comment(says).map((line) => `  ${line}`),
    `  #- path: ${yamlValue(glob ?? path)}`,
    ...lines.map((line) => `  #${line}`),
  ];
}

function datesLines({ column, sample, hasNone }: OpenDates, say: InitWords): string[] {
  if (hasNone) return [`#from: 2026-03-01 # ${say.firstDay}`, `#to: 2026-03-31 # ${say.lastDay}`];
  const cited = (text: string): string => visible(JSON.stringify(text.slice(0, 40)));
  return [`#date_order: dmy # ${say.dateOrder(cited(sample), cited(column))}`];
}

function filesLines(files: readonly (readonly [name: string, format: string])[], say: InitWords): string[] {
  if (files.length > mostFiles) {
    const formats = new Map<string, number>();
    for (const [, format] of files) formats.set(format, (formats.get(format) ?? 0) + 1);
    return [say.files(files.length), ...[...formats].map(([format, count]) => `  ${count} ${format}`)];
  }
  const width = Math.min(48, Math.max(0, ...files.map(([name]) => name.length)));
  return files.map(([name, format]) => `${padEnd(name, width)}  ${format}`);
}

/** A path as configurations write it, on every system. */
export const posix = (path: string): string => path.split(sep).join('/');
