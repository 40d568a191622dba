/** The meaning of each word, from the words of each meaning. */
export const meanings = (words: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).flatMap(([meaning, all]) => all.map((word) => [word, meaning])));
