import { negative, sumOf } from './json.ts';

/**
 * What a share leaves of all, written like it: a percentage, or a number of which `whole` is all. Blank if the share is:
 * the rest of an unknown share is unknown, not all.
 */
export const restOf =
  (whole: '1' | '100') =>
  (share = ''): string => {
    const [isPercent, decimal] = [share.includes('%'), share.includes(',') ? ',' : '.'];
    const left = sumOf([isPercent ? '100' : whole, negative(share.replace(/[%\s]/g, '').replace(',', '.'))]);
    return share.trim() === '' ? '' : `${left.replace('.', decimal)}${isPercent ? '%' : ''}`;
  };
