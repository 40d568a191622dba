import { recordFields } from '../../records/index.ts';
import { told, typeOfField } from '../../records/told.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';

/**
 * If the copy that counts lacks a field because its file has no column for it, the value comes from the copies that it
 * replaces: a list with fewer columns says nothing about the others. A blank cell is not filled: it may have become
 * blank.
 */
export class FillCopies {
  /** By pair of tables, the fields that only the second has. */
  readonly #lacking = new Map<string, readonly string[]>();

  constructor(
    private readonly memory: Memory,
    private readonly facts: Facts,
  ) {}

  fill(best: number, older: readonly number[]): void {
    const { facts } = this;
    const filled = new Set<string>();
    for (const copy of older) {
      const words: Record<string, string> = {};
      for (const name of this.#lackingOf(facts.table.get(best), facts.table.get(copy))) {
        if (filled.has(name)) continue;
        const column = facts.numbers.get(name) ?? facts.keys.get(name);
        const value = column?.get(copy) ?? Number.NaN;
        const word = facts.words(copy)[name] ?? null;
        if (column !== undefined && !Number.isNaN(value)) column.set(best, value);
        else if (word !== null) words[name] = word;
        else continue;
        filled.add(name);
      }
      if (Object.keys(words).length > 0) this.#addWords(best, words);
      const who = facts.numbers.get('who');
      if (who !== undefined && Number.isNaN(who.get(best))) who.set(best, who.get(copy));
    }
  }

  #addWords(row: number, words: Readonly<Record<string, string>>): void {
    const { facts } = this;
    const all = { ...facts.words(row), ...words };
    facts.combo.set(
      row,
      facts.combos.add(`filled\u0001${JSON.stringify(Object.entries(all))}`, () => all),
    );
  }

  #lackingOf(best: number, copy: number): readonly string[] {
    const key = `${best} ${copy}`;
    let lacking = this.#lacking.get(key);
    if (lacking === undefined) {
      const isRough = this.memory.tables[best]!.plan.approx.includes('gross_sales');
      const [own, theirs] = [this.memory.tables[best]!.plan.fields, this.memory.tables[copy]!.plan.fields];
      const names = [...recordFields(this.facts.kind).keys(), ...Object.keys(told.order)].filter(
        // An amount after discounts, or a total, has in it what the other copy has beside its amount.
        (name) => !(isRough && typeOfField(this.facts.kind, name) === 'money'),
      );
      lacking = best === copy ? [] : names.filter((name) => own[name] === undefined && theirs[name] !== undefined);
      this.#lacking.set(key, lacking);
    }
    return lacking;
  }
}
