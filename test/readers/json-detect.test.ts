import { describe, expect, it } from 'vitest';
import { detectJson, headJson, type JsonShape } from '../../src/readers/json.ts';
import { headOf } from './kit.ts';

const array: JsonShape = { form: 'array' };
const lines: JsonShape = { form: 'lines' };
const orders: JsonShape = { form: 'object', key: 'orders' };
const edges: JsonShape = { form: 'object', key: 'data.orders.edges' };

describe('detectJson', () => {
  const members = Array.from({ length: 6 }, (_, i) => `"m${i}":${i}`).join(',');
  const cases: readonly (readonly [text: string, shape: JsonShape | null])[] = [
    ['', null],
    ['id,total\n', null],
    ['[Report],x\n', null],
    ['{name},x\n', null],
    ['[]', array],
    [' \n[ {"a":1}]', array],
    ['[1]', array],
    ['{"a":1}\n{"a":2}', lines],
    ['{"line_items":[{"x":1}]}\n{"line_items":[]}', lines],
    ['{"a":1}', lines],
    ['{}', lines],
    [`{${members},"line_items":[{"x":1}]}`, lines],
    ['{"orders":[{"a":1}]}', orders],
    ['{"orders":[]}', orders],
    ['{"empty":[],"orders":[{"a":1}]}', orders],
    ['{"tags":["x","y"],"users":[{"u":1}],"orders":[{"a":1},{"a":2}]}', orders],
    ['{"orders":[{"a":1},{"a":2}', orders],
    ['{"a":{"orders":[{"a":1}]}}', { form: 'object', key: 'a.orders' }],
    ['{"data":{"orders":{"edges":[{"node":{}}],"pageInfo":{}}},"extensions":{}}', edges],
    ['{"data":{"orders":{"edges":[{"node":{}},', edges],
    ['{"data":{"orders":{"edges":[]}}}', edges],
    ['{"a":{"b":{"c":{"d":[{"a":1}]}}}}', lines],
    ['{"id":1,"customer":{"tags":[{"a":1}]}}', lines],
    [`{"a":${'['.repeat(200)}`, lines],
    [`{"orders":[{"a":01}],`, orders],
    ['{"a":,}', lines],
  ];
  it.each(cases)('%j is %j', (text, shape) => {
    expect(detectJson(headOf(text))).toEqual(shape);
  });

  it('reads the records of a wrapped array alone', () => {
    const text =
      '{"data":{"shop":{"tags":[{"a":9}]},"orders":{"edges":[{"a":1},{"a":2}],"more":{}}},"extensions":{"cost":[1]}}';
    expect(headJson(headOf(text), edges, 9)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(() => headJson(headOf('{"data":{"orders":{"edges":[{"a":1}]}'), edges, 9)).toThrow();
  });

  it('leaves out the record that is cut', () => {
    const head = headOf('{"orders":[{"a":1},{"a":2},{"a":', false);
    expect(detectJson(head)).toEqual(orders);
    expect(headJson(head, orders, 9)).toEqual([{ a: '1' }, { a: '2' }]);
    const { path: _, ...nameless } = headOf('[5]');
    expect(() => headJson(nameless, array, 9)).toThrow('the file: record 1');
  });
});
