import { expect, it } from 'vitest';
import { sourcesLine } from '../../src/core/sources-line.ts';

const line = (one: string, other: string, ...more: string[]) => sourcesLine(one, other, 'store', [one, other, ...more]);

it.each([
  ['their folders', ['fr/orders.csv', 'de/orders.csv'], 'sources: [{ path: fr, store: fr }, { path: de, store: de }]'],
  [
    'the first folder that differs, and the rest without a name',
    ['in/fr/a/o.csv', 'in/de/a/o.csv', 'in/fr/x.csv', 'in/frx/y.csv'],
    'sources: [{ path: in/fr, store: fr }, { path: in/de, store: de }, { path: in/frx/y.csv }]',
  ],
  [
    'the words that only one of them has',
    ['orders-paris.csv', 'orders-lyon-sud.csv'],
    'sources: [{ path: orders-paris.csv, store: paris }, { path: orders-lyon-sud.csv, store: lyon-sud }]',
  ],
  [
    'words of other files that belong to one of them',
    ['orders-paris.csv', 'orders-lyon.csv', 'refunds-Paris (2).csv', 'visits.csv', 'paris-lyon.csv'],
    'sources: [{ path: orders-paris.csv, store: paris }, { path: orders-lyon.csv, store: lyon }, { path: "refunds-Paris (2).csv", store: paris }, { path: visits.csv }, { path: paris-lyon.csv }]',
  ],
  [
    'their names, if only numbers differ',
    ['shop 1.csv', 'shop 2.csv.gz'],
    'sources: [{ path: "shop 1.csv", store: "shop 1" }, { path: "shop 2.csv.gz", store: "shop 2" }]',
  ],
  [
    'their names, if one has no words of its own',
    ['orders.csv', 'orders-lyon.csv'],
    'sources: [{ path: orders.csv, store: orders }, { path: orders-lyon.csv, store: orders-lyon }]',
  ],
  [
    'no mark of a copy',
    ['orders copy paris.csv', 'orders copie kopie copia lyon.csv'],
    'sources: [{ path: "orders copy paris.csv", store: paris }, { path: "orders copie kopie copia lyon.csv", store: lyon }]',
  ],
  ['nothing, if numbers differ and there is a third', ['shop 1.csv', 'shop 2.csv', 'x.csv'], null],
] as const)('two shops are named by %s', (_, [one, other, ...more], expected) => {
  expect(line(one, other, ...more)).toBe(expected);
});

it('a line of more than 12 files would be copied by nobody', () => {
  const more = (count: number) => Array.from({ length: count }, (_, at) => `x${at}.csv`);
  expect(line('a.csv', 'b.csv', ...more(10))).toMatch(/^sources: /);
  expect(line('a.csv', 'b.csv', ...more(11))).toBe(null);
});

it('accounts have the key of accounts', () => {
  expect(sourcesLine('a/s.csv', 'b/s.csv', 'account', ['a/s.csv', 'b/s.csv'])).toBe(
    'sources: [{ path: a, account: a }, { path: b, account: b }]',
  );
});
