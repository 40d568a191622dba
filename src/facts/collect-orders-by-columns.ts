import type { RowReader } from '../ingest/row-reader.ts';
import type { Columns, FieldColumns, TextColumn } from '../reader/columns.ts';
import { share } from './collect.ts';
import { OrderCollector } from './collect-order.ts';
import type { Memory } from './context.ts';
import { placeOfId } from './key-index.ts';
import { type AmountRules, amountsOf, type RawAmounts } from './order-amounts.ts';
import { emptyLines, type Lines } from './order-lines.ts';
import { idAt } from './row-texts.ts';
import type { TableInfo } from './table-info.ts';

const one = 1_000_000;

type Ids = Extract<TextColumn, { role: 'id' }>;
type People = Extract<TextColumn, { role: 'person' }>;

/** What the words of a record say, of those that share them. */
interface Said {
  readonly combo: number;
  /** The code of its currency; null where its amounts are converted. */
  readonly code: string | null;
  readonly hasStatus: boolean;
  readonly rules: AmountRules;
}

/** The words of a column, and of each whether it is the name of a gift card. */
interface CardWords {
  readonly codes: Int32Array;
  readonly are: Uint8Array;
}

const noLines = emptyLines();

/**
 * Orders of long files, most of which are plain: the first row of an order that no row before has named, and further rows of
 * it, in the report's currency, without gift cards. These are taken from the columns; every other row as from any file.
 */
export class ColumnOrderCollector extends OrderCollector {
  override readonly takesRuns: boolean;
  /** The places of the numbers that every order must have. */
  readonly #required: readonly number[];
  readonly #hasLines: boolean;
  /** By word of a segment, products and skus, whether it is the name of a gift card. */
  #cards: { readonly products: CardWords | null; readonly skus: CardWords | null } = { products: null, skus: null };
  #said: (Said | undefined)[] = [];
  #segment: Int32Array | null = null;
  /** The order of the last plain row. */
  #row = -1;
  #first = 0;
  #rows = 0;
  #raw: RawAmounts | null = null;
  #rules: AmountRules | null = null;
  #lines: Lines = emptyLines();
  #record = -1;
  #ids: Ids | null = null;
  /** Whether `open` does not know of that order, or of all its lines. */
  #isAhead = false;
  #code = '';
  #counted = 0;

  constructor(memory: Memory, table: TableInfo, reader: RowReader, line: RowReader | null) {
    super(memory, table, reader, line);
    const { places } = this;
    const { source } = table.file;
    this.#hasLines = line !== null && this.orderLine.quantity !== -1;
    this.#required = reader.numberFields.flatMap(({ required }, at) => (required ? [at] : []));
    const isPlain = source.lines === undefined || source.lines === 'continue';
    const isNamed = reader.textFields.every(({ required }, at) => !required || at === places.id);
    const hasPeople = this.keyPorts.every(({ at, hashes }) => at === places.customer && hashes === null);
    this.takesRuns =
      table.plan.kind === 'order' &&
      isPlain &&
      source.itemsOfLines !== true &&
      isNamed &&
      hasPeople &&
      places.id !== -1 &&
      places.gross !== -1 &&
      memory.setting.keepRecords !== true;
  }

  override takeRun(columns: Columns, from: number, to: number, complete: (record: number) => void): void {
    const { account } = this.table;
    if (this.#segment !== this.combosOf) {
      this.#segment = this.combosOf;
      this.#said = new Array<Said | undefined>(this.combosOf.length).fill(undefined);
      const { product, sku } = this.orderLine;
      this.#cards = { products: this.#cardWords(columns.line, product), skus: this.#cardWords(columns.line, sku) };
      this.#ids = null;
    }
    for (let at = from; at < to; at += 1) {
      account.read += 1;
      if (this.#takePlain(columns, at, account.read, complete)) continue;
      this.#settleOpen();
      complete(at);
      this.known = this.knownCombo(columns.combos[at]!);
      this.take(account.read);
      this.known = -1;
    }
    this.#settleOpen();
  }

  /** Takes a row if it is a plain one. */
  #takePlain({ own, line, combos }: Columns, at: number, record: number, complete: (record: number) => void): boolean {
    const { places } = this;
    const combo = combos[at]!;
    let said = this.#said[combo];
    if (said === undefined) {
      complete(at);
      said = this.#saidNow(combo);
      this.#said[combo] = said;
    }
    const ids = own.texts[places.id] as Ids;
    const gross = own.numbers[places.gross]![at]!;
    const total = places.total === -1 ? Number.NaN : own.numbers[places.total]![at]!;
    if (Number.isNaN(gross)) {
      const isLine = Number.isNaN(total) && !said.hasStatus && this.table.file.source.lines === 'continue';
      return isLine && this.#takeLine(ids, line, at, record);
    }
    // A refund, or an amount that is converted.
    if (said.code === null || gross < 0 || (gross === 0 && total < 0)) return false;
    return this.#takeFirst(own, line, said, at, record);
  }

  #saidNow(combo: number): Said {
    const { places, reader, memory } = this;
    const { currency } = memory.setting;
    const number = this.knownCombo(combo);
    const code = this.currencyCode();
    const isConverted = currency !== null && code !== '' && code !== currency;
    return {
      combo: number,
      code: isConverted ? null : code,
      hasStatus: places.status !== -1 && reader.texts[places.status] !== null,
      rules: this.rules(),
    };
  }

  #takeFirst(own: FieldColumns, line: FieldColumns | null, said: Said, at: number, record: number): boolean {
    const { places, facts, memory } = this;
    const ids = own.texts[places.id] as Ids;
    const begin = at === 0 ? 0 : ids.ends[at - 1]!;
    const end = ids.ends[at]!;
    if (begin === end) return false;
    for (const place of this.#required) if (Number.isNaN(own.numbers[place]![at]!)) return false;
    if (this.marked.size > 0 && this.marked.has(ids.hashes[at * 4]!)) return false;
    if (this.#hasLines && this.#sellsCard(line!, at)) return false;
    const raw = this.#rawOf(own, at);
    if (this.doubtful(raw)) return false;
    const isTold = places.total !== -1 && places.taxes !== -1;
    const amounts = isTold ? amountsOf(raw, noLines, said.rules) : null;
    if (amounts?.balanced === false && this.further !== null) return false;
    const number = memory.keys.orders.addBytes(
      ids.hashes,
      at * 4,
      ids.bytes,
      ids.bytes[begin] === 35 ? begin + 1 : begin,
      end,
    );
    const place = placeOfId(number);
    if (this.index.rowAt(place) !== -1) return false;
    const row = this.fresh(-1, 1);
    this.index.point(place, row);
    this.#tell(own, at);
    this.rawSum += raw.gross;
    facts.combo.set(row, said.combo);
    const isLess = amounts !== null && (amounts.gross !== raw.gross || amounts.shipping !== raw.shipping);
    for (const { at: field, column } of this.numberPorts) {
      let value = own.numbers[field]![at]!;
      if (isLess) {
        if (field === places.gross) value = amounts.gross;
        else if (field === places.discounts) value = amounts.discounts;
        else if (field === places.shipping) value = amounts.shipping;
      }
      column.set(row, value);
    }
    this.#writePerson(own, row, at);
    this.unbalanced.set(row, amounts === null || amounts.balanced ? 0 : 1);
    this.orderId.set(row, number);
    this.#count(said.code!);
    const instant = own.numbers[places.at]![at]!;
    this.seen(memory.setting.zone.hour(instant), instant);
    this.firstRecord.set(row, record);
    this.lineRows.set(row, 1);
    this.#row = row;
    this.#first = record;
    this.#rows = 1;
    this.#raw = raw;
    this.#rules = said.rules;
    this.#record = at;
    this.#ids = ids;
    this.#isAhead = true;
    const lines = this.#lines;
    lines.units = 0;
    lines.value = 0;
    lines.cost = 0;
    lines.costed = 0;
    lines.off = 0;
    if (this.#hasLines) this.#addLine(line!, at);
    this.units.set(row, lines.units);
    this.lineValue.set(row, lines.value);
    this.goodsCost.set(row, lines.cost);
    this.costed.set(row, lines.costed);
    return true;
  }

  /** Takes a further row of the order of the row before. */
  #takeLine(ids: Ids, line: FieldColumns | null, at: number, record: number): boolean {
    const row = this.#row;
    // Where another row came between, `open` knows more of the order.
    if (row === -1 || this.#ids !== ids || record !== this.#first + this.#rows) return false;
    const { hashes } = ids;
    const [a, b] = [at * 4, this.#record * 4];
    for (let i = 0; i < 4; i += 1) if (hashes[a + i] !== hashes[b + i]) return false;
    // A row without an id has the hash of whatever was there before.
    if (ids.ends[at] === (at === 0 ? 0 : ids.ends[at - 1]!)) return false;
    if (this.#hasLines && this.#sellsCard(line!, at)) return false;
    this.#rows += 1;
    this.#isAhead = true;
    this.facts.sourceRows.set(row, this.#rows);
    this.lineRows.add(row, 1);
    if (!this.#hasLines) return true;
    this.#addLine(line!, at);
    const lines = this.#lines;
    this.units.set(row, lines.units);
    this.lineValue.set(row, lines.value);
    this.goodsCost.set(row, lines.cost);
    this.costed.set(row, lines.costed);
    return true;
  }

  /** Adds the line of a row to those of its order. */
  #addLine({ numbers }: FieldColumns, at: number): void {
    const { quantity, price, cost, off } = this.orderLine;
    const units = numbers[quantity]![at]!;
    if (Number.isNaN(units)) return;
    const lines = this.#lines;
    const ofPiece = price === -1 ? 0 : numbers[price]![at]!;
    const value = Number.isNaN(ofPiece) ? 0 : share(units, ofPiece, one);
    const costOfPiece = cost === -1 ? Number.NaN : numbers[cost]![at]!;
    const discount = off === -1 ? Number.NaN : numbers[off]![at]!;
    lines.units += units;
    lines.value += value;
    if (!Number.isNaN(costOfPiece)) {
      lines.cost += share(units, costOfPiece, one);
      lines.costed += value;
    }
    if (!Number.isNaN(discount)) lines.off += discount;
  }

  /** Whether a row sells a gift card. */
  #sellsCard({ numbers }: FieldColumns, at: number): boolean {
    const { quantity, giftMark } = this.orderLine;
    if (Number.isNaN(numbers[quantity]![at]!)) return false;
    if (giftMark !== -1 && numbers[giftMark]![at]! > 0) return true;
    const { products, skus } = this.#cards;
    return (
      (products !== null && products.are[products.codes[at]!] === 1) ||
      (skus !== null && skus.are[skus.codes[at]!] === 1)
    );
  }

  #cardWords(line: FieldColumns | null, place: number): CardWords | null {
    const text = line?.texts[place];
    if (text?.role !== 'word' || text.codes === null) return null;
    return {
      codes: text.codes,
      are: Uint8Array.from(text.words, (word) => (this.orderLine.isCard(word, null) ? 1 : 0)),
    };
  }

  #rawOf({ numbers }: FieldColumns, at: number): RawAmounts {
    const { gross, discounts, shipping, taxes, itemsTax, total } = this.places;
    const or0 = (place: number): number => (place === -1 ? 0 : numbers[place]![at]! || 0);
    return {
      gross: or0(gross),
      discounts: or0(discounts),
      shipping: or0(shipping),
      taxes: or0(taxes),
      itemsTax: itemsTax === -1 ? Number.NaN : or0(itemsTax),
      total: total === -1 ? Number.NaN : numbers[total]![at]!,
    };
  }

  #writePerson(own: FieldColumns, row: number, at: number): void {
    const people = own.texts[this.places.customer];
    const print = people === undefined ? Number.POSITIVE_INFINITY : (people as People).prints[at]!;
    const isNamed = print !== Number.POSITIVE_INFINITY;
    this.whoColumn.set(row, isNamed ? print : Number.NaN);
    for (const { column, dictionary } of this.keyPorts)
      column?.set(row, isNamed ? dictionary.addHash((people as People).hashes, at * 4) : Number.NaN);
  }

  /** Notes which amounts a row has. */
  #tell({ numbers }: FieldColumns, at: number): void {
    for (let i = this.untold.length - 1; i >= 0; i -= 1) {
      const { name, at: place } = this.untold[i]!;
      if (Number.isNaN(numbers[place]![at]!)) continue;
      this.table.told.add(name);
      this.untold.splice(i, 1);
    }
  }

  /** Counts the currency of an order. */
  #count(code: string): void {
    if (code !== this.#code) this.#settleCount();
    this.#code = code;
    this.#counted += 1;
  }

  #settleCount(): void {
    const { currencies } = this.table;
    if (this.#counted > 0) currencies.set(this.#code, (currencies.get(this.#code) ?? 0) + this.#counted);
    this.#counted = 0;
  }

  /** The order of the last plain row, as rows that are not plain know it. */
  #settleOpen(): void {
    this.#settleCount();
    if (!this.#isAhead) return;
    this.#isAhead = false;
    this.open = {
      id: idAt(this.#ids!, this.#record),
      refund: null,
      row: this.#row,
      raw: this.#raw,
      rules: this.#rules,
      lines: { ...this.#lines },
    };
  }
}
