import { expect, it } from 'vitest';
import { Asked } from '../../src/engine/state/asked.ts';
import '../../src/kpis/index.ts';
import { readAllBy, settingsFor } from '../../src/cli/run/reading.ts';
import { measures } from '../../src/measures/measure.ts';
import { ioOf } from '../cli/kit.ts';
import { days } from '../support/ask.ts';
import { root } from '../support/run.ts';

const asked = (...ids: string[]): Asked => new Asked(ids.map((id) => measures.get(id)!));

it('keeps what questions read and what is derived for them, and nothing else', () => {
  const sales = asked('orders', 'gross_sales');
  expect(sales.history).toBe(false);
  expect(sales.refunds).toBe(false);
  expect(['gross_sales', 'shipping', 'customer_key', 'refunded_total'].map((one) => sales.keeps('order', one))).toEqual(
    [true, false, false, true],
  );
  const returns = asked('returns');
  expect(returns.refunds).toBe(true);
  expect(['shipping', 'taxes', 'units'].every((one) => returns.keeps('order', one))).toBe(true);
  const people = asked('new_customers');
  expect([people.history, people.refunds, people.keeps('order', 'customer_key')]).toEqual([true, true, true]);
});

it('asks for what a lead and a ticket follow from', () => {
  expect(asked('converted_leads').history).toBe(true);
  const contact = asked('first_contact_solved');
  expect(['customer_messages', 'reopens', 'requester_key'].every((one) => contact.keeps('ticket', one))).toBe(true);
  expect(asked('tickets_created').keeps('ticket', 'requester_key')).toBe(false);
});

it('keeps everything where anything may be asked', () => {
  const any = new Asked(null);
  expect([
    any.history,
    any.refunds,
    any.of('survey'),
    any.keeps('order', 'units'),
    any.keeps('ticket', 'agent_replies'),
  ]).toEqual(new Array(5).fill(true));
});

it('refuses what was not announced: its records may lack what it rests on', async () => {
  const io = ioOf({ cwd: root });
  const settings = await settingsFor({ timezone: 'Europe/Paris' }, io);
  const { read } = await readAllBy(['fixtures/shop'], settings, io, [measures.get('orders')!]);
  const spans = [days('2026-11-01', '2026-11-15')];
  await expect(read.ask([{ measure: measures.get('orders')!, spans }])).resolves.toHaveLength(1);
  await expect(read.ask([{ measure: measures.get('new_customers')!, spans }])).rejects.toThrow(/not announced/);
  expect(() => read.grouped(['country'])).toThrow('country was not announced');
});

const kept = (kind: 'order' | 'ticket', ...ids: string[]): string[] => {
  const fields = {
    order: [
      ...[
        'refunded_total',
        'refunded_at',
        'fee',
        'gross_sales',
        'discounts',
        'shipping',
        'taxes',
        'units',
        'goods_cost',
      ],
      ...['line_value', 'costed_line_value', 'customer_key'],
    ],
    ticket: ['customer_messages', 'reopens', 'requester_key', 'first_reply_seconds', 'resolution_seconds'],
  };
  const one = asked(...ids);
  return fields[kind].filter((field) => one.keeps(kind, field));
};

it('keeps of an order what follows from it for what is asked', () => {
  expect(kept('order', 'orders')).toEqual(['refunded_total', 'gross_sales']);
  const ofRefunds = ['discounts', 'shipping', 'taxes', 'units', 'goods_cost'];
  const refunds = ['refunded_total', 'refunded_at', 'gross_sales', ...ofRefunds, 'customer_key'];
  expect(kept('order', 'returns')).toEqual(refunds);
  expect(kept('order', 'refunded_orders')).toEqual(refunds);
  expect(kept('order', 'payment_fees')).toEqual(['refunded_total', 'fee', 'gross_sales']);
  expect(kept('order', 'new_customers')).toEqual([
    ...['refunded_total', 'refunded_at', 'gross_sales', ...ofRefunds],
    ...['line_value', 'costed_line_value', 'customer_key'],
  ]);
  expect(kept('order', 'taxes_of_orders')).toEqual(['refunded_total', 'gross_sales', 'taxes']);
});

it('keeps of a ticket what follows from it for what is asked', () => {
  expect(kept('ticket', 'tickets_created')).toEqual(['resolution_seconds']);
  expect(kept('ticket', 'first_contact_solved')).toEqual([
    ...['customer_messages', 'reopens', 'requester_key', 'resolution_seconds'],
  ]);
  expect(kept('ticket', 'customer_messages')).toEqual(['customer_messages', 'reopens', 'resolution_seconds']);
  expect(kept('ticket', 'first_reply_business')).toEqual(['first_reply_seconds', 'resolution_seconds']);
});

it('asks of a kind, and reads a field, if some measure does', () => {
  const one = asked('orders', 'csat_answers');
  expect([one.of('order'), one.of('survey'), one.of('ticket')]).toEqual([true, true, false]);
  expect([
    asked('gross_sales').reads('order', 'gross_sales'),
    asked('gross_sales').reads('refund', 'gross_sales'),
  ]).toEqual([true, false]);
});

it('keeps all of other kinds', () => {
  expect(asked('orders').keeps('spend', 'cost')).toBe(true);
});

it.each([
  ...['is_first', 'customer_first_at', 'customer_first_at_hour', 'first_order_row', 'first_order_gap'],
  ...['previous_order_gap', 'next_order_gap'],
])('needs the history of customers for %s', (name) => {
  const orders = measures.get('orders')!;
  expect(new Asked([{ ...orders, needs: [name] }]).history).toBe(true);
  expect(new Asked([{ ...orders, needs: ['customer_key'] }]).history).toBe(false);
});

it('needs it for what is grouped by the first order, or told of it', () => {
  const orders = measures.get('orders')!;
  expect(new Asked([{ ...orders, group: 'first_order' }]).history).toBe(true);
  expect(new Asked([{ ...orders, history: 'first_order' }]).history).toBe(true);
});
