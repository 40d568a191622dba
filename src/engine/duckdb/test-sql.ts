import type { Test } from '../../measures/measure.ts';

/** A test on the numbers of a row in SQL, as in `compileTest`. A field that the table does not have is NULL in every row. */
export function testSql(test: Test, fields: ReadonlyMap<string, string>): string {
  const number = (name: string): string => fields.get(name) ?? 'NULL';
  switch (test.op) {
    case 'equals':
      return `coalesce(${number(test.name)} = ${test.value * 1e6}, false)`;
    case 'at_least':
      return `coalesce(${number(test.name)} >= ${test.value * 1e6}, false)`;
    case 'below':
      return `coalesce(${number(test.name)} < ${test.value * 1e6}, false)`;
    case 'filled':
      return `${number(test.name)} IS NOT NULL`;
    case 'all':
      return `(${['true', ...test.of.map((one) => testSql(one, fields))].join(' AND ')})`;
    default:
      throw new Error(`visits cannot be tested for ${test.op} in SQL`);
  }
}
