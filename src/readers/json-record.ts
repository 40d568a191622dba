import type { Extent } from './json-scan.ts';

const [quote, point, zero, nine] = [34, 46, 48, 57];
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** `__proto__`, or an escape that could spell it. */
const prototypeKey = /__proto__|\\u00[5-7]/i;

/**
 * The value of one extent, with every number as its original text: an id of 18 digits or 17513.70942402 would lose
 * digits as a JavaScript number. Numbers are put in quotes, then the engine's own parser does the rest and refuses
 * anything that is not JSON (it throws a SyntaxError). A key `__proto__` is dropped. Three decimals get a fourth: the
 * text `1.234` may mean more than a thousand, the number does not.
 */
export function parseExact(bytes: Buffer, start: number, extent: Extent): unknown {
  const text = quoteNumbers(bytes, start, extent).toString('utf8');
  if (prototypeKey.test(text)) return JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value));
  return JSON.parse(text);
}

function quoteNumbers(bytes: Buffer, start: number, { end, numbers }: Extent): Buffer {
  if (numbers.length === 0) return bytes.subarray(start, end);
  const out = Buffer.allocUnsafe(end - start + (3 * numbers.length) / 2);
  let from = start;
  let length = 0;
  // Byte by byte: the pieces are so short that a call to copy each would take longer.
  const copyTo = (to: number): void => {
    while (from < to) out[length++] = bytes[from++]!;
  };
  for (let i = 0; i < numbers.length; i += 2) {
    // Anything that only looks like a number stays unquoted, and the parser refuses it.
    if (!number.test(bytes.toString('latin1', numbers[i], numbers[i + 1]))) continue;
    copyTo(numbers[i]!);
    out[length++] = quote;
    copyTo(numbers[i + 1]!);
    // But not `1.5e3`.
    if (bytes[from - 4] === point && bytes[from - 2]! <= nine) out[length++] = zero;
    out[length++] = quote;
  }
  copyTo(end);
  return out.subarray(0, length);
}
