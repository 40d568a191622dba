import { endOf, flags, PLAIN, records, startOf } from './scanning';

/** What a cell shows without being read. */
const OTHER: u8 = 0;
const EMPTY: u8 = 1;
/** Digits only. */
const WHOLE: u8 = 2;
/** One to nine digits, a point and digits after it that are no group of thousands: one, two, or four to six. */
const POINT: u8 = 3;
/** The same with a comma. */
const COMMA: u8 = 4;
/** It begins with four digits and a hyphen. */
const DATE: u8 = 5;

/** The shapes of the cells of a column of a batch, a byte each: of records that are not plain, OTHER. */
export function shapes(column: i32, out: usize): void {
  for (let record = 0; record < records; record++)
    store<u8>(
      out + record,
      load<u8>(flags + record) === PLAIN ? shapeOf(startOf(record, column), endOf(record, column)) : OTHER,
    );
}

/** `to` is below 0 for a cell with doubled quotes. */
function shapeOf(from: i32, to: i32): u8 {
  if (to < 0) return OTHER;
  if (from === to) return EMPTY;
  let at = from;
  while (at < to && <u32>load<u8>(at) - 48 <= 9) at++;
  if (at === to) return WHOLE;
  const mark = load<u8>(at);
  const whole = at - from;
  if (mark === 45) return whole === 4 ? DATE : OTHER;
  if ((mark !== 46 && mark !== 44) || whole < 1 || whole > 9) return OTHER;
  const places = to - at - 1;
  if (places < 1 || places === 3 || places > 6) return OTHER;
  while (++at < to) if (<u32>load<u8>(at) - 48 > 9) return OTHER;
  return mark === 46 ? POINT : COMMA;
}
