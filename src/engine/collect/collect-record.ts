import { convert } from '../../core/rates.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Memory } from '../state/context.ts';
import { type Closeness, isDamagedId, type Lasting, looksRounded } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';
import { Collector, type NumberPort } from './collect.ts';
import { GatheredRows, type HeldRow, putTogether, type RowValues } from './gathered-rows.ts';
import { RowsOfOneId } from './rows-of-one-id.ts';
import { AnswerColumn } from './scores.ts';

const one = 1_000_000;

/** Tickets, checkouts, leads, refunds and survey answers: records of an instant, mostly with an id. */
export class RecordCollector extends Collector {
  readonly #at: number;
  readonly #id: number;
  readonly #updatedAt: number;
  readonly #tags: number;
  readonly #complaintTags: ReadonlySet<string>;
  /** The column of satisfaction or scores, if there is one, and the scale beside it. */
  readonly #answers: AnswerColumn | null;
  readonly #answerAt: number;
  readonly #scaleAt: number;
  readonly #whose: number;
  readonly #store: number;
  readonly #further: RowsOfOneId | null;
  /** Rows of refunds that wait for the others of their id; null if each row is a record. */
  readonly #gathered: GatheredRows | null;
  /** The rows of the file that the current record is made of. */
  #rows = 1;
  protected override readonly closeness: Closeness;

  constructor(memory: Memory, table: TableInfo, reader: RowReader) {
    super(memory, table, reader);
    const { at, id, whose, amount } = recordOf(table.plan.kind);
    this.#at = reader.numberAt(at![0]!);
    this.#id = reader.textAt(id ?? '');
    this.#updatedAt = reader.numberAt('updated_at');
    this.#tags = reader.textAt('tags');
    this.#complaintTags = new Set(memory.setting.options.complaint_tags.map((tag) => tag.toLowerCase()));
    const answers = table.plan.kind === 'survey' ? 'score' : 'satisfaction';
    this.#answerAt = reader.textAt(answers);
    this.#scaleAt = table.plan.kind === 'survey' ? reader.numberAt('scale') : -1;
    const from = reader.textFields[this.#answerAt]?.from;
    this.#answers = from === undefined ? null : new AnswerColumn(memory, table, from, answers);
    const metas = recordFields(table.plan.kind);
    for (const [place, { name }] of reader.numberFields.entries()) {
      // Dates of a record, its own among them, are columns of instants.
      if (metas.get(name)?.role === 'date')
        this.numberPorts.push({ at: place, column: this.facts.whole(name), money: false });
    }
    const { source } = table.file;
    this.#gathered =
      source.lines === 'gather' && table.plan.kind === 'refund' ? new GatheredRows(table.plan.header, source) : null;
    this.#whose = reader.textAt(whose ?? '');
    this.#store = reader.textAt('store');
    this.closeness = amount === undefined ? 'instant' : 'day';
    this.#further =
      amount === undefined || this.#id === -1
        ? null
        : new RowsOfOneId(memory, table, this.numberPorts, (at) => reader.numberFields[at]!.name, amount);
  }

  protected override lasting(): Lasting {
    const { numbers, texts } = this.reader;
    const store = (this.#store === -1 ? null : texts[this.#store]) ?? this.table.file.store;
    return { at: numbers[this.#at]!, who: this.#who(), store };
  }

  #who(): number {
    return this.printAt(this.#whose);
  }

  override finish(): void {
    for (const [, rows] of this.#gathered?.orders() ?? []) this.#takeTogether(rows);
    this.#further?.settle(() => 0);
  }

  /** Takes a refund whose amounts are in several rows of the file. */
  #takeTogether(held: readonly HeldRow[]): void {
    const { reader } = this;
    const rows = held.flatMap(({ cells, record }): RowValues[] => {
      if (!this.readOrReject(cells, record)) return [];
      return [{ cells, record, numbers: [...reader.numbers], texts: [...reader.texts], counts: true }];
    });
    if (rows.length === 0) return;
    putTogether(reader, rows);
    this.#rows = rows.length;
    this.accept(rows[0]!.record);
    this.#rows = 1;
  }

  protected override get ownWords(): readonly string[] {
    return ['tags'];
  }

  row(cells: Cells, record: number): void {
    if (this.#gathered !== null) {
      const isRead = this.reader.read(cells);
      const id = isRead ? this.#idNow() : null;
      this.#gathered.add(id ?? `\u0001${record}`, cells, record);
    } else if (this.readOrReject(cells, record)) this.accept(record);
  }

  accept(record: number): void {
    const { numbers, texts } = this.reader;
    const instant = numbers[this.#at]!;
    if (this.table.plan.kind === 'survey' ? !this.#answer(record) : !this.#satisfaction(record)) return;
    const hour = this.memory.setting.zone.hour(instant);
    const rate = this.rate(hour);
    const combo = this.combo();
    const id = this.#idNow();
    this.seen(hour, instant);
    if (id !== null && this.#further !== null && this.#again(id, combo, rate)) return;
    const key = id === null ? this.#key(combo) : null;
    const place = this.place(
      id === null ? (key === null ? null : this.placeOf(key)) : this.placeOfId(this.#id),
      id === null ? 'append' : 'replace',
      this.#updatedAt === -1 ? Number.NaN : numbers[this.#updatedAt]!,
      this.#rows,
    );
    if (place === null) return;
    this.#put(place.row, combo, rate);
    if (this.#answers !== null && texts[this.reader.textAt('type')]?.toLowerCase() !== 'nps')
      this.#answers.took(place.row, record, texts[this.#answerAt] ?? null, this.#scale);
    if (this.facts.numbers.has('left_out')) this.facts.whole('left_out').set(place.row, Number.NaN);
    if (this.#tags !== -1 && this.#complaintTags.size > 0) {
      const tags = (texts[this.#tags] ?? '').toLowerCase().split(/[\s,;|]+/);
      this.facts.micro('is_complaint').set(place.row, tags.some((tag) => this.#complaintTags.has(tag)) ? one : 0);
    }
  }

  /** The id of the current row; null if it has none that names a record. */
  #idNow(): string | null {
    const id = this.#id === -1 ? null : this.reader.texts[this.#id]!;
    if (id === null || !isDamagedId(id)) return id;
    this.memory.copies.meet('ids_damaged', this.table.plan.kind, [this.table.file], id);
    return null;
  }

  /** Whether a row belongs to a record already in this file, and may be a line of it. */
  #again(id: string, combo: number, rate: bigint | null): boolean {
    const { numbers } = this.reader;
    const key = this.placeOfId(this.#id);
    const row = this.ownRow(key);
    if (row === -1) return false;
    if (looksRounded(id)) {
      this.#put(this.append(key), combo, rate);
      return true;
    }
    const now = this.#updatedAt === -1 ? Number.NaN : numbers[this.#updatedAt]!;
    const before = this.facts.whole('updated_at').get(row);
    // A modification time shows which copy is newer.
    if (now > before || now < before) return false;
    const value = ({ at, money }: NumberPort): number =>
      rate !== null && money && !Number.isNaN(numbers[at]!) ? convert(numbers[at]!, rate) : numbers[at]!;
    this.#further!.meet(row, combo, value, 0, id);
    return true;
  }

  #put(row: number, combo: number, rate: bigint | null): void {
    this.write(row, combo, rate, false);
    if (this.#whose !== -1) this.facts.whole('who').set(row, this.#who());
  }

  /** A ticket that the newer export calls merged or deleted replaces the older copy, and does not count. */
  override skipped(cells: Cells): void {
    // Of rows that are put together, those left out are other parts of the record.
    if (this.#id === -1 || this.#gathered !== null || !this.reader.read(cells)) return;
    const id = this.reader.texts[this.#id];
    if (id === null || id === undefined || isDamagedId(id)) return;
    const updatedAt = this.#updatedAt === -1 ? Number.NaN : this.reader.numbers[this.#updatedAt]!;
    // It is in the account already, as skipped.
    const place = this.place(this.placeOfId(this.#id), 'replace', updatedAt, 0);
    if (place === null) return;
    this.write(place.row, this.combo(), null, false);
    this.facts.whole('left_out').set(place.row, 1);
  }

  /** The scale beside the score of the current row; NaN for none. */
  get #scale(): number {
    return this.#scaleAt === -1 ? Number.NaN : this.reader.numbers[this.#scaleAt]!;
  }

  /** Checks an answer: a known type, and a score that the type has. An invitation without answer is left out. */
  #answer(record: number): boolean {
    const { texts } = this.reader;
    const text = texts[this.#answerAt] ?? null;
    const answer = text === null ? null : this.#answers!.read(text);
    if (text === null || answer === null || answer.is === 'none') {
      this.table.account.skip('unanswered');
      return false;
    }
    const type = texts[this.reader.textAt('type')]?.toLowerCase();
    if (type === 'csat') return this.#satisfaction(record);
    if (type !== 'nps') {
      this.rejectField(record, 'type', 'unknown_word', type ?? '');
      return false;
    }
    const isTold = answer.is === 'score' && (Number.isNaN(answer.scale) || answer.scale === 10 * one);
    if (isTold && answer.value >= 0 && answer.value <= 10 * one) return true;
    this.rejectField(record, this.#answers!.name, 'score_outside_0_to_10', text);
    return false;
  }

  /** Checks a satisfaction answer: a word of the lists, or a score that its scale has. */
  #satisfaction(record: number): boolean {
    const text = this.reader.texts[this.#answerAt] ?? null;
    if (this.#answers === null || text === null) return true;
    const answer = this.#answers.read(text);
    const fault =
      answer.is === 'score'
        ? this.#answers.fault(answer, this.#scale)
        : answer.is === 'unknown'
          ? 'unknown_word'
          : null;
    if (fault === null) return true;
    this.rejectField(record, this.#answers.name, fault, text);
    return false;
  }

  /**
   * A record without id is identified by all its values, except when it was last changed: an answer or a refund does not
   * change later.
   */
  #key(combo: number): string | null {
    const { numbers, texts } = this.reader;
    if (!this.hasOtherFiles) return null;
    const lasting = numbers.filter((_, at) => at !== this.#updatedAt);
    return `${combo}|${lasting.join('|')}|${texts.map((text) => text ?? '').join('\u0001')}`;
  }
}
