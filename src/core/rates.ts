import type { Day } from './civil.ts';
import { roundedQuotient } from './fraction.ts';

const rateUnit = 10n ** 12n;

/** What one unit of a currency is worth in the report currency, from a given day on. */
export interface Rate {
  readonly from: Day;
  /** Millionths of a millionth: twelve places. */
  readonly value: bigint;
}

/** Currency rates by code. */
export class Rates {
  readonly #rates: ReadonlyMap<string, readonly Rate[]>;

  constructor(rates: ReadonlyMap<string, readonly Rate[]> = new Map()) {
    this.#rates = new Map([...rates].map(([code, list]) => [code, [...list].sort((a, b) => a.from - b.from)]));
  }

  /** All of them, as a text that other rates do not have. */
  get text(): string {
    return JSON.stringify(
      [...this.#rates].map(([code, list]) => [code, list.map(({ from, value }) => [from, `${value}`])]),
    );
  }

  /** The last known rate on or before the day; null if there is none. */
  at(currency: string, day: Day): bigint | null {
    let found: bigint | null = null;
    for (const rate of this.#rates.get(currency) ?? []) {
      if (rate.from > day) break;
      found = rate.value;
    }
    return found;
  }
}

/** An amount in millionths at a rate, rounded half away from zero to whole millionths. */
export const convert = (micro: number, rate: bigint): number => Number(roundedQuotient(BigInt(micro) * rate, rateUnit));
