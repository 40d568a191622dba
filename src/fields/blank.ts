/** How exports write that a number, a date or a word is missing. */
const nothing = new Set(['', '-', '--', '\u2013', '\u2014', '\u2212', 'n/a', 'null', '(not set)']);

/**
 * Without what surrounds a value: white space of all kinds, including the tab that some exporters put before a minus to
 * stop spreadsheets from reading a formula, and the apostrophe that others use.
 */
export const bare = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.charCodeAt(0) === 39 ? trimmed.slice(1).trim() : trimmed;
};

/** Whether a cell of a number, a date or a word is blank. */
export const saysNothing = (text: string): boolean => {
  if (text === '') return true;
  const word = bare(text);
  return word.length <= 9 && nothing.has(word.toLowerCase());
};

const mask = /^[<>≤≥]\s*\d[\d.,'’\s]*(?:%|(?::\d\d){1,2})?$/;

/** Nearly all numbers begin otherwise. */
const mayBeMasked = /^[<>≤≥\s]/;

/** Whether a number is hidden behind a bound, as `<5`, `> 90%` and `<00:00:01` are: some unknown number. */
export const isMasked = (text: string): boolean => mayBeMasked.test(text) && mask.test(text.trim());

/** Whether a cell of a number holds none. */
export const isBlankNumber = (text: string): boolean => saysNothing(text) || isMasked(text);
