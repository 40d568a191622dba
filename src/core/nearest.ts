import { either, type Text } from './text.ts';

/**
 * The known names that a wrong word was perhaps meant to be, at most `most` of them: those the fewest typos away, else
 * those that contain the word. `nearest('perid', ['by', 'period'])` is `['period']`.
 */
export function nearest(word: string, known: readonly string[], most = 1): string[] {
  const wanted = plain(word);
  const slips = wanted.length < 2 ? 0 : Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  const near = closest(known, slips, (name) => distance(wanted, plain(name)));
  const found = near.length > 0 || wanted.length < 3 ? near : known.filter((name) => plain(name).includes(wanted));
  return found.slice(0, most);
}

/** The names the fewest typos away, if no more than `bound`; all that are equally near. */
export function closest(known: readonly string[], bound: number, away: (name: string) => number): string[] {
  let best = bound;
  let found: string[] = [];
  for (const name of known) {
    const slips = away(name);
    if (slips < best) found = [];
    best = Math.min(best, slips);
    if (slips === best) found.push(name);
  }
  return found;
}

/** Lower case without accents, words joined by `_`. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** How many letters must be inserted, removed, replaced or swapped with the next to turn one text into the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replace = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = swapped ? before[column - 2]! + 1 : Infinity;
      line.push(Math.min(replace, swap, above[column]! + 1, line[column - 1]! + 1));
    }
    before = above;
    above = line;
  }
  return above[b.length]!;
}

/** As advice: `did you mean day or date?`; none where nothing is near. */
export function didYouMean(near: readonly string[]): Text[] {
  const names = either(near);
  return near.length === 0 ? [] : [{ en: `did you mean ${names.en}?`, fr: `vouliez-vous dire ${names.fr}\u00a0?` }];
}
