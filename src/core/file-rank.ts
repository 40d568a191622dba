/*
 * The order of files of one source by their names alone. A browser that downloads an export again calls it `orders
 * (1).csv`, a file manager `orders copy.csv`: by code points these sort before `orders.csv`, though they are newer.
 */

/** Marks, with their number, that browsers and file managers append to the name of a second file. */
const mark = /(?: ?\((\d{1,4})\)| copy(?: (\d{1,4}))?| - (?:copy|copie|kopie|copia)(?: \((\d{1,4})\))?)$/i;
/** The same before a name. */
const markBefore = /^(?:copy|copie|kopie|copia)(?: \((\d{1,4})\))? (?:of|de|von|di) /i;
/** `.csv`, `.csv.gz`: what follows the mark. */
const endings = /(?:\.[a-z][a-z0-9]{0,9})+$/i;

/** A name without its endings and the mark of a second file, and the number of the mark: 0 without any. */
function parted(name: string): { readonly stem: string; readonly again: number } {
  const whole = name.replace(endings, '') || name;
  const found = mark.exec(whole) ?? markBefore.exec(whole);
  if (found === null) return { stem: whole, again: 0 };
  const stem = whole.replace(found[0], '');
  return { stem, again: Number(found.slice(1).find((digits) => digits !== undefined) ?? 1) };
}

/** The number that the mark of a second download gives a file: 0 without any. */
export const secondDownload = (path: string): number => parted(path.split(/[/\\]/).pop() ?? '').again;

/** The folder or archive of a file. */
export const folderOf = (path: string): string => path.split(/[/\\]/).slice(0, -1).join('/');

const codePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares texts by their parts: digits as numbers, all else by code point. */
function byNumbers(a: string, b: string): number {
  const [ours, theirs] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []];
  for (const [at, own] of ours.entries()) {
    const other = theirs[at];
    if (other === undefined) return 1;
    if (own === other) continue;
    const numbers = /^\d/.test(own) && /^\d/.test(other) ? [own, other].map((one) => one.replace(/^0+/, '')) : null;
    const order =
      numbers === null ? 0 : numbers[0]!.length - numbers[1]!.length || codePoints(numbers[0]!, numbers[1]!);
    return order || codePoints(own, other);
  }
  return ours.length - theirs.length;
}

const parts = (path: string) => path.split(/[/\\]/).map(parted);

/** Compares paths without the marks of second downloads, then by these marks, then unchanged: the later file ranks higher. */
export function byPath(a: string, b: string): number {
  const [ours, theirs] = [parts(a), parts(b)];
  const both = Math.min(ours.length, theirs.length);
  for (let at = 0; at < both; at += 1) {
    const order = byNumbers(ours[at]!.stem, theirs[at]!.stem);
    if (order !== 0) return order;
  }
  if (ours.length !== theirs.length) return ours.length - theirs.length;
  for (let at = 0; at < both; at += 1) {
    const order = ours[at]!.again - theirs[at]!.again;
    if (order !== 0) return order;
  }
  return codePoints(a, b);
}

/** How the paths of two files are related. */
export type Kinship =
  /** One was downloaded again: they differ only in the mark of a second download. */
  | 'again'
  /** They differ in numbers: parts, months, but also tills. */
  | 'numbered'
  /** They differ in words: perhaps two shops. */
  | 'other';

const withoutNumbers = (path: string): string =>
  parts(path)
    .map(({ stem }) =>
      stem
        .replace(/\d+/g, '')
        .replace(/[\s_.\-()]+/g, ' ')
        .trim()
        .toLowerCase(),
    )
    .join('/');

export function kinshipOf(a: string, b: string): Kinship {
  const stems = (path: string): string => JSON.stringify(parts(path).map(({ stem }) => stem));
  if (stems(a) === stems(b)) return 'again';
  return withoutNumbers(a) === withoutNumbers(b) ? 'numbered' : 'other';
}
