import type { Kind } from '../core/kinds.ts';
import type { RowReader } from '../ingest/row-reader.ts';
import type { Cells } from '../plan/compile.ts';
import { recordFields } from '../records/index.ts';
import { Collector } from './collect.ts';
import type { Memory, TableInfo } from './context.ts';
import { AnswerColumn } from './scores.ts';

/** The field that says when a record of a kind happened, and the one that names it. */
const main: Partial<Record<Kind, { readonly at: string; readonly id: string }>> = {
  ticket: { at: 'created_at', id: 'ticket_id' },
  checkout: { at: 'created_at', id: 'checkout_id' },
  lead: { at: 'created_at', id: 'lead_id' },
  refund: { at: 'refunded_at', id: 'refund_id' },
  survey: { at: 'answered_at', id: '' },
};

const one = 1_000_000;
/** Tickets, checkouts, leads, refunds and survey answers: records of an instant, mostly with an id. */
export class RecordCollector extends Collector {
  readonly #at: number;
  readonly #id: number;
  readonly #updatedAt: number;
  readonly #tags: number;
  readonly #complaintTags: ReadonlySet<string>;
  /** The column of satisfaction or of scores, if there is one, and the number of the scale beside it. */
  readonly #answers: AnswerColumn | null;
  readonly #answerAt: number;
  readonly #scaleAt: number;

  constructor(memory: Memory, table: TableInfo, reader: RowReader) {
    super(memory, table, reader);
    const { at, id } = main[table.plan.kind]!;
    this.#at = reader.numberAt(at);
    this.#id = id === '' ? -1 : reader.textAt(id);
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
  }

  protected override get ownWords(): readonly string[] {
    return ['tags'];
  }

  row(cells: Cells, record: number): void {
    if (this.readOrReject(cells, record)) this.accept(record);
  }

  accept(record: number): void {
    const { numbers, texts } = this.reader;
    const instant = numbers[this.#at]!;
    if (this.table.plan.kind === 'survey' ? !this.#answer(record) : !this.#satisfaction(record)) return;
    const hour = this.memory.setting.zone.hour(instant);
    const rate = this.rate(hour);
    const combo = this.combo();
    const id = this.#id === -1 ? null : texts[this.#id]!;
    const place = this.place(
      id === null ? this.#key(combo) : `#${id}`,
      id === null ? 'append' : 'replace',
      this.#updatedAt === -1 ? Number.NaN : numbers[this.#updatedAt]!,
    );
    this.seen(hour, instant);
    if (place === null) return;
    this.write(place.row, combo, rate, false);
    if (this.#answers !== null && texts[this.reader.textAt('type')]?.toLowerCase() !== 'nps')
      this.#answers.took(place.row, record, texts[this.#answerAt] ?? null, this.#scale);
    if (this.facts.numbers.has('left_out')) this.facts.whole('left_out').set(place.row, Number.NaN);
    if (this.#tags !== -1 && this.#complaintTags.size > 0) {
      const tags = (texts[this.#tags] ?? '').toLowerCase().split(/[\s,;|]+/);
      this.facts.micro('is_complaint').set(place.row, tags.some((tag) => this.#complaintTags.has(tag)) ? one : 0);
    }
  }

  /** A ticket that the newer export calls merged or deleted takes the place of the older copy, and counts no more. */
  override skipped(cells: Cells): void {
    if (this.#id === -1 || !this.reader.read(cells)) return;
    const id = this.reader.texts[this.#id];
    if (id === null || id === undefined) return;
    const updatedAt = this.#updatedAt === -1 ? Number.NaN : this.reader.numbers[this.#updatedAt]!;
    const place = this.place(`#${id}`, 'replace', updatedAt);
    if (place === null) return;
    this.write(place.row, this.combo(), null, false);
    this.facts.sourceRows.set(place.row, 0);
    this.facts.whole('left_out').set(place.row, 1);
  }

  /** The scale that stands beside the score of the row at hand; NaN for none. */
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

  /** What a record without id is told by: all that it does not measure. */
  #key(combo: number): string | null {
    const { table, memory, reader } = this;
    if ((memory.setting.filesOfSource.get(table.sourceKey) ?? 1) === 1) return null;
    const texts = this.keyPorts.map(({ at }) => reader.texts[at] ?? '').join('\u0001');
    return `${reader.numbers[this.#at]}|${combo}|${texts}`;
  }
}
