import { expect, it } from 'vitest';
import { RowTexts } from '../../src/engine/columns/row-texts.ts';

it('asks for the texts of columns only when one of them is wanted', () => {
  const texts = new RowTexts();
  const [bytes, ends] = [new Uint8Array(Buffer.from('A1B22C')), Int32Array.of(2, 5, 6)];
  let asked = 0;
  const column = () => {
    asked += 1;
    return { bytes, ends };
  };
  texts.setRun(0, 2, column, 0);
  texts.setRun(2, 1, column, 2);
  expect(asked).toBe(0);
  texts.setRun(3, 1, () => ({ bytes: new Uint8Array(Buffer.from('D4')), ends: Int32Array.of(2) }), 0);
  // Of a file that has gone there are none.
  texts.setRun(4, 2, () => ({ bytes: new Uint8Array(0), ends: new Int32Array(0) }), 7);
  expect([0, 1, 2, 3, 4, 5, 6].map((row) => texts.get(row))).toEqual(['A1', 'B22', 'C', 'D4', '', '', '']);
  expect(asked).toBe(3);
});
