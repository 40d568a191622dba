/** At most this many files are named in one line; nobody would copy a longer one. */
const most = 12;

/**
 * A line of configuration that gives the files of two shops or accounts a name each: what the paths of `one` and
 * `other` do not have in common. It names all files of the run, since `sources` are also those that are read without a
 * path: copies and other records of the same shop by the same words, the rest without a name. Null if the paths do not
 * show which file belongs to whom.
 */
export function sourcesLine(
  one: string,
  other: string,
  key: 'store' | 'account',
  all: readonly string[],
): string | null {
  const [a, b] = [one.split('/'), other.split('/')];
  const at = a.findIndex((part, place) => part !== b[place]);
  const others = (folders: readonly string[]): string[] =>
    all.filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)));
  if (at !== -1 && at < a.length - 1 && at < b.length - 1) {
    const folders = [a, b].map((parts) => parts.slice(0, at + 1).join('/'));
    return lineOf(
      [...folders.map((path, i) => ({ path, name: [a, b][i]![at]! })), ...others(folders).map((path) => ({ path }))],
      key,
    );
  }
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  const only = (of: readonly string[], not: readonly string[]): string[] => of.filter((word) => !not.includes(word));
  const [own, their] = [only(ours, theirs), only(theirs, ours)];
  // If only numbers distinguish the two, nobody can say to whom a third file belongs.
  const byNumbers = own.length === 0 || their.length === 0;
  const names = byNumbers ? [stemOf(one), stemOf(other)] : [own.join('-'), their.join('-')];
  if (byNumbers && all.length > 2) return null;
  const entries = all.map((path) => {
    if (path === one) return { path, name: names[0]! };
    if (path === other) return { path, name: names[1]! };
    const words = wordsOf(path);
    const [isOurs, isTheirs] = [own, their].map((mine) => mine.some((word) => words.includes(word)));
    if (isOurs === isTheirs) return { path };
    return { path, name: isOurs ? names[0]! : names[1]! };
  });
  return lineOf(entries, key);
}

function lineOf(entries: readonly { readonly path: string; readonly name?: string }[], key: string): string | null {
  if (entries.length > most) return null;
  const shown = entries.map(({ path, name }) => {
    const named = name === undefined ? '' : `, ${key}: ${yamlText(name)}`;
    return `{ path: ${yamlText(path)}${named} }`;
  });
  return `sources: [${shown.join(', ')}]`;
}

const stemOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[a-z].*$/i, '');

/** The words of a path, without endings, numbers and marks of copies. */
const wordsOf = (path: string): string[] =>
  path
    .replace(/(?:\.[a-z][a-z0-9]{0,9})+$/i, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word) && !/^(?:copy|copie|kopie|copia)$/.test(word));

/** A text in a YAML list: unquoted if nothing in it is special. */
const yamlText = (text: string): string => (/^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text));
