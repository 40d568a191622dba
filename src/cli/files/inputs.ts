import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { orNull } from '../../core/or-null.ts';
import { Problem } from '../../core/problem.ts';
import { dataFile, isNobodys, programs } from './file-names.ts';
import { placeOf, seen } from './seen.ts';
import { saveAsCsv, unreadBelow, unreadText } from './unread-files.ts';

/** A file to read: `-` is standard input. */
export interface NamedPath {
  /** As it was named, relative to the working folder if the argument was. */
  readonly path: string;
  /** Named by hand, not found in a folder or by a glob. */
  readonly named: boolean;
}

const never = ['**/node_modules/**', ...programs.map((name) => `**/${name}`)];

/** The files that arguments name: files, folders, globs and `-`, each file once, in code-point order. */
export async function pathsOf(args: readonly string[], cwd: string): Promise<NamedPath[]> {
  const found: NamedPath[] = [];
  for (const arg of args) found.push(...(await filesOf(arg, cwd)));
  const byPlace = new Map<string, NamedPath>();
  for (const file of found.sort(byClaim)) {
    const place = file.path === '-' ? '-' : placeOf(resolve(cwd, file.path), file.path);
    if (!byPlace.has(place)) byPlace.set(place, file);
  }
  return [...byPlace.values()].sort((a, b) => byCodePoint(a.path, b.path));
}

async function filesOf(arg: string, cwd: string): Promise<NamedPath[]> {
  if (arg === '-') return [{ path: '-', named: true }];
  if (arg === '') {
    throw new Problem('no_such_file', { en: 'the name of a file is empty', fr: "le nom d'un fichier est vide" }, [
      { en: 'check the quotes and variables', fr: 'vérifiez les guillemets et les variables' },
    ]);
  }
  const found = at(resolve(cwd, arg), arg);
  if (found?.isDirectory()) return inFolder(normalize(arg), cwd);
  if (found !== null) return [{ path: normalize(arg), named: true }];
  if (/[*?{[]/.test(arg)) return byGlob(arg, cwd);
  throw missing(arg, cwd);
}

function inFolder(folder: string, cwd: string): NamedPath[] {
  const names = below(resolve(cwd, folder), folder, []);
  if (names.length > 0) return names.map((name) => ({ path: join(folder, name), named: false }));
  const unread = unreadBelow([folder], cwd);
  const { text, mayHoldData } = unreadText(unread);
  const says = {
    en: `${folder} contains no file that could be data${unread.length > 0 ? `: ${text.en}` : ''}`,
    fr: `${folder} ne contient aucun fichier qui puisse être des données${unread.length > 0 ? `\u00a0: ${text.fr}` : ''}`,
  };
  throw new Problem('no_files', says, [
    ...(mayHoldData ? [saveAsCsv] : []),
    {
      en: 'files are found by their extension: .csv .tsv .txt .json .jsonl .ndjson .gz .zst .zip .xlsx; name any other file explicitly',
      fr: "les fichiers sont cherchés d'après leur extension\u00a0: .csv .tsv .txt .json .jsonl .ndjson .gz .zst .zip .xlsx\u00a0; indiquez vous-même tout autre fichier",
    },
  ]);
}

async function byGlob(glob: string, cwd: string): Promise<NamedPath[]> {
  const pattern = process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob;
  const names = await globbed(pattern, cwd, isAbsolute(glob));
  if (names.length > 0) return names.map((name) => ({ path: normalize(name), named: false }));
  throw new Problem('no_files', { en: `no file matches ${glob}`, fr: `aucun fichier ne correspond à ${glob}` }, [
    {
      en: '** matches folders, * any part of a name, {a,b} either of two',
      fr: "** désigne des dossiers, * une partie quelconque d'un nom, {a,b} un choix",
    },
  ]);
}

/** The data files below a folder, `shown` in messages. Follows links to folders, but never in circles; skips dot files. */
function below(folder: string, shown: string, above: readonly string[]): string[] {
  const place = placeOf(folder, shown);
  if (above.includes(place)) return [];
  const entries = seen(shown, () => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const { name } = entry;
    if (isNobodys(name)) return [];
    const [path, ownShown] = [join(folder, name), join(shown, name)];
    const own = entry.isSymbolicLink() ? seen(ownShown, () => statSync(path)) : entry;
    if (own?.isDirectory()) return below(path, ownShown, [...above, place]).map((below) => join(name, below));
    return own?.isFile() && dataFile.test(name) ? [name] : [];
  });
}

/** The files that match a pattern, with the same rules for links and dot files. */
async function globbed(pattern: string, cwd: string, absolute: boolean): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob(pattern, { cwd, absolute, ignore: never, expandDirectories: false });
}

/** What is at a path; null if nothing is. */
function at(path: string, shown: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') {
      throw new Problem('no_such_file', {
        en: `${shown} is a link that leads back to itself`,
        fr: `${shown} est un lien qui mène à lui-même`,
      });
    }
    const says = { en: `${shown} cannot be accessed (${code})`, fr: `${shown} ne peut pas être consulté (${code})` };
    throw new Problem('unreadable', says, [
      { en: 'check the permissions of its folder', fr: 'vérifiez les droits de son dossier' },
    ]);
  }
}

/** The Problem of a missing file, with the most similar name in its folder. */
function missing(arg: string, cwd: string): Problem {
  const folder = dirname(arg);
  const names = orNull(() => readdirSync(resolve(cwd, folder)));
  const says = { en: `${arg} does not exist`, fr: `${arg} n'existe pas` };
  if (names === null) {
    const advice = { en: `there is no folder ${folder}`, fr: `le dossier ${folder} n'existe pas` };
    return new Problem('no_such_file', says, [advice], { file: arg });
  }
  const near = nearest(basename(arg), names.sort(byCodePoint)).map((name) =>
    folder === '.' ? name : join(folder, name),
  );
  return new Problem('no_such_file', says, didYouMean(near), { file: arg });
}

/** Of several paths to one file: the one that was named, then the one through the fewest folders. */
const byClaim = (a: NamedPath, b: NamedPath): number =>
  Number(b.named) - Number(a.named) || depth(a.path) - depth(b.path) || byCodePoint(a.path, b.path);
const depth = (path: string): number => path.split(/[/\\]/).length;

/** UTF-8 sorts as code points do; JavaScript's own order of UTF-16 units does not. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
