import { DAY_HOURS, DAY_MS, HOUR_MS } from '../../core/civil.ts';
import { funnelField, visitSteps } from '../../core/funnel-steps.ts';
import type { Kind } from '../../core/kinds.ts';
import { share } from '../../core/share.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { isTextMessage } from '../../plan/channels.ts';
import type { Cells } from '../../plan/compile.ts';
import { areSessions } from '../../plan/supply.ts';
import type { Column } from '../columns/column.ts';
import type { Memory } from '../state/context.ts';
import { type Closeness, isDamagedId, type Lasting } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';
import { BesideFields } from './beside.ts';
import { Collector, orderKey } from './collect.ts';

const one = 1_000_000;

/** Fields of a session's row that say whether it got that far. */
export const stepFields = ['engaged_sessions', 'product_views', 'carts', 'checkouts', 'purchases'];

/** A step of the funnel that a table has, and the column that counts it if it will be asked for. */
export interface FunnelPort {
  /** Place of its number; -1 if only the id of an order shows it. */
  readonly at: number;
  readonly column: Column | null;
}

/** The field that is the id of a record. */
const idOf: Partial<Record<Kind, string>> = { spend: 'transaction_id', social: 'post_id', visit: 'visit_id' };

/**
 * Visits, spend, costs, social posts, e-mail campaigns and search results: rows booked on a day, a span of days or
 * (sessions) an instant. Rows without an id have as key everything except what they measure; those of one file that share it are added up.
 */
export class DatedCollector extends Collector {
  protected readonly startedAt: number;
  readonly #date: number;
  readonly #from: number;
  readonly #to: number;
  protected readonly idAt: number;
  readonly #network: number;
  protected readonly visitorAt: number;
  protected readonly fromColumn: Column;
  readonly #toColumn: Column;
  protected readonly instantColumn: Column | null;
  readonly #alone: boolean;
  readonly #sessionRows: boolean;
  protected readonly pageviewsAt: number;
  protected readonly purchasesAt: number;
  protected readonly orderAt: number;
  readonly #opens: number;
  readonly #channel: number;
  readonly #position: number;
  readonly #impressions: number;
  protected readonly stepPlaces: readonly number[];
  protected readonly funnelPorts: readonly FunnelPort[];
  /** The hour of the current row. */
  #hour = Number.NaN;
  protected override readonly closeness: Closeness = 'session';
  protected readonly beside: BesideFields;
  /** The first record below a header that is written again. */
  #pastedAt = Number.NEGATIVE_INFINITY;

  constructor(memory: Memory, table: TableInfo, reader: RowReader) {
    super(memory, table, reader);
    this.startedAt = reader.numberAt('started_at');
    this.#date = reader.numberAt('date');
    this.#from = reader.numberAt('date_from');
    this.#to = reader.numberAt('date_to');
    this.idAt = reader.textAt(idOf[table.plan.kind] ?? '');
    this.#network = table.plan.kind === 'social' ? reader.textAt('network') : -1;
    this.visitorAt = reader.textAt('visitor_id');
    this.fromColumn = this.facts.whole('from');
    this.#toColumn = this.facts.whole('to');
    const { keepRecords = false } = memory.setting;
    const instants = table.plan.kind === 'visit' && (reader.textAt('order_id') !== -1 || keepRecords);
    this.instantColumn = instants ? this.facts.whole('started_at') : null;
    this.#alone = !keepRecords && !this.hasOtherFiles;
    this.#sessionRows = areSessions(table.plan);
    this.pageviewsAt = reader.numberAt('pageviews');
    this.purchasesAt = reader.numberAt('purchases');
    this.orderAt = reader.textAt('order_id');
    const isEmail = table.plan.kind === 'email';
    this.#opens = isEmail ? reader.numberAt('opens') : -1;
    this.#channel = isEmail ? reader.textAt('channel') : -1;
    this.#position = table.plan.kind === 'search' ? reader.numberAt('position') : -1;
    this.#impressions = reader.numberAt('impressions');
    this.stepPlaces = stepFields.map((name) => reader.numberAt(name)).filter((at) => at !== -1);
    this.funnelPorts = table.plan.kind === 'visit' ? this.#findFunnel() : [];
    this.beside = new BesideFields(memory, this.facts, reader);
    if (this.startedAt === -1) table.byDay = true;
  }

  override headerAgain(): void {
    this.#pastedAt = this.facts.rows;
  }

  protected override lasting(): Lasting {
    return { at: this.#hour * HOUR_MS, who: this.#who(), store: this.table.file.store };
  }

  #who(): number {
    return this.printAt(this.visitorAt);
  }

  /** The id of the current row; null if it has none that names a visit. */
  #idNow(): string | null {
    const id = this.idAt === -1 ? null : this.reader.texts[this.idAt]!;
    if (id === null || !isDamagedId(id)) {
      // Each network numbers its own posts.
      const network = this.#network === -1 ? null : this.reader.texts[this.#network]!;
      return id === null || network === null ? id : `${id} ${network.trim().toLowerCase()}`;
    }
    this.memory.copies.meet('ids_damaged', this.table.plan.kind, [this.table.file], id);
    return null;
  }

  row(cells: Cells, record: number): void {
    if (this.readOrReject(cells, record)) this.accept(record);
  }

  /** Whether the period of the table does not have an hour. */
  protected isOutside(from: number): boolean {
    const { period } = this.table.plan;
    return period !== null && (from < period.from * DAY_HOURS || from >= (period.to + 1) * DAY_HOURS);
  }

  /** The values stand for this many rows of the file. */
  accept(record: number, own = 1): void {
    const { numbers, texts } = this.reader;
    const { zone } = this.memory.setting;
    let from = Number.NaN;
    let to = Number.NaN;
    let instant = Number.NaN;
    if (this.startedAt !== -1) {
      instant = numbers[this.startedAt]!;
      from = zone.hour(instant);
    }
    if (Number.isNaN(from) && this.#date !== -1) from = numbers[this.#date]! * DAY_HOURS;
    if (Number.isNaN(from) && this.#from !== -1 && this.#to !== -1) {
      from = numbers[this.#from]! * DAY_HOURS;
      const last = numbers[this.#to]!;
      if (last * DAY_HOURS < from) {
        this.rejectField(record, 'date_to', 'ends_before_it_begins', '');
        return;
      }
      if (last * DAY_HOURS > from) to = (last + 1) * DAY_HOURS;
    }
    if (Number.isNaN(from)) {
      this.rejectField(record, this.#dateName(), 'missing_value', '');
      return;
    }
    if (this.isOutside(from)) {
      this.rejectField(record, this.#dateName(), 'outside_period', '');
      return;
    }
    const rate = this.rate(from);
    this.meetPlatform();
    for (let day = from / DAY_HOURS; day < (Number.isNaN(to) ? from + 1 : to) / DAY_HOURS; day += 1) {
      this.seen(Math.floor(day) * DAY_HOURS, Number.isNaN(instant) ? day * DAY_MS : instant);
    }
    if (this.#sessionRows) this.#session();
    // Counted as 0, text messages would lower the open rate of e-mails.
    const isText = this.#channel !== -1 && isTextMessage(texts[this.#channel] ?? null);
    if (isText && this.#opens !== -1) numbers[this.#opens] = Number.NaN;
    const combo = this.combo();
    const id = this.#idNow();
    this.#hour = from;
    const { row, sum } = id === null ? this.#placeByValues(from, to, instant, combo, own) : this.placeId(id, own);
    if (sum && row < this.#pastedAt) this.memory.copies.meet('rows_again', this.table.plan.kind, [this.table.file], '');
    this.write(row, combo, rate, sum);
    this.beside.write(row, rate, sum, isText);
    if (!sum) {
      this.fromColumn.set(row, from);
      this.#toColumn.set(row, to);
      if (this.instantColumn !== null) this.instantColumn.set(row, instant);
      if (id !== null && this.visitorAt !== -1) this.facts.whole('who').set(row, this.#who());
    }
    if (this.#position !== -1) this.#putPosition(row, sum);
    if (this.#sessionRows && id !== null && this.#namesOrder) this.keepSession(row, id);
    this.#countSession(row, sum);
  }

  /** Keeps the id of a session that names an order: another may turn out to have the purchase. */
  protected keepSession(row: number, id: string): void {
    this.facts.key('session').set(row, this.memory.keys.other.add(id));
  }

  /** Whether a number that follows from others is of use. */
  protected counts(_name: string): boolean {
    return true;
  }

  /** What the current row counts, as a session and in the funnel. */
  #countSession(row: number, sum: boolean): void {
    const { numbers, texts } = this.reader;
    if (this.funnelPorts.length > 0) this.#putFunnel(row, sum);
    if (!this.#sessionRows) return;
    this.#put('sessions', row, one, sum);
    if (this.pageviewsAt !== -1 && this.counts('single_page_sessions'))
      this.#put('single_page_sessions', row, numbers[this.pageviewsAt] === one ? one : 0, sum);
    if (this.orderAt !== -1 && this.purchasesAt === -1 && this.counts('purchases'))
      this.#put('purchases', row, texts[this.orderAt] === null ? 0 : one, sum);
  }

  /** The row of an id: that of its first row in the file, or a new one. */
  protected placeId(id: string, own: number): { row: number; sum: boolean } {
    return this.place(this.placeOf(`#${id}`), 'replace', Number.NaN, own)!;
  }

  #placeByValues(from: number, to: number, instant: number, combo: number, own: number) {
    const key = this.#key(from, to, instant, combo);
    return this.place(key === null ? null : this.placeOf(key), 'sum', Number.NaN, own)!;
  }

  /** A row of a session counts once, and once in each step that it reached. */
  #session(): void {
    const { numbers, texts } = this.reader;
    for (const at of this.stepPlaces) numbers[at] = numbers[at]! > 0 ? one : 0;
    if (this.orderAt !== -1 && this.purchasesAt !== -1 && texts[this.orderAt] !== null) numbers[this.purchasesAt] = one;
  }

  /** The steps that the table has; none if no measure of the funnel will be asked for. */
  #findFunnel(): FunnelPort[] {
    const { asked, setting } = this.memory;
    const isAsked = (field: string): boolean => setting.keepRecords !== true && asked.reads('visit', field);
    if (!visitSteps.some((step) => isAsked(funnelField(step)))) return [];
    return visitSteps.flatMap((step): FunnelPort[] => {
      const at = this.reader.numberAt(step);
      const byOrder = step === 'purchases' && this.#sessionRows && this.orderAt !== -1;
      if (at === -1 && !byOrder) return [];
      return [{ at, column: isAsked(funnelField(step)) ? this.facts.micro(funnelField(step)) : null }];
    });
  }

  /** A session counts in a step of the funnel only if it took all earlier steps; a sum of sessions counts as it is. */
  #putFunnel(row: number, sum: boolean): void {
    const { numbers, texts } = this.reader;
    let inAll = true;
    for (const { at, column } of this.funnelPorts) {
      let value = at === -1 ? Number.NaN : numbers[at]!;
      if (this.#sessionRows) {
        inAll &&= at === -1 ? texts[this.orderAt] !== null : value > 0;
        value = inAll ? one : 0;
      }
      if (column === null) continue;
      if (sum) column.add(row, value);
      else column.set(row, value);
    }
  }

  /** A mean position weighs as much as its impressions; that of rows added up is the mean of all of them. */
  #putPosition(row: number, sum: boolean): void {
    const { numbers } = this.reader;
    const [position, impressions] = [numbers[this.#position]!, numbers[this.#impressions]!];
    const isTold = !Number.isNaN(position) && !Number.isNaN(impressions);
    this.#put('position_weight', row, isTold ? share(position, impressions, one) : Number.NaN, sum);
    if (!sum) return;
    const [weight, all] = ['position_weight', 'impressions'].map((name) => this.facts.micro(name).get(row));
    if (!Number.isNaN(weight!)) this.facts.micro('position').set(row, share(weight!, one, all!));
  }

  #put(name: string, row: number, value: number, sum: boolean): void {
    const column = this.facts.micro(name);
    if (sum) column.add(row, value);
    else column.set(row, value);
  }

  /** Whether the current row is a session that names an order: another may turn out to have the purchase. */
  get #namesOrder(): boolean {
    return this.#sessionRows && this.orderAt !== -1 && this.reader.texts[this.orderAt] !== null;
  }

  #key(from: number, to: number, instant: number, combo: number): string | null {
    const order = this.#namesOrder ? orderKey(this.reader.texts[this.orderAt]!) : '';
    if (this.#alone && order !== '') return null;
    const visitor = this.visitorAt === -1 ? '' : (this.reader.texts[this.visitorAt] ?? '');
    const at = this.#alone || Number.isNaN(instant) ? from : instant;
    // Two exports of one thing may differ in case, or in the language of their tool.
    const words = this.hasOtherFiles ? this.facts.combos.meaning(combo, this.memory.setting.currency) : combo;
    return `${at}|${to}|${words}|${visitor}|${order}`;
  }

  #dateName(): string {
    const names = ['started_at', 'date', 'date_from'];
    return names.find((name) => this.reader.numberAt(name) !== -1) ?? 'date';
  }
}
