import type { Hash } from '../../core/hash.ts';
import { Dictionary } from '../columns/dictionary.ts';
import { KeyIndex } from '../columns/key-index.ts';
import { Memory } from '../state/context.ts';
import { Facts } from '../state/facts.ts';

/** Keys of rows that are handed on: none is looked up, and none stays. */
class PassingKeys extends Dictionary {
  #texts: string[] = [];

  override add(text: string): number {
    return this.#texts.push(text) - 1;
  }

  override addBytes(_hash: Hash, _at: number, bytes: Uint8Array, from: number, to: number): number {
    return this.add(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1'));
  }

  override text(place: number): string {
    return this.#texts[place] ?? '';
  }

  clear(): void {
    this.#texts = [];
  }
}

/** Takes each row for the only one of its key. */
class PassingIndex extends KeyIndex {
  override get(): number {
    return -1;
  }

  override place(): number {
    return 0;
  }

  override placeAt(): number {
    return 0;
  }

  override point(): void {}
}

/** What a run has of a few visits, which go elsewhere; it shares only the combinations of words with the run. */
export class Passage extends Memory {
  readonly orders: PassingKeys;
  readonly sessions: PassingKeys;
  readonly #index: PassingIndex;
  readonly #visits: Facts;

  constructor(run: Memory) {
    const { seed } = run;
    const [orders, sessions] = [new PassingKeys(seed), new PassingKeys(seed)];
    const none = new Dictionary(seed);
    super({ ...run.setting, seed }, { people: none, visitors: none, orders, other: sessions });
    [this.orders, this.sessions] = [orders, sessions];
    this.#index = new PassingIndex(seed);
    this.#visits = new Facts('visit', run.of('visit').combos);
  }

  override of(): Facts {
    return this.#visits;
  }

  override index(): KeyIndex {
    return this.#index;
  }
}
