import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, negative, quotient, sumOf } from '../../src/sources/json.ts';
import source from '../../src/sources/woocommerce-orders.ts';

const { columns, rows } = source.json!;
const named = (record: Record<string, unknown>) =>
  rows(record).map((row) => Object.fromEntries(row.map((text, at) => [columns[at], text])));
const filled = (row: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, text]) => text !== ''));

const order = {
  id: 7,
  number: '1007',
  order_key: 'wc_order_x',
  status: 'completed',
  currency: 'EUR',
  date_created: '2026-10-25T02:30:00',
  date_created_gmt: '2026-10-25T00:30:00',
  discount_total: '4.00',
  shipping_total: '5.00',
  total_tax: '8.20',
  total: '49.20',
  customer_id: 0,
  billing: { email: ' ANA@example.com ', phone: '', country: 'FR' },
  line_items: [
    { name: 'Oil', sku: 'OIL', quantity: 1, subtotal: '30.00', total: '27.00', price: 27 },
    { name: 'Soap', sku: 'SOAP', quantity: 3, subtotal: '10.00', total: '9.00', price: 3 },
  ],
  refunds: [{ total: '-12.30' }, { total: '-0.03' }],
  meta_data: [
    { key: '_wc_order_attribution_source_type', value: 'utm' },
    { key: '_wc_order_attribution_utm_source', value: 'google' },
    { key: '_wc_order_attribution_utm_medium', value: 'cpc' },
    { key: '_wc_order_attribution_device_type', value: 'Mobile' },
    { key: '_other', value: { deep: true } },
  ],
};

describe('rows of an order', () => {
  it('are its own and one for each line', () => {
    const [own, ...lines] = named(order).map(filled);
    expect(own).toEqual({
      number: '1007',
      status: 'completed',
      currency: 'EUR',
      date_created: '2026-10-25T02:30:00',
      date_created_gmt: '2026-10-25T00:30:00',
      'billing.email': 'ANA@example.com',
      'billing.country': 'FR',
      subtotal: '40.00',
      discount_total: '4.00',
      shipping_total: '5.00',
      total_tax: '8.20',
      total: '49.20',
      refunded_total: '12.33',
      source_type: 'utm',
      utm_source: 'google',
      utm_medium: 'cpc',
      device_type: 'Mobile',
    });
    expect(lines).toEqual([
      {
        number: '1007',
        'line.name': 'Oil',
        'line.sku': 'OIL',
        'line.quantity': '1',
        'line.unit_price': '30.000000',
      },
      {
        number: '1007',
        'line.name': 'Soap',
        'line.sku': 'SOAP',
        'line.quantity': '3',
        'line.unit_price': '3.333333',
      },
    ]);
  });

  it('are as wide as the columns, which are named once', () => {
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows(order)) expect(row).toHaveLength(columns.length);
  });

  it('keep ids as text and know that customer 0 is nobody', () => {
    expect(filled(named({ id: 501, customer_id: 12 })[0])).toEqual({
      number: '501',
      customer_id: '12',
      discount_total: '0',
    });
    expect(named({ customer_id: '0' })[0]).toMatchObject({ customer_id: '' });
    expect(named({ number: '000501', id: 501 })[0]).toMatchObject({ number: '000501' });
  });

  it('have the discount of the lines where the order does not tell it', () => {
    const { discount_total: _, ...without } = order;
    expect(named(without)[0]).toMatchObject({ discount_total: '4.00' });
  });

  it('take numbers for texts', () => {
    const [own, line] = named({ ...order, line_items: [{ quantity: '2', subtotal: 20.5 }], total: 24.6 });
    expect(own).toMatchObject({ subtotal: '20.5', total: '24.6' });
    expect(line).toMatchObject({ 'line.unit_price': '10.250000' });
  });

  it('have the price of the line where it cannot be worked out', () => {
    const line_items = [{ quantity: 0, subtotal: '0.00', price: '5.00' }, { quantity: 1 }];
    expect(named({ ...order, line_items }).map((row) => row['line.unit_price'])).toEqual(['', '5.00', '']);
  });

  it('leave a sum empty, or refused, that is not known', () => {
    expect(named({ ...order, line_items: undefined })[0]).toMatchObject({ subtotal: '' });
    expect(named({ ...order, line_items: [] })[0]).toMatchObject({ subtotal: '0' });
    expect(named({ ...order, line_items: [{ quantity: 1 }] })[0]).toMatchObject({ subtotal: '' });
    expect(named({ ...order, line_items: [{ subtotal: '1 000,00' }] })[0]).toMatchObject({ subtotal: '1 000,00' });
    expect(named({ ...order, refunds: [] })[0]).toMatchObject({ refunded_total: '0' });
    expect(named({ ...order, refunds: null })[0]).toMatchObject({ refunded_total: '' });
  });

  it('are made of any JSON', () => {
    const keys = fc.constantFrom(...Object.keys(order), 'subtotal', 'total', 'key', 'value', 'email');
    const any = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, '', '12.50', -1.5e-7, 0, true, 'x', '_wc_order_attribution_utm_source'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(keys, any), (record) => {
        const found = rows(record);
        expect(found.length).toBeGreaterThan(0);
        for (const row of found) {
          expect(row).toHaveLength(columns.length);
          for (const text of row) expect(typeof text).toBe('string');
        }
      }),
    );
  });

  it('agree with the totals of the fixture', () => {
    const path = new URL('../../fixtures/sources/woocommerce-orders/orders.json', import.meta.url);
    const orders = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>[];
    expect(orders.length).toBeGreaterThan(10);
    for (const record of orders) {
      const own = named(record)[0]!;
      const fees = (record.fee_lines as { total: string }[]).map(({ total }) => total);
      const parts = [own.subtotal!, negative(own.discount_total!), own.shipping_total!, own.total_tax!, ...fees];
      expect(Number(sumOf(parts)), own.number).toBe(Number(own.total));
    }
  });
});

describe('the declaration', () => {
  it('asks only for columns that the rows have', () => {
    const asked = JSON.stringify([source.fields, source.line, source.skip]).matchAll(/"names":\[([^\]]*)\]/g);
    const names = [...asked].flatMap(([, list = '']) => JSON.parse(`[${list}]`) as string[]);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(columns).toContain(name);
  });
});

describe('exact arithmetic of texts', () => {
  it.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['-0.05', '0.04'], '-0.01'],
    [['9007199254740993', '0.000001'], '9007199254740993.000001'],
    [['+1.', '.5'], '1.5'],
    [['1', 'x', 'y'], 'x'],
    [['1', ''], ''],
    [['1', '.'], '.'],
  ])('%j sum to %s', (texts, sum) => {
    expect(sumOf(texts)).toBe(sum);
  });

  it.each([
    ['10', '3', '3.333333'],
    ['2', '3', '0.666667'],
    ['-2', '3', '-0.666667'],
    ['1', '-0.5', '-2.000000'],
    ['0.0000005', '1', '0.000001'],
    ['-0.0000005', '1', '-0.000001'],
    ['1', '0', null],
    ['1', '', null],
    ['x', '1', null],
  ])('%s / %s is %s', (a, b, answer) => {
    expect(quotient(a, b)).toBe(answer);
  });

  it('writes numbers without an exponent', () => {
    expect(cell(1.5e-7)).toBe('0.00000015');
    expect(cell(4.5)).toBe('4.5');
    expect(cell(12n)).toBe('12');
    expect(cell(Number.NaN)).toBe('');
    expect(cell({})).toBe('');
  });
});
