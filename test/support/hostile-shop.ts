import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names that steer terminals, spreadsheets, pages, Markdown or the direction of text, each by itself. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '</svg><svg onload=alert(1)>',
  `"'><img src=x onerror=alert(1)>`,
  '</style></title><b>out',
  'a\u202egnirts\u2066\u2069\u200f\u061cb',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  'bell\u0007 back\u0008 \u009b31m',
  'x'.repeat(10_000),
  '=HYPERLINK("https://evil.example";"click")',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  'a | pipe | `code` **bold** [link](javascript:alert(1))',
  'two\nlines\r\nthree',
  'tab\there',
  '👩‍👩‍👧‍👦 🎉 日本語のチャンネル',
  '日'.repeat(200),
  'null\u0000byte',
];

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Halves of characters, which no file in UTF-8 holds but JSON can name. */
export const halves = '\ud800half\udc00';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Files of a shop whose channels, sources, campaigns and countries have hostile names: orders of customers who come again
 * over a year, visits with all steps, and costs; and a kpi.yaml with a check by channel.
 */
export function writeHostileShop(folder: string): void {
  const put = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const names = hostileNames.map(cell);
  const orders = hostileNames.flatMap((_, i) =>
    [0, 1, 2, 3].map((time) => {
      const month = ((i + time * 2) % 11) + 1;
      const named = [names[i], names[i], names[i], names[i]].join(',');
      return `${i * 10 + time},2026-${two(month)}-${two(3 + i)}T10:00:00,${10 + i},EUR,c${i}@example.com,${named}`;
    }),
  );
  put('orders.csv', [
    'order_id,ordered_at,gross_sales,currency,customer_id,channel,source,campaign,country',
    '9000,2025-01-02T10:00:00,5,EUR,old@example.com,Email,x,y,FR',
    ...orders,
  ]);
  const visits = hostileNames.flatMap((_, i) =>
    [10, 11, 12].map(
      (day) => `2026-11-${day},${100 + i},${50 + i},${20 + i},10,${5},${names[i]},${names[i]},${names[i]}`,
    ),
  );
  put('visits.csv', ['date,sessions,product_views,carts,checkouts,purchases,channel,source,campaign', ...visits]);
  put('costs.csv', ['date,category,amount,currency,channel', ...names.map((name) => `2026-11-10,ads,20,EUR,${name}`)]);
  const half = { gross_sales: 10, currency: 'EUR', channel: halves, source: halves, campaign: halves };
  put('more.json', [
    JSON.stringify(
      ['2026-03-05', '2026-05-06', '2026-11-10'].map((day, i) => ({
        order_id: `j${i}`,
        ordered_at: `${day}T10:00:00`,
        customer_id: 'half@example.com',
        ...half,
      })),
    ),
  ]);
  put('kpi.yaml', [
    'timezone: Europe/Paris',
    'checks:',
    '  - kpi: net_sales',
    '    by: channel',
    '    must: ">= 1000000"',
    '  - kpi: sessions',
    '    by: channel',
    '    must: ">= 1"',
  ]);
}
