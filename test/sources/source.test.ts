import { expect, it } from 'vitest';
import { col, defineSource, product } from '../../src/sources/source.ts';

const tool = {
  id: 'tool',
  title: 'Tool',
  titleFr: 'Tool',
  tool: 'Tool',
  doc: '',
  signature: { all: ['Day', 'Cost'] },
  kind: 'spend',
} as const;

// `npm run check` fails where a line below an expected error has none.
it('compiles with the fields of its kind and their types only', () => {
  const fields = { date: col('Day', 'day'), cost: col('Cost', 'money'), leads: col('Leads', 'count') };
  expect(defineSource({ ...tool, fields }).fields).toEqual(fields);
  // @ts-expect-error: a misspelt name.
  defineSource({ ...tool, fields: { ...fields, leeds: col('Leads', 'count') } });
  // @ts-expect-error: an amount is read from a column of text.
  defineSource({ ...tool, fields: { ...fields, cost: col('Cost') } });
  // @ts-expect-error: a product is no day.
  defineSource({ ...tool, fields: { ...fields, date: product(col('A', 'number'), col('B', 'number')) } });
  // @ts-expect-error: a field of another kind.
  defineSource({ ...tool, fields: { ...fields, sessions: col('Sessions', 'count') } });
  // @ts-expect-error: a misspelt name among those that are approximate.
  defineSource({ ...tool, fields, approx: ['coost'] });
});
