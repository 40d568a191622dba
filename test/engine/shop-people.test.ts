import { describe, expect, it } from 'vitest';
import type { Hash } from '../../src/core/hash.ts';
import { isOwnNumber, personOf, printOf } from '../../src/core/person.ts';
import { Dictionary } from '../../src/engine/columns/dictionary.ts';
import { ShopPeople } from '../../src/engine/state/shop-people.ts';

const seed: Hash = Int32Array.from([1, 2, 3, 4]);

describe('the people of shops', () => {
  it.each([
    ['1', true],
    ['C-1001', true],
    ['123456', true],
    ['12-34567', true],
    ['1234567', false],
    ['33612345678', false],
    ['a@example.com', false],
    ['', false],
  ])('%s is the number of one shop: %s', (key, own) => {
    expect(isOwnNumber(printOf(key))).toBe(own);
    expect(isOwnNumber(printOf(personOf(key, seed)))).toBe(own);
  });

  it('are numbered apart by the store, whatever its capitals, where a shop numbers them', () => {
    const all = new Dictionary(seed);
    const [north, south, again, none] = ['North', 'South', 'NORTH', null].map(
      (store) => new ShopPeople(all, store, seed),
    );
    const of = (people: ShopPeople | undefined, key: string): number => people!.addText(personOf(key, seed));
    expect([of(north, '1'), of(south, '1'), of(again, '1'), of(none, '1')]).toEqual([0, 1, 0, 2]);
    expect([of(north, 'a@b.fr'), of(south, 'a@b.fr'), of(none, 'a@b.fr')]).toEqual([3, 3, 3]);
    expect([of(north, '33612345678'), of(south, '33612345678')]).toEqual([4, 4]);
    // A run that keeps what identifies people writes whose number it is.
    const written = [north!.addText('1'), south!.addText('1'), north!.addText('c@d.fr')].map((at) => all.text(at));
    expect(written).toEqual(['North:1', 'South:1', 'c@d.fr']);
  });
});
