import { kept } from '../core/kept.ts';

/** What a piece costs, by order and sku: for returned lines that do not state it. */
export class CostsOfSkus {
  readonly #costs = new Map<number, number>();
  readonly #skus = new Map<string, number>();

  set(order: number, sku: string, cost: number): void {
    this.#costs.set(this.#key(order, sku), cost);
  }

  /** NaN if no line of the order says so. */
  of(order: number, sku: string): number {
    return this.#costs.get(this.#key(order, sku)) ?? Number.NaN;
  }

  clear(): void {
    this.#costs.clear();
  }

  #key(order: number, sku: string): number {
    let number = this.#skus.get(sku);
    if (number === undefined) {
      number = this.#skus.size;
      this.#skus.set(kept(sku), number);
    }
    return order * 2 ** 22 + number;
  }
}
