import { expect, it } from 'vitest';
import { defineMeasure, field, flag } from '../../src/measures/measure.ts';

const base = {
  over: 'spend',
  at: 'date',
  aggregate: 'sum',
  unit: 'count',
  doc: { en: '', fr: '' },
} as const;

// `npm run check` fails where a line below an expected error has none.
it('compiles with the fields of its kind only', () => {
  expect(defineMeasure({ ...base, id: 'typed_1', value: field('leads') }).value).toEqual({
    op: 'field',
    name: 'leads',
  });
  // @ts-expect-error: a misspelt field.
  defineMeasure({ ...base, id: 'typed_2', value: field('leeds') });
  // @ts-expect-error: a field of another kind.
  defineMeasure({ ...base, id: 'typed_3', value: field('sessions') });
  // @ts-expect-error: a misspelt field in a test.
  defineMeasure({ ...base, id: 'typed_4', where: flag('vallid') });
  // @ts-expect-error: a misspelt field among those that are needed.
  defineMeasure({ ...base, id: 'typed_5', needs: ['channell'] });
  // @ts-expect-error: booked by a field that the kind does not have.
  defineMeasure({ ...base, at: 'ordered_at', id: 'typed_6' });
});
