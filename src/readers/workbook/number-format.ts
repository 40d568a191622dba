/** What a number format says about the numbers in its cells. */
export interface NumberFormat {
  readonly shows: 'number' | 'percent' | 'date' | 'time' | 'elapsed';
  /** A currency that the format writes beside the number; empty without one. */
  readonly sign: string;
}

export const general: NumberFormat = { shows: 'number', sign: '' };

const dateFormat: NumberFormat = { shows: 'date', sign: '' };
const timeFormat: NumberFormat = { shows: 'time', sign: '' };
const elapsedFormat: NumberFormat = { shows: 'elapsed', sign: '' };

/** Formats that have no code in the file, by their ids (ECMA-376, 18.8.30). */
export function builtInFormat(id: number): NumberFormat {
  const within = (from: number, to: number): boolean => id >= from && id <= to;
  if (id === 9 || id === 10) return { shows: 'percent', sign: '' };
  if (id === 46) return elapsedFormat;
  if (within(18, 21) || id === 45 || id === 47) return timeFormat;
  if (within(14, 17) || id === 22 || within(27, 36) || within(50, 58)) return dateFormat;
  return general;
}

/** Signs and codes that a format may give to an amount. A code of two currencies, or of none, says nothing. */
const currency = /^(?:€|£|\$|¥|US\$|EUR|USD|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK)$/;

/** Quoted text, an escaped character, the width of one, a fill, a part in brackets, or any other character. */
const tokens = /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(.)/gsu;

/** Reads the code of a number format, such as `[$-409]d/m/yy h:mm;@`: its first section, which is that of numbers above 0. */
export function formatOf(code: string): NumberFormat {
  let letters = '';
  let words = '';
  let isElapsed = false;
  let sign = '';
  for (const [, quoted, escaped, bracket, plain] of code.matchAll(tokens)) {
    if (plain === ';') break;
    if (plain !== undefined) letters += plain.toLowerCase();
    words += quoted ?? escaped ?? (plain !== undefined && /[^\d#?.,%]/u.test(plain) ? plain : ' ');
    if (bracket === undefined) continue;
    if (/^(h+|m+|s+)$/i.test(bracket)) isElapsed = true;
    // `[$€-407]`: a sign and the language of the format.
    if (bracket.startsWith('$')) sign = bracket.slice(1).replace(/-[^-]*$/, '');
  }
  // `General` and other words of the language itself are no pattern.
  if (/^\s*(general|standard|@)/.test(letters)) return general;
  if (isElapsed) return elapsedFormat;
  if (/[yd]/.test(letters) || /mmm/.test(letters)) return dateFormat;
  if (/[hs]/.test(letters)) return timeFormat;
  if (letters.includes('m')) return dateFormat;
  const named = [sign, ...words.split(/\s+/)].find((word) => currency.test(word.trim())) ?? '';
  return { shows: letters.includes('%') ? 'percent' : 'number', sign: named };
}
