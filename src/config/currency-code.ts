import { didYouMean, nearest } from '../core/nearest.ts';
import { Problem } from '../core/problem.ts';

/** An ISO 4217 code in capitals; the Problem `unknown_currency` for anything else. */
export function currencyCode(text: string): string {
  const code = text.trim().toUpperCase();
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(code)) return code;
  const says = { en: `"${text}" is not a currency`, fr: `«\u00a0${text}\u00a0» n'est pas une devise` };
  throw new Problem('unknown_currency', says, [
    ...didYouMean(code.length === 3 ? known.filter((one) => letters(one) === letters(code)) : nearest(code, known)),
    {
      en: 'use a code of three letters, such as EUR or USD',
      fr: 'utilisez un code de trois lettres, comme EUR ou USD',
    },
  ]);
}

/** Any three letters are one typo from many codes; only the same letters in another order are surely a typo. */
const letters = (code: string): string => [...code].sort().join('');
