import { describe, expect, it } from 'vitest';
import { amountText } from '../../src/sources/amount-of-cell.ts';
import { table, told } from './kit.ts';

/*
 * A spreadsheet writes the amounts of an export with the decimal mark of its own country, also those from which a further one is
 * reckoned.
 */

const asked =
  'report . --timezone Europe/Paris --currency EUR --all --period all --compare none --kpi orders,gross_sales,discounts,shipping_charged,taxes';

describe('amounts saved again with a decimal comma', () => {
  it('of BigCommerce give the discounts that no column has', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        'Order ID;Customer Email;Order Date;Order Status;Subtotal (inc tax);Subtotal (ex tax);Tax Total;Shipping Cost (ex tax);Handling Cost (ex tax);Order Total (inc tax);Order Total (ex tax);Total Quantity;Order Currency Code',
        '1;ana@example.com;23/03/2026;Completed;60,6;50,5;9;5;0;54,5;45,5;2;EUR',
        '2;leo@example.com;24/03/2026;Completed;1 260,6;1 050,5;210,1;0;0;1 260,6;1 050,5;1;EUR',
      ),
    });
    // Of the first, 50.50 + 5.00 - 45.50.
    expect(row().values).toMatchObject({ gross_sales: 1101, discounts: 10, shipping_charged: 5, taxes: 219.1 });
  });

  it('of BigCommerce with tax give those without at the rate of the order', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        'Order ID;Order Status;Order Date;Subtotal (inc tax);Order Total (inc tax);Order Total (ex tax);Tax Total;Shipping Cost (ex tax);Order Currency Code',
        '1;Shipped;13/03/2026;60,00;66,00;55,00;11,00;5,00;EUR',
        '2;Shipped;14/03/2026;60,00;54,00;45,00;9,00;5,00;EUR',
        '3;Shipped;14/03/2026;33,33;33,33;27,78;5,55;0;EUR',
      ),
    });
    // 50 each and 27.78 at 20 %; of the second 50 + 5 - 45.
    expect(row().values).toMatchObject({ gross_sales: 127.78, discounts: 10, shipping_charged: 10, taxes: 25.55 });
  });

  it('of Squarespace give the items before discounts', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        'Order ID;Email;Financial Status;Currency;Subtotal;Shipping;Taxes;Amount Refunded;Total;Discount Amount;Created at;Lineitem quantity;Lineitem name;Lineitem price;Lineitem variant;Cancelled at',
        '00013;leo@example.com;PAID;EUR;30;4,9;0;0;34,9;0;22/03/2026 10:00;2;Cap;15;;',
        '00014;ana@example.com;PAID;EUR;40,5;0;0;0;30,5;10;23/03/2026 10:00;1;Cap;20,5;;',
        '00014;ana@example.com;;;;;;;;;23/03/2026 10:00;1;Tee;20;;',
        '00015;mia@example.com;PAID;EUR;36,5;0;0;0;36,5;4;24/03/2026 10:00;1;Cap;40,5;;',
      ),
    });
    expect(row().values).toMatchObject({ orders: 3, gross_sales: 111, discounts: 14, shipping_charged: 4.9 });
  });
});

it.each([
  ['1,200.60', '1200.60'],
  ['1.200,60', '1200.60'],
  ['-$5.00', '-5.00'],
  ['(3,00 €)', '-3.00'],
  ['1 200,6', '1200.6'],
  ["CHF 1'200", '1200'],
  ['1,200', '1200'],
  ['1,200,000', '1200000'],
  ['49,900000', '49.900000'],
  ['.5', '0.5'],
  ['--', ''],
])('the amount of %s', (cell, amount) => {
  expect(amountText(cell)).toBe(amount);
});
