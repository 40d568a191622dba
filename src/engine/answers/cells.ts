import type { Answer } from '../state/read.ts';

/** Cells of one question: spans × (total and groups). */
export class Cells implements Answer {
  readonly #values: (bigint | null)[];
  readonly #approx: Uint8Array;
  readonly #incomplete: Uint8Array;
  readonly #width: number;

  constructor(spans: number, groups: number, start: bigint | null) {
    this.#width = groups + 1;
    this.#values = new Array<bigint | null>(spans * this.#width).fill(start);
    this.#approx = new Uint8Array(spans * this.#width);
    this.#incomplete = new Uint8Array(spans * this.#width);
  }

  at(span: number, group: number): number {
    return span * this.#width + group;
  }
  value(span: number, group: number): bigint | null {
    return this.#values[this.at(span, group)] ?? null;
  }
  approx(span: number, group: number): boolean {
    return this.#approx[this.at(span, group)] === 1;
  }
  incomplete(span: number, group: number): boolean {
    return this.#incomplete[this.at(span, group)] === 1;
  }
  set(cell: number, value: bigint | null): void {
    this.#values[cell] = value;
  }
  add(cell: number, value: bigint): void {
    this.#values[cell] = (this.#values[cell] ?? 0n) + value;
  }
  /** Something that belongs to the cell is not known. */
  leaveOut(cell: number): void {
    this.#incomplete[cell] = 1;
  }
  mark(cell: number): void {
    this.#approx[cell] = 1;
  }
}
