import { expect, it } from 'vitest';
import { Asked } from '../../src/facts/asked.ts';
import '../../src/kpis/index.ts';
import { measures } from '../../src/measures/measure.ts';

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
