/*
 * Scores whose scale the tool states and the file does not: written as `4/5`, so that the scale goes with the score.
 */

/** A score with the top of its scale; a word, and a score that has its scale already, as it is. */
export const outOf =
  (top: number) =>
  (score = ''): string => {
    const text = score.trim();
    return /^\d+(?:[.,]\d+)?$/.test(text) ? `${text}/${top}` : text;
  };
