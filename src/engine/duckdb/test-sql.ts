import type { Test } from '../../measures/measure.ts';

/** A test on the numbers of a row in SQL, as `compileTest` has it. */
export function testSql(test: Test): string {
  switch (test.op) {
    case 'equals':
      return `coalesce(${test.name} = ${test.value * 1e6}, false)`;
    case 'at_least':
      return `coalesce(${test.name} >= ${test.value * 1e6}, false)`;
    case 'below':
      return `coalesce(${test.name} < ${test.value * 1e6}, false)`;
    case 'filled':
      return `${test.name} IS NOT NULL`;
    case 'all':
      return `(${['true', ...test.of.map(testSql)].join(' AND ')})`;
    case 'any':
      return `(${['false', ...test.of.map(testSql)].join(' OR ')})`;
    default:
      throw new Error(`visits cannot be tested for ${test.op} in SQL`);
  }
}
