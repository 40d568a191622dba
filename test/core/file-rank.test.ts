import { expect, it } from 'vitest';
import { byPath } from '../../src/core/file-rank.ts';

it('names rank without the mark of a second download, then by its number, digits as numbers', () => {
  const ranked = [
    'a/orders_export_9.csv',
    'a/orders_export_10.csv',
    'a/orders_export_10 (1).csv',
    'a/orders_export_10 (2).csv',
    'a/orders_export_10 (10).csv',
    'a/orders_export_11.csv.gz',
    'a/orders_export_11(1).csv.gz',
    'b/2026-11.csv',
    'b/2026-12.csv',
  ];
  expect([...ranked].reverse().sort(byPath)).toEqual(ranked);
});
