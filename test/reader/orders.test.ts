import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.ts';
import { type Division, division } from '../../src/reader/division.ts';
import { run, wordsOf } from '../support/run.ts';

/*
 * Plain rows of orders are taken from the columns, all others as from a short file: whatever stands beside what, and wherever
 * the file is divided, all figures, warnings and rejected rows are those of the file read row by row.
 */

/** Tests divide files otherwise. */
const sizes = division as { -readonly [K in keyof Division]: Division[K] };
const usual = { ...division };
beforeAll(() => Object.assign(sizes, { workersFrom: Number.POSITIVE_INFINITY }));
afterAll(() => Object.assign(sizes, usual));

const money = (cents: number): string => (cents / 100).toFixed(2);
const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;

/** When an order was made, with what exports of life have in place of it now and then. */
function timeOf(random: Random): string {
  if (random.once(40)) return pick(random, ['', 'n/a']);
  const [day, hour, second] = [1 + random.below(28), random.below(24), pick(random, ['00', '12'])];
  return `2026-10-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:05:${second} ${pick(random, ['+0100', '+0200', '-0500'])}`;
}

const mailOf = (random: Random): string =>
  pick(random, [
    '',
    'deleted',
    '+33612345678',
    ...Array.from({ length: 9 }, (_, n) => `${n % 2 ? 'U' : 'u'}${n}@example.com`),
  ]);

const shopify =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Refunded Amount';

/** Shopify's rows: an order's own cells on its first row, its lines below. */
function linesOfOrders(random: Random): string[] {
  const lines: string[] = [];
  const late: string[] = [];
  for (let n = 90; n > 0; n -= 1) {
    const name = random.once(30) ? `#${n + 1}` : `#${n}`;
    const items = Array.from({ length: 1 + random.below(4) }, () => ({
      quantity: pick(random, ['1', '1', '2', '10', '0', '']),
      cents: pick(random, [550, 1999, 10_000, 1, 700, random.once(20) ? -300 : 900]),
      name: pick(random, [
        'Shirt',
        'Cap',
        'Sock',
        random.once(3) ? 'Gift card' : 'Hat',
        random.once(6) ? '5" cup' : 'Mug',
      ]),
      off: pick(random, ['', '0', '0.50']),
    }));
    const goods = items.reduce((sum, { quantity, cents }) => sum + Number(quantity) * cents, 0);
    const [shipping, off] = [pick(random, [0, 490]), pick(random, [0, 0, 500, 250])];
    // Of a discount on shipping the lines know nothing.
    const paid = random.once(6) ? goods : Math.max(0, goods - off);
    const inside = random.once(2);
    const tax = Math.round((paid + shipping) / (inside ? 6 : 5));
    const total = paid + shipping + (inside ? 0 : tax) - (random.once(8) ? off : 0) + (random.once(20) ? 100 : 0);
    const sign = random.once(25) ? -1 : 1;
    const subtotal = random.once(25) ? 0 : paid;
    const amounts = [sign * subtotal, shipping, tax, sign * total].map(money);
    const status = pick(random, ['paid', 'paid', 'paid', 'refunded', 'pending', 'voided', '']);
    const own = [mailOf(random), status, pick(random, ['EUR', 'EUR', 'EUR', 'eur', 'USD', '']), ...amounts];
    const rows = items.map(({ quantity, cents, name: item, off: ofLine }, at) => {
      const first = [...own, pick(random, ['', 'X10']), money(off), timeOf(random)];
      const cells = at === 0 ? first : [random.once(2) ? own[0] : '', ...Array(9).fill('')];
      const price = random.once(60) ? 'free' : money(cents);
      const id = at > 0 && random.once(15) ? '' : name;
      return [
        id,
        ...cells,
        quantity,
        item,
        price,
        pick(random, ['S-1', 'S-2', '']),
        ofLine,
        at === 0 && random.once(9) ? '3.00' : '',
      ].join(',');
    });
    if (random.once(12)) rows.reverse();
    if (random.once(12)) late.push(...rows.splice(-1));
    if (random.once(20)) rows.push('');
    lines.push(...rows, ...(random.once(4) ? late.splice(0) : []));
  }
  return [shopify, ...lines, ...late];
}

/** A list of orders, one row each, but that some are there again; or rows that are lines, each with the total of its order. */
function wholeOrders(random: Random): string[] {
  const [hasUpdates, isWhole, areLines] = [random.once(3), random.once(2), random.once(3)];
  const odd = (times: number): boolean => !isWhole && random.once(times);
  let sum = 0;
  const rows = Array.from({ length: 120 }, (_, n) => n).flatMap((n) => {
    const again = odd(10) ? Math.max(0, n - random.below(5)) : n;
    const id = odd(25) ? pick(random, ['', '5.27762E+12']) : `A${again}`;
    const sign = odd(30) ? -1 : 1;
    const parts = areLines && random.once(3) ? [1000, 2550] : [pick(random, [1000, 2550, 0, 9999])];
    const gross = parts.reduce((all, part) => all + part, 0);
    const [off, shipping] = parts.length > 1 ? [0, 500] : [pick(random, [0, 0, 100]), pick(random, [0, 500])];
    const tax = Math.round((gross - off + shipping) / 5);
    const total = (gross - off + shipping + tax + (odd(9) ? 300 : 0)) * (odd(30) ? -1 : 1);
    sum += sign * gross;
    const time = isWhole ? '2026-10-05 10:05:12 +0200' : timeOf(random);
    const currency = isWhole ? 'EUR' : pick(random, ['EUR', 'EUR', 'USD']);
    const own = [id, time, mailOf(random), isWhole ? 'paid' : pick(random, ['paid', 'paid', 'cancelled']), currency];
    const updated = hasUpdates ? [pick(random, ['', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'])] : [];
    return parts.map((part) => {
      const amounts = [sign * part, off, shipping, tax, total].map(money);
      const line = [pick(random, ['1', '2', '']), money(part), pick(random, ['K1', 'GIFT-CARD-50', 'K2'])];
      return [...own, ...amounts, ...line, ...updated].join(',');
    });
  });
  const columns =
    'order_id,ordered_at,customer_email,status,currency,gross_sales,discounts,shipping,taxes,total,quantity,unit_price,sku';
  const more = hasUpdates ? ',' : '';
  const totals = random.once(2) ? [`Total,,,,,${money(sum + pick(random, [0, 50_000]))},,,,,,,${more}`] : [];
  return [hasUpdates ? `${columns},updated_at` : columns, ...rows, ...totals];
}

describe.each([
  ['lines below their order', linesOfOrders],
  ['one row an order', wholeOrders],
])('orders: %s', (_, rowsOf) => {
  it.each(Array.from({ length: 25 }, (_, at) => at + 1))('seed %i', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-orders-'));
    const rejects = join(folder, 'rejects.txt');
    try {
      const random = new Random(seed, 5).at(0);
      const text = `${rowsOf(random).join(random.once(3) ? '\r\n' : '\n')}\n`;
      writeFileSync(join(folder, 'orders.csv'), text);
      writeFileSync(join(folder, 'rates.csv'), 'date,currency,rate\n2020-01-01,USD,0.9137\n');
      const by = pick(random, ['', '--by discount_code', '--by country', '--by payment_method']);
      // Without, the message counts the rows of each currency.
      const rates = random.once(4) ? '' : '--rates rates.csv --currency EUR';
      const line = `report orders.csv ${by} --all --full --period week --format json ${rates} --max-rejects 99% --timezone Europe/Paris --engine memory --rejects rejects.txt`;
      const results = [];
      for (const segment of [0, 300, 1500, text.length]) {
        Object.assign(sizes, segment === 0 ? { from: Number.POSITIVE_INFINITY } : { from: 0, segment });
        const { out, err, code } = await run(wordsOf(line), { cwd: folder });
        if (rates !== '') expect(code, err).toBe(0);
        results.push({ code, out, err, refused: existsSync(rejects) ? readFileSync(rejects, 'utf8') : '' });
        rmSync(rejects, { force: true });
      }
      for (const one of results.slice(1)) expect(one).toEqual(results[0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
