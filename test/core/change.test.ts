import { expect, it } from 'vitest';
import { type Comparable, changeSince } from '../../src/core/change.ts';
import { ofText, toDecimal } from '../../src/core/fraction.ts';

const of = (text: string, isIncomplete = false): Comparable => ({ value: ofText(text), isIncomplete });
const changed = (base: Comparable, current: Comparable): string[] => {
  const { absolute, relative } = changeSince(base, current);
  return [absolute, relative].map((one) => (typeof one === 'string' ? one : toDecimal(one)));
};
const none: Comparable = { value: null, isIncomplete: false };

it.each([
  ['from 4 to 5', of('4'), of('5'), ['1', '0.25']],
  ['from 5 to 4', of('5'), of('4'), ['-1', '-0.2']],
  ['from 0: no share of it', of('0'), of('5'), ['5', 'zero_denominator']],
  ['from a loss: no share of it', of('-4'), of('5'), ['9', 'negative_base']],
  ['of two that are incomplete alike', of('4', true), of('5', true), ['1', '0.25']],
  ['from a base that is incomplete alone', of('4', true), of('5'), ['incomplete_base', 'incomplete_base']],
  ['to a value that is incomplete alone', of('4'), of('5', true), ['incomplete_base', 'incomplete_base']],
  ['from no value', { ...none, reason: 'not_covered' } as const, of('5'), ['incomplete_base', 'incomplete_base']],
  ['to no value: its reason', of('4'), { ...none, reason: 'not_covered' } as const, ['not_covered', 'not_covered']],
  ['to no value without a reason', of('4'), none, ['no_observations', 'no_observations']],
  ['from none to none', none, { ...none, reason: 'missing_kind' } as const, ['missing_kind', 'missing_kind']],
])('%s', (_, base, current, expected) => {
  expect(changed(base, current)).toEqual(expected);
});
