import { BLANK, REFUSED } from '../../../src/fields/field.ts';

const blanks = ['', '-', '--', '–', '—', '−', 'n/a', 'null', '(not set)'];
const currencies = ['€', '$', 'US$', 'EUR', 'CHF', 'kr', 'kr.', 'R', 'S$', 'R$', '$US'];
const codeOf: Readonly<Record<string, string>> = {
  '€': 'EUR',
  US$: 'USD',
  $US: 'USD',
  S$: 'SGD',
  R$: 'BRL',
  EUR: 'EUR',
  CHF: 'CHF',
};

/** What `number` must do, in a slow and different way: regular expressions and whole fractions. */
export const numberReference = (text: string, decimal: '.' | ','): number => {
  const cell = text.trim().replace(/^'\s*/, '');
  if (blanks.includes(cell.toLowerCase()) || /^[<>]\s*\d[\d.,'’\s]*%?$/.test(text.trim())) return BLANK;
  const [, rawLeft = '', rawCore = '', right = ''] = /^(\D*)(\d(?:.*\d)?)(\D*)$/s.exec(cell) ?? [];
  if (rawCore === '') return REFUSED;
  const [, left = '', mark = ''] = splitMark(rawLeft);
  const core = mark + rawCore;

  const pieces = /[-+−()%]|[ \u00a0\u202f]|[^-+−()% \u00a0\u202f]+/g;
  const before = (left.match(pieces) ?? []).filter((piece) => !/^[ \u00a0\u202f]$/.test(piece));
  const after = (right.match(pieces) ?? []).filter((piece) => !/^[ \u00a0\u202f]$/.test(piece));
  const signs = [...before.filter((p) => /^[-+−(]$/.test(p)), ...after.filter((p) => /^[-−]$/.test(p))];
  const closing = after.filter((p) => p === ')').length;
  const names = [...before, ...after].filter((p) => !/^[-+−()%]$/.test(p));
  if (
    before.includes(')') ||
    before.includes('%') ||
    after.includes('+') ||
    after.includes('(') ||
    after.includes('%')
  ) {
    return REFUSED;
  }
  if (signs.length > 1 || closing !== before.filter((p) => p === '(').length) return REFUSED;
  if (names.length > 2 || names.some((name) => !currencies.includes(name))) return REFUSED;
  if (new Set(names.flatMap((name) => codeOf[name] ?? [])).size > 1) return REFUSED;

  const d = `\\${decimal}`;
  const groups = [decimal === '.' ? ',' : '\\.', ' ', '\u00a0', '\u202f', "'", '’'];
  const forms = [`\\d*`, ...groups.map((group) => `[1-9]\\d{0,2}(?:${group}\\d{3})+`)];
  if (!forms.some((form) => new RegExp(`^${form}(?:${d}\\d+)?$`).test(core))) return REFUSED;
  const [whole = '', fraction = ''] = core.split(decimal);
  const units = BigInt(whole.replace(/\D/g, '') + fraction);
  const scale = 10n ** BigInt(fraction.length);
  const size = (2n * units * 1_000_000n + scale) / (2n * scale);
  if (size > 9_007_199_254_740_991n) return REFUSED;
  const negative = signs.some((sign) => sign !== '+');
  return negative && size > 0n ? -Number(size) : Number(size);
};

/** A mark right before the digits is theirs, unless it ends the name of a currency. */
const splitMark = (left: string): [string, string, string] => {
  const name = /[^-+−()% \u00a0\u202f]*$/.exec(left)?.[0] ?? '';
  const ends = /[.,]$/.test(name) && !currencies.includes(name);
  return ends ? [left, left.slice(0, -1), left.slice(-1)] : [left, left, ''];
};
