import { expect, it } from 'vitest';
import { RowTexts } from '../../src/facts/row-texts.ts';

it('keeps the texts of columns whose memory is used again for others', () => {
  const texts = new RowTexts();
  const [bytes, ends] = [new Uint8Array(Buffer.from('A1B22C')), Int32Array.of(2, 5, 6)];
  texts.setRun(0, 2, { bytes, ends }, 0);
  texts.setRun(2, 1, { bytes, ends }, 2);
  bytes.fill(0x5a);
  ends.fill(1);
  const next = { bytes: new Uint8Array(Buffer.from('D4')), ends: Int32Array.of(2) };
  texts.setRun(3, 1, next, 0);
  expect([0, 1, 2, 3, 4].map((row) => texts.get(row))).toEqual(['A1', 'B22', 'C', 'D4', '']);
});
