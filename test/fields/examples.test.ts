import { describe, expect, it, test } from 'vitest';
import { REFUSED } from '../../src/fields/field.ts';
import { numericKinds, textKinds } from './kinds.ts';

describe.each(numericKinds)('%s', (_, kind) => {
  it.each(kind.examples.map(([text, value]) => [JSON.stringify(text), text, value] as const))(
    '%s',
    (_, text, value) => {
      expect(kind.parse(text)).toBe(value);
      // A second time, from what a kind may remember.
      expect(kind.parse(text)).toBe(value);
      if (value === REFUSED) expect(kind.why(text)).toEqual(expect.any(String));
      else expect(kind.why(text)).toBeNull();
    },
  );

  it('has examples of values, of blanks and of refusals unless it refuses nothing', () => {
    const values = kind.examples.map(([, value]) => value);
    expect(values.some((value) => Number.isFinite(value))).toBe(true);
    expect(values.some((value) => Number.isNaN(value))).toBe(true);
    expect(values.includes(REFUSED)).toBe(kind.why('no such word at all') !== null);
  });
});

describe.each(textKinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  it.each(kind.examples.map(([text, value]) => [JSON.stringify(text), text, value] as const))(
    '%s',
    (_, text, value) => {
      expect(kind.parse(text)).toBe(value);
    },
  );
});

test('every kind says what it accepts', () => {
  for (const [, kind] of numericKinds) expect(kind.doc).toMatch(/^[A-Z].*\.$/);
  for (const kind of textKinds) expect(kind.doc).toMatch(/^[A-Z].*\.$/);
});
