import { giftCardTest } from '../../core/gift-cards.ts';
import { share } from '../../core/share.ts';
import type { Cells } from '../../plan/compile.ts';
import { Collector } from '../collect/collect.ts';
import type { Lasting } from '../state/identity.ts';

const one = 1_000_000;

/** Lines of orders in a file of their own: they give their order units and cost. */
export class LineCollector extends Collector {
  readonly #isGiftCard = giftCardTest(this.memory.setting.options.gift_cards);

  row(cells: Cells, record: number): void {
    if (this.readOrReject(cells, record)) this.accept();
  }

  /** Lines have no id of their own. */
  protected override lasting(): Lasting {
    return { at: Number.NaN, who: Number.NaN, store: this.table.file.store };
  }

  accept(): void {
    const { reader, facts } = this;
    const number = (name: string) => {
      const at = reader.numberAt(name);
      return at === -1 ? Number.NaN : reader.numbers[at]!;
    };
    const units = number('quantity');
    const value = share(units, number('unit_price'), one);
    const cost = number('unit_cost');
    const combo = this.combo();
    const key = reader.texts.map((text) => text ?? '').join('\u0001');
    const alone = !this.hasOtherFiles;
    const text = (name: string) => reader.texts[reader.textAt(name)];
    const { row } = this.place(alone ? null : this.placeOf(key), 'append', Number.NaN)!;
    this.write(row, combo, null, false);
    if (this.#isGiftCard([text('product'), text('sku')])) facts.micro('is_gift_card').set(row, one);
    facts.micro('line_value').set(row, value);
    facts.micro('goods_cost').set(row, Number.isNaN(cost) ? 0 : share(units, cost, one));
    facts.micro('costed_line_value').set(row, Number.isNaN(cost) ? 0 : value);
  }
}
