import { expect, it } from 'vitest';
import { kpi, lastWeek, table } from './kit.ts';

const amazon = table(
  ['amazon-order-id', 'purchase-date', 'order-status', 'sku', 'item-status', 'quantity', 'currency', 'item-price'].join(
    '\t',
  ),
  ['402-1', '2026-11-02T10:00:04+00:00', 'Shipped', 'A', 'Shipped', '2', 'EUR', '40.00'].join('\t'),
);
const ebay = table(
  '',
  'Sales Record Number,Order Number,Item Title,Quantity,Sold For,Shipping And Handling,Sale Date',
  '101,01-1,Tee,1,£20.00,£3.50,Nov-02-26',
);

it.each([
  ['amazon.txt', amazon, 'Amazon: All orders report'],
  ['ebay.csv', ebay, 'eBay: Orders report'],
])('%s is known, and no advice makes wrong sales of it', async (path, content, title) => {
  const { code, err, out } = await kpi(`report ${path} ${lastWeek} --kpi orders`, { [path]: content });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(`${path} (${title}) is recognised, not read: `);
  expect(err).not.toContain('sources:');
});
