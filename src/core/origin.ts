/**
 * The columns with the origin of records: files of one format may each be of another store, account, platform or
 * network.
 */
export const originFields = ['store', 'account', 'platform', 'network', 'tool'] as const;

const mark = '\u0001';

/** The words of these columns as one. */
export const originKey = (words: readonly string[]): string => words.join(mark);

/** The word of one of these columns in what names an origin; empty if it has none. */
export const originWord = (key: string | null, field: (typeof originFields)[number]): string =>
  key?.split(mark)[originFields.indexOf(field)] ?? '';
