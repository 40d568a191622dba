import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/engine/columns/dictionary.ts';
import { KeyIndex, placeOfId } from '../../src/engine/columns/key-index.ts';
import { RowTexts } from '../../src/engine/columns/row-texts.ts';
import { Combos, Facts } from '../../src/engine/state/facts.ts';
import { amountSold, LinesSold } from '../../src/engine/state/lines-sold.ts';
import { idAt } from '../../src/reader/id-texts.ts';

/* How keys and texts are kept: many millions of them, so none is an object of its own. */

const seed = new Int32Array([1, 2, 3, 4]);

describe('a dictionary', () => {
  it('numbers texts in the order in which they first come, and gives them back', () => {
    const words = new Dictionary(seed);
    expect(['a', 'b', 'a', '', 'c'].map((text) => words.add(text))).toEqual([0, 1, 0, 2, 3]);
    expect([words.get('b'), words.get('c'), words.get('none')]).toEqual([1, 3, -1]);
    expect(words.size).toBe(4);
    expect([0, 1, 2, 3].map((number) => words.text(number))).toEqual(['a', 'b', '', 'c']);
    expect(words.text(9)).toBe('');
  });

  it('keeps letters of any script, and texts longer than a block of it', () => {
    const words = new Dictionary(seed);
    // One, two and three bytes a letter, signs of two units, and lengths around those that take another byte.
    const texts = [
      ...['é', 'ß', '日本', '😀', 'Aé日😀z', '\u007f\u0080\u07ff\u0800\uffff'],
      ...[126, 127, 128, 129, 16_383, 16_384, 300_000].map((length) => 'x'.repeat(length)),
      '日'.repeat(100_000),
    ];
    for (const text of texts) words.add(text);
    expect(texts.map((text) => words.text(words.get(text)) === text)).toEqual(texts.map(() => true));
    expect(texts.map((text) => words.add(text))).toEqual(texts.map((_, at) => at));
  });

  it('keeps as many as come: each has its number and its text', () => {
    const words = new Dictionary(seed);
    // Beyond the room of the first keys (256), of a chunk (16,384), and of a block of texts (262,144 bytes).
    const count = 40_000;
    for (let at = 0; at < count; at += 1) words.add(`order ${at}`);
    const wrong: number[] = [];
    for (let at = 0; at < count; at += 1)
      if (words.get(`order ${at}`) !== at || words.text(at) !== `order ${at}`) wrong.push(at);
    expect([words.size, wrong]).toEqual([count, []]);
  });

  it('knows a key by its hash alone; such a key has no text', () => {
    const words = new Dictionary(seed);
    const hashes = new Int32Array([9, 9, 9, 9, 9, 9, 9, 8, 9, 9, 8, 9, 9, 8, 9, 9]);
    expect([0, 4, 8, 12, 0, 4].map((at) => words.addHash(hashes, at))).toEqual([0, 1, 2, 3, 0, 1]);
    const bytes = new TextEncoder().encode('..abc..');
    const other = new Int32Array([1, 9, 9, 9]);
    expect([words.addBytes(other, 0, bytes, 2, 5), words.addBytes(other, 0, bytes, 2, 5)]).toEqual([4, 4]);
    expect([words.text(0), words.text(4)]).toEqual(['', 'abc']);
  });

  it('is another one with another seed: hashes mean nothing elsewhere', () => {
    const [one, other] = [new Dictionary(seed), new Dictionary(new Int32Array(4))];
    for (const words of [one, other]) for (let at = 0; at < 300; at += 1) words.add(`${at}`);
    expect([one.get('299'), other.get('299')]).toEqual([299, 299]);
  });
});

describe('an index of keys', () => {
  it('tells ids and other keys apart, and has the row of each', () => {
    const index = new KeyIndex(seed);
    const places = ['#1', '1', '#2', '2', '#1'].map((key) => index.place(key));
    expect(places).toEqual([0, 1, 2, 3, 0]);
    expect(placeOfId(1)).toBe(2);
    index.point(places[0]!, 70);
    index.point(places[1]!, 80);
    index.point(places[3]!, 0);
    expect(['#1', '1', '#2', '2', '#3', '3'].map((key) => index.get(key))).toEqual([70, 80, -1, 0, -1, -1]);
    expect([0, 1, 2, 3].map((place) => index.rowAt(place))).toEqual([70, 80, -1, 0]);
    expect(index.ids).toBe(2);
    expect([...index.idsWithRows()]).toEqual([{ id: '1', row: 70 }]);
    // A row whose id was not looked up here: it is asked for when it is needed.
    index.addHead(90, () => 'nine');
    const heads = (isWanted: (row: number) => boolean) =>
      [...index.heads(isWanted)].map(({ row, id }) => ({ row, id: id?.() ?? null }));
    expect(heads(() => true)).toEqual([
      { row: 70, id: '1' },
      { row: 90, id: 'nine' },
      { row: 80, id: null },
      { row: 0, id: null },
    ]);
    expect(heads((row) => row > 80)).toEqual([{ row: 90, id: 'nine' }]);
  });

  it('may share the numbers of ids with others: an id that only they have has no row', () => {
    const ids = new Dictionary(seed);
    const [one, other] = [new KeyIndex(seed, ids), new KeyIndex(seed, ids)];
    one.point(one.place('#7'), 3);
    expect([other.get('#7'), other.ids, [...other.idsWithRows()]]).toEqual([-1, 1, []]);
    expect([...one.idsWithRows()]).toEqual([{ id: '7', row: 3 }]);
  });
});

describe('texts of rows', () => {
  const ids = (...texts: string[]) => {
    const bytes = new TextEncoder().encode(texts.join(''));
    let end = 0;
    const ends = Int32Array.from(texts, (text) => {
      end += text.length;
      return end;
    });
    return { bytes, ends };
  };

  it('are those of the run that a row lies in, at its place there', () => {
    const texts = new RowTexts();
    const [first, second] = [ids('a', 'bb', 'ccc'), ids('d', '', 'eeee')];
    expect([0, 1, 2].map((record) => idAt(first, record))).toEqual(['a', 'bb', 'ccc']);
    texts.setRun(10, 2, () => first, 1);
    texts.setRun(12, 1, () => first, 0);
    texts.setRun(20, 3, () => second, 0);
    texts.setRun(30, 1, () => second, 2);
    expect([10, 11, 12, 13, 19, 20, 21, 22, 23, 29, 30, 31].map((row) => texts.get(row))).toEqual([
      ...['bb', 'ccc', 'a', '', ''],
      ...['d', '', 'eeee', '', '', 'eeee', ''],
    ]);
  });

  it('of a single row come before those of runs, and none is left when they are forgotten', () => {
    const texts = new RowTexts();
    expect(texts.get(0)).toBe('');
    texts.setRun(0, 3, () => ids('a', 'b', 'c'), 0);
    texts.set(1, 'own');
    expect([0, 1, 2].map((row) => texts.get(row))).toEqual(['a', 'own', 'c']);
    texts.clear();
    expect([0, 1].map((row) => texts.get(row))).toEqual(['', '']);
  });
});

describe('combinations of words', () => {
  it('are stored once a key', () => {
    const combos = new Combos();
    let made = 0;
    const words = () => {
      made += 1;
      return { channel: 'Email' };
    };
    expect([combos.add('a', words), combos.add('a', words), combos.add('b', words)]).toEqual([0, 0, 1]);
    expect([made, combos.all.length]).toEqual([2, 2]);
  });

  it('mean the same whatever their case and order, platforms and sources by any name', () => {
    const combos = new Combos();
    const all = [
      { platform: 'Facebook Ads', campaign: 'Brand' },
      { campaign: 'BRAND', platform: 'Meta' },
      { campaign: 'brand', platform: 'meta', medium: null },
      { campaign: 'brand', source: 'Meta' },
      { campaign: 'brand', platform: 'google' },
      { campaign: 'Google Ads', platform: 'google ads' },
    ].map((words, at) => combos.add(`${at}`, () => words));
    expect(all.map((combo) => combos.meaning(combo, null))).toEqual([0, 0, 0, 1, 2, 3]);
    // Asked again.
    expect(combos.meaning(all[4]!, null)).toBe(2);
  });

  it('have the currency of the report where they state none; without one all are the same', () => {
    const words = [{ campaign: 'a' }, { campaign: 'a', currency: 'EUR' }, { campaign: 'a', currency: 'USD' }];
    const [euros, any] = [new Combos(), new Combos()];
    const meanings = (combos: Combos, currency: string | null) =>
      words.map((one, at) =>
        combos.meaning(
          combos.add(`${at}`, () => one),
          currency,
        ),
      );
    expect(meanings(euros, 'EUR')).toEqual([0, 0, 1]);
    expect(meanings(any, null)).toEqual([0, 0, 0]);
  });
});

describe('what the lines of an order sell', () => {
  it('is what was told of each, of several orders in turn', () => {
    const words = new Dictionary(seed);
    const sold = new LinesSold(words);
    const orders = new Facts('order');
    sold.add(0, 'cup');
    sold.add(1, 'pot');
    sold.add(0, 'lid');
    sold.add(0, 'cup');
    const of = (row: number) => [...sold.of(orders, row)].map((one) => words.text(one)).sort();
    expect([of(0), of(1)]).toEqual([['cup', 'lid'], ['pot']]);
  });

  it('is its value where it has no lines', () => {
    const words = new Dictionary(seed);
    const orders = new Facts('order');
    orders.micro('gross_sales').set(2, 5_000_000);
    expect([...new LinesSold(words).of(orders, 2)].map((one) => words.text(one))).toEqual(['5000000']);
    expect(amountSold(2, 30)).toBe('2|30');
  });
});
