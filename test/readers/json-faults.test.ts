import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/readers/input.ts';
import { type JsonShape, readJson } from '../../src/readers/json.ts';
import { jsonRecords, problemOf } from './kit.ts';

const array: JsonShape = { form: 'array' };
const lines: JsonShape = { form: 'lines' };
const orders: JsonShape = { form: 'object', key: 'orders' };

describe('what is wrong with a JSON file', () => {
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  const cases: readonly (readonly [code: string, shape: JsonShape, text: string, message: string])[] = [
    ['cut_short', array, '[{"a":1},{"a":', 'record 2 is cut short: the file ends before it is closed'],
    ['cut_short', array, '[{"a":1}', 'record 2 is cut short: the file ends before it is closed'],
    ['cut_short', array, '', 'record 1 is cut short: the file ends before it is closed'],
    ['cut_short', orders, '{"orders":[{"a":1}]', 'record 2 is cut short: the file ends before it is closed'],
    ['cut_short', orders, '{"ord', 'record 1 is cut short: the file ends before it is closed'],
    ['cut_short', lines, '{"a":1}\n{"a":"x', 'record 2 is cut short: the file ends before it is closed'],
    ['cut_short', lines, '{"a":1\n{"a":2}\n', 'record 1 is cut short: the file ends before it is closed'],
    ['invalid_json', array, '[{"a":1},]', 'record 2 is not valid JSON'],
    ['invalid_json', array, '[{"a":1,}]', 'record 1 is not valid JSON'],
    ['invalid_json', array, '[,{"a":1}]', 'record 1 is not valid JSON'],
    ['invalid_json', array, '[{"a":1}{"a":2}]', 'record 2 is not valid JSON'],
    ['invalid_json', array, '{"a":1}', 'record 1 is not valid JSON'],
    ['invalid_json', orders, '[]', 'record 1 is not valid JSON'],
    ['invalid_json', orders, '{orders:[]}', 'record 1 is not valid JSON'],
    ['invalid_json', orders, '{"orders"=[]}', 'record 1 is not valid JSON'],
    ['invalid_json', orders, '{"a\nb":[]}', 'record 1 is not valid JSON'],
    ['invalid_json', orders, '{"orders":[],}', 'record 1 is not valid JSON'],
    ['invalid_json', lines, '{"a":1}\n{"a":NaN}\n', 'record 2 is not valid JSON'],
    ['invalid_json', lines, '{"a":1},\n{"a":2}\n', 'record 2 is not valid JSON'],
    ['invalid_json', lines, '{"a":1}\noops\n', 'record 2 is not valid JSON'],
    ['invalid_json', lines, '{1:2}', 'record 1 is not valid JSON'],
    ['invalid_json', lines, '{"a":[1}]}', 'record 1 is not valid JSON'],
    ['glued_json', array, '[{"a":1}][{"a":2}]', 'record 2 follows where the JSON before it has ended'],
    ['glued_json', orders, '{"orders":[]} {"orders":[]}', 'record 1 follows where the JSON before it has ended'],
    ['glued_json', lines, '{"a":1}{"a":2}', 'record 2 follows where the JSON before it has ended'],
    ['not_a_record', array, '[{"a":1},5]', 'record 2 is a single value, not an object with named fields'],
    ['not_a_record', array, '[null]', 'record 1 is null, not an object with named fields'],
    ['not_a_record', lines, '[1,2]\n', 'record 1 is an array, not an object with named fields'],
    ['not_a_record', lines, '"x"', 'record 1 is a single value, not an object with named fields'],
    ['too_deep', array, `[{"a":${deep}}]`, 'record 1 is nested more than 100 levels deep'],
    ['record_too_long', array, `[{"a":1},{"a":"${'x'.repeat(200)}"}]`, 'record 2 is longer than 100 bytes'],
    ['record_too_long', array, `[{"a":"${'x'.repeat(2000)}`, 'record 1 is longer than 100 bytes'],
  ];
  it.each(cases)('%s %j %j', async (code, shape, text, message) => {
    for (const size of [5, 65536]) {
      const limits = code === 'record_too_long' ? { ...defaultLimits, maxRecordBytes: 100 } : defaultLimits;
      const problem = await problemOf(() => jsonRecords(text, shape, size, limits));
      expect({ code: problem.code, message: problem.message }).toEqual({ code, message: `a.json: ${message}` });
    }
  });

  it.each(['01', '1.', '.5', '+1', '-', '1e', '1.5.2', '1-2', '0x1', '1 2', '"a"1', 'Infinity', "'a'", 'undefined'])(
    'refuses the value %s',
    async (value) => {
      expect((await problemOf(() => jsonRecords(`[{"a":${value}}]`, array))).code).toBe('invalid_json');
    },
  );

  it('refuses exactly what JSON.parse refuses', async () => {
    const parts = fc.array(fc.constantFrom(...'{}[]:,"\\ 1-.e', '"a"', '{"a":', 'null', 'true', '12', '-0.5e1'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const text = `[{"x":${all.join('')}}]`;
        let valid = true;
        try {
          valid = (JSON.parse(text) as unknown[]).every(
            (item) => item !== null && typeof item === 'object' && !Array.isArray(item),
          );
        } catch {
          valid = false;
        }
        const ours = await jsonRecords(text, array).then(
          () => true,
          (error: Error) => error.name !== 'Problem',
        );
        expect(ours).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on an open string in a large file without reading all of it', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('[{"a":"oops},');
      for (; ; given++) yield Buffer.alloc(65536, '{},');
    }
    const limits = { ...defaultLimits, maxRecordBytes: 1024 ** 2 };
    const problem = await problemOf(() => readJson(endless(), array, 'a.json', limits, () => undefined));
    expect(problem.code).toBe('record_too_long');
    expect(given).toBeLessThan(40);
  });
});
