import { getOrInsert } from '../../core/get-or-insert.ts';
import { answerOf, isOnScale, type SurveyAnswer, scaleInName } from '../../ingest/score.ts';
import { columnName } from '../../plan/blamed-column.ts';
import type { Resolved } from '../../plan/plan.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import { UnscaledScores } from '../state/unscaled-scores.ts';

const one = 1_000_000;

/** The scores without a scale that belong with those of a table: files of one source ask one question. */
export function unscaledOf(memory: Memory, { sourceKey, plan }: TableInfo): UnscaledScores {
  const key = JSON.stringify([sourceKey, plan.header]);
  return getOrInsert(memory.unscaled, key, () => new UnscaledScores());
}

/** Reads the answers of a column: each text once. */
export class AnswerColumn {
  readonly name: string;
  readonly #known = new Map<string, SurveyAnswer>();
  readonly #unscaled: UnscaledScores;

  constructor(
    memory: Memory,
    private readonly table: TableInfo,
    from: Resolved,
    field: string,
  ) {
    this.name = columnName(from) ?? field;
    this.#unscaled = unscaledOf(memory, table);
    this.#unscaled.stated = scaleInName(this.name);
  }

  /** The answer in a cell. */
  read(text: string): SurveyAnswer {
    return getOrInsert(this.#known, text, () => answerOf(text));
  }

  /** Why a satisfaction score cannot be taken, given the scale beside it (NaN: none); null if it can. */
  fault({ value, scale: own }: Extract<SurveyAnswer, { is: 'score' }>, beside: number): string | null {
    const { stated } = this.#unscaled;
    const scale = [own, beside, stated].find((one) => !Number.isNaN(one)) ?? Number.NaN;
    // No unstated scale is longer than 100.
    if (isOnScale(value, Number.isNaN(scale) ? 100 * one : scale)) return null;
    return 'score_outside_scale';
  }

  /** Remembers an accepted score: what it shows of the scale, and where it is if it is 0. */
  took(row: number, record: number, text: string | null, beside: number): void {
    this.#unscaled.zeros.delete(row);
    const answer = text === null ? null : this.read(text);
    if (answer?.is !== 'score' || !Number.isNaN(answer.scale) || !Number.isNaN(beside)) return;
    const scores = this.#unscaled;
    if (!scores.tables.has(this.table)) scores.tables.set(this.table, this.name);
    scores.lowest = Math.min(scores.lowest, answer.value);
    scores.highest = Math.max(scores.highest, answer.value);
    if (answer.value === 0) scores.zeros.set(row, { table: this.table, record, column: this.name, text: text! });
  }
}

/** Reports what the scores without a scale have proved. */
export function tellScales(memory: Memory): void {
  for (const { scale, stated, highest, tables } of memory.unscaled.values()) {
    const [first] = tables;
    if (first === undefined || Number.isNaN(scale) || !Number.isNaN(stated)) continue;
    memory.service.proven.push({ file: first[0].file, column: first[1], files: tables.size, scale, highest });
  }
}

/** Rejects the zeros that turn out to be off the scale: those of a question answered from 1 on. */
export function rejectZeros(memory: Memory): void {
  for (const { scale, zeros } of memory.unscaled.values()) {
    if (isOnScale(0, scale)) continue;
    for (const [row, { table, record, column, text }] of zeros) {
      memory.of(table.plan.kind).whole('dropped').set(row, 1);
      table.account.reject({ record, column, reason: 'score_outside_scale', value: text });
    }
  }
}
