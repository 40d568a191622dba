import { expect, it } from 'vitest';
import { Asked } from '../../src/facts/asked.ts';
import '../../src/kpis/index.ts';
import { readAllBy, settingsFor } from '../../src/cli/reading.ts';
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
