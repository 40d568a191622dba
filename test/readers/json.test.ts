import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/readers/input.ts';
import { detectJson, headJson, type JsonShape, readJson } from '../../src/readers/json.ts';
import { chunksOf, headOf, jsonRecords } from './kit.ts';

const array: JsonShape = { form: 'array' };
const lines: JsonShape = { form: 'lines' };
const orders: JsonShape = { form: 'object', key: 'orders' };

describe('readJson', () => {
  const cases: readonly (readonly [text: string, shape: JsonShape, records: unknown[]])[] = [
    ['[]', array, []],
    [' [ ] \n', array, []],
    ['\ufeff[{"a":1}]', array, [{ a: '1' }]],
    ['[{"a":"x"},\n {"a":null}]', array, [{ a: 'x' }, { a: null }]],
    ['[{"a":true,"b":false,"c":[],"d":{}}]', array, [{ a: true, b: false, c: [], d: {} }]],
    ['{"a":1}\n{"a":2}\n', lines, [{ a: '1' }, { a: '2' }]],
    ['\n\n{"a":1}\r\n\r\n{"a":2}', lines, [{ a: '1' }, { a: '2' }]],
    ['{\n "a": 1\n}\n{\n "a": 2\n}', lines, [{ a: '1' }, { a: '2' }]],
    ['', lines, []],
    ['{"orders":[{"a":1},{"a":2}]}', orders, [{ a: '1' }, { a: '2' }]],
    ['{"n":2,"x":"]}","m":{"y":[1]},"users":[{"u":1},5],"orders":[{"a":1}],"next":null}', orders, [{ a: '1' }]],
    ['{"orders":[]}', orders, []],
    ['{ }', orders, []],
    ['{"\\u006frders":[{"a":1}]}', orders, [{ a: '1' }]],
    ['[{"a":"say \\"hi\\", [x] {y} \\\\"}]', array, [{ a: 'say "hi", [x] {y} \\' }]],
    ['[{"a":"1 2 3","b":" -5","12":"x: 7"}]', array, [{ a: '1 2 3', b: ' -5', 12: 'x: 7' }]],
  ];
  it.each(cases)('%j as %j', async (text, shape, records) => {
    for (const size of [1, 2, 3, 7, 65536]) expect(await jsonRecords(text, shape, size)).toEqual(records);
    expect(headJson(headOf(text), shape, 99)).toEqual(records);
  });

  it('keeps numbers as they are written', async () => {
    const numbers = ['123456789012345678', '17513.70942402', '-0', '0.10', '1e3', '1E-7', '-12.50', '1e400'];
    expect(await jsonRecords(`[{"n":[${numbers.join(' , ')}]}]`, array)).toEqual([{ n: numbers }]);
  });

  it('adds a decimal to three, which as a text could be thousands', async () => {
    expect(await jsonRecords('[{"n":[1.234,-0.125,1.5e3,1.23,"1.234"]}]', array)).toEqual([
      { n: ['1.2340', '-0.1250', '1.5e3', '1.23', '1.234'] },
    ]);
  });

  it('drops prototype keys, however they are spelt', async () => {
    const text =
      '[{"a":1,"__proto__":{"x":1},"b":{"__prot\\u006f__":{"y":1},"\\u005f_proto__":3,"c":"\\u00e9"},"constructor":"k"}]';
    const [record] = await jsonRecords(text, array);
    expect(JSON.stringify(record)).toBe('{"a":"1","b":{"c":"é"},"constructor":"k"}');
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('stops when told to', async () => {
    let count = 0;
    const chunks = chunksOf(Buffer.from('{"a":1}\n'.repeat(50_000)), 4096);
    await readJson(chunks, lines, 'a.json', defaultLimits, () => ++count < 3);
    expect(count).toBe(3);
    expect((await chunks.next()).done).toBe(true);
    expect(headJson(headOf('{"a":1}\n{"a":2}\noops'), lines, 2)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(headJson(headOf('{"a":1}\n'), lines, 0)).toEqual([]);
  });

  it('passes on what the receiver throws', async () => {
    const mistake = new TypeError('ours');
    const run = readJson(chunksOf(Buffer.from('[{}]'), 9), array, 'a.json', defaultLimits, () => {
      throw mistake;
    });
    await expect(run).rejects.toBe(mistake);
  });

  it('reads back any records in any form', async () => {
    const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 5 });
    const forms = fc.constantFrom<JsonShape>(array, lines, orders);
    await fc.assert(
      fc.asyncProperty(
        fc.array(record),
        forms,
        fc.nat(2),
        fc.integer({ min: 1, max: 50 }),
        async (all, shape, space, size) => {
          const text = writtenAs(all, shape, space);
          const expected: unknown = all.map((one) => JSON.parse(JSON.stringify(one), numbersAsText));
          expect(await jsonRecords(text, shape, size)).toEqual(expected);
          expect(headJson(headOf(text), shape, 2)).toEqual((expected as unknown[]).slice(0, 2));
          if (all.length > 1 || shape.form === 'array') expect(detectJson(headOf(text))).toEqual(shape);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function numbersAsText(key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined;
  return typeof value === 'number' ? JSON.stringify(value).replace(/\.\d{3}$/, '$&0') : value;
}

function writtenAs(records: unknown[], shape: JsonShape, space: number): string {
  if (shape.form === 'array') return JSON.stringify(records, null, space);
  if (shape.form === 'object') return JSON.stringify({ next: null, orders: records, count: 1 }, null, space);
  return records.map((record) => `${JSON.stringify(record, null, space)}\n`).join('');
}
