import { expect, it } from 'vitest';
import { byPath, folderOf, kinshipOf, secondDownload } from '../../src/core/file-rank.ts';

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

it.each([
  ['orders.csv', 0],
  ['orders (1).csv', 1],
  ['orders(12).csv.gz', 12],
  ['orders copy.csv', 1],
  ['orders copy 3.csv', 3],
  ['orders - Copie.csv', 1],
  ['orders - Kopie (4).csv', 4],
  ['orders - copia.csv', 1],
  ['Copy of orders.csv', 1],
  ['Copie de orders.csv', 1],
  ['Kopie von orders.csv', 1],
  ['Copia (2) di orders.csv', 2],
  ['a (7)/orders.csv', 0],
  ['a\\orders (5).csv', 5],
  ['orders (12345).csv', 0],
  ['orders (1) x.csv', 0],
  ['copycat.csv', 0],
  ['.csv', 0],
])('%s is download %i of its name', (path, again) => expect(secondDownload(path)).toBe(again));

it.each([
  ['a/orders.csv', 'a/orders (1).csv', 'again'],
  ['a/orders.csv', 'a/Copy of orders.csv', 'again'],
  ['a/orders.csv', 'a/orders.csv', 'again'],
  ['a/orders_1.csv', 'a/orders_2.csv', 'numbered'],
  ['a/orders-2026-10.csv', 'a/orders-2026-11.csv', 'numbered'],
  ['a/Orders 1.csv', 'a/orders_2.csv', 'numbered'],
  ['a1/orders.csv', 'a2/orders.csv', 'numbered'],
  ['a/orders.csv', 'b/orders.csv', 'other'],
  ['a/orders-fr.csv', 'a/orders-de.csv', 'other'],
  ['a/b/orders.csv', 'a/orders.csv', 'other'],
] as const)('%s and %s: %s', (a, b, kinship) => expect(kinshipOf(a, b)).toBe(kinship));

it('names rank by digits as numbers, else by code point; a longer path is later', () => {
  const before = (a: string, b: string): void => {
    expect([a, b, Math.sign(byPath(a, b)), Math.sign(byPath(b, a))]).toEqual([a, b, -1, 1]);
  };
  before('a9.csv', 'a10.csv');
  before('a09.csv', 'a10.csv');
  before('a2b.csv', 'a2c.csv');
  before('a.csv', 'b.csv');
  before('a.csv', 'a1.csv');
  before('1.csv', 'a.csv');
  before('a007.csv', 'a7.csv');
  before('x/a.csv', 'x/a/a.csv');
  before('x (1)/a.csv', 'x (2)/a.csv');
  before('a.csv', 'a.csv.gz');
  expect(byPath('a.csv', 'a.csv')).toBe(0);
});

it('the folder of a file is all before its name', () => {
  expect(['a/b/c.csv', 'c.csv', 'a\\b\\c.csv'].map(folderOf)).toEqual(['a/b', '', 'a/b']);
});
