/**
 * The same in SQL, faster for whole numbers if these are most frequent: for at most nine digits before the mark (a
 * product of fifteen digits and a million rounds to itself), and with thousands in groups of three.
 */
export const plainNumberSql = (cell: string, mark: '.' | ',', mostlyWhole = true): string => {
  const whole = `TRY_CAST(${cell} AS INTEGER)`;
  const decimals = `([${mark}][0-9]{1,6})?`;
  const groups = [' ', '\u00a0', '\u202f', "''", '\u2019', mark === '.' ? ',' : '[.]'].map(
    (by) => `(${by}[0-9]{3}){1,2}`,
  );
  const exact = (digits: string): string =>
    `CAST(round(CAST(${mark === '.' ? digits : `replace(${digits}, ',', '.')`} AS DOUBLE) * 1e6) AS BIGINT)`;
  // A cast rounds 12.50, prints 13 and is wasted.
  const isWhole = mostlyWhole ? '' : `NOT contains(${cell}, '${mark}') AND `;
  return `CASE WHEN ${isWhole}CAST(${whole} AS VARCHAR) = ${cell} THEN CAST(${whole} AS BIGINT) * 1000000
    WHEN regexp_full_match(${cell}, '-?[0-9]{1,9}${decimals}') THEN ${exact(cell)}
    WHEN regexp_full_match(${cell}, '-?[1-9][0-9]{0,2}(${groups.join('|')})${decimals}') THEN ${exact(`regexp_replace(${cell}, '[^0-9${mark}-]', '', 'g')`)} END`;
};

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
