import { ofMicro, toDecimal } from '../../core/fraction.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { GiftCardsSold } from '../state/read.ts';

const one = 1_000_000;
const or0 = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** Fields of an order for gift cards sold with it; it has none if they are empty. */
export const giftFields = ['gift_value', 'gift_cards', 'gift_only'] as const;

/** Subtracts gift cards from the sales of an order whose amounts are settled. */
export function sellCards(orders: Facts, row: number, gift: number, cards: number, discount = 0): void {
  const gross = orders.micro('gross_sales');
  const before = or0(gross.get(row));
  const off = Math.max(0, Math.min(gift, before));
  gross.set(row, before - off);
  if (discount > 0) {
    const discounts = orders.micro('discounts');
    discounts.set(row, Math.max(0, or0(discounts.get(row)) - discount));
  }
  orders.micro('gift_value').add(row, off);
  orders.micro('gift_cards').add(row, cards);
  orders.micro('gift_only').set(row, before - off <= 0 ? one : 0);
}

/** Gift cards sold with orders that count, and with orders of nothing else; null if there are none. */
export function giftCardsSold(memory: Memory, fits: (row: number) => boolean): GiftCardsSold | null {
  const orders = memory.facts.get('order');
  const sold = orders?.numbers.get('gift_cards');
  if (orders === undefined || sold === undefined) return null;
  const [value, only] = [orders.micro('gift_value'), orders.micro('gift_only')];
  let [amount, cards, all, alone] = [0, 0, 0, 0];
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0 || !(sold.get(row) > 0) || !fits(row)) continue;
    amount += or0(value.get(row));
    cards += sold.get(row);
    all += 1;
    if (only.get(row) === one) alone += 1;
  }
  const text = (micro: number) => toDecimal(ofMicro(BigInt(micro)));
  return all === 0
    ? null
    : {
        value: text(amount).replace(/^(-?\d+)(?:\.(\d))?$/, (_, whole, tenth = '0') => `${whole}.${tenth}0`),
        cards: text(cards),
        orders: all,
        only: alone,
      };
}
