/** What `plainNumber` returns for every text that it does not handle. */
export const NOT_PLAIN = Infinity;

const lift = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

/**
 * Nearly all numbers of nearly all files: a minus or none, digits, and at most one decimal mark with one to six digits
 * after it. In whole millionths; NOT_PLAIN if the text has any other form or does not fit. One pass, no allocation. It
 * is exact: digits that once exceed what a number holds stay above it, and then do not fit.
 */
export const plainNumber = (text: string, mark: number): number => {
  const length = text.length;
  const negative = length !== 0 && text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let i = start; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) digits = digits * 10 + (c - 48);
    else if (c === mark && point < 0) point = i;
    else return NOT_PLAIN;
  }
  const places = point < 0 ? 0 : length - 1 - point;
  if (length === start || places > 6 || (point >= 0 && places === 0)) return NOT_PLAIN;
  const value = digits * lift[places]!;
  if (value > Number.MAX_SAFE_INTEGER) return NOT_PLAIN;
  return negative && value !== 0 ? -value : value;
};
