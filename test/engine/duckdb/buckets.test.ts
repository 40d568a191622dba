import { expect, it } from 'vitest';
import { bucketSql } from '../../../src/engine/duckdb/buckets.ts';

/** What an expression of `CASE WHEN … THEN … ELSE … END` gives for an hour, read by its grammar: DuckDB is not needed for that. */
function resultOf(sql: string, hour: number): string {
  const words = sql.match(/CASE|WHEN|THEN|ELSE|END|AND|[<>]=?|-?\w+/g) ?? [];
  let at = 0;
  const number = (word: string): number => (word === 'h' ? hour : Number(word));
  const test = (): boolean => {
    if (words[at] === 'true') {
      at += 1;
      return true;
    }
    const [a, sign, b] = [number(words[at]!), words[at + 1], number(words[at + 2]!)];
    at += 3;
    return sign === '<' ? a < b : sign === '>=' ? a >= b : sign === '<=' ? a <= b : a > b;
  };
  const value = (): string => {
    if (words[at] !== 'CASE') return words[at++]!;
    at += 2;
    let holds = test();
    while (words[at] === 'AND') {
      at += 1;
      holds = test() && holds;
    }
    at += 1;
    const yes = value();
    let no = 'NULL';
    if (words[at] === 'ELSE') {
      at += 1;
      no = value();
    }
    at += 1;
    return holds ? yes : no;
  };
  return value();
}

it.each([
  [9, 'NULL'],
  [10, '0'],
  [19, '0'],
  [20, '1'],
  [29, '1'],
  [30, '2'],
  [39, '2'],
  [40, 'NULL'],
])('of the bounds 10, 20, 30 and 40, hour %i is in bucket %s: each begins with its bound', (hour, bucket) => {
  expect(resultOf(bucketSql('h', [10, 20, 30, 40]), hour)).toBe(bucket);
});

it('a span without an end has no bound there', () => {
  const sql = bucketSql('h', [10, 20, Number.POSITIVE_INFINITY]);
  expect(['9', '10', '20', '1000000'].map((hour) => resultOf(sql, Number(hour)))).toEqual(['NULL', '0', '1', '1']);
  expect(resultOf(bucketSql('h', [Number.NEGATIVE_INFINITY, 10]), -1_000_000)).toBe('0');
});

it('one bound alone holds nothing', () => {
  expect(bucketSql('h', [10])).toBe('NULL');
  expect(bucketSql('h', [])).toBe('NULL');
});
